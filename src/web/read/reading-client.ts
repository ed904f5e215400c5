/** Hands reports to the worker that reads them. */
import type { Reading, Report } from "../../reading/index.ts";
import type { ReadReply, ReadRequest } from "./reading-worker.ts";

export interface Progress {
  loadedBytes: number;
  totalBytes: number;
}

export class ReadFailure extends Error {
  readonly code: "model_fetch" | "reading_failed";

  constructor(code: ReadFailure["code"], message: string) {
    super(message);
    this.code = code;
  }
}

let worker: Worker | undefined;
let lastId = 0;

/**
 * Reads one report in the worker.
 *
 * @param onProgress Called while models are fetched, which happens before the first reading.
 * @throws {ReadFailure} `model_fetch`, when a model does not come; `reading_failed`, when the reader gives up.
 */
export function readInWorker(
  report: Report,
  form: ReadRequest["form"],
  onProgress: (progress: Progress) => void,
): Promise<{ reading: Reading; milliseconds: number }> {
  worker ??= new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module", name: "reading" });
  const current = worker;
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      current.removeEventListener("message", listen);
      current.removeEventListener("error", fail);
    };
    const fail = (event: ErrorEvent): void => {
      finish();
      worker = undefined;
      current.terminate();
      reject(new ReadFailure("reading_failed", event.message || "The reader could not be started."));
    };
    const listen = ({ data }: MessageEvent<ReadReply>): void => {
      if (data.id !== id) return;
      if (data.kind === "progress") {
        onProgress(data);
        return;
      }
      finish();
      if (data.kind === "reading") resolve(data);
      else reject(new ReadFailure(data.code, data.message));
    };
    current.addEventListener("message", listen);
    current.addEventListener("error", fail);
    const modelFolder = new URL("models/", document.baseURI).href;
    // Through JSON, since what the page keeps may be a proxy, which cannot be sent.
    const plain = JSON.parse(JSON.stringify(report)) as Report;
    current.postMessage({ id, report: plain, form, modelFolder, models: __MODELS__ } satisfies ReadRequest);
  });
}
