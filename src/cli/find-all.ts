/** A whole list of the archive, page after page. */
import type { Page } from "../record/index.ts";
import type { PageOptions } from "../store/index.ts";

const LIMIT = 500;

/** Only for lists that fit the memory: those of one report, person or affair. */
export async function findAll<Item>(find: (page: PageOptions) => Promise<Page<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  let next: string | null = null;
  do {
    const page: Page<Item> = await find(next === null ? { limit: LIMIT } : { limit: LIMIT, after: next });
    all.push(...page.items);
    next = page.next;
  } while (next !== null);
  return all;
}
