/** Utterances: the same words of one speaker in several reports, side by side. */
import { sql } from "kysely";
import type { Statement } from "../reading/index.ts";
import { compareWording, type Page, type StatementLine, type UtteranceGroup } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { LINE_COLUMNS, type LineRow, toLines } from "./find-lines.ts";
import { toLimit } from "./pages.ts";
import type { PageOptions } from "./record-store.ts";
import { findEntityNumber } from "./select-items.ts";
import type { Database, ItemTable } from "./tables.ts";

const LISTED_VERSIONS = 12;

export async function getUtterance(db: Database, engine: Engine, id: string): Promise<UtteranceGroup | undefined> {
  const number = Number(/^u(\d+)$/.exec(id)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(number)) return undefined;
  return (await getUtterances(db, engine, [number]))[0];
}

/**
 * The groups of the numbers, in their order, asked for together; one that has no statement is left out.
 *
 * @param most Of the wordings of each, the first; all by default.
 */
async function getUtterances(
  db: Database,
  engine: Engine,
  numbers: readonly number[],
  most?: number,
): Promise<UtteranceGroup[]> {
  const rows = await db
    .selectFrom("item")
    .select([...LINE_COLUMNS, "mode"])
    .where(engine.isAmong("utterance", numbers))
    .where("status", "<>", "rejected")
    .execute();
  // What is quoted word for word is fuller than any retelling.
  const ranked = rows.map((row) => ({
    row,
    rank: row.mode === "indirect" ? 0 : 1,
    length: (JSON.parse(row.data) as Statement).text.length,
  }));
  ranked.sort((one, other) => other.rank - one.rank || other.length - one.length || one.row.nr - other.row.nr);
  const groups = new Map<number, LineRow[]>(numbers.map((number) => [number, []]));
  for (const { row } of ranked) groups.get(row.utterance!)!.push(row);
  const shown = [...groups.values()].flatMap((group) => group.slice(0, most));
  const lines = (await toLines(db, engine, shown)) as StatementLine[];
  const byNumber = new Map(lines.map((line, index) => [shown[index].nr, line]));
  return [...groups].flatMap(([number, group]) => {
    if (group.length === 0) return [];
    const [fullest, ...others] = group.slice(0, most).map(({ nr }) => byNumber.get(nr)!);
    const versions = others.map((line) => ({ line, ...compareWording(fullest, line) }));
    return {
      id: `u${number}`,
      speaker: fullest.speaker,
      versions: [{ line: fullest, relation: "fullest" as const, leftOut: [] }, ...versions],
      count: group.length,
    };
  });
}

export async function findUtterances(
  db: Database,
  engine: Engine,
  { affairId, speaker }: { affairId?: string; speaker?: string },
  page?: PageOptions,
): Promise<Page<UtteranceGroup>> {
  const limit = toLimit(page);
  const skipped = Number(page?.after ?? 0) || 0;
  const who = speaker === undefined ? undefined : await findEntityNumber(db, speaker);
  if (speaker !== undefined && who === undefined) return { items: [], next: null };
  const reports = affairId === undefined ? undefined : await listAffairReports(db, affairId);
  const isSpeakers = who === undefined ? sql`` : sql`and who = ${who}`;
  const isThere = reports === undefined ? sql`` : sql`and ${engine.isAmong("report_nr", reports)}`;
  // The first that said it has its own number; all others are few. PostgreSQL does not know that, and is not asked for both at once.
  const again = await sql<{ utterance: number }>`
    select distinct utterance from item
    where utterance <> nr and status <> 'rejected' ${isSpeakers} ${isThere}`.execute(db);
  const utterances = again.rows.map(({ utterance }) => utterance);
  const said = await sql<Pick<ItemTable, "report_nr" | "who"> & { utterance: number }>`
    select utterance, report_nr, who from item
    where ${engine.isAmong("utterance", utterances)} and kind = 'statement' and status <> 'rejected'`.execute(db);
  const groups = new Map<number, Set<number>>(utterances.map((utterance) => [utterance, new Set()]));
  const wanted = reports === undefined ? undefined : new Set(reports);
  for (const row of said.rows) {
    if (wanted !== undefined && !wanted.has(row.report_nr)) continue;
    if (who === undefined || row.who === who) groups.get(row.utterance)!.add(row.report_nr);
  }
  const rows = [...groups].filter(([, { size }]) => size > 1);
  rows.sort((one, other) => other[1].size - one[1].size || other[0] - one[0]);
  const shown = rows.slice(skipped, skipped + limit).map(([utterance]) => utterance);
  const items = await getUtterances(db, engine, shown, LISTED_VERSIONS);
  return { items, next: rows.length > skipped + limit ? String(skipped + limit) : null };
}

async function listAffairReports(db: Database, affairId: string): Promise<number[]> {
  const rows = await db
    .selectFrom("affair_report as r")
    .innerJoin("affair as a", "a.nr", "r.affair_nr")
    .select("r.report_nr")
    .where("a.id", "=", affairId)
    .where("r.way", "<>", "out")
    .execute();
  return rows.map(({ report_nr }) => report_nr);
}
