/** PostgreSQL, by pg: many machines on one archive, full text by tsvector. */
import { PostgresDialect, sql } from "kysely";
import pg from "pg";
import { type Engine, toChunks } from "./engine.ts";
import { listTimeWords, listWordsOfDays } from "./time-words.ts";

const INT8 = 20;
/**
 * Compiling a plan, or starting processes to share a query, takes longer than any query here. An address with options of its own
 * has these instead.
 */
const OPTIONS = "-c jit=off -c max_parallel_workers_per_gather=0";

/** @param address As in `postgres://user:password@host/database`. */
export function createPostgresEngine(address: string): Engine {
  // Whole numbers here have 53 bits: a double holds them, and a string would compare by its digits.
  const types: pg.CustomTypesConfig = {
    getTypeParser: ((type: number, format?: "text") =>
      type === INT8 ? Number : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
  };
  return {
    name: "postgres",
    dialect: new PostgresDialect({
      pool: async () => {
        const pool = new pg.Pool({ connectionString: address, max: 8, types, options: OPTIONS });
        // A connection that breaks while idle is replaced; a query on it tells its own error.
        pool.on("error", () => {});
        return pool;
      },
    }),
    types: { integer: "bigint", text: 'text collate "C"', real: "double precision", bytes: "bytea" },
    maxParameters: 30_000,
    toPlaceholder: (number) => `$${number}`,
    // Its own statistics are kept up to date in the background.
    async describeTables() {},
    async countRows(db) {
      await sql`analyze`.execute(db);
    },
    async keepInOrderOfKeys() {},
    async createWordTable(db, table) {
      await sql`create table ${sql.table(table)} (nr bigint primary key, stems tsvector not null)`.execute(db);
      await sql`create index ${sql.ref(`${table}_stems`)} on ${sql.table(table)} using gin (stems)`.execute(db);
    },
    async addWords(db, table, rows) {
      for (const some of toChunks(rows, 500)) {
        const values = some.map(({ nr, stems }) => {
          const words = new Set(table === "item_words" ? [...stems, ...listTimeWords(nr)] : stems);
          return sql`(${nr}::bigint, array_to_tsvector(${[...words]}::text[]))`;
        });
        await sql`insert into ${sql.table(table)} (nr, stems) values ${sql.join(values)}`.execute(db);
      }
    },
    async removeWords(db, table, nrs) {
      await sql`delete from ${sql.table(table)} where nr = any(${nrs}::bigint[])`.execute(db);
    },
    isAmong(column, numbers) {
      return sql`${typeof column === "string" ? sql.ref(column) : column} = any(${numbers}::bigint[])`;
    },
    isAmongPairs([number, text], pairs) {
      const numbers = pairs.map(([one]) => one);
      const texts = pairs.map(([, other]) => other);
      return sql`(${sql.ref(number)}, ${sql.ref(text)}) in (
        select * from unnest(${numbers}::bigint[], ${texts}::text[]))`;
    },
    // As one value, so that these rows lead: the index of words gives all that have the words, from everywhere in the table.
    isOneOf(selected) {
      return sql`w.nr = any(array(${selected}))`;
    },
    wordNumber: sql<number>`w.nr`,
    findsByTime: true,
    hasWords(_table, { all, none }, days) {
      const quote = (stem: string) => `'${stem.replaceAll("'", "''")}'`;
      const parts = [...all.map(quote), ...none.map((stem) => `!${quote(stem)}`)];
      if (days !== undefined) parts.push(`(${listWordsOfDays(days).map(quote).join(" | ")})`);
      const wanted = parts.join(" & ");
      return sql`w.stems @@ ${wanted}::tsquery`;
    },
  };
}
