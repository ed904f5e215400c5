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
  if (conditions.affairId !== undefined && !leadsByWords(kind, conditions)) return findInReports(conditions.affairId);
  if (!engine.findsByTime || !leadsByWords(kind, conditions)) return find(toOrder(engine, kind, conditions), cursor);
  // Its statements that have the words are few: all are fetched and sorted.
  if (conditions.affairId !== undefined && (await isSmallAffair(db, conditions.affairId)))
    return find(UNORDERED, cursor);
  const { from, to } = listBounds(conditions);
  const newest = Math.min(cursor ?? Number.MAX_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER);
  const [edges, estimate] = await Promise.all([getEdges(db), estimateMatches()]);
  const [first, last] = [Math.max(from ?? 0, edges.first), Math.min(newest - 1, edges.last)];
  const days = Math.max(1, toDay(last) - toDay(first) + 1);
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

  /** The affair's reports are gone through from the newest, a few and then many at a time, until there is enough. */
  async function findInReports(affairId: string): Promise<number[]> {
    const { from, to } = listBounds(conditions);
    const found: number[] = [];
    // A day's reports are looked at together: among their items, no report comes before another.
    let before = Math.min(to ?? Number.MAX_SAFE_INTEGER, toNextDay(cursor));
    for (let most = Math.max(FEW_REPORTS, count); ; most *= 4) {
      const reports = await listNewestReports(db, affairId, { from: toFirstOfDay(from), before, most });
      const isLast = reports.length < most;
      const bound = isLast ? 0 : toFirstNumber(toDay(reports[reports.length - 1]));
      const some = isLast ? reports : await listNewestReports(db, affairId, { from: bound, before });
      found.push(...(await find(sql`+i.nr`, cursor, undefined, some)));
      if (found.length >= count || bound === 0) return found.slice(0, count);
      before = bound;
    }
  }

  async function estimateMatches(): Promise<number> {
    const query = await select(cursor);
    if (query === undefined) return 0;
    const [row] = await query.select("i.nr").explain("json");
    return row["QUERY PLAN"][0].Plan["Plan Rows"];
  }

  async function select(before: number | undefined, days?: DayRange, reports?: readonly number[]) {
    const only = { ...conditions, ...(days && { days }), ...(reports && { reports }) };
    const query = await selectItems(db, engine, kind, only);
    if (query === undefined || before === undefined) return query;
    return query.where(getNumber(engine, kind, conditions), "<", before);
  }

  async function find(
    order: RawBuilder<unknown>,
    before: number | undefined,
    days?: DayRange,
    reports?: readonly number[],
  ): Promise<number[]> {
    const query = await select(before, days, reports);
    if (query === undefined) return [];
    const rows: { nr: number }[] = await query.select("i.nr").orderBy(order, "desc").limit(count).execute();
    return rows.map(({ nr }) => nr);
  }
}

/** Of an affair, looked at first. */
const FEW_REPORTS = 64;

/** The numbers of an affair's reports, the newest first. */
async function listNewestReports(
  db: Database,
  affairId: string,
  { from, before, most }: { from: number; before: number; most?: number },
): Promise<number[]> {
  let query = db
    .selectFrom("affair_report")
    .select("report_nr")
    .where(sql<boolean>`affair_nr = (select nr from affair where id = ${affairId})`)
    .where("report_nr", ">=", from)
    .where("report_nr", "<", before)
    .where("way", "<>", "out")
    .orderBy("report_nr", "desc");
  if (most !== undefined) query = query.limit(most);
  return (await query.execute()).map(({ report_nr }) => report_nr);
}

/** The first number of the day after that of a row. */
function toNextDay(nr: number | undefined): number {
  return nr === undefined ? Number.MAX_SAFE_INTEGER : toFirstNumber(toDay(nr) + 1);
}

/** The first number of the day of a row. */
function toFirstOfDay(nr: number | undefined): number {
  return nr === undefined ? 0 : toFirstNumber(toDay(nr));
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
  return sql.ref("i.nr");
}
