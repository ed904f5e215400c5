/**
 * Words as every store indexes them: folded to plain letters, lower case, stemmed. Both stores are given these and do
 * nothing of their own, so that a search means the same in both.
 */
import { stemWord } from "../language/index.ts";

/** Longer runs are cut: a database allows only so much for one word. */
const MAX_STEM_CHARS = 60;

const MAX_KEPT_STEMS = 50_000;
/** V8 keeps a whole text for a longer piece of it. */
const MAX_KEPT_CHARS = 12;

const WORD = /[\p{L}\p{N}]+/gu;

/** The stems of a text in order, repeated as it repeats them. */
export function toSearchStems(text: string): string[] {
  const stems: string[] = [];
  for (const [word] of foldText(text).matchAll(WORD)) stems.push(toStem(word));
  return stems;
}

/** Lower case, without accents, compatibility forms as their plain letters. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  // Most words of an English report are plain ASCII: no normal form to make.
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[łøđħıßæœþð]/g, (letter) => PLAIN_LETTERS[letter]);
}

const PLAIN_LETTERS: Record<string, string> = {
  ł: "l", ø: "o", đ: "d", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d",
}; // biome-ignore format: a row

export interface WordQuery {
  readonly all: readonly string[];
  readonly none: readonly string[];
}

/** Takes a search apart: words that must be there, and after a hyphen ones that must not. */
export function parseWordQuery(words: string): WordQuery {
  const all = new Set<string>();
  const none = new Set<string>();
  for (const part of words.split(/\s+/)) {
    const isUnwanted = /^[-−]\S/.test(part);
    for (const stem of toSearchStems(part)) (isUnwanted ? none : all).add(stem);
  }
  return { all: [...all], none: [...none] };
}

const stems = new Map<string, string>();

/** The stem of a folded word. Texts use the same words again and again: what was found is kept. */
export function toFullStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /^[a-z]+$/.test(word) ? stemWord(word) : word;
  if (stems.size >= MAX_KEPT_STEMS) stems.clear();
  if (word.length <= MAX_KEPT_CHARS) stems.set(word, stem);
  return stem;
}

function toStem(word: string): string {
  const stem = toFullStem(word);
  return stem.length > MAX_STEM_CHARS ? stem.slice(0, MAX_STEM_CHARS) : stem;
}
