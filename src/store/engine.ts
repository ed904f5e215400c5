/** What the two stores do not have in common. */
import type { Dialect, Kysely, RawBuilder, SqlBool } from "kysely";
import type { WordQuery } from "../record/index.ts";
import type { Database } from "./tables.ts";

export type WordTable = "report_words" | "item_words";

/** Days of reports, the first included and the last not. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** A table of two columns that are its key together; an index finds its rows by the second one. */
export interface KeyTable {
  readonly name: string;
  readonly columns: readonly [string, string];
}

export interface Engine {
  readonly name: "sqlite" | "postgres";
  readonly dialect: Dialect;
  /** Column types: whole numbers of 53 bits, text ordered by its code units, bytes. */
  readonly types: { readonly integer: string; readonly text: string; readonly real: string; readonly bytes: string };
  /** Values in one statement, at most. */
  readonly maxParameters: number;
  /** How a statement refers to its value of this number, from 1. */
  toPlaceholder(number: number): string;
  /** Tells the database how its tables are shaped, where it cannot know before they are filled. */
  describeTables(db: Kysely<unknown>): Promise<void>;
  /** Has the database look at its tables after many rows came in at once, where it plans by what it found in them. */
  countRows(db: Kysely<unknown>): Promise<void>;
  /** Has tables that are all key kept in the order of the keys alone, where rows would otherwise be kept twice. */
  keepInOrderOfKeys(db: Kysely<unknown>, tables: readonly KeyTable[]): Promise<void>;
  /** Makes a table that finds rows by the stems in them. */
  createWordTable(db: Kysely<unknown>, table: WordTable): Promise<void>;
  addWords(db: Database, table: WordTable, rows: readonly { nr: number; stems: readonly string[] }[]): Promise<void>;
  removeWords(db: Database, table: WordTable, nrs: readonly number[]): Promise<void>;
  /** Whether a column has one of many numbers, as one value of a statement that is the same for however many. */
  isAmong(column: string | RawBuilder<number | null>, numbers: readonly number[]): RawBuilder<SqlBool>;
  /** Whether two columns have one of many pairs of a number and a text, likewise. */
  isAmongPairs(columns: readonly [string, string], pairs: readonly (readonly [number, string])[]): RawBuilder<SqlBool>;
  /** Whether the row of a word table, called `w`, is one of the few that a query selects by their numbers. */
  isOneOf(selected: RawBuilder<unknown>): RawBuilder<SqlBool>;
  /** The column of a word table, called `w` in the query, that holds the row's number. */
  readonly wordNumber: RawBuilder<number>;
  /**
   * Whether the row called `w` has the words. `query.all` is never empty.
   *
   * @param days For engines that find matches by time, rows of `item_words` alone.
   */
  hasWords(table: WordTable, query: WordQuery, days?: DayRange): RawBuilder<SqlBool>;
  /** Whether matches in a stretch of time are found without the others; the other kind finds them in the order of time. */
  readonly findsByTime: boolean;
}

/** Cuts a list so that each piece fits into one statement. */
export function* toChunks<Row>(rows: readonly Row[], size: number): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}
