/** Reads reports in a thread of its own, one after another in the order in which they are sent. */
import { parentPort } from "node:worker_threads";
import { LanguageError } from "../language/index.ts";
import type { Reading, Report } from "../reading/index.ts";
import type { Form } from "./options.ts";
import { realRooms } from "./rooms.ts";

export interface ReadingRequest {
  readonly number: number;
  readonly report: Report;
  readonly form: Form;
}

export interface ReadingAnswer {
  readonly number: number;
  readonly reading?: Reading;
  readonly failure?: string;
  /** Whether every other report would fail alike, as where a model is missing. */
  readonly concernsAll?: boolean;
}

/** Said once, before any answer: what is needed to read is loaded. */
export type ReadyNotice = "ready";

const read = realRooms.loadRead();
void read.then(
  () => parentPort?.postMessage("ready" satisfies ReadyNotice),
  () => {},
);

parentPort?.on("message", async ({ number, report, form }: ReadingRequest) => {
  let answer: ReadingAnswer;
  try {
    answer = { number, reading: (await read)(report, { form }) };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    answer = { number, failure, concernsAll: error instanceof LanguageError };
  }
  parentPort?.postMessage(answer);
});
