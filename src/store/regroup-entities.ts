/** Puts people's merges and splits of entities into effect: which entity of the record each appearance counts as. */
import { sql } from "kysely";
import { getItemEntities, hashToHex } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { insertRows } from "./insert-rows.ts";
import { fromItemRow } from "./item-rows.ts";
import { copyStanceColumns } from "./match-issues.ts";
import { reapplyJudgements } from "./reapply-judgements.ts";
import { countEntities } from "./remove-report.ts";
import { takeNumbers } from "./row-numbers.ts";
import { renewStatementWords } from "./statement-words.ts";
import type { Database, JudgementTable } from "./tables.ts";
import { renewTally } from "./tallies.ts";

/** After a merge or split, or the undoing of one. */
export async function regroupEntities(db: Database, engine: Engine, judgement: JudgementTable): Promise<void> {
  if (judgement.verdict === "split") {
    await regroupReports(db, engine, [judgement.report_id!]);
    return;
  }
  const changed = await setRoots(db);
  if (changed.length === 0) return;
  const reports = await db
    .selectFrom("appearance as a")
    .innerJoin("report as r", "r.nr", "a.report_nr")
    .select("r.id")
    .distinct()
    .where("a.base", "in", changed)
    .execute();
  await regroupReports(
    db,
    engine,
    reports.map(({ id }) => id),
  );
}

/** Works out `merged_into` of all entities from the merges in force, and gives those for which it changed. */
async function setRoots(db: Database): Promise<number[]> {
  const merges = await db
    .selectFrom("judgement as j")
    .select(["entity_id", "into_id"])
    .where("verdict", "=", "merge")
    .where(sql<boolean>`not exists (select 1 from judgement u where u.undoes = j.id)`)
    .orderBy("nr")
    .execute();
  const parents = new Map<string, string>();
  const root = (id: string): string => {
    const parent = parents.get(id);
    return parent === undefined ? id : root(parent);
  };
  for (const { entity_id, into_id } of merges) {
    const [from, to] = [root(entity_id!), root(into_id!)];
    if (from !== to) parents.set(from, to);
  }
  const ids = [...new Set(merges.flatMap(({ entity_id, into_id }) => [entity_id!, into_id!]))];
  let query = db.selectFrom("entity").select(["nr", "id", "merged_into"]);
  query = query.where((eb) =>
    eb.or([eb("merged_into", "is not", null), ...(ids.length > 0 ? [eb("id", "in", ids)] : [])]),
  );
  const rows = await query.execute();
  const nrs = new Map(rows.map(({ id, nr }) => [id, nr]));
  const changed: number[] = [];
  for (const row of rows) {
    const to = root(row.id);
    const merged = to === row.id ? null : nrs.get(to)!;
    if (merged === row.merged_into) continue;
    await db.updateTable("entity").set({ merged_into: merged }).where("nr", "=", row.nr).execute();
    changed.push(row.nr);
  }
  return changed;
}

async function regroupReports(db: Database, engine: Engine, reportIds: readonly string[]): Promise<void> {
  for (const id of reportIds) {
    const { nr } = await db.selectFrom("report").select("nr").where("id", "=", id).executeTakeFirstOrThrow();
    await countEntities(db, engine, [nr], -1);
    await regroupReport(db, engine, nr, id);
    await countEntities(db, engine, [nr], 1);
  }
}

/** Sets the entities of a report's appearances, roles and items. The counts are left to the caller. */
export async function regroupReport(db: Database, engine: Engine, reportNr: number, reportId: string): Promise<void> {
  const appearances = await db
    .selectFrom("appearance as a")
    .innerJoin("entity as e", "e.nr", "a.base")
    .select([
      "a.local_id",
      "a.base",
      "a.entity",
      "a.name",
      "a.mention_start",
      "a.mention_end",
      "e.merged_into",
      "e.kind",
    ])
    .where("a.report_nr", "=", reportNr)
    .execute();
  const splits = await db
    .selectFrom("judgement as j")
    .select(["id", "anchor", "entity_id"])
    .where("report_id", "=", reportId)
    .where("verdict", "=", "split")
    .where(sql<boolean>`not exists (select 1 from judgement u where u.undoes = j.id)`)
    .orderBy("nr")
    .execute();
  for (const row of appearances) {
    const split = splits.find(({ anchor }) => {
      const { evidence, contentHash } = JSON.parse(anchor!);
      const [span] = evidence;
      if (span === undefined || row.mention_start === null) return contentHash === row.name;
      return span.start < row.mention_end! && row.mention_start < span.end;
    });
    const entity =
      split === undefined ? (row.merged_into ?? row.base) : await findSplitEntity(db, engine, split.id, row);
    if (entity === row.entity) continue;
    for (const table of ["appearance", "role"] as const) {
      await db
        .updateTable(table)
        .set({ entity })
        .where("report_nr", "=", reportNr)
        .where("local_id", "=", row.local_id)
        .execute();
    }
  }
  await regroupItems(db, engine, reportNr);
  await renewTally(db, reportNr);
  await reapplyJudgements(db, engine, reportId);
}

async function findSplitEntity(
  db: Database,
  engine: Engine,
  judgementId: string,
  row: { name: string; kind: string },
): Promise<number> {
  const id = `${row.kind.slice(0, 3)}-${hashToHex(`split|${judgementId}`).slice(0, 12)}`;
  const known = await db.selectFrom("entity").select(["nr", "merged_into"]).where("id", "=", id).executeTakeFirst();
  if (known !== undefined) return known.merged_into ?? known.nr;
  const nr = await takeNumbers(db, "entity", 1);
  await insertRows(db, engine, "entity", [
    {
      nr,
      id,
      kind: row.kind,
      name: row.name,
      country: null,
      names: JSON.stringify([row.name]),
      merged_into: null,
      report_count: 0,
      statement_count: 0,
    },
  ]);
  return nr;
}

/** Items of the machine name entities by their ids in the reading; those that people corrected are set anew afterwards. */
async function regroupItems(db: Database, engine: Engine, reportNr: number): Promise<void> {
  const appearances = await db
    .selectFrom("appearance")
    .select(["local_id", "entity"])
    .where("report_nr", "=", reportNr)
    .execute();
  const entities = new Map(appearances.map(({ local_id, entity }) => [local_id, entity]));
  const items = await db.selectFrom("item").selectAll().where("report_nr", "=", reportNr).execute();
  const renewed: string[] = [];
  for (const row of items) {
    if (row.local_id.startsWith("j")) continue;
    const found = fromItemRow(row);
    const own = getItemEntities(found);
    const who = own.who === null ? null : (entities.get(own.who) ?? null);
    const whom = own.whom === null ? null : (entities.get(own.whom) ?? null);
    if (who === row.who && whom === row.whom) continue;
    await db.updateTable("item").set({ who, whom }).where("nr", "=", row.nr).execute();
    if (who === row.who) continue;
    if (found.kind === "stance") await copyStanceColumns(db, row.nr);
    if (found.kind === "statement") renewed.push(row.local_id);
  }
  await renewStatementWords(db, engine, reportNr, renewed);
}
