/** Names as they are compared: folded letters, titles off, and a skeleton that spellings of one name share. */
import { foldText } from "./search-stems.ts";

/** Forms of address that are no part of a name. A closed class of the language. */
const ADDRESSES = new Set(
  "mr mrs ms miss mx dr sir dame lord lady prof professor rev reverend hon honourable honorable president".split(" "),
);

const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv"]);

/** Honours behind a name, as in "Ada Brisk KC". */
const HONOURS = new Set("kc qc sc phd obe cbe mbe esq".split(" "));

const MAX_KEPT_NAMES = 20_000;
const keptWords = new Map<string, readonly string[]>();

/** Words of a name, folded: `["karim", "khan"]`. Reports name the same people again and again: what was found is kept. */
export function toNameWords(name: string): readonly string[] {
  let words = keptWords.get(name);
  if (words !== undefined) return words;
  words = splitName(name);
  if (keptWords.size >= MAX_KEPT_NAMES) keptWords.clear();
  keptWords.set(name, words);
  return words;
}

function splitName(name: string): string[] {
  const words = foldText(name)
    .replace(/['’`](s\b)?/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  while (words.length > 1 && ADDRESSES.has(words[0])) words.shift();
  return words;
}

/** A name with its words folded and "the" taken off. */
export function foldName(name: string): string {
  return toNameWords(name)
    .join(" ")
    .replace(/^the (?=.)/, "");
}

/** Words that stand in lower case within names, and may begin one. A closed class. */
const PARTICLES = new Set(
  "al el ul bin bint ibn ben da das de del della den der di do dos du la le los ten ter van vom von y e zu zur af av".split(
    " ",
  ),
);

/** Whether it is somebody's name, and not a description of anybody: "One of them", "manager at the plant". */
export function isProperName(name: string): boolean {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const isCapital = (word: string | undefined) => word !== undefined && !/^\p{Ll}/u.test(word);
  return isCapital(words.at(-1)) && (isCapital(words[0]) || PARTICLES.has(words[0] ?? ""));
}

export interface PersonName {
  readonly given: string | undefined;
  /** Initials and names between the first and the last. */
  readonly middle: readonly string[];
  readonly family: string;
  readonly suffix: string | undefined;
}

export function toPersonName(name: string): PersonName | undefined {
  const words = [...toNameWords(name)];
  while (words.length > 2 && HONOURS.has(words[words.length - 1])) words.pop();
  const suffix = words.length > 2 && SUFFIXES.has(words[words.length - 1]) ? words.pop() : undefined;
  const family = words.pop();
  if (family === undefined) return undefined;
  const [given, ...middle] = words;
  return { given, middle, family, suffix };
}

/**
 * What spellings of one word have in common: consonants, with the letters that transliterations exchange made one.
 * "Mohammed", "Muhammad" and "Mohamed" give "mhmd"; "Zelensky" and "Zelenskiy" give "zlnsk".
 */
export function toSkeleton(word: string): string {
  return word
    .replace(/^(al|el)(?=[a-z]{3})/, "")
    .replace(/ph/g, "f")
    .replace(/sch|sh|ch/g, "s")
    .replace(/tz|ts|zh|dj|dzh/g, "z")
    .replace(/kh|gh|ck|q|x/g, "k")
    .replace(/c/g, "k")
    .replace(/w/g, "v")
    .replace(/j/g, "y")
    .replace(/(?<=.)[aeiouy]/g, "")
    .replace(/^[aeiouy]/, "a")
    .replace(/(.)\1+/g, "$1");
}
