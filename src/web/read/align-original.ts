/** The original of a stemmed or tokenised report beside its restored text, sentence by sentence. */
import type { Reading } from "../../reading/index.ts";
import type { Span } from "./list-items.ts";

export type AlignmentRow = readonly [start: number, end: number, originalStart: number, originalEnd: number];

export interface AlignedSentence {
  /** In the restored text. */
  restored: Span;
  /** In the original. */
  original: Span;
}

/** @returns One row a sentence, in order; the originals of two rows never overlap. */
export function alignSentences(reading: Reading): AlignedSentence[] {
  const rows = reading.report.alignment ?? [];
  const length = reading.report.original?.length ?? 0;
  let at = 0;
  let originalEnd = 0;
  return reading.sentences.map(({ start, end }, index) => {
    const from = Math.max(originalEnd, rows[at]?.[2] ?? originalEnd);
    while (at < rows.length && rows[at][0] < end) originalEnd = Math.max(originalEnd, rows[at++][3]);
    if (index === reading.sentences.length - 1) originalEnd = length;
    return { restored: { start, end }, original: { start: from, end: originalEnd } };
  });
}

/** The words of the original from which the words of a span were restored. */
export function toOriginal(rows: readonly AlignmentRow[], { start, end }: Span): Span[] {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle][1] <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < rows.length && rows[last][0] < end) last++;
  return last === low ? [] : [{ start: rows[low][2], end: rows[last - 1][3] }];
}
