/** The newest of the items that meet conditions. */
import { type RawBuilder, sql } from "kysely";
import type { ListedKind } from "../record/index.ts";
import type { DayRange, Engine } from "./engine.ts";
import { toDay, toFirstNumber } from "./row-numbers.ts";
import { getNumber, type ItemConditions, leadsByWords, listBounds, selectItems } from "./select-items.ts";
import type { Database } from "./tables.ts";
import { listStretches } from "./time-words.ts";

export interface NewestOptions {
  /** Only items with a lower number. */
  readonly cursor: number | undefined;
  readonly count: number;
}

/** @returns Numbers of the items, the newest first. */
export async function findNewest(
  db: Database,
  engine: Engine,
  kind: ListedKind,
  conditions: ItemConditions,
  { cursor, count }: NewestOptions,
): Promise<number[]> {
  if (!engine.findsByTime || !leadsByWords(kind, conditions)) return find(cursor, count);
  // Of a word that one statement in 500 has, all matches would be fetched and sorted to show the newest few.
  const { from, to } = listBounds(conditions);
  const newest = Math.min(cursor ?? Number.MAX_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER);
  const last = newest < Number.MAX_SAFE_INTEGER ? newest - 1 : await getLastNumber();
  const found: number[] = [];
  let before = cursor;
  for (const days of listStretches(toDay(last))) {
    found.push(...(await find(cursor, count - found.length, days)));
    before = toFirstNumber(days.from);
    if (found.length >= count || before <= (from ?? 0)) return found;
  }
  return [...found, ...(await find(before, count - found.length))];

  async function getLastNumber(): Promise<number> {
    const { rows } = await sql<{ last: number | null }>`select max(nr) as last from item_words`.execute(db);
    return rows[0].last ?? 0;
  }

  async function find(before: number | undefined, limit: number, days?: DayRange): Promise<number[]> {
    let query = await selectItems(db, engine, kind, days === undefined ? conditions : { ...conditions, days });
    if (query === undefined) return [];
    if (before !== undefined) query = query.where(getNumber(engine, kind, conditions), "<", before);
    const rows: { nr: number }[] = await query
      .select("i.nr")
      .orderBy(toOrder(engine, kind, conditions), "desc")
      .limit(limit)
      .execute();
    return rows.map(({ nr }) => nr);
  }
}

/** What the rows are ordered by: the same number everywhere, but which table has it in order decides where the search begins. */
function toOrder(engine: Engine, kind: ListedKind, conditions: ItemConditions): RawBuilder<unknown> {
  // The word table's own order spares sorting all that it finds.
  if (leadsByWords(kind, conditions)) return engine.wordNumber;
  // An affair's reports are few: going through all rows in their order until enough are found would take longer than sorting.
  return conditions.affairId === undefined ? sql.ref("i.nr") : sql`+i.nr`;
}
