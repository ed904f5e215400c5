/**
 * Gives restored words their case: lower, Capital, UPPER, or the mixed case that a word is known for ("McNally").
 *
 * A log-linear choice per word, left to right, from the word, its neighbours, where its sentence stands, how often words
 * like it have capitals, the case just given, and the case that the document gave the same word before.
 */
import { PAD } from "./restore-contexts.ts";
import { mixHash } from "./restore-hash.ts";
import { GAP_BREAK, type RestoreTokens, TOKEN_NUMBER, TOKEN_WORD } from "./restore-tokens.ts";

export const CASE_LOWER = 0;
export const CASE_CAPITAL = 1;
export const CASE_UPPER = 2;
export const CASE_MIXED = 3;

/** Buckets of "how often is this word capitalised within sentences": 0 is unknown. */
export const CAPITALS_NEVER = 1;
export const CAPITALS_SELDOM = 3;
export const CAPITALS_UPPER = 10;
export const CAPITALS_MIXED = 12;

/** The bucket for a word's cases within sentences. */
export function bucketCapitals(lower: number, capital: number, upper: number, mixed: number): number {
  const total = lower + capital + upper + mixed;
  if (total < 2) return 0;
  if (mixed * 2 > total) return CAPITALS_MIXED;
  if (upper * 10 > total * 9) return CAPITALS_UPPER + 1;
  if (upper * 2 > total) return CAPITALS_UPPER;
  const thousandths = Math.floor(((capital + upper + mixed) * 1000) / total);
  if (thousandths === 0) return total > 20 ? CAPITALS_NEVER : 2;
  if (thousandths < 30) return 3;
  if (thousandths < 150) return 4;
  if (thousandths < 400) return 5;
  if (thousandths < 700) return 6;
  if (thousandths < 900) return 7;
  if (thousandths < 980) return 8;
  return 9;
}

/** A document as the case model sees it; arrays are padded by {@link PAD}. */
export interface CaseSurroundings {
  readonly length: number;
  /** Hashes of the restored forms in lower case. */
  readonly forms: Int32Array;
  readonly classes: Uint8Array;
  readonly capitals: Uint8Array;
  /** Where the token stands; see {@link findStarts}. */
  readonly starts: Uint8Array;
  /** 1 where the token belongs to a headline in title case. */
  readonly titles: Uint8Array;
}

export interface CaseHistory {
  /** 0 for a token that is no word, otherwise the case + 1. */
  last: number;
  beforeLast: number;
  /** Case + 1 of the last word, marks passed over. */
  lastWord: number;
  /** Case + 1 that the document gave this form within a sentence before, or 0. */
  cached: number;
}

export const CASE_CONTEXTS = 30;

export function fillCaseContexts(
  into: Int32Array,
  around: CaseSurroundings,
  at: number,
  history: CaseHistory,
  suffix: number,
): void {
  const { forms, classes, capitals, starts, titles } = around;
  const form = forms[at];
  const start = starts[at] * 2 + titles[at];
  const own = capitals[at] * 64 + start;
  const { last, beforeLast, lastWord, cached } = history;
  const before = forms[at - 1];
  const after = forms[at + 1];
  const cases = last * 8 + beforeLast;
  const right = capitals[at + 1] * 16 + capitals[at + 2];
  let n = 0;
  into[n++] = mixHash(form, start + 1001);
  into[n++] = mixHash(form, 2);
  into[n++] = mixHash(own, 3);
  into[n++] = mixHash(mixHash(form, last * 64 + start), 4);
  into[n++] = mixHash(mixHash(form, before), 5);
  into[n++] = mixHash(mixHash(form, after), 6);
  into[n++] = mixHash(mixHash(form, before), after);
  into[n++] = mixHash(mixHash(form, capitals[at + 1] * 64 + start), 8);
  into[n++] = mixHash(mixHash(form, capitals[at - 1] * 8 + last), 9);
  into[n++] = mixHash(mixHash(before, own), last + 10);
  into[n++] = mixHash(mixHash(after, own), 20);
  into[n++] = mixHash(mixHash(own, right), 21);
  into[n++] = mixHash(mixHash(own, cases), 22);
  into[n++] = mixHash(mixHash(own, cases), right + 23);
  into[n++] = mixHash(mixHash(own, cached), 24);
  into[n++] = mixHash(mixHash(own, cached), cases + 25);
  into[n++] = mixHash(mixHash(form, cached), 26);
  into[n++] = mixHash(mixHash(classes[at] * 256 + classes[at - 1], last), 27);
  into[n++] = mixHash(mixHash(classes[at] * 256 + classes[at + 1], last), 28);
  into[n++] = mixHash(mixHash(own, classes[at - 1] * 256 + classes[at + 1]), 29);
  into[n++] = mixHash(mixHash(own, forms[at - 2]), last + 30);
  into[n++] = mixHash(mixHash(own, forms[at + 2]), capitals[at + 1] + 50);
  into[n++] = mixHash(mixHash(before, forms[at - 2]), own + 4000);
  into[n++] = mixHash(mixHash(after, forms[at + 2]), own + 8000);
  into[n++] = mixHash(mixHash(before, after), own + 12_000);
  into[n++] = mixHash(mixHash(suffix, own), last + 60);
  into[n++] = mixHash(mixHash(suffix, own), classes[at + 1] + 100);
  into[n++] = mixHash(mixHash(own, lastWord), classes[at - 1] + 400);
  into[n++] = mixHash(mixHash(own, capitals[at - 1] * 16 + capitals[at - 2]), cases + 800);
  into[n++] = mixHash(mixHash(own, right), capitals[at + 3] * 16 + capitals[at - 1] + 2000);
}

