/** Reads many reports at a time, in threads. */
import { Worker } from "node:worker_threads";
import type { Reading, Report } from "../reading/index.ts";
import { AnalysisFailure } from "./each-report.ts";
import type { Form } from "./options.ts";
import type { ReadingAnswer, ReadingRequest, ReadyNotice } from "./reading-thread.ts";
import type { Readers } from "./rooms.ts";

/** What a thread may take in memory, in MB: the longest report allowed needs about half of it. */
const MAX_THREAD_MB = 1024;
/**
 * Time for one report, in ms: a hundred times what prose takes. Texts made for it can take hours, since names are compared with
 * names.
 */
const MAX_MS = 60_000;
const MAX_MS_PER_CHAR = 0.05;
/** Jobs that wait for the threads there are, before one more is started: it has to load the models first. */
const WORTH_A_THREAD = 6;

// In tests this file is run as it is written, but a thread of Node 20 needs what the build made of it.
const threadUrl = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/src/cli/reading-thread.js" : "./reading-thread.js",
  import.meta.url,
);

interface Job extends ReadingRequest {
  readonly resolve: (reading: Reading) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** In the order in which it works on them. */
  readonly jobs: Map<number, Job>;
  /** Ends the thread when its first job takes too long. */
  timer?: NodeJS.Timeout | undefined;
  /** Why it ends. */
  cause: Error;
}

export class ReadingPool implements Readers {
  readonly #size: number;
  readonly #maxMs: number;
  readonly #maxMsPerChar: number;
  readonly #threads = new Set<Thread>();
  #count = 0;
  #isClosed = false;

  /**
   * @param size Threads, at most; they are started as they are needed.
   * @param maxMs For one report, beside what its length allows.
   * @param maxMsPerChar What each character of it allows.
   */
  constructor(size: number, maxMs = MAX_MS, maxMsPerChar = MAX_MS_PER_CHAR) {
    this.#size = size;
    this.#maxMs = maxMs;
    this.#maxMsPerChar = maxMsPerChar;
  }

  /**
   * Hands a report to the thread that has the least to do.
   *
   * Rejects with an `AnalysisFailure` where the report cannot be analysed, also where it ends the thread, and with another error
   * where none can.
   */
  read(report: Report, form: Form): Promise<Reading> {
    return new Promise((resolve, reject) => {
      this.#assign({ number: this.#count++, report, form, resolve, reject });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #assign(job: Job): void {
    let [thread] = [...this.#threads].sort((one, other) => one.jobs.size - other.jobs.size);
    if (thread === undefined || (thread.jobs.size >= WORTH_A_THREAD && this.#threads.size < this.#size)) {
      thread = this.#start();
    }
    thread.jobs.set(job.number, job);
    if (thread.jobs.size === 1) this.#watch(thread);
    const { number, report, form } = job;
    thread.worker.postMessage({ number, report, form } satisfies ReadingRequest);
  }

  #start(): Thread {
    const worker = new Worker(threadUrl, { resourceLimits: { maxOldGenerationSizeMb: MAX_THREAD_MB } });
    const thread: Thread = { worker, jobs: new Map(), cause: new Error("its thread ended") };
    this.#threads.add(thread);
    worker.on("message", (message: ReadyNotice | ReadingAnswer) => {
      if (message === "ready") {
        // The time it took to start, on a busy machine, is not the first report's.
        this.#watch(thread);
        return;
      }
      const { number, reading, failure, concernsAll } = message;
      const job = thread.jobs.get(number);
      thread.jobs.delete(number);
      this.#watch(thread);
      if (reading !== undefined) job?.resolve(reading);
      else job?.reject(concernsAll ? new Error(failure) : new AnalysisFailure(new Error(failure)));
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      thread.cause = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Error("it takes too much memory") : error;
    });
    worker.on("exit", () => this.#replace(thread));
    return thread;
  }

  /** Begins the time of a thread's first job. */
  #watch(thread: Thread): void {
    clearTimeout(thread.timer);
    const [first] = thread.jobs.values();
    if (first === undefined) return;
    const maxMs = this.#maxMs + first.report.text.length * this.#maxMsPerChar;
    thread.timer = setTimeout(() => {
      // An answer may have come while this thread was busy writing: it is handled first.
      setImmediate(() => {
        if (thread.jobs.values().next().value !== first) return;
        thread.cause = new Error(`it takes more than ${Math.round(maxMs / 1000)} seconds`);
        void thread.worker.terminate();
      });
    }, maxMs);
  }

  /** The first of its jobs ended the thread; the others go to another. */
  #replace(thread: Thread): void {
    clearTimeout(thread.timer);
    this.#threads.delete(thread);
    const { cause } = thread;
    const [culprit, ...others] = thread.jobs.values();
    culprit?.reject(new AnalysisFailure(cause));
    for (const job of others) {
      if (this.#isClosed) job.reject(new AnalysisFailure(cause));
      else this.#assign(job);
    }
  }
}
