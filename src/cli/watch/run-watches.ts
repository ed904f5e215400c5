/** `onrecord watch run`: polls what is due, then reports what is new; a watch that fails keeps no other from its turn. */
import { setTimeout as wait } from "node:timers/promises";
import type { Watch, WatchState } from "../../record/index.ts";
import { Fetcher } from "../../sources/index.ts";
import type { RecordStore } from "../../store/index.ts";
import { DONE, INCOMPLETE } from "../exit-status.ts";
import { makeHarmless } from "../make-harmless.ts";
import { NoticeBoard } from "../notice-board.ts";
import { openReaders } from "../open-readers.ts";
import { countOf } from "../render-reading.ts";
import type { Rooms } from "../rooms.ts";
import type { Streams } from "../streams.ts";
import { withStore } from "../with-store.ts";
import { type FeedReading, pollFeed } from "./poll-feed.ts";
import { reportStatements } from "./report-statements.ts";
import { nameSubject } from "./watch-commands.ts";
import type { RunWatchOptions } from "./watch-options.ts";

const MINUTE_MS = 60_000;
/** A watch that goes on failing is asked once a day. */
const MAX_PAUSE_MS = 24 * 60 * MINUTE_MS;
/** How long what others added to the archive may wait to be reported. */
const PASS_MS = MINUTE_MS;

interface Failure {
  readonly words: string;
  /** How long the server asks to be left alone. */
  readonly retryAfterMs?: number | undefined;
}

export function runWatches(options: RunWatchOptions, reader: string, streams: Streams, rooms: Rooms): Promise<number> {
  return withStore(options, streams, async (store) => {
    const stop = new AbortController();
    const leave = streams.onInterrupt?.(() => stop.abort());
    const readers = await openReaders(rooms, 1);
    const board = new NoticeBoard(streams.stderr, true);
    const reading: FeedReading = {
      fetcher: new Fetcher({ allowPrivate: options.allowPrivate }),
      readers,
      reader,
      isFull: options.full,
      tell: (item) => (item.kind === "problem" ? board.tellProblem(item) : board.tellNote(item)),
    };
    try {
      if (options.once && (await store.findWatches()).length === 0) {
        await streams.stderr.write("onrecord: nothing is watched; see onrecord watch add\n");
        return DONE;
      }
      for (;;) {
        const isWhole = await pass(store, options, reading, streams, stop.signal);
        if (options.once) return isWhole && !board.hasProblem ? DONE : INCOMPLETE;
        await wait(PASS_MS, undefined, { signal: stop.signal }).catch(() => {});
        if (stop.signal.aborted) return DONE;
      }
    } finally {
      leave?.();
      await readers.close();
    }
  });
}

/** @returns Whether nothing failed. */
async function pass(
  store: RecordStore,
  options: RunWatchOptions,
  reading: FeedReading,
  streams: Streams,
  signal: AbortSignal,
): Promise<boolean> {
  let isWhole = true;
  const watches = await store.findWatches();
  // What feeds bring is reported in the same pass.
  const ordered = [...watches.filter(({ kind }) => kind === "feed"), ...watches.filter(({ kind }) => kind !== "feed")];
  for (const watch of ordered) {
    if (signal.aborted) break;
    if (!options.now && isEarly(watch)) continue;
    const failure: Failure | undefined =
      watch.kind === "feed"
        ? await askFeed(store, watch, options, reading, streams)
        : await report(store, watch, options, streams);
    if (failure === undefined) continue;
    isWhole = false;
    const failures = (watch.state.failures ?? 0) + 1;
    // What was reached before the failure is kept.
    const { state } = (await store.findWatches()).find(({ id }) => id === watch.id) ?? watch;
    const pause = Math.max(options.interval * MINUTE_MS * 2 ** (failures - 1), failure.retryAfterMs ?? 0);
    const notBefore = toTime(Math.min(MAX_PAUSE_MS, pause));
    await store.setWatchState(watch.id, { ...state, askedAt: toTime(0), failures, notBefore, problem: failure.words });
    const when = notBefore.slice(0, 16).replace("T", " ");
    await streams.stderr.write(
      `onrecord: ${makeHarmless(`${watch.id}: ${failure.words}; tried again after ${when} UTC`)}\n`,
    );
  }
  return isWhole;
}

function isEarly({ state: { notBefore } }: Watch): boolean {
  return notBefore !== undefined && Date.parse(notBefore) > Date.now();
}

async function askFeed(
  store: RecordStore,
  watch: Watch,
  options: RunWatchOptions,
  reading: FeedReading,
  streams: Streams,
): Promise<Failure | undefined> {
  const polled = await pollFeed(store, watch, reading);
  if ("code" in polled) {
    const { file, message, hint, retryAfterMs } = polled;
    return { words: `${file}: ${message}; ${hint}`, retryAfterMs };
  }
  const state: WatchState = { ...polled.state, askedAt: toTime(0), notBefore: toTime(options.interval * MINUTE_MS) };
  await store.setWatchState(watch.id, state);
  if (polled.added > 0)
    await streams.stderr.write(
      `onrecord: ${makeHarmless(`${watch.id}: ${countOf(polled.added, "report")} added from ${watch.subject}`)}\n`,
    );
  return undefined;
}

async function report(
  store: RecordStore,
  watch: Watch,
  options: RunWatchOptions,
  streams: Streams,
): Promise<Failure | undefined> {
  try {
    const { count, reportedTo } = await reportStatements(store, watch, { streams, isJson: options.json });
    await store.setWatchState(watch.id, { reportedTo, askedAt: toTime(0) });
    if (count > 0 && watch.deliverTo !== null) {
      const words = `${watch.id}: ${countOf(count, "statement")} of ${await nameSubject(store, watch)} delivered`;
      await streams.stderr.write(`onrecord: ${makeHarmless(words)}\n`);
    }
    return undefined;
  } catch (error) {
    // Only a delivery fails so: the archive's own errors are for the whole command.
    if (watch.deliverTo === null || !(error instanceof Error) || !error.message.startsWith(watch.deliverTo))
      throw error;
    return { words: error.message };
  }
}

function toTime(afterMs: number): string {
  return new Date(Date.now() + afterMs).toISOString();
}
