/** Entities of the record: lists, and one with its names, roles and appearances. */
import { type RawBuilder, type SqlBool, sql } from "kysely";
import {
  type EntityAppearance,
  type EntityFilter,
  type EntityLine,
  type Page,
  type RecordEntity,
  type RecordRole,
  toNameWords,
} from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { loadEntities } from "./find-lines.ts";
import { toLimit } from "./pages.ts";
import type { PageOptions } from "./record-store.ts";
import { toFirstNumber } from "./row-numbers.ts";
import type { Database, EntityTable } from "./tables.ts";

const MAX_APPEARANCES = 100;
const MAX_SIMILAR = 20;
const MAX_ROLES = 100;

export async function findEntities(db: Database, filter: EntityFilter, page?: PageOptions): Promise<Page<EntityLine>> {
  const limit = toLimit(page);
  const skipped = Number(page?.after ?? 0) || 0;
  const { affairId } = filter;
  const rows = await (affairId === undefined ? selectAll(db, filter) : selectOfAffair(db, filter, affairId))
    .orderBy("reports", "desc")
    .orderBy("e.id")
    .offset(skipped)
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const said = affairId === undefined ? undefined : await countStatements(db, affairId, shown);
  const items = shown.map((row) => ({
    ...toEntityLine(row),
    reportCount: Number(row.reports),
    ...(said && { statementCount: said.get(row.nr) ?? 0 }),
  }));
  return { items, next: rows.length > limit ? String(skipped + limit) : null };
}

function selectAll(db: Database, filter: EntityFilter) {
  const query = db.selectFrom("entity as e").selectAll("e").select("e.report_count as reports");
  return query.where(meets(filter)).where("e.report_count", ">", 0);
}

function selectOfAffair(db: Database, filter: EntityFilter, affairId: string) {
  // In the order of the index, so that nothing has to be sorted to find what comes twice.
  const named = db
    .selectFrom("affair_report as ar")
    .innerJoin("appearance as p", "p.report_nr", "ar.report_nr")
    .where(sql<boolean>`ar.affair_nr = (select nr from affair where id = ${affairId})`)
    .where("ar.way", "<>", "out")
    .select(["ar.report_nr", "p.entity"])
    .distinct();
  const counted = db
    .selectFrom(named.as("p"))
    .groupBy("p.entity")
    .select(["p.entity", sql<number>`count(*)`.as("reports")]);
  const query = db.selectFrom(counted.as("c")).innerJoin("entity as e", "e.nr", "c.entity");
  return query.selectAll("e").select("c.reports").where(meets(filter, sql`+e.merged_into is null`));
}

/** @param isOwn That the entity stands for itself; worded so that no index leads by it where others are to lead. */
function meets(filter: EntityFilter, isOwn = sql`e.merged_into is null`): RawBuilder<SqlBool> {
  const conditions = [isOwn];
  if (filter.kind !== undefined) conditions.push(sql`e.kind = ${filter.kind}`);
  if (filter.country !== undefined) conditions.push(sql`e.country = ${filter.country.toUpperCase()}`);
  for (const word of toNameWords(filter.name ?? "")) {
    const [from, to] = [word, `${word}\u{10ffff}`];
    conditions.push(
      sql`e.nr in (select coalesce(m.merged_into, m.nr) from entity_word x join entity m on m.nr = x.entity where x.word >= ${from} and x.word < ${to})`,
    );
  }
  return sql`${sql.join(conditions, sql` and `)}`;
}

/** What each of them said in an affair's reports. */
async function countStatements(
  db: Database,
  affairId: string,
  entities: readonly EntityTable[],
): Promise<Map<number, number>> {
  if (entities.length === 0) return new Map();
  const rows = await db
    .selectFrom("affair as a")
    .innerJoin("affair_report as ar", "ar.affair_nr", "a.nr")
    .innerJoin("item as i", "i.report_nr", "ar.report_nr")
    .select(["i.who", sql<number>`count(*)`.as("count")])
    .where("a.id", "=", affairId)
    .where("ar.way", "<>", "out")
    .where("i.kind", "=", "statement")
    .where("i.is_copy", "=", 0)
    .where("i.status", "<>", "rejected")
    // The reports lead: their statements are counted from one index.
    .where(sql<boolean>`+i.who in (${sql.join(entities.map(({ nr }) => nr))})`)
    .groupBy("i.who")
    .execute();
  return new Map(rows.map(({ who, count }) => [who!, Number(count)]));
}

export function toEntityLine(row: EntityTable): EntityLine {
  const { id, name, kind, country, report_count, statement_count } = row;
  return {
    id,
    name,
    kind: kind as EntityLine["kind"],
    country,
    reportCount: report_count,
    statementCount: statement_count,
  };
}

