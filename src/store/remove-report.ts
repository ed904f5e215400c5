/** Takes a report out of every table but the judgements, before it is put in again with a newer reading. */
import { sql } from "kysely";
import { type Engine, toChunks } from "./engine.ts";
import { runForList, runPrepared } from "./run-prepared.ts";
import type { Database } from "./tables.ts";

export async function removeReport(db: Database, engine: Engine, nr: number): Promise<void> {
  await countEntities(db, engine, [nr], -1);
  await removeItems(db, engine, nr);
  const bases = await db.selectFrom("appearance").select("base").distinct().where("report_nr", "=", nr).execute();
  for (const table of ["appearance", "role", "bucket", "affair_report", "tally"] as const) {
    await db.deleteFrom(table).where("report_nr", "=", nr).execute();
  }
  await removeUnnamed(
    db,
    bases.map(({ base }) => base),
  );
  await engine.removeWords(db, "report_words", [nr]);
  await db.deleteFrom("report").where("nr", "=", nr).execute();
}

async function removeItems(db: Database, engine: Engine, reportNr: number): Promise<void> {
  const items = await db.selectFrom("item").select(["nr", "kind"]).where("report_nr", "=", reportNr).execute();
  if (items.length === 0) return;
  const nrs = items.map(({ nr }) => nr);
  await engine.removeWords(
    db,
    "item_words",
    items.filter(({ kind }) => kind === "statement").map(({ nr }) => nr),
  );
  await db.deleteFrom("utterance_key").where("item_nr", "in", nrs).execute();
  await db.deleteFrom("issue_stance").where("item_nr", "in", nrs).execute();
  await db.deleteFrom("item").where("report_nr", "=", reportNr).execute();
}

/** Entities that no report names any more, unless a judgement speaks of them. */
async function removeUnnamed(db: Database, bases: readonly number[]): Promise<void> {
  if (bases.length === 0) return;
  const unnamed = await db
    .selectFrom("entity as e")
    .select(["e.nr"])
    .where("e.nr", "in", bases)
    .where("e.merged_into", "is", null)
    .where(sql<boolean>`not exists (select 1 from appearance a where a.base = e.nr or a.entity = e.nr)`)
    .where(sql<boolean>`not exists (select 1 from item i where i.who = e.nr or i.whom = e.nr)`)
    .where(sql<boolean>`not exists (select 1 from entity m where m.merged_into = e.nr)`)
    .where(sql<boolean>`not exists (select 1 from judgement j where j.entity_id = e.id or j.into_id = e.id)`)
    .execute();
  const nrs = unnamed.map(({ nr }) => nr);
  if (nrs.length === 0) return;
  await db.deleteFrom("entity_key").where("entity", "in", nrs).execute();
  await db.deleteFrom("entity_word").where("entity", "in", nrs).execute();
  await db.deleteFrom("entity").where("nr", "in", nrs).execute();
}

/** Adds reports' mentions and statements to their entities' counts, or (-1) takes them off. */
export async function countEntities(
  db: Database,
  engine: Engine,
  reportNrs: readonly number[],
  sign: 1 | -1,
): Promise<void> {
  const named = await runForList<{ entity: number; count: number }>(
    db,
    "select entity, count(distinct report_nr) as count from appearance where report_nr in (*) group by entity",
    reportNrs,
  );
  const spoke = await runForList<{ who: number; count: number }>(
    db,
    `select who, count(*) as count from item
     where report_nr in (*) and kind = 'statement' and is_copy = 0 and status <> 'rejected' and who is not null group by who`,
    reportNrs,
  );
  const counts = new Map<number, { reports: number; statements: number }>();
  const getCounts = (entity: number) => {
    const known = counts.get(entity) ?? { reports: 0, statements: 0 };
    counts.set(entity, known);
    return known;
  };
  for (const { entity, count } of named) getCounts(entity).reports += count;
  for (const { who, count } of spoke) getCounts(who).statements += count;
  await addCounts(db, engine, counts, sign);
}

const COUNTED_TOGETHER = 64;

async function addCounts(
  db: Database,
  engine: Engine,
  counts: ReadonlyMap<number, { readonly reports: number; readonly statements: number }>,
  sign: 1 | -1,
): Promise<void> {
  const rows = [...counts].map(([nr, { reports, statements }]) => [nr, sign * reports, sign * statements]);
  for (const some of toChunks(rows, COUNTED_TOGETHER)) {
    const length = some.length === 1 ? 1 : COUNTED_TOGETHER;
    // Rows of nobody fill the list up, so that the prepared statement is used again.
    while (some.length < length) some.push([-1, 0, 0]);
    const { integer } = engine.types;
    const row = `(${Array.from({ length: 3 }, () => `cast(? as ${integer})`).join(", ")})`;
    await runPrepared(
      db,
      `update entity set report_count = entity.report_count + v.column2, statement_count = entity.statement_count + v.column3
       from (values ${Array.from({ length }, () => row).join(", ")}) v where entity.nr = v.column1`,
      some.flat(),
    );
  }
}
