/** `onrecord add FILE…`: reports into the archive, read by several threads and written by this one, in their order. */
import { makeReportId, type Reading } from "../reading/index.ts";
import type { ReportToAdd } from "../record/index.ts";
import type { FoundReport } from "../sources/index.ts";
import type { RecordStore } from "../store/index.ts";
import { AnalysisFailure, eachReport, type ReportHandler } from "./each-report.ts";
import { INCOMPLETE } from "./exit-status.ts";
import { openReaders } from "./open-readers.ts";
import type { Form, InputOptions } from "./options.ts";
import type { Readers, Rooms } from "./rooms.ts";
import type { Streams } from "./streams.ts";
import { type StoreOptions, withStore } from "./with-store.ts";

/** Reports that are confirmed together: few enough to lose little when interrupted, enough to spare the disk. */
const BATCH = 64;
/** Reports of which it is asked together whether they are known. */
const SIFTED = 64;
/** Reports under way for each thread: it must have enough to do while a batch is written. */
const UNDER_WAY = 48;
/** Characters of reports that are held, at most. */
const MAX_CHARS = 8_000_000;

export interface AddOptions extends StoreOptions, InputOptions {
  readonly form: Form;
  readonly workers: number;
}

export function runAdd(
  files: readonly string[],
  options: AddOptions,
  reader: string,
  streams: Streams,
  rooms: Rooms,
): Promise<number> {
  return withStore(options, streams, async (store) => {
    const readers = await openReaders(rooms, options.workers);
    try {
      const adding = new Adding(store, readers, reader, options);
      const { status, isStopped } = await eachReport(files, options, streams, adding, {
        isQuiet: false,
        canStop: true,
      });
      const { added, known, reread, copies } = adding;
      await streams.stdout.write(
        `${added} added (${copies} ${copies === 1 ? "copy" : "copies"}), ${known} known already, ${reread} read anew\n`,
      );
      if (!isStopped) return status;
      await streams.stderr.write(
        "onrecord: stopped; what was added is kept, and the same command goes on from there\n",
      );
      return INCOMPLETE;
    } finally {
      await readers.close();
    }
  });
}

/** A report that is being read. */
interface Job {
  readonly found: FoundReport;
  readonly reading: Promise<Reading>;
}

/** Reports go through three lists: those not asked about yet, those being read, and those to be written together. */
class Adding implements ReportHandler {
  added = 0;
  known = 0;
  reread = 0;
  copies = 0;
  /** Of any outcome. */
  done = 0;
  readonly #store: RecordStore;
  readonly #readers: Readers;
  readonly #reader: string;
  readonly #form: Form;
  readonly #maxJobs: number;
  #found: FoundReport[] = [];
  #foundChars = 0;
  readonly #jobs: Job[] = [];
  #jobChars = 0;
  #batch: ReportToAdd[] = [];

  constructor(store: RecordStore, readers: Readers, reader: string, { form, workers }: AddOptions) {
    this.#store = store;
    this.#readers = readers;
    this.#reader = reader;
    this.#form = form;
    this.#maxJobs = workers * UNDER_WAY;
  }

  async handle(found: FoundReport, refuse: (found: FoundReport, failure: AnalysisFailure) => Promise<void>) {
    this.#found.push(found);
    this.#foundChars += found.report.text.length;
    if (this.#found.length < SIFTED && this.#foundChars < MAX_CHARS / 8) return;
    await this.#sift();
    while (this.#jobs.length > this.#maxJobs || this.#jobChars > MAX_CHARS) await this.#settle(refuse);
  }

  /** What is under way is finished and written; what is not begun is left where the user stopped the command. */
  async end(isStopped: boolean, refuse: (found: FoundReport, failure: AnalysisFailure) => Promise<void>) {
    if (!isStopped) await this.#sift();
    while (this.#jobs.length > 0) await this.#settle(refuse);
    await this.#write();
  }

  async #sift(): Promise<void> {
    const ids = this.#found.map(({ report }) => makeReportId(report.text));
    const known = await this.#store.findKnown(ids, this.#reader);
    for (const [index, found] of this.#found.entries()) {
      if (known.has(ids[index])) {
        this.known++;
        this.done++;
        continue;
      }
      const reading = this.#readers.read(found.report, this.#form);
      // It is looked at when its turn comes.
      reading.catch(() => {});
      this.#jobs.push({ found, reading });
      this.#jobChars += found.report.text.length;
    }
    this.#found = [];
    this.#foundChars = 0;
  }

  async #settle(refuse: (found: FoundReport, failure: AnalysisFailure) => Promise<void>): Promise<void> {
    const { found, reading } = this.#jobs.shift()!;
    this.#jobChars -= found.report.text.length;
    try {
      const read = await reading;
      this.#batch.push({ report: read.report, reading: read, reader: this.#reader, origin: found.file });
    } catch (error) {
      if (!(error instanceof AnalysisFailure)) throw error;
      this.done++;
      await refuse(found, error);
    }
    if (this.#batch.length >= BATCH) await this.#write();
  }

  async #write(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    for (const { outcome, copyOf } of await this.#store.addReports(batch)) {
      this[outcome]++;
      if (outcome === "added" && copyOf !== null) this.copies++;
    }
    this.done += batch.length;
  }
}
