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
 * @param from Where it begins: with what comes from now on, with what the archive has already, or behind a cursor, such as one that
 *   an ended watch had come to.
 * @throws {StoreError} `watch_exists`, for a feed that is watched already
 */
export async function beginWatch(
  store: RecordStore,
  watch: NewWatch,
  from: "now" | "start" | { readonly after: string } = "now",
): Promise<Watch> {
  const { kind, subject } = watch;
  if (kind === "feed") {
    const known = (await store.findWatches()).find((one) => one.kind === kind && one.subject === subject);
    if (known !== undefined) throw new StoreError("watch_exists", `${subject} is watched already, as ${known.id}.`);
    return store.addWatch(watch);
  }
  const made = await store.addWatch(watch);
  if (from === "start") return made;
  const state = { reportedTo: from === "now" ? await findLastCursor(store, made) : from.after };
  await store.setWatchState(made.id, state);
  return { ...made, state };
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
