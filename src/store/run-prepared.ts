/** SQL that every report asks for, put together once: Kysely's builder takes longer to write it than the database to run it. */
import { CompiledQuery, type DatabaseConnection, type QueryResult } from "kysely";
import type { Database } from "./tables.ts";

/** Few lengths of list, so that the prepared statements are used again. */
const LENGTHS = [1, 4, 16, 32, 64, 128, 256, 512];
const MAX_LENGTH = 512;

const numbered = new Map<string, string>();

/**
 * Runs a statement with its values, each a `?` in the text. Both engines know them as `$1`, `$2` …
 *
 * @param text One of the few in the program: what becomes of it is kept.
 */
export async function runPrepared<Row>(db: Database, text: string, values: readonly unknown[]): Promise<Row[]> {
  let own = numbered.get(text);
  if (own === undefined) {
    let number = 0;
    own = text.replaceAll("?", () => `$${++number}`);
    numbered.set(text, own);
  }
  return (await runRaw<Row>(db, CompiledQuery.raw(own, [...values]))).rows;
}

const connections = new WeakMap<Database, DatabaseConnection>();

/** Lets the statements of a transaction that is under way go to its connection without the seven functions between. */
export function keepConnection(trx: Database): Promise<void> {
  return trx.getExecutor().provideConnection(async (connection) => {
    connections.set(trx, connection);
  });
}

/** Runs a statement as it is. */
export function runRaw<Row>(db: Database, query: CompiledQuery): Promise<QueryResult<Row>> {
  return connections.get(db)?.executeQuery<Row>(query) ?? db.executeQuery<Row>(query);
}

/**
 * Runs a statement for a list that stands in it as `in (*)` or as rows, `values (*)`, before any `?`: as often as a long list
 * has to be cut. A piece is filled up with its last value, which tells an `in` nothing new; rows are to be made distinct.
 */
export async function runForList<Row>(
  db: Database,
  text: string,
  list: readonly unknown[],
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < list.length; start += MAX_LENGTH) {
    const some = list.slice(start, start + MAX_LENGTH);
    const length = LENGTHS.find((one) => one >= some.length)!;
    while (some.length < length) some.push(some[some.length - 1]);
    const whole = text
      .replace("in (*)", () => `in (${"?, ".repeat(length - 1)}?)`)
      .replace("values (*)", () => `values ${"(?), ".repeat(length - 1)}(?)`);
    for (const row of await runPrepared<Row>(db, whole, [...some, ...values])) rows.push(row);
  }
  return rows;
}
