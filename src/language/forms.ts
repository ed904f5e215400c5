/**
 * Tells by what a text shows in which form it came: plain, cut into tokens, or cut and stemmed.
 *
 * Two questions, each answered by summing up evidence (naive Bayes): do marks stand apart from the words before them, and
 * do the words look like stems? The model `forms` knows of frequent words, and of the endings of the others, how much
 * likelier they are in stemmed than in unstemmed news. Small letters alone show nothing, since plain and tokenised text
 * come in small letters too.
 */
import { classAt, isWordClass, SPACE, UPPER } from "./character-classes.ts";
import { getModelBytesOrThrow } from "./model-bytes.ts";
import { readModelFile } from "./model-file.ts";
import { stemWord } from "./porter-stemmer.ts";

export type Form = "plain" | "tokenised" | "stemmed";

/** A form and how sure it is, from 0.5, a guess, to 1. */
export interface DetectedForm {
  readonly form: Form;
  readonly score: number;
}

/** What is read of a long text: more would not change the answer. */
const MAX_CHARS = 20_000;

const CLITICS = new Set(["n't", "'s", "'re", "'ve", "'ll", "'m", "'d", "n’t", "’s", "’re", "’ve", "’ll", "’m", "’d"]);

/** Log-odds in tenths of a nat. */
const ODDS = {
  /** A word with a capital letter, against stems. */
  capital: -35,
  /** For tokens: a mark with a space before it, a mark without one, marks that only corpora have. */
  apartMark: 40,
  attachedMark: -40,
  corpusQuote: 30,
  apartClitic: 40,
  attachedClitic: -25,
  /** Texts come plain more often than not. */
  priorTokens: -15,
  priorStems: -10,
} as const;

export const FORMS_MODEL = { name: "forms", version: 1 };
/** Numbers of entries, powers of two. */
export const FORM_WORDS = 1 << 14;
export const FORM_ENDINGS = 1 << 13;

/** How much likelier a word is in stemmed than in unstemmed text, as log-odds in tenths of a nat. */
export interface FormWeights {
  /** Frequent words by their hash; the other half of the hash tells whether it is this word. 0 is nobody. */
  readonly fingerprints: Uint16Array;
  readonly words: Int8Array;
  /** All other words by their endings. */
  readonly endings: Int8Array;
}

let loaded: FormWeights | undefined;

function getWeights(): FormWeights {
  if (loaded === undefined) {
    const model = readModelFile(getModelBytesOrThrow(FORMS_MODEL.name), FORMS_MODEL);
    loaded = {
      fingerprints: model.getArrayOrThrow("fingerprints", "u16"),
      words: model.getArrayOrThrow("words", "i8"),
      endings: model.getArrayOrThrow("endings", "i8"),
    };
  }
  return loaded;
}

