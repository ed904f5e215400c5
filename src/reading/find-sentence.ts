import type { Sentence } from "../language/index.ts";
import { findFirst } from "./find-first.ts";

/** Index of the sentence that holds a token; the number of sentences where none does. */
export function findSentence(sentences: readonly Sentence[], token: number): number {
  return findFirst(sentences, token + 1, ({ endToken }) => endToken);
}
