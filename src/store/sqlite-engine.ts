/**
 * SQLite, by libsql: one file, many processes at a time (WAL), full text by FTS5.
 *
 * A write transaction takes the write lock when it begins (`begin immediate`): one that began by reading could not wait for
 * another process's. `synchronous = full`: what was confirmed outlives a loss of power too.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  sql,
} from "kysely";
import LibsqlDatabase from "libsql";
import type { Engine } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { runRaw } from "./run-prepared.ts";

const BUSY_TIMEOUT_MS = 60_000;
const CACHED_STATEMENTS = 300;

/** @param file A path; the file is made where there is none. */
export function createSqliteEngine(file: string): Engine {
  return {
    name: "sqlite",
    dialect: createDialect(file),
    types: { integer: "integer", text: "text", real: "real", bytes: "blob" },
    maxParameters: 30_000,
    toPlaceholder: () => "?",
    async describeTables(db) {
      await sql`analyze sqlite_schema`.execute(db);
      await sql`delete from sqlite_stat1`.execute(db);
      for (const [index, shape] of Object.entries(SHAPES)) {
        const table = index.slice(0, index.indexOf("_by_"));
        await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${index}, ${shape})`.execute(db);
      }
      // Reads what was written.
      await sql`analyze sqlite_schema`.execute(db);
    },
    // It plans by the shapes above, whatever is in the tables.
    async countRows() {},
    async keepInOrderOfKeys(db, tables) {
      for (const { name, columns } of tables) {
        const [first, second] = columns;
        const before = `${name}_before`;
        await sql`alter table ${sql.table(name)} rename to ${sql.table(before)}`.execute(db);
        const type = sql.raw(first === "key" || first === "word" ? "text" : "integer");
        await sql`create table ${sql.table(name)} (${sql.ref(first)} ${type} not null, ${sql.ref(second)} integer not null,
          primary key (${sql.ref(first)}, ${sql.ref(second)})) without rowid`.execute(db);
        await sql`insert into ${sql.table(name)} select ${sql.ref(first)}, ${sql.ref(second)} from ${sql.table(before)}
          order by 1, 2`.execute(db);
        await sql`drop table ${sql.table(before)}`.execute(db);
        await sql`create index ${sql.ref(`${name}_by_${second}`)} on ${sql.table(name)} (${sql.ref(second)})`.execute(
          db,
        );
      }
    },
    async createWordTable(db, table) {
      // The words are not kept beside their index: the reading has them.
      await sql`create virtual table ${sql.table(table)} using fts5(stems, content='', contentless_delete=1, detail=none, tokenize='ascii')`.execute(
        db,
      );
    },
    async addWords(db, table, rows) {
      const text = `insert into "${table}" (rowid, stems) values (?, ?)`;
      for (const { nr, stems } of rows) {
        await runRaw(db, CompiledQuery.raw(text, [nr, [...new Set(stems)].join(" ")]));
      }
    },
    async removeWords(db, table, nrs) {
      for (const nr of nrs) await sql`delete from ${sql.table(table)} where rowid = ${nr}`.execute(db);
    },
    isAmong(column, numbers) {
      return sql`${typeof column === "string" ? sql.ref(column) : column} in (select value from json_each(${JSON.stringify(numbers)}))`;
    },
    isAmongPairs([number, text], pairs) {
      return sql`(${sql.ref(number)}, ${sql.ref(text)}) in (
        select value ->> 0, value ->> 1 from json_each(${JSON.stringify(pairs)}))`;
    },
    // The sum keeps it from asking the index of words about one row after another, which takes longer than all at once.
    isOneOf(selected) {
      return sql`w.rowid + 0 in (${selected})`;
    },
    wordNumber: sql<number>`w.rowid`,
    findsByTime: false,
    hasWords(table, { all, none }) {
      const quote = (stem: string) => `"${stem}"`;
      const without = none.map((stem) => ` NOT ${quote(stem)}`).join("");
      // The hidden column of the table's own name: all columns, which an index without places insists on.
      return sql`${sql.ref(`w.${table}`)} match ${`${all.map(quote).join(" AND ")}${without}`}`;
    },
  };
}

/**
 * What `analyze` would find in an archive of 100,000 reports: rows, then how many share the first column, the first two …
 * Without it SQLite takes a kind, which a fifth of all items has, for as telling as a report.
 */
const SHAPES: Record<string, string> = {
  item_by_report: "2000000 20 1",
  item_by_report_kind: "2000000 20 10 10 10 1 1",
  item_by_kind_nr: "2000000 400000 1",
  item_by_status_score: "2000000 700000 20 1",
  item_by_kind_status_score: "2000000 400000 200000 10",
  item_by_who_kind_said: "2000000 40 10 1 1 1 1 1",
  item_by_whom_kind_nr: "2000000 40 10 1",
  item_by_seq: "2000000 2",
  item_by_utterance: "2000000 2",
  appearance_by_entity_name: "1500000 8 1 1",
  appearance_by_report_entity: "1500000 15 1",
  appearance_by_base: "1500000 8",
  role_by_report_nr: "500000 5",
  role_by_entity_title: "500000 10 5 4 1",
  item_again_by_who: "100000 20 1",
  item_again_by_report: "100000 2 1",
  role_by_base_day: "500000 10 2",
};

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

/** SQLite undoes a half-made table with the rest of its transaction, which Kysely does not count on by itself. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class LibsqlDialect extends SqliteDialect {
  readonly #file: string;

  constructor(file: string) {
    super({ database: async () => openDatabase(file) });
    this.#file = file;
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: async () => openDatabase(this.#file) });
  }
}

function createDialect(file: string): SqliteDialect {
  return new LibsqlDialect(file);
}

function openDatabase(file: string): SqliteDatabase {
  let database: LibsqlDatabase.Database;
  try {
    database = new LibsqlDatabase(file, { timeout: BUSY_TIMEOUT_MS });
    for (const pragma of ["journal_mode = wal", "synchronous = full", "foreign_keys = off", "cache_size = -65536"]) {
      database.pragma(pragma);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError("cannot_open", `The archive ${file} cannot be opened: ${reason}.`);
  }
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => void database.close(),
    prepare(text) {
      const known = statements.get(text);
      if (known !== undefined) return known;
      const statement = toStatement(database.prepare(text));
      // Preparing takes longer than most of the queries themselves.
      if (statements.size >= CACHED_STATEMENTS) statements.clear();
      statements.set(text, statement);
      return statement;
    },
  };
}

function toStatement(statement: LibsqlDatabase.Statement): SqliteStatement {
  // Asked of the library, which takes longer than some queries.
  const reader = statement.reader;
  return {
    reader,
    all: (parameters) => statement.all(parameters.map(toParameter)).map(toRow),
    run: (parameters) => statement.run(parameters.map(toParameter)),
    *iterate(parameters) {
      for (const row of statement.iterate(parameters.map(toParameter))) yield toRow(row);
    },
  };
}

/** libsql ends the process when it is given a boolean. */
function toParameter(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  return value === undefined ? null : value;
}

function toRow(row: unknown): unknown {
  const columns = row as Record<string, unknown>;
  for (const name in columns) {
    const value = columns[name];
    if (value instanceof ArrayBuffer) columns[name] = new Uint8Array(value);
  }
  return columns;
}
