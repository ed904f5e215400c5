/** Sends judgements to the archive. */
import type { Correction, Judgement } from "../../record/index.ts";
import { path, send } from "../api/client.ts";

/** @throws {ApiError} where the archive refuses it. */
export function sendJudgement(
  key: string,
  verdict: "accept" | "reject" | "correct",
  correction?: Correction,
): Promise<Judgement> {
  return send<Judgement>("POST", "judgements", { verdict, key, ...(correction === undefined ? {} : { correction }) });
}

/** @throws {ApiError} where the archive refuses it. */
export function undoJudgement(id: string): Promise<Judgement> {
  return send<Judgement>("POST", path`judgements/${id}/undo`);
}
