/** A list that the archive can give: page by page as JSON, or wholly as an export. */
import type { z } from "@hono/zod-openapi";
import type { Page } from "../../record/index.ts";
import type { PageOptions, RecordStore } from "../../store/index.ts";

export type Cell = string | number | null;

export interface List<Query extends z.ZodObject = z.ZodObject, Item = unknown> {
  /** As in the route: `statements`. */
  readonly name: string;
  readonly tag: string;
  readonly summary: string;
  /** Without the page's own parameters. */
  readonly query: Query;
  readonly item: z.ZodType<Item>;
  find(store: RecordStore, query: z.output<Query>, page: PageOptions): Promise<Page<Item>>;
  /** Columns of a table with a row an item; undefined where the list is not exported. */
  readonly columns?: readonly string[];
  toRow?(item: Item): Readonly<Record<string, Cell>>;
}

/** Keeps the types of a list's parts together; the list of all lists need not know them. */
export function defineList<Query extends z.ZodObject, Item>(list: List<Query, Item>): List {
  return list as unknown as List;
}
