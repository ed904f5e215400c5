/** Puts statements that are the same utterance into one group, as they are added. */
import { isSameUtterance, MAX_UTTERANCE_DAYS, makeUtteranceKeys, type Wording } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { insertRows } from "./insert-rows.ts";
import { toDay, toFirstNumber } from "./row-numbers.ts";
import { runForList } from "./run-prepared.ts";
import type { Database, ItemTable } from "./tables.ts";

const MAX_CANDIDATES = 200;

/**
 * Sets `utterance` of the statements among the rows, which are not in the archive yet, and writes their keys.
 *
 * @param wordings Of the statements, by their ids in the reading.
 */
export async function groupUtterances(
  db: Database,
  engine: Engine,
  rows: readonly ItemTable[],
  wordings: ReadonlyMap<string, Wording>,
): Promise<void> {
  const keysOf = new Map<number, number[]>();
  for (const row of rows) {
    if (row.kind !== "statement") continue;
    row.utterance = row.nr;
    // Words without a speaker are anybody's: two such are not taken for one utterance.
    if (row.who === null) continue;
    keysOf.set(row.nr, makeUtteranceKeys(String(row.who), wordings.get(row.local_id)!.text));
  }
  const all = [...new Set([...keysOf.values()].flat())];
  if (all.length === 0) return;
  const day = toDay(rows[0].nr);
  const candidates = await runForList<Pick<ItemTable, "nr" | "who" | "utterance" | "data"> & { hash: number }>(
    db,
    `select k.hash, i.nr, i.who, i.utterance, i.data from utterance_key k join item i on i.nr = k.item_nr
     where k.hash in (*) and k.item_nr >= ? and k.item_nr < ? limit ?`,
    all,
    [
      toFirstNumber(Math.max(0, day - MAX_UTTERANCE_DAYS)),
      toFirstNumber(day + MAX_UTTERANCE_DAYS + 1),
      MAX_CANDIDATES * 8,
    ],
  );
  const byHash = new Map<number, typeof candidates>();
  for (const candidate of candidates) byHash.set(candidate.hash, [...(byHash.get(candidate.hash) ?? []), candidate]);
  for (const row of rows) {
    const keys = keysOf.get(row.nr);
    if (keys === undefined) continue;
    const own = wordings.get(row.local_id)!;
    const seen = new Set<number>();
    for (const candidate of keys.flatMap((key) => byHash.get(key) ?? [])) {
      if (seen.has(candidate.nr) || seen.size >= MAX_CANDIDATES || candidate.who !== row.who) continue;
      seen.add(candidate.nr);
      if (!isSameUtterance(own, JSON.parse(candidate.data))) continue;
      row.utterance = candidate.utterance ?? candidate.nr;
      break;
    }
  }
  const keys = [...keysOf].flatMap(([item_nr, hashes]) => hashes.map((hash) => ({ hash, item_nr })));
  await insertRows(db, engine, "utterance_key", keys, "ignore");
}
