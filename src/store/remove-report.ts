/** Takes a report out of every table but the judgements, before it is put in again with a newer reading. */
import { sql } from "kysely";
import type { Engine } from "./engine.ts";
import { runPrepared } from "./run-prepared.ts";
import type { Database } from "./tables.ts";

export async function removeReport(db: Database, engine: Engine, nr: number): Promise<void> {
  await countEntities(db, nr, -1);
  await removeItems(db, engine, nr);
  const bases = await db.selectFrom("appearance").select("base").distinct().where("report_nr", "=", nr).execute();
  for (const table of ["appearance", "role", "bucket", "affair_report"] as const) {
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

/** Adds a report's mentions and statements to its entities' counts, or (-1) takes them off. */
export async function countEntities(db: Database, reportNr: number, sign: 1 | -1): Promise<void> {
  await runPrepared(
    db,
    `update entity set report_count = report_count + cast(? as integer)
     where nr in (select entity from appearance where report_nr = ?)`,
    [sign, reportNr],
  );
  const spoke = await runPrepared<{ who: number; count: number }>(
    db,
    `select who, count(*) as count from item
     where report_nr = ? and kind = 'statement' and is_copy = 0 and status <> 'rejected' and who is not null group by who`,
    [reportNr],
  );
  for (const { who, count } of spoke) {
    const text = "update entity set statement_count = statement_count + cast(? as integer) where nr = ?";
    await runPrepared(db, text, [sign * count, who]);
  }
}