/** Hashes of marks, as {@link findStarts} needs them. */
export interface StartMarks {
  readonly stops: ReadonlySet<number>;
  readonly quote: number;
  readonly opening: ReadonlySet<number>;
  readonly colon: number;
}

/**
 * Says of each token where it stands: 0 within a sentence, 1 after a stop, 2 after a stop and a quotation mark, 3 after a
 * quotation mark that follows something else, 4 at the start of the document or a line, 5 after a colon, 6 after another
 * mark.
 */
export function findStarts(forms: Int32Array, kinds: Uint8Array, gaps: Uint8Array, marks: StartMarks): Uint8Array {
  const { length } = kinds;
  const starts = new Uint8Array(length);
  let state = 4;
  for (let i = 0; i < length; i++) {
    if (gaps[i] === GAP_BREAK) state = 4;
    starts[i] = state;
    if (kinds[i] === TOKEN_WORD || kinds[i] === TOKEN_NUMBER) {
      state = 0;
    } else {
      const form = forms[i];
      if (marks.stops.has(form)) state = 1;
      else if (form === marks.quote) state = state === 1 ? 2 : state === 4 || state === 2 ? state : 3;
      else if (marks.opening.has(form)) state = state === 1 || state === 4 ? state : 6;
      else if (form === marks.colon) state = 5;
      else state = state === 4 ? 4 : 6;
    }
  }
  return starts;
}

/** The first token after the document's first sentence, or 0 where that sentence is too long to be a headline. */
export function findTitleEnd(
  tokens: Pick<RestoreTokens, "length" | "gaps">,
  forms: Int32Array,
  marks: StartMarks,
): number {
  const limit = Math.min(tokens.length, 34);
  for (let i = 1; i < limit; i++) {
    if (tokens.gaps[i] === GAP_BREAK) return i;
    if (marks.stops.has(forms[i]) && i > 2) return i + 1;
  }
  return 0;
}

/** Contexts of the question whether the first sentence is a headline in title case. */
export function fillTitleContexts(into: Int32Array, forms: Int32Array, classes: Uint8Array, end: number): number {
  let n = 0;
  into[n++] = mixHash(end, 101);
  let known = 0;
  for (let i = 0; i < end; i++) {
    into[n++] = mixHash(forms[i], 102);
    into[n++] = mixHash(mixHash(forms[i], i === 0 ? 1 : forms[i - 1]), 103);
    if (i > 0) into[n++] = mixHash(classes[i] * 256 + classes[i - 1], 104);
    if (classes[i] !== 0) known += 1;
  }
  into[n++] = mixHash(Math.floor((known * 8) / end), 105);
  // How the text goes on.
  if (end < forms.length) into[n++] = mixHash(forms[end], 106);
  if (end + 1 < forms.length) into[n++] = mixHash(forms[end + 1], 107);
  return n;
}

export const MAX_TITLE_CONTEXTS = 34 * 3 + 8;

/** Brings a word in lower case into a case; `mask` has a bit for every letter in upper case, for mixed case. */
export function applyCase(word: string, wordCase: number, mask: number): string {
  if (wordCase === CASE_UPPER) return word.toUpperCase();
  if (wordCase === CASE_CAPITAL) return word.charAt(0).toUpperCase() + word.slice(1);
  if (wordCase === CASE_MIXED) {
    let result = "";
    for (let i = 0; i < word.length; i++)
      result += i < 16 && (mask >>> i) & 1 ? word.charAt(i).toUpperCase() : word.charAt(i);
    return result;
  }
  return word;
}
