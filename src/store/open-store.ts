/** Opens an archive by its address. */
import { StoreError } from "./errors.ts";
import type { RecordStore } from "./record-store.ts";
import { openSqlStore } from "./sql-record-store.ts";

/**
 * Opens an archive, makes it where there is none, and brings its tables up to date.
 *
 * @param address A file, for SQLite, or `postgres://…`.
 * @throws {StoreError} `cannot_open`, `newer_archive`
 */
export async function openStore(address: string): Promise<RecordStore> {
  if (/^postgres(ql)?:\/\//.test(address)) {
    const { createPostgresEngine } = await import("./postgres-engine.ts");
    return openSqlStore(createPostgresEngine(address));
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(address)) {
    throw new StoreError("cannot_open", `"${address}" is neither a file nor an address that begins with postgres://.`);
  }
  const { createSqliteEngine } = await import("./sqlite-engine.ts");
  return openSqlStore(createSqliteEngine(address));
}
