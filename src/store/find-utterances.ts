/** Utterances: the same words of one speaker in several reports, side by side. */
import { sql } from "kysely";
import type { Statement } from "../reading/index.ts";
import { compareWording, type Page, type StatementLine, type UtteranceGroup } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { toLines } from "./find-lines.ts";
import { toLimit } from "./pages.ts";
import type { PageOptions } from "./record-store.ts";
import { findEntityNumber } from "./select-items.ts";
import type { Database, ItemTable } from "./tables.ts";

const LISTED_VERSIONS = 12;

/** @param most Of the wordings, the first; all by default. */
export async function getUtterance(
  db: Database,
  engine: Engine,
  id: string,
  most?: number,
): Promise<UtteranceGroup | undefined> {
  const number = Number(/^u(\d+)$/.exec(id)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(number)) return undefined;
  const rows = await db
    .selectFrom("item")
    .selectAll()
    .where("utterance", "=", number)
    .where("status", "<>", "rejected")
    .orderBy("nr")
    .execute();
  if (rows.length === 0) return undefined;
  // What is quoted word for word is fuller than any retelling.
  const ranked = rows.map((row) => ({
    row,
    rank: row.mode === "indirect" ? 0 : 1,
    length: (JSON.parse(row.data) as Statement).text.length,
  }));
  ranked.sort((one, other) => other.rank - one.rank || other.length - one.length || one.row.nr - other.row.nr);
  const lines = (await toLines(
    db,
    engine,
    ranked.slice(0, most).map(({ row }) => row),
  )) as StatementLine[];
  const [fullest, ...others] = lines;
  const versions = others.map((line) => ({ line, ...compareWording(fullest, line) }));
  return {
    id,
    speaker: fullest.speaker,
    versions: [{ line: fullest, relation: "fullest", leftOut: [] }, ...versions],
    count: rows.length,
  };
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
  const items: UtteranceGroup[] = [];
  for (const [utterance] of rows.slice(skipped, skipped + limit))
    items.push((await getUtterance(db, engine, `u${utterance}`, LISTED_VERSIONS))!);
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
