/** Numbers of rows: the day of the report, then a count, so that the order of numbers is the order of time. */
import { StoreError } from "./errors.ts";
import { runPrepared } from "./run-prepared.ts";
import type { Database } from "./tables.ts";

/** Rows of one kind that an archive can ever be given. Days have 22 bits, counts 31: 53 in all, what a double holds. */
const COUNTS = 2 ** 31;

export function toRowNumber(day: number, count: number): number {
  return day * COUNTS + count;
}

/** The first number of a day; the number after all of it is the first of the next. */
export function toFirstNumber(day: number): number {
  return day * COUNTS;
}

export function toDay(nr: number): number {
  return Math.floor(nr / COUNTS);
}

/**
 * Takes `count` numbers that nobody else gets, and gives the first.
 *
 * The row of the counter stays locked until the transaction ends: writers of one kind go one after another.
 */
export async function takeNumbers(db: Database, name: string, count: number): Promise<number> {
  const text = "update counter set value = value + ? where name = ? returning value";
  const [{ value }] = await runPrepared<{ value: number }>(db, text, [count, name]);
  return value - count + 1;
}

/** Numbers for the rows of one transaction, taken for many at once where it is known how many there will be. */
export class NumberStock {
  readonly #db: Database;
  readonly #kept = new Map<string, { next: number; end: number }>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Takes numbers to be given one after another. Those that nobody asks for are lost. */
  async reserve(name: string, count: number): Promise<void> {
    const next = await takeNumbers(this.#db, name, count);
    this.#kept.set(name, { next, end: next + count });
  }

  /** The first of `count` numbers in a row. */
  async take(name: string, count: number): Promise<number> {
    const kept = this.#kept.get(name);
    if (kept === undefined || kept.end - kept.next < count) return takeNumbers(this.#db, name, count);
    const first = kept.next;
    kept.next += count;
    return first;
  }
}

/** The count in a row's number: the order of adding. */
export function toCount(nr: number): number {
  return nr % COUNTS;
}

/**
 * Keeps the number of an id from another archive, such as `j7`, and sees to it that nobody else gets it.
 *
 * @throws {StoreError} `invalid_value`, where it is no such id.
 */
export async function keepNumber(db: Database, name: string, id: string, letter: string): Promise<number> {
  const number = new RegExp(`^${letter}([1-9][0-9]{0,8})$`).exec(id);
  if (number === null) throw new StoreError("invalid_value", `"${id}" is no id such as ${letter}7.`);
  const nr = Number(number[1]);
  await db.updateTable("counter").set({ value: nr }).where("name", "=", name).where("value", "<", nr).execute();
  return nr;
}
