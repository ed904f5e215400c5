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
import { countInAffair } from "./tallies.ts";

const MAX_APPEARANCES = 100;
const MAX_SIMILAR = 20;
const MAX_ROLES = 100;

export async function findEntities(
  db: Database,
  engine: Engine,
  filter: EntityFilter,
  page?: PageOptions,
): Promise<Page<EntityLine>> {
  const limit = toLimit(page);
  const skipped = Number(page?.after ?? 0) || 0;
  const { affairId } = filter;
  const [first, last] = [skipped, skipped + limit + 1];
  const found =
    affairId === undefined
      ? await listAll(db, filter, first, last)
      : (await listOfAffair(db, engine, filter, affairId, last)).slice(first);
  return { items: found.slice(0, limit), next: found.length > limit ? String(skipped + limit) : null };
}

const LINE_COLUMNS = ["nr", "id", "kind", "name", "country", "report_count", "statement_count"] as const;

async function listAll(db: Database, filter: EntityFilter, first: number, last: number): Promise<EntityLine[]> {
  const rows = await db
    .selectFrom("entity as e")
    .select(LINE_COLUMNS)
    .where(meets(filter))
    .where("e.report_count", ">", 0)
    .orderBy("report_count", "desc")
    .orderBy("e.id")
    .offset(first)
    .limit(last - first)
    .execute();
  return rows.map(toEntityLine);
}

/** Entities that an affair names, looked at together at first: most of the thousands there are come too late to be shown. */
const FIRST_NAMED = 256;

/** Up to `last` of those that most of the affair's reports name. */
async function listOfAffair(
  db: Database,
  engine: Engine,
  filter: EntityFilter,
  affairId: string,
  last: number,
): Promise<EntityLine[]> {
  const tallies = await countInAffair(db, affairId);
  const getReports = (nr: number) => tallies.get(nr)!.reports;
  const nrs = [...tallies.keys()].filter((nr) => getReports(nr) > 0);
  nrs.sort((one, other) => getReports(other) - getReports(one));
  const found: EntityLine[] = [];
  let start = 0;
  for (let count = Math.max(FIRST_NAMED, 2 * last); start < nrs.length && found.length < last; count *= 4) {
    let end = Math.min(nrs.length, start + count);
    // Those that as many reports name are in the order of their ids: they are looked at together.
    while (end < nrs.length && getReports(nrs[end]) === getReports(nrs[end - 1])) end++;
    const some = nrs.slice(start, end);
    const isOwn = sql`+e.merged_into is null`;
    const rows = await db
      .selectFrom("entity as e")
      .select(LINE_COLUMNS)
      .where(engine.isAmong("e.nr", some))
      .where(meets(filter, isOwn))
      .execute();
    const lines = rows.map((row) => {
      const { reports, statements } = tallies.get(row.nr)!;
      return { ...toEntityLine(row), reportCount: reports, statementCount: statements };
    });
    lines.sort((one, other) => other.reportCount - one.reportCount || (one.id < other.id ? -1 : 1));
    found.push(...lines);
    start = end;
  }
  return found.slice(0, last);
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

type LineRow = Pick<EntityTable, (typeof LINE_COLUMNS)[number]>;

export function toEntityLine(row: LineRow): EntityLine {
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
  // At once, where the database can do several things at a time.
  const names = db
    .selectFrom("appearance")
    .select(["name", sql<number>`count(distinct report_nr)`.as("reports")])
    .where("entity", "=", entity.nr)
    .groupBy("name")
    .orderBy("reports", "desc")
    .orderBy("name")
    .execute();
  const appearances = db
    .selectFrom("appearance as a")
    .innerJoin("report as r", "r.nr", "a.report_nr")
    .select(["r.id", "r.title", "r.outlet", "r.published_at"])
    .select(["a.local_id", "a.name", "a.reason", "a.because", "a.mention_start", "a.mention_end"])
    .where("a.entity", "=", entity.nr)
    .orderBy("a.report_nr", "desc")
    .orderBy("a.local_id")
    .limit(MAX_APPEARANCES)
    .execute();
  const links = db
    .selectFrom("judgement as j")
    .select(["j.id", "j.authority", "j.identifier"])
    .where("j.verdict", "=", "link")
    .where(
      sql<boolean>`j.entity_id in (select x.id from entity x where x.nr = ${entity.nr} or x.merged_into = ${entity.nr})`,
    )
    .where(sql<boolean>`not exists (select 1 from judgement u where u.undoes = j.id)`)
    .orderBy("j.nr")
    .execute();
  const [called, roles, linked, appeared, similar] = await Promise.all([
    names,
    findRoles(db, engine, entity.nr),
    links,
    appearances,
    findSimilar(db, entity),
  ]);
  return {
    ...toEntityLine(entity),
    names: called.map(({ name, reports }) => ({ name, reportCount: reports })),
    roles,
    links: linked.map((row) => ({ authority: row.authority!, identifier: row.identifier!, judgementId: row.id })),
    appearances: appeared.map(
      (row): EntityAppearance => ({
        reportId: row.id,
        title: row.title,
        outlet: row.outlet,
        publishedAt: row.published_at,
        localId: row.local_id,
        name: row.name,
        reason: row.reason as EntityAppearance["reason"],
        because: row.because,
        mention: row.mention_start === null ? null : { start: row.mention_start, end: row.mention_end! },
      }),
    ),
    similar,
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
    engine,
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
