/** Reads what is sent, in a thread of its own, so that the server answers others meanwhile. */
import { Worker } from "node:worker_threads";
import type { Reading } from "../../reading/index.ts";
import type { SourceNote, SourceProblem } from "../../sources/index.ts";

/** A file, the body of a request, or an address (`https://…`) that the reader fetches as the command line does. */
export type Upload =
  | {
      /** As the sender names it; its ending helps to tell what it holds. */
      readonly name: string;
      readonly bytes: Uint8Array;
    }
  | { readonly address: string };

export type UploadItem =
  | { readonly kind: "reading"; readonly reading: Reading; readonly file: string }
  | SourceProblem
  | SourceNote;

export interface UploadReader {
  /** One after another, in the order asked. */
  read(uploads: readonly Upload[]): AsyncIterable<UploadItem>;
  close(): Promise<void>;
}

/** What the thread answers: items, then `end`. */
export type UploadReply = { readonly id: number } & (
  | { readonly kind: "item"; readonly item: UploadItem }
  | { readonly kind: "end"; readonly failure?: string }
);

// In tests this file is run as it is written, but a thread of Node 20 needs what the build made of it.
const workerUrl = new URL(
  import.meta.url.endsWith(".ts") ? "../../../dist/src/server/uploads/upload-worker.js" : "./upload-worker.js",
  import.meta.url,
);

export function createUploadReader(): UploadReader {
  let worker: Worker | undefined;
  let lastId = 0;
  let before: Promise<unknown> = Promise.resolve();
  return {
    async *read(uploads) {
      const turn = before;
      let finish = () => {};
      before = new Promise<void>((resolve) => {
        finish = resolve;
      });
      await turn;
      try {
        worker ??= startWorker(() => {
          worker = undefined;
        });
        yield* ask(worker, ++lastId, uploads);
      } finally {
        finish();
      }
    },
    async close() {
      await before;
      await worker?.terminate();
    },
  };
}

function startWorker(onEnd: () => void): Worker {
  const worker = new Worker(workerUrl, { stdout: true, stderr: true });
  worker.on("error", onEnd);
  worker.on("exit", onEnd);
  worker.unref();
  return worker;
}

async function* ask(worker: Worker, id: number, uploads: readonly Upload[]): AsyncGenerator<UploadItem> {
  const waiting: UploadReply[] = [];
  let wake = () => {};
  const take = (reply: UploadReply) => {
    if (reply.id !== id) return;
    waiting.push(reply);
    wake();
  };
  const fail = () => take({ id, kind: "end", failure: "the reader stopped; a smaller report may help" });
  worker.on("message", take);
  worker.on("error", fail);
  worker.on("exit", fail);
  worker.postMessage({ id, uploads });
  try {
    for (;;) {
      const reply = waiting.shift();
      if (reply === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (reply.kind === "item") yield reply.item;
      else if (reply.failure === undefined) return;
      else throw new Error(reply.failure);
    }
  } finally {
    worker.off("message", take);
    worker.off("error", fail);
    worker.off("exit", fail);
  }
}
