/** Reads many reports at a time, in threads. */
import { Worker } from "node:worker_threads";
import type { Reading, Report } from "../reading/index.ts";
import { AnalysisFailure } from "./each-report.ts";
import type { Form } from "./options.ts";
import type { ReadingAnswer, ReadingRequest } from "./reading-thread.ts";
import type { Readers } from "./rooms.ts";

/** What a thread may take in memory, in MB: the longest report allowed needs about half of it. */
const MAX_THREAD_MB = 1024;
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
}

export class ReadingPool implements Readers {
  readonly #size: number;
  readonly #threads = new Set<Thread>();
  #count = 0;
  #isClosed = false;

  /** @param size Threads, at most; they are started as they are needed. */
  constructor(size: number) {
    this.#size = size;
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
    const { number, report, form } = job;
    thread.worker.postMessage({ number, report, form } satisfies ReadingRequest);
  }

  #start(): Thread {
    const worker = new Worker(threadUrl, { resourceLimits: { maxOldGenerationSizeMb: MAX_THREAD_MB } });
    const thread: Thread = { worker, jobs: new Map() };
    this.#threads.add(thread);
    worker.on("message", ({ number, reading, failure, concernsAll }: ReadingAnswer) => {
      const job = thread.jobs.get(number);
      thread.jobs.delete(number);
      if (reading !== undefined) job?.resolve(reading);
      else job?.reject(concernsAll ? new Error(failure) : new AnalysisFailure(new Error(failure)));
    });
    let cause: Error = new Error("its thread ended");
    worker.on("error", (error: NodeJS.ErrnoException) => {
      cause = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Error("it takes too much memory") : error;
    });
    worker.on("exit", () => this.#replace(thread, cause));
    return thread;
  }

  /** The first of its jobs ended the thread; the others go to another. */
  #replace(thread: Thread, cause: Error): void {
    this.#threads.delete(thread);
    const [culprit, ...others] = thread.jobs.values();
    culprit?.reject(new AnalysisFailure(cause));
    for (const job of others) {
      if (this.#isClosed) job.reject(new AnalysisFailure(cause));
      else this.#assign(job);
    }
  }
}