export async function getEntity(db: Database, engine: Engine, id: string): Promise<RecordEntity | undefined> {
  const asked = await db.selectFrom("entity").selectAll().where("id", "=", id).executeTakeFirst();
  if (asked === undefined) return undefined;
  const entity =
    asked.merged_into === null
      ? asked
      : await db.selectFrom("entity").selectAll().where("nr", "=", asked.merged_into).executeTakeFirstOrThrow();
  const names = await db
    .selectFrom("appearance")
    .select(["name", sql<number>`count(distinct report_nr)`.as("reports")])
    .where("entity", "=", entity.nr)
    .groupBy("name")
    .orderBy("reports", "desc")
    .orderBy("name")
    .execute();
  const appearances = await db
    .selectFrom("appearance as a")
    .innerJoin("report as r", "r.nr", "a.report_nr")
    .select(["r.id", "a.local_id", "a.name", "a.reason", "a.because", "a.mention_start", "a.mention_end"])
    .where("a.entity", "=", entity.nr)
    .orderBy("a.report_nr", "desc")
    .orderBy("a.local_id")
    .limit(MAX_APPEARANCES)
    .execute();
  const links = await db
    .selectFrom("judgement as j")
    .select(["j.id", "j.authority", "j.identifier"])
    .where("j.verdict", "=", "link")
    .where(
      sql<boolean>`j.entity_id in (select x.id from entity x where x.nr = ${entity.nr} or x.merged_into = ${entity.nr})`,
    )
    .where(sql<boolean>`not exists (select 1 from judgement u where u.undoes = j.id)`)
    .orderBy("j.nr")
    .execute();
  return {
    ...toEntityLine(entity),
    names: names.map(({ name, reports }) => ({ name, reportCount: reports })),
    roles: await findRoles(db, engine, entity.nr),
    links: links.map((row) => ({ authority: row.authority!, identifier: row.identifier!, judgementId: row.id })),
    appearances: appearances.map(
      (row): EntityAppearance => ({
        reportId: row.id,
        localId: row.local_id,
        name: row.name,
        reason: row.reason as EntityAppearance["reason"],
        because: row.because,
        mention: row.mention_start === null ? null : { start: row.mention_start, end: row.mention_end! },
      }),
    ),
    similar: await findSimilar(db, entity),
  };
}

async function findRoles(db: Database, engine: Engine, nr: number): Promise<RecordRole[]> {
  // Numbers of reports are in the order of time: of the thousands that may give a title, a few say since when and where.
  const groups = await db
    .selectFrom("role")
    .select(["title_key", "of_entity"])
    .select([
      sql<number>`count(distinct report_nr)`.as("reports"),
      sql<number>`min(report_nr)`.as("first"),
      sql<number | null>`min(case when report_nr >= ${toFirstNumber(1)} then report_nr end)`.as("first_dated"),
      sql<number>`max(report_nr)`.as("last"),
    ])
    .where("entity", "=", nr)
    .groupBy(["title_key", "of_entity"])
    .orderBy("reports", "desc")
    .orderBy("first")
    .limit(MAX_ROLES)
    .execute();
  const bodies = await loadEntities(
    db,
    groups.map(({ of_entity }) => of_entity),
  );
  const told = await loadRoles(
    db,
    engine,
    nr,
    groups.flatMap(({ first, first_dated, last }) => [first, first_dated ?? first, last]),
  );
  return groups.map(({ title_key, of_entity, reports, first, first_dated, last }): RecordRole => {
    const get = (reportNr: number | null) => told.get(`${reportNr} ${of_entity} ${title_key}`);
    const { title, id, evidence } = get(first)!;
    return {
      title,
      of: of_entity === null ? null : (bodies.get(of_entity) ?? null),
      reportCount: Number(reports),
      first: get(first_dated)?.published_at ?? null,
      last: get(last)!.published_at,
      evidence: { reportId: id, spans: JSON.parse(evidence) },
    };
  });
}

async function loadRoles(db: Database, engine: Engine, nr: number, reports: readonly number[]) {
  const rows = await db
    .selectFrom("role as o")
    .innerJoin("report as r", "r.nr", "o.report_nr")
    .select(["o.report_nr", "o.of_entity", "o.title", "o.title_key", "o.evidence", "r.id", "r.published_at"])
    .where(engine.isAmong("o.report_nr", [...new Set(reports)]))
    .where(sql<boolean>`+o.entity = ${nr}`)
    .execute();
  return new Map(rows.map((row) => [`${row.report_nr} ${row.of_entity} ${row.title_key}`, row]));
}

/** Others of the kind that are filed under one of its keys: the same family name, a name that sounds alike. */
async function findSimilar(db: Database, entity: EntityTable): Promise<EntityLine[]> {
  const rows = await db
    .selectFrom("entity as e")
    .selectAll("e")
    .where(
      sql<boolean>`e.nr in (select o.entity from entity_key k join entity_key o on o.key = k.key where k.entity = ${entity.nr})`,
    )
    .where("e.nr", "<>", entity.nr)
    .where("e.kind", "=", entity.kind)
    .where("e.merged_into", "is", null)
    .where("e.report_count", ">", 0)
    // Two states by their codes are two; "the country" is another in every report.
    .where(
      sql<boolean>`(e.country is null or ${entity.country === null ? sql`1 = 1` : sql`e.country = ${entity.country}`})`,
    )
    .where(sql<boolean>`lower(e.name) <> e.name`)
    .orderBy("e.report_count", "desc")
    .orderBy("e.id")
    .limit(MAX_SIMILAR)
    .execute();
  return rows.map(toEntityLine);
}
