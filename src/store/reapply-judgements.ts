/** Puts people's judgements into effect on the rows of a report: after it was read, and whenever a judgement is made or undone. */
import { sql } from "kysely";
import type { Reading } from "../reading/index.ts";
import {
  applyCorrection,
  type Correction,
  findAnchored,
  getCorrectedEntities,
  getItemEntities,
  type JudgementAnchor,
  listItems,
  type ReadItem,
  toReportDay,
} from "../record/index.ts";
import type { Found } from "./add-reports.ts";
import type { Engine } from "./engine.ts";
import { insertRows } from "./insert-rows.ts";
import { toColumns } from "./item-rows.ts";
import { copyStanceColumns } from "./match-issues.ts";
import { unpack } from "./pack.ts";
import { takeNumbers, toRowNumber } from "./row-numbers.ts";
import { renewStatementWords } from "./statement-words.ts";
import type { Database, ItemTable, JudgementTable } from "./tables.ts";
import { renewTally } from "./tallies.ts";

/** Judgements in force, the oldest first. */
export async function findActive(db: Database, reportId: string): Promise<JudgementTable[]> {
  return db
    .selectFrom("judgement as j")
    .selectAll()
    .where("report_id", "=", reportId)
    .where("verdict", "in", ["accept", "reject", "correct", "split"])
    .where(sql<boolean>`not exists (select 1 from judgement u where u.undoes = j.id)`)
    .orderBy("nr")
    .execute();
}

/**
 * Sets the rows of a report's items to what the machine found with all judgements in force applied.
 *
 * A judgement whose item the reading no longer has keeps it, as it stood, as an item of its own (`j12`), unless it rejected
 * it. The counts of entities are left to the caller.
 *
 * @param only Local ids of the items to set; all of the report by default.
 */
export async function reapplyJudgements(
  db: Database,
  engine: Engine,
  reportId: string,
  only?: ReadonlySet<string>,
): Promise<void> {
  const judgements = (await findActive(db, reportId)).filter(({ verdict }) => verdict !== "split");
  if (judgements.length === 0 && only === undefined) return;
  const report = await db
    .selectFrom("report")
    .select(["nr", "text", "found", "published_at", "copy_of"])
    .where("id", "=", reportId)
    .executeTakeFirstOrThrow();
  const reading = unpack<Found>(report.found).reading;
  const items = reading === null ? [] : listItems(reading as Reading);
  const byItem = new Map<string, JudgementTable[]>();
  for (const judgement of judgements) {
    const anchor: JudgementAnchor = JSON.parse(judgement.anchor!);
    const found = findAnchored(anchor, items, report.text);
    const localId = found?.id ?? `j${judgement.nr}`;
    // Of several judgements on an item that is gone, the first keeps it.
    const kept = found === undefined ? findKeeper(byItem, anchor) : undefined;
    const id = kept ?? localId;
    byItem.set(id, [...(byItem.get(id) ?? []), judgement]);
    if (judgement.local_id !== id)
      await db.updateTable("judgement").set({ local_id: id }).where("nr", "=", judgement.nr).execute();
  }
  const machine = new Map(items.map((found) => [found.id, found]));
  const touched = new Set([...byItem.keys(), ...(only ?? [])]);
  for (const localId of touched) {
    const judged = byItem.get(localId) ?? [];
    const last = judged.at(-1);
    const found = machine.get(localId) ?? (last && toKept(last, localId));
    if (found === undefined) {
      await removeItem(db, engine, report.nr, localId);
      continue;
    }
    const isThere = machine.has(localId);
    if (!isThere && last?.verdict === "reject") continue;
    await setItem(db, engine, report, reportId, found, judged);
  }
  await renewTally(db, report.nr);
}

function findKeeper(
  byItem: ReadonlyMap<string, readonly JudgementTable[]>,
  anchor: JudgementAnchor,
): string | undefined {
  for (const [id, judgements] of byItem) {
    if (!id.startsWith("j")) continue;
    const other: JudgementAnchor = JSON.parse(judgements[0].anchor!);
    if (other.kind === anchor.kind && other.contentHash === anchor.contentHash) return id;
  }
  return undefined;
}

function toKept(judgement: JudgementTable, id: string): ReadItem {
  const { kind }: JudgementAnchor = JSON.parse(judgement.anchor!);
  return { kind, id, item: JSON.parse(judgement.before!).item } as ReadItem;
}

