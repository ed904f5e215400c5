/** How far a watch of a person or an affair has reported: a cursor into the statements in the order in which they were added. */
import type { Watch } from "../record/index.ts";
import type { RecordStore, StatementFilter } from "./record-store.ts";

const STEP = 500;

/** The statements that a watch of a person or an affair is about. */
export function toWatchFilter({ kind, subject }: Pick<Watch, "kind" | "subject">): StatementFilter {
  return kind === "affair" ? { affairId: subject } : { speaker: subject };
}

/** Where a watch begins that reports only what comes from now on. */
export async function findLastCursor(store: RecordStore, watch: Watch): Promise<string> {
  const filter = toWatchFilter(watch);
  for (let cursor = "0"; ; ) {
    const { last, next } = await store.findNewStatements(filter, { limit: STEP, after: cursor });
    if (next === null) return last;
    cursor = last;
  }
}
