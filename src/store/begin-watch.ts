/** Watches: how one begins, and which statements a watch of a person or an affair is about. */
import type { NewWatch, Watch } from "../record/index.ts";
import { StoreError } from "./errors.ts";
import type { RecordStore, StatementFilter } from "./record-store.ts";

const STEP = 500;

export function toWatchFilter({ kind, subject }: Pick<Watch, "kind" | "subject">): StatementFilter {
  return kind === "affair" ? { affairId: subject } : { speaker: subject };
}

/**
 * Adds a watch. One of a person or an affair reports what comes from now on.
 *
 * @param isFromStart It reports what the archive has already, too.
 * @throws {StoreError} `watch_exists`, for a feed that is watched already
 */
export async function beginWatch(store: RecordStore, watch: NewWatch, isFromStart = false): Promise<Watch> {
  const { kind, subject } = watch;
  if (kind === "feed") {
    const known = (await store.findWatches()).find((one) => one.kind === kind && one.subject === subject);
    if (known !== undefined) throw new StoreError("watch_exists", `${subject} is watched already, as ${known.id}.`);
    return store.addWatch(watch);
  }
  const made = await store.addWatch(watch);
  if (!isFromStart) await store.setWatchState(made.id, { reportedTo: await findLastCursor(store, made) });
  return made;
}

/** The cursor behind the last statement that the watch is about. */
async function findLastCursor(store: RecordStore, watch: Watch): Promise<string> {
  const filter = toWatchFilter(watch);
  for (let cursor = "0"; ; ) {
    const { last, next } = await store.findNewStatements(filter, { limit: STEP, after: cursor });
    if (next === null) return last;
    cursor = last;
  }
}
