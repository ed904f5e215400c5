/** Tokens in text order. */
import { findFirst } from "../find-first.ts";

/** Whether a token is among them. Time grows with the logarithm of their number. */
export function holds(sorted: readonly number[], token: number): boolean {
  return sorted[findFirst(sorted, token, (each) => each)] === token;
}
