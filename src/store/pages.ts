/** Pages of lists: how long they are, where they begin and where the next one does. */
import type { Page } from "../record/index.ts";
import { StoreError } from "./errors.ts";
import type { PageOptions } from "./record-store.ts";

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

export function toLimit(page: PageOptions | undefined): number {
  return Math.max(1, Math.min(MAX_LIMIT, Math.trunc(page?.limit ?? DEFAULT_LIMIT)));
}

export function toCursor(page: PageOptions | undefined): number | undefined {
  if (page?.after === undefined) return undefined;
  const cursor = Number(page.after);
  if (!Number.isSafeInteger(cursor)) throw new StoreError("invalid_value", `"${page.after}" is no cursor of a page.`);
  return cursor;
}

/** Cuts the one row off that was asked for beyond the limit, and says where the next page begins. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  items: readonly Item[],
  cursor: (row: Row) => number | string,
): Page<Item> {
  return { items: items.slice(0, limit), next: rows.length > limit ? String(cursor(rows[limit - 1])) : null };
}