/** The hash of a word of small ASCII letters, for the tables of the model. */
export function hashFormWord(text: string, start: number, end: number): number {
  let hash = 0x811c_9dc5 | 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85eb_ca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Where the ending of a word stands in its table: its last letters, and whether stemming would change the word. */
export function hashFormEnding(word: string): number {
  const size = Math.min(word.length, 4);
  const change = stemWord(word) === word ? 0 : 1;
  const length = word.length < 7 ? 0 : 1;
  return (
    (hashFormWord(word, word.length - size, word.length) + change * 0x1234_567 + length * 0x0765_4321) &
    (FORM_ENDINGS - 1)
  );
}

/**
 * Finds the form of a text; an empty one is plain.
 *
 * @throws {LanguageError} When the model `forms` is missing or damaged.
 */
export function detectForm(text: string, weights: FormWeights = getWeights()): DetectedForm {
  let tokens: number = ODDS.priorTokens;
  let stems: number = ODDS.priorStems;
  const limit = Math.min(text.length, MAX_CHARS);
  for (let start = 0; start < limit; ) {
    if (classAt(text, start) === SPACE) {
      start += 1;
      continue;
    }
    let end = start + 1;
    while (end < limit && classAt(text, end) !== SPACE) end += 1;
    const isAtLineStart = start === 0 || text.charCodeAt(start - 1) === 10;
    tokens += weighStretch(text, start, end, isAtLineStart);
    for (let i = start; i < end; ) {
      if (!isWordClass(classAt(text, i))) {
        i += 1;
        continue;
      }
      let wordEnd = i + 1;
      while (wordEnd < end && isWordClass(classAt(text, wordEnd))) wordEnd += 1;
      stems += weighWord(text, i, wordEnd, weights);
      i = wordEnd;
    }
    start = end;
  }
  // Stems come as tokens. Where there are no marks to see, or they are attached, only clear stems tell.
  const together = stems + Math.min(0, tokens) / 2;
  if (together > 0) return { form: "stemmed", score: toScore(together) };
  if (tokens > 0) return { form: "tokenised", score: toScore(Math.min(tokens, -stems)) };
  return { form: "plain", score: toScore(Math.min(-tokens, -together)) };
}

/** What a stretch without space says of tokens. */
function weighStretch(text: string, start: number, end: number, isAtLineStart: boolean): number {
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  const size = end - start;
  if (size === 1) {
    if (isAtLineStart) return 0;
    // , . ; : ? ! ) ” ’
    if (first === 44 || first === 46 || first === 59 || first === 58 || first === 63 || first === 33)
      return ODDS.apartMark;
    if (
      first === 41 ||
      first === 40 ||
      first === 0x201c ||
      first === 0x201d ||
      first === 0x2019 ||
      first === 34 ||
      first === 39
    ) {
      return ODDS.apartMark / 2;
    }
    return 0;
  }
  if (size === 2 && ((first === 96 && last === 96) || (first === 39 && last === 39))) return ODDS.corpusQuote;
  if (size <= 4 && (first === 39 || first === 0x2019 || first === 110) && CLITICS.has(text.slice(start, end))) {
    return ODDS.apartClitic;
  }
  let sum = 0;
  if (isWordClass(classAt(text, end - 2))) {
    if (last === 44 || last === 59 || last === 58 || last === 63 || last === 33 || last === 0x201d)
      sum += ODDS.attachedMark;
    // Tokenised text keeps the point of an abbreviation: "mr.", "u.s."
    else if (last === 46 && size > 4 && text.indexOf(".", start) === end - 1) sum += ODDS.attachedMark / 2;
    else if (last === 34 || last === 41) sum += ODDS.attachedMark / 2;
  } else if (last === 34 || last === 0x201d || last === 0x2019) {
    sum += ODDS.attachedMark;
  }
  if ((first === 34 || first === 0x201c || first === 40 || first === 0x2018) && isWordClass(classAt(text, start + 1))) {
    sum += ODDS.attachedMark / 2;
  }
  if (size > 3 && size < 20) {
    // ’s, ’ll: an apostrophe before the last letter or two, and none at the end.
    const isClitic = isApostrophe(text, end - 2) || isApostrophe(text, end - 3);
    if (isClitic && !isApostrophe(text, end - 1)) sum += ODDS.attachedClitic;
  }
  return sum;
}

function isApostrophe(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 39 || unit === 0x2019;
}

/** What a word says of stems. */
function weighWord(text: string, start: number, end: number, weights: FormWeights): number {
  const size = end - start;
  if (classAt(text, start) === UPPER) {
    // "5C" and letters like "Ł" stay as they are where all else is stemmed.
    return size > 1 || text.charCodeAt(start) < 128 ? ODDS.capital : 0;
  }
  if (size < 2) return 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 97 || unit > 122) return 0;
  }
  const hash = hashFormWord(text, start, end);
  const at = hash & (FORM_WORDS - 1);
  if (weights.fingerprints[at] === hash >>> 16) return weights.words[at];
  return size < 3 ? 0 : weights.endings[hashFormEnding(text.slice(start, end))];
}

function toScore(tenths: number): number {
  // Rounded, since engines differ in the last bits of an exponential.
  return Math.round(1000 / (1 + Math.exp(-Math.max(0, tenths) / 10))) / 1000;
}
