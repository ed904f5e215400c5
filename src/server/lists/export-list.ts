/** A list wholly, as it is read page by page: memory does not grow with it. */
import { setImmediate } from "node:timers/promises";
import { formatCsvRow } from "../../record/index.ts";
import type { RecordStore } from "../../store/index.ts";
import type { Cell, List } from "./list.ts";

export const EXPORT_TYPES = { csv: "text/csv; charset=utf-8", jsonl: "application/jsonl; charset=utf-8" } as const;
export type ExportFormat = keyof typeof EXPORT_TYPES;

/** Small enough that others are answered between two pages. */
const PAGE = 200;

export async function* exportList(
  list: List,
  format: ExportFormat,
  query: Record<string, unknown>,
  store: RecordStore,
): AsyncGenerator<string> {
  const { columns = [], toRow } = list;
  // Told before anything is given, so that a wrong value is an error and not the end of a table.
  let head = format === "csv" ? formatCsvRow(columns) : "";
  for (let after: string | null | undefined; after !== null; ) {
    const page = await list.find(store, query, after === undefined ? { limit: PAGE } : { limit: PAGE, after });
    yield head +
      page.items.map((item) => (format === "csv" ? formatRow(columns, toRow!(item)) : toLine(item))).join("");
    head = "";
    after = page.next;
    await setImmediate();
  }
}

function toLine(item: unknown): string {
  return `${JSON.stringify(item)}\n`;
}

function formatRow(columns: readonly string[], row: Readonly<Record<string, Cell>>): string {
  return formatCsvRow(columns.map((column) => disarm(row[column] ?? null)));
}

/** What a report says may begin as a formula does; an apostrophe before it keeps a spreadsheet from working it out. */
function disarm(cell: Cell): Cell {
  return typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