async function setItem(
  db: Database,
  engine: Engine,
  report: { nr: number; text: string; published_at: string | null; copy_of: string | null },
  reportId: string,
  found: ReadItem,
  judgements: readonly JudgementTable[],
): Promise<void> {
  let item = found;
  let isCorrected = false;
  const entities = await findOwnEntities(db, report.nr, found, judgements.at(-1));
  for (const { correction } of judgements) {
    if (correction === null) continue;
    const change: Correction = JSON.parse(correction);
    item = applyCorrection(item, change, report.text);
    isCorrected = true;
    const { who, whom } = getCorrectedEntities(change);
    if (who !== undefined) entities.who = who === null ? null : await findEntity(db, engine, report.nr, reportId, who);
    if (whom !== undefined)
      entities.whom = whom === null ? null : await findEntity(db, engine, report.nr, reportId, whom);
  }
  const last = judgements.at(-1)?.verdict;
  const status =
    last === undefined ? "unjudged" : last === "reject" ? "rejected" : isCorrected ? "corrected" : "accepted";
  const columns = { ...toColumns(item), ...entities, status };
  const row = await db
    .selectFrom("item")
    .select("nr")
    .where("report_nr", "=", report.nr)
    .where("local_id", "=", found.id)
    .executeTakeFirst();
  let nr = row?.nr;
  if (nr === undefined) {
    nr = toRowNumber(toReportDay(report.published_at), await takeNumbers(db, "item", 1));
    const added: ItemTable = {
      nr, seq: 0, report_nr: report.nr, local_id: found.id, kind: found.kind, ...columns,
      is_copy: report.copy_of === null ? 0 : 1, utterance: found.kind === "statement" ? nr : null,
    }; // biome-ignore format: a row
    await insertRows(db, engine, "item", [added]);
  } else {
    await db.updateTable("item").set(columns).where("nr", "=", nr).execute();
    if (found.kind === "stance") await copyStanceColumns(db, nr);
  }
  await renewStatementWords(db, engine, report.nr, listStatementsOf({ ...columns, ...found }));
}

/** Local ids of the statements whose words tell of an item. */
function listStatementsOf({ kind, id, mode }: { kind: string; id: string; mode: string | null }): string[] {
  return kind === "statement" ? [id] : kind === "stance" && mode !== null ? [mode] : [];
}

async function removeItem(db: Database, engine: Engine, reportNr: number, localId: string): Promise<void> {
  const row = await db
    .selectFrom("item")
    .select(["nr", "kind", "mode"])
    .where("report_nr", "=", reportNr)
    .where("local_id", "=", localId)
    .executeTakeFirst();
  if (row === undefined) return;
  if (row.kind === "statement") await engine.removeWords(db, "item_words", [row.nr]);
  await db.deleteFrom("issue_stance").where("item_nr", "=", row.nr).execute();
  await db.deleteFrom("utterance_key").where("item_nr", "=", row.nr).execute();
  await db.deleteFrom("item").where("nr", "=", row.nr).execute();
  await renewStatementWords(db, engine, reportNr, listStatementsOf({ ...row, id: localId }));
}

async function findOwnEntities(
  db: Database,
  reportNr: number,
  found: ReadItem,
  keeper: JudgementTable | undefined,
): Promise<{ who: number | null; whom: number | null }> {
  const own = getItemEntities(found);
  if (found.id.startsWith("j")) {
    // Ids of an earlier reading mean nothing now: the judgement remembers whom they named.
    const { who, whom } = JSON.parse(keeper?.before ?? "{}");
    const nrs = await db
      .selectFrom("entity")
      .select(["nr", "id", "merged_into"])
      .where("id", "in", [who ?? "", whom ?? ""])
      .execute();
    const get = (id: string | null) =>
      nrs.filter((row) => row.id === id).map(({ nr, merged_into }) => merged_into ?? nr)[0] ?? null;
    return { who: get(who), whom: get(whom) };
  }
  const rows = await db
    .selectFrom("appearance")
    .select(["local_id", "entity"])
    .where("report_nr", "=", reportNr)
    .where("local_id", "in", [own.who ?? "", own.whom ?? ""])
    .execute();
  const get = (id: string | null) => rows.find(({ local_id }) => local_id === id)?.entity ?? null;
  return { who: get(own.who), whom: get(own.whom) };
}

/** By id of the record, else by the name it has in the report, else a new entity of the record, a person. */
async function findEntity(
  db: Database,
  engine: Engine,
  reportNr: number,
  reportId: string,
  named: string,
): Promise<number> {
  const known = await db.selectFrom("entity").select(["nr", "merged_into"]).where("id", "=", named).executeTakeFirst();
  if (known !== undefined) return known.merged_into ?? known.nr;
  const here = await db
    .selectFrom("appearance")
    .select("entity")
    .where("report_nr", "=", reportNr)
    .where((eb) => eb.or([eb("name", "=", named), eb("local_id", "=", named)]))
    .executeTakeFirst();
  if (here !== undefined) return here.entity;
  const { nameEntity } = await import("./link-entities.ts");
  return nameEntity(db, engine, named, reportId);
}
