/** Which statement each word belongs to. */
import type { Span } from "../language/index.ts";
import { findFirst } from "./find-first.ts";
import type { StatedDocument } from "./make-statements.ts";

/** The layer of a document that tells which statement each word belongs to. */
export interface StatementLayer {
  /** Per token the statement with the shortest content around it, or -1. */
  readonly innermostStatements: Int32Array;
}

/** Per token the statement with the shortest content around it, or -1. */
export function mapInnermostStatements({ statementDrafts, tokens }: StatedDocument): Int32Array {
  const innermost = new Int32Array(tokens.length).fill(-1);
  const sizes = statementDrafts.map(({ content }) => content.reduce((sum, { start, end }) => sum + end - start, 0));
  const longestFirst = [...sizes.keys()].sort((a, b) => sizes[b] - sizes[a] || a - b);
  for (const index of longestFirst) mark(innermost, tokens, statementDrafts[index].content, index);
  return innermost;
}

/** Per token the last statement whose cue it is part of, or -1. */
export function mapCues({ statementDrafts, tokens }: StatedDocument): Int32Array {
  const cues = new Int32Array(tokens.length).fill(-1);
  for (const [index, { cue }] of statementDrafts.entries()) mark(cues, tokens, cue, index);
  return cues;
}

function mark(marks: Int32Array, tokens: readonly Span[], spans: readonly Span[], index: number): void {
  for (const { start, end } of spans) {
    let token = findFirst(tokens, start, (each) => each.start);
    for (; token < tokens.length && tokens[token].end <= end; token++) marks[token] = index;
  }
}
