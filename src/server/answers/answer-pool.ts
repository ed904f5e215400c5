/** Threads that answer questions to the record, each over the archive by itself. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { Problem } from "../problem.ts";
import type { AnswerReply, AnswerRequest, ReadyNotice } from "./answer-thread.ts";
import type { AnswerBody, RecordQuestion } from "./make-answer.ts";

const MOST_THREADS = 4;

// In tests this file is run as it is written, but a thread of Node 20 needs what the build made of it.
const threadUrl = new URL(
  import.meta.url.endsWith(".ts") ? "../../../dist/src/server/answers/answer-thread.js" : "./answer-thread.js",
  import.meta.url,
);

interface Job {
  readonly question: RecordQuestion;
  readonly resolve: (body: AnswerBody) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly jobs: Map<number, Job>;
  isReady: boolean;
}

export class AnswerPool {
  readonly #address: string;
  readonly #jobsAtATime: number;
  readonly #size: number;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Job[] = [];
  #count = 0;
  #isClosed = false;

  /**
   * @param address The archive's.
   * @param jobsAtATime Of each thread: one where the database works within it, more where it waits for another process.
   */
  constructor(address: string, jobsAtATime: number, threads = Math.min(MOST_THREADS, availableParallelism())) {
    this.#address = address;
    this.#jobsAtATime = jobsAtATime;
    this.#size = threads;
  }

  start(): void {
    while (this.#threads.size < this.#size) this.#start();
  }

  /** Whether a thread is there to answer; it takes a moment after the start. */
  get isReady(): boolean {
    return [...this.#threads].some(({ isReady }) => isReady);
  }

  /** Rejects with a `Problem` where the question is wrong, and with another error where the thread fails. */
  answer(question: RecordQuestion): Promise<AnswerBody> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      this.#assign();
    });
  }

  /** To be called when nothing is asked any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(
      [...this.#threads].map(({ worker, isReady }) => {
        // Until it has ended, it is waited for.
        worker.ref();
        if (!isReady) return worker.terminate();
        const ended = new Promise((resolve) => worker.once("exit", resolve));
        worker.postMessage("close");
        return ended;
      }),
    );
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      let free: Thread | undefined;
      for (const thread of this.#threads) {
        if (!thread.isReady || thread.jobs.size >= this.#jobsAtATime) continue;
        if (free === undefined || thread.jobs.size < free.jobs.size) free = thread;
      }
      if (free === undefined) return;
      const job = this.#waiting.shift()!;
      const number = ++this.#count;
      free.jobs.set(number, job);
      free.worker.postMessage({ number, ...job.question } satisfies AnswerRequest);
    }
  }

  #start(): void {
    const worker = new Worker(threadUrl, { workerData: { address: this.#address } });
    worker.unref();
    const thread: Thread = { worker, jobs: new Map(), isReady: false };
    this.#threads.add(thread);
    worker.on("message", (message: AnswerReply | ReadyNotice) => {
      if (message === "ready") thread.isReady = true;
      else {
        const job = thread.jobs.get(message.number);
        thread.jobs.delete(message.number);
        if (job !== undefined) settle(job, message);
      }
      this.#assign();
    });
    let cause = new Error("the thread that was to answer ended");
    worker.on("error", (error: Error) => {
      cause = error;
    });
    worker.on("exit", () => {
      this.#threads.delete(thread);
      for (const job of thread.jobs.values()) job.reject(cause);
      if (this.#isClosed) return;
      // One that could not even begin would fail again: the others answer, or the caller itself.
      if (thread.isReady) this.#start();
      else if (!this.isReady) for (const job of this.#waiting.splice(0)) job.reject(cause);
    });
  }
}

function settle({ resolve, reject }: Job, reply: AnswerReply): void {
  if (reply.kind === "answer") resolve(reply.body);
  else if (reply.kind === "problem") reject(new Problem(reply.code, reply.detail, reply.errors));
  else reject(Object.assign(new Error("a question to the record failed"), { stack: reply.told }));
}
