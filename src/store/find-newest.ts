/** The newest of the items that meet conditions. */
import { type RawBuilder, sql } from "kysely";
import type { ListedKind } from "../record/index.ts";
import type { DayRange, Engine } from "./engine.ts";
import { toDay, toFirstNumber } from "./row-numbers.ts";
import {
  getNumber,
  type ItemConditions,
  isSmallAffair,
  leadsByWords,
  listBounds,
  selectItems,
} from "./select-items.ts";
import type { Database } from "./tables.ts";
import { listStretches, SHORT_DAYS } from "./time-words.ts";

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
  if (!engine.findsByTime || !leadsByWords(kind, conditions)) return find(toOrder(engine, kind, conditions), cursor);
  // Its statements that have the words are few: all are fetched and sorted.
  if (conditions.affairId !== undefined && (await isSmallAffair(db, conditions.affairId)))
    return find(UNORDERED, cursor);
  const { from, to } = listBounds(conditions);
  const newest = Math.min(cursor ?? Number.MAX_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER);
  const edges = await getEdges(db);
  const [first, last] = [Math.max(from ?? 0, edges.first), Math.min(newest - 1, edges.last)];
  const days = Math.max(1, toDay(last) - toDay(first) + 1);
  const estimate = await estimateMatches();
  // Of a common word any stretch of time has some: going back from the newest row soon finds enough.
  if ((estimate / days) * SHORT_DAYS > MANY_MATCHES) return find(engine.wordNumber, cursor);
  // All matches of a rare one are fetched and sorted; of the others, those in one stretch of time after another.
  const length = Math.max(SHORT_DAYS, Math.ceil((days * count * 3) / estimate));
  const found: number[] = [];
  let before = cursor;
  for (const stretch of estimate < FEW_MATCHES ? [] : listStretches(toDay(last), length)) {
    found.push(...(await find(UNORDERED, cursor, stretch)));
    before = toFirstNumber(stretch.from);
    if (found.length >= count || before <= (from ?? 0)) return found.slice(0, count);
  }
  return [...found, ...(await find(UNORDERED, before))].slice(0, count);

  async function estimateMatches(): Promise<number> {
    const query = await select(cursor);
    if (query === undefined) return 0;
    const [row] = await query.select("i.nr").explain("json");
    return row["QUERY PLAN"][0].Plan["Plan Rows"];
  }

  async function select(before: number | undefined, days?: DayRange) {
    const query = await selectItems(db, engine, kind, days === undefined ? conditions : { ...conditions, days });
    if (query === undefined || before === undefined) return query;
    return query.where(getNumber(engine, kind, conditions), "<", before);
  }

  async function find(order: RawBuilder<unknown>, before: number | undefined, days?: DayRange): Promise<number[]> {
    const query = await select(before, days);
    if (query === undefined) return [];
    const rows: { nr: number }[] = await query.select("i.nr").orderBy(order, "desc").limit(count).execute();
    return rows.map(({ nr }) => nr);
  }
}

/** In the shortest stretch of time. */
const MANY_MATCHES = 500;
/** In all. */
const FEW_MATCHES = 300;

/** No index has this order. One that has makes PostgreSQL walk through all rows for a word that it takes for commoner than it is. */
const UNORDERED = sql`w.nr + 0`;

/** The first and last numbers of statements that have a date. */
async function getEdges(db: Database): Promise<{ first: number; last: number }> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`select
    (select min(nr) from item_words where nr >= ${toFirstNumber(1)}) as first, (select max(nr) from item_words) as last`.execute(
    db,
  );
  return { first: rows[0].first ?? 0, last: rows[0].last ?? 0 };
}

/** What the rows are ordered by: the same number everywhere, but which table has it in order decides where the search begins. */
function toOrder(engine: Engine, kind: ListedKind, conditions: ItemConditions): RawBuilder<unknown> {
  // The word table's own order spares sorting all that it finds.
  if (leadsByWords(kind, conditions)) return engine.wordNumber;
  // An affair's reports are few: going through all rows in their order until enough are found would take longer than sorting.
  return conditions.affairId === undefined ? sql.ref("i.nr") : sql`+i.nr`;
}
