/** Inserts many rows with as few statements as the store allows. */
import type { Engine } from "./engine.ts";
import { toChunks } from "./engine.ts";
import type { Database, Tables } from "./tables.ts";

/** Few sizes of statement, so that the prepared ones are used again. */
const SIZES = [64, 8, 1];

export async function insertRows<Name extends keyof Tables>(
  db: Database,
  engine: Engine,
  table: Name,
  rows: readonly Tables[Name][],
  onConflict: "fail" | "ignore" = "fail",
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]).length;
  let start = 0;
  for (const size of SIZES) {
    if (size * columns > engine.maxParameters) continue;
    const whole = rows.length - start - ((rows.length - start) % size);
    for (const some of toChunks(rows.slice(start, start + whole), size)) {
      // Rows of a union of tables: the builder cannot see that name and rows go together.
      const insert = db.insertInto(table).values(some as never);
      await (onConflict === "ignore" ? insert.onConflict((conflict) => conflict.doNothing()) : insert).execute();
    }
    start += whole;
  }
}
