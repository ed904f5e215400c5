/**
 * Cuts a stemmed or tokenised report into its words and marks, as the restorer sees them.
 *
 * A run of ASCII letters and digits is one token, every other character but blanks one of its own; "...", "--", "``" and "''"
 * stay whole. So a token of the stemmed corpora is a token here, and glued text ("don't") is cut in the same way.
 */
import { hashText } from "./restore-hash.ts";

/** What a token is made of. */
export const TOKEN_MARK = 0;
export const TOKEN_WORD = 1;
/** Digits, or letters and digits. */
export const TOKEN_NUMBER = 2;
/** A single letter beyond ASCII: what is left of "é" where "café" was cut. */
export const TOKEN_LETTER = 3;

/** The gap before a token in the original: nothing, blanks, or a line break. */
export const GAP_NONE = 0;
export const GAP_SPACE = 1;
export const GAP_BREAK = 2;

export interface RestoreTokens {
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  readonly gaps: Uint8Array;
  /** A hash of each token, the same for marks that mean the same; never 0. */
  readonly hashes: Int32Array;
}

const isWordUnit = new Uint8Array(128);
for (let unit = 48; unit < 58; unit++) isWordUnit[unit] = 2;
for (let unit = 65; unit < 91; unit++) isWordUnit[unit] = 1;
for (let unit = 97; unit < 123; unit++) isWordUnit[unit] = 1;

/** Marks that count as one another when the words around them are judged. */
const SAME_MARKS: Record<string, string> = {
  "“": '"', "”": '"', "``": '"', "''": '"', "«": '"', "»": '"', "„": '"',
  "’": "'", "‘": "'", "`": "'", "´": "'",
  "–": "—", "―": "—", "--": "—", "‒": "—", "…": "...",
}; // biome-ignore format: a table

const markHashes = new Map<string, number>();

/** The hash that stands for a mark: equal for marks that differ only in shape. */
export function hashMark(mark: string): number {
  let hash = markHashes.get(mark);
  if (hash === undefined) {
    hash = hashText(SAME_MARKS[mark] ?? mark);
    if (mark.length <= 3) markHashes.set(mark, hash);
  }
  return hash;
}

const LETTER = /^\p{L}|^\p{M}/u;
const BLANK = /\s/;

/** Cuts a text; see the head of this file. */
export function cutForRestoring(text: string): RestoreTokens {
  // No token is shorter than one unit: room for all, cut down at the end.
  const size = text.length;
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const kinds = new Uint8Array(size);
  const gaps = new Uint8Array(size);
  const hashes = new Int32Array(size);
  let length = 0;
  let gap = GAP_BREAK;
  for (let start = 0; start < size; ) {
    const unit = text.charCodeAt(start);
    let end = start + 1;
    if (unit < 128 && isWordUnit[unit] > 0) {
      let hasDigit = isWordUnit[unit] === 2;
      let digitsOnly = hasDigit;
      for (; end < size; end++) {
        const next = text.charCodeAt(end);
        if (next >= 128 || isWordUnit[next] === 0) break;
        if (isWordUnit[next] === 2) hasDigit = true;
        else digitsOnly = false;
      }
      kinds[length] = hasDigit ? TOKEN_NUMBER : TOKEN_WORD;
      // Numbers of one length are alike, but for years.
      hashes[length] = !digitsOnly
        ? hashText(text, start, end)
        : end - start === 4 && (unit === 49 || unit === 50)
          ? hashText("1987")
          : end - start === 1
            ? hashText("7")
            : end - start === 2
              ? hashText("42")
              : hashText("100");
    } else if (unit === 32 || BLANK.test(text[start])) {
      const isBreak = unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;
      if (isBreak) gap = GAP_BREAK;
      else if (gap === GAP_NONE) gap = GAP_SPACE;
      start = end;
      continue;
    } else {
      if (unit === 46 && text.startsWith("...", start)) end = start + 3;
      else if ((unit === 45 || unit === 39 || unit === 96) && text.charCodeAt(end) === unit) end = start + 2;
      else if (text.codePointAt(start)! > 0xffff) end = start + 2;
      const mark = text.slice(start, end);
      kinds[length] = unit >= 128 && LETTER.test(mark) ? TOKEN_LETTER : TOKEN_MARK;
      hashes[length] = hashMark(mark);
    }
    starts[length] = start;
    ends[length] = end;
    gaps[length] = gap;
    gap = GAP_NONE;
    length += 1;
    start = end;
  }
  return {
    length,
    starts: starts.slice(0, length),
    ends: ends.slice(0, length),
    kinds: kinds.slice(0, length),
    gaps: gaps.slice(0, length),
    hashes: hashes.slice(0, length),
  };
}
