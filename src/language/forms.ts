/**
 * Tells by what a text shows in which form it came: plain, cut into tokens, or cut and stemmed.
 *
 * Two questions, each answered by summing up evidence (naive Bayes; the weights are log-odds measured on news in all three
 * forms): do marks stand apart from the words before them, and do the words look like stems? A stem is seldom shortened
 * by stemming once more, while more than a third of English words are; some stems of common words ("thi", "wa") and some
 * endings ("nc", "bl") hardly occur in English. Small letters alone show nothing, since plain and tokenised text come in
 * small letters too.
 */
import { classAt, isWordClass, SPACE, UPPER } from "./character-classes.ts";
import { stemWord } from "./porter-stemmer.ts";

export type Form = "plain" | "tokenised" | "stemmed";

/** A form and how sure it is, from 0.5, a guess, to 1. */
export interface DetectedForm {
  readonly form: Form;
  readonly score: number;
}

/** What is read of a long text: more would not change the answer. */
const MAX_CHARS = 20_000;

/** Common words whose stems are other words or none. */
const CHANGED_WORDS = new Set(
  "this was has his its as is does these those because any many very only once since before during being having whose others himself themselves always perhaps already every everyone people please nothing something anything everything one's says said years".split(
    " ",
  ),
);
/** The stems of such words that are no English words: "thi", "wa", "becaus". */
const STEMS = new Set(
  [...CHANGED_WORDS]
    .map((word) => stemWord(word))
    .filter(
      (stem) =>
        stem.length > 1 &&
        !CHANGED_WORDS.has(stem) &&
        stem !== "be" &&
        stem !== "doe" &&
        stem !== "other" &&
        stem !== "year" &&
        stem !== "it",
    ),
);
/** Endings that English spelling does not have, but stems have. */
const STEM_ENDING = /(?:[bcdfgkptz]l|[nr]c|dg|rg|ng[ru]|iz|uc|[bcdfglmnprstvz]i|v|[lr]v|[lmnpr]iz|quir|ativ|ceiv)$/;
const CLITICS = new Set(["n't", "'s", "'re", "'ve", "'ll", "'m", "'d", "n’t", "’s", "’re", "’ve", "’ll", "’m", "’d"]);

/** Log-odds, in tenths of a nat, that were measured on news. */
const ODDS = {
  /** For stems: against a word that stemming changes, for one that it leaves. */
  changedWord: -27,
  unchangedWord: 5,
  changedCommonWord: -40,
  commonStem: 45,
  stemEnding: 18,
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

/** Finds the form of a text; an empty one is plain. */
export function detectForm(text: string): DetectedForm {
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
      stems += weighWord(text, i, wordEnd);
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
    const apostrophe = Math.max(text.lastIndexOf("'", end - 1), text.lastIndexOf("’", end - 1));
    if (apostrophe > start && apostrophe >= end - 3 && apostrophe < end - 1) sum += ODDS.attachedClitic;
  }
  return sum;
}

/** What a word says of stems. */
function weighWord(text: string, start: number, end: number): number {
  const size = end - start;
  if (classAt(text, start) === UPPER) {
    // "5C" and letters like "Ł" stay as they are where all else is stemmed.
    return size > 1 || text.charCodeAt(start) < 128 ? ODDS.capital : 0;
  }
  if (size < 2) return 0;
  const word = text.slice(start, end);
  if (!/^[a-z]+$/.test(word)) return 0;
  if (STEMS.has(word)) return ODDS.commonStem;
  if (CHANGED_WORDS.has(word)) return ODDS.changedCommonWord;
  if (size < 3) return 0;
  if (stemWord(word) !== word) return ODDS.changedWord;
  return size > 3 && STEM_ENDING.test(word) ? ODDS.stemEnding : ODDS.unchangedWord;
}

function toScore(tenths: number): number {
  // Rounded, since engines differ in the last bits of an exponential.
  return Math.round(1000 / (1 + Math.exp(-Math.max(0, tenths) / 10))) / 1000;
}
