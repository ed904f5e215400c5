/** One poll of a feed: asked only whether it changed, and of its entries only those that were not taken yet. */
import { hashToHex, type ReportToAdd, type Watch, type WatchState } from "../../record/index.ts";
import {
  type Fetcher,
  type FoundReport,
  MAX_REPORT_BYTES,
  readFetched,
  type SourceNote,
  type SourceProblem,
} from "../../sources/index.ts";
import type { RecordStore } from "../../store/index.ts";
import { AnalysisFailure } from "../each-report.ts";
import type { Readers } from "../rooms.ts";

/** Entries that are remembered: more than feeds have. */
const MAX_SEEN = 2000;

export interface FeedReading {
  readonly fetcher: Fetcher;
  readonly readers: Readers;
  readonly reader: string;
  /** Reads the pages that entries lead to. */
  readonly isFull: boolean;
  readonly tell: (item: SourceProblem | SourceNote) => Promise<void>;
}

export interface PolledFeed {
  readonly added: number;
  /** What the watch is to remember, but for when to ask again. */
  readonly state: WatchState;
}

/**
 * Adds the new entries, each batch confirmed before the entries count as taken.
 *
 * @returns The problem, where the feed itself could not be had.
 */
export async function pollFeed(
  store: RecordStore,
  watch: Watch,
  reading: FeedReading,
): Promise<PolledFeed | SourceProblem> {
  const { etag, lastModified, seen = [] } = watch.state;
  const validators = {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
  const fetched = await reading.fetcher.fetch(watch.subject, validators);
  if (fetched.kind === "problem") return fetched;
  if (fetched.kind === "unchanged") return { added: 0, state: { ...validators, seen } };
  const taken = new Set(seen);
  const batch: ReportToAdd[] = [];
  for await (const item of readFetched(fetched, watch.subject, MAX_REPORT_BYTES)) {
    if (item.kind !== "report") {
      // A feed that is none is no feed with a bad entry.
      if (item.kind === "problem" && item.entry === undefined) return item;
      await reading.tell(item);
      continue;
    }
    const { givenId, url, text } = item.report;
    const hash = hashToHex(`${givenId ?? ""}|${url ?? ""}|${text}`);
    if (taken.has(hash)) continue;
    const added = await toAdd(reading.isFull ? await findPage(item, reading) : item, watch, reading);
    if (added !== undefined) batch.push(added);
    taken.add(hash);
  }
  const outcomes = await store.addReports(batch);
  const added = outcomes.filter(({ outcome }) => outcome === "added").length;
  return { added, state: { ...fetched.validators, seen: [...taken].slice(-MAX_SEEN) } };
}

/** The page that an entry leads to; the entry itself, where the page cannot be had. */
async function findPage(entry: FoundReport, { fetcher, tell }: FeedReading): Promise<FoundReport> {
  const { url, title, publishedAt, outlet, byline } = entry.report;
  if (url === undefined) return entry;
  const fetched = await fetcher.fetch(url);
  if (fetched.kind === "problem") await tell(fetched);
  if (fetched.kind !== "fetched") return entry;
  for await (const item of readFetched(fetched, url, MAX_REPORT_BYTES)) {
    if (item.kind !== "report") {
      await tell(item);
      continue;
    }
    // What the page does not say, the feed may have said.
    const told = {
      ...(title === undefined ? {} : { title }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...(outlet === undefined ? {} : { outlet }),
      ...(byline === undefined ? {} : { byline }),
    };
    return { ...item, report: { ...told, url, ...item.report } };
  }
  return entry;
}

async function toAdd(
  { report, file, entry }: FoundReport,
  watch: Watch,
  { readers, reader, tell }: FeedReading,
): Promise<ReportToAdd | undefined> {
  try {
    const read = await readers.read(report, "auto");
    return { report: read.report, reading: read, reader, origin: watch.subject };
  } catch (error) {
    if (!(error instanceof AnalysisFailure)) throw error;
    const place = { file, ...(entry === undefined ? {} : { entry }) };
    await tell({ kind: "problem", code: "not_readable", ...place, ...error.toWords() });
    return undefined;
  }
}
