/** Inserts many rows with as few statements as the store allows. */
import { CompiledQuery } from "kysely";
import type { Engine } from "./engine.ts";
import { runRaw } from "./run-prepared.ts";
import type { Database, Tables } from "./tables.ts";

/** Few sizes of statement, so that the prepared ones are used again. */
const SIZES = [64, 16, 4, 1];

/** All rows have the same columns in the same order. */
export async function insertRows<Name extends keyof Tables>(
  db: Database,
  engine: Engine,
  table: Name,
  rows: readonly Tables[Name][],
  onConflict: "fail" | "ignore" = "fail",
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]);
  let start = 0;
  for (const size of SIZES) {
    if (size * columns.length > engine.maxParameters) continue;
    for (; rows.length - start >= size; start += size) {
      const values: unknown[] = [];
      for (let i = start; i < start + size; i++) {
        const row = rows[i] as Record<string, unknown>;
        for (const column of columns) values.push(row[column]);
      }
      await runRaw(db, CompiledQuery.raw(toInsert(engine, table, columns, size, onConflict), values));
    }
  }
}

const texts = new Map<string, string>();

// Kysely's builder would take longer to write such a statement than the database to run it.
function toInsert(engine: Engine, table: string, columns: readonly string[], size: number, onConflict: string): string {
  const key = `${engine.name} ${table} ${columns.join(" ")} ${size} ${onConflict}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const row = (index: number) =>
    `(${columns.map((_, column) => engine.toPlaceholder(index * columns.length + column + 1)).join(", ")})`;
  const text = `insert into "${table}" (${columns.map((name) => `"${name}"`).join(", ")}) values ${Array.from({ length: size }, (_, index) => row(index)).join(", ")}${onConflict === "ignore" ? " on conflict do nothing" : ""}`;
  texts.set(key, text);
  return text;
}
