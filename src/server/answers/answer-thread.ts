/** A thread that answers questions to the record: what takes a while keeps nobody else waiting. */
import { parentPort, workerData } from "node:worker_threads";
import { openStore } from "../../store/index.ts";
import { type FieldError, type ProblemCode, toProblem } from "../problem.ts";
import { type AnswerBody, makeAnswer, type RecordQuestion } from "./make-answer.ts";

export interface AnswerRequest extends RecordQuestion {
  readonly number: number;
}

export type AnswerReply = { readonly number: number } & (
  | { readonly kind: "answer"; readonly body: AnswerBody }
  | {
      readonly kind: "problem";
      readonly code: ProblemCode;
      readonly detail: string;
      readonly errors?: readonly FieldError[];
    }
  | { readonly kind: "failure"; readonly told: string }
);

/** Said once, when the archive is open. */
export type ReadyNotice = "ready";

const port = parentPort!;
const store = await openStore((workerData as { readonly address: string }).address);

port.on("message", async (request: AnswerRequest | "close") => {
  if (request === "close") {
    await store.close();
    port.close();
    return;
  }
  const { number } = request;
  let reply: AnswerReply;
  const moved: ArrayBuffer[] = [];
  try {
    const body = await makeAnswer(request, { store });
    moved.push(body.buffer);
    reply = { number, kind: "answer", body };
  } catch (error) {
    const { code, message: detail, errors } = toProblem(error);
    if (code !== "internal") reply = { number, kind: "problem", code, detail, ...(errors && { errors }) };
    else
      reply = {
        number,
        kind: "failure",
        told: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
  }
  port.postMessage(reply, moved);
});
port.postMessage("ready" satisfies ReadyNotice);
