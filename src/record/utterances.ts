/**
 * The same utterance in several reports: quoted in full, trimmed, or turned into indirect speech.
 *
 * Candidates share a pair of neighbouring content words from the same speaker; what decides is how many content words of the
 * shorter wording stand in the longer one, in the same order.
 */

import { stemWord } from "../language/index.ts";
import { hashToNumber } from "./hash-text.ts";
import { foldText, toFullStem } from "./search-stems.ts";

/** Days between two reports of one utterance, at most. */
export const MAX_UTTERANCE_DAYS = 7;

/** Content words that a wording needs before it can be compared. */
const MIN_WORDS = 4;

/** Share of the shorter wording's content words that the longer one has in order: quoted, and turned to indirect speech. */
const MIN_SHARE_QUOTED = 0.8;
const MIN_SHARE_INDIRECT = 0.65;

/** One pair in so many is indexed, chosen by its hash: equal pairs are chosen alike in every report. */
const PAIRS_PER_KEY = 2;

export interface Wording {
  readonly text: string;
  readonly mode: "direct" | "indirect" | "mixed";
}

interface Word {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/** Numbers that wordings of one utterance are likely to share; none where the text is too short to tell. */
export function makeUtteranceKeys(speaker: string, text: string): number[] {
  const words = findContentWords(text);
  if (words.length < MIN_WORDS) return [];
  const keys = new Set<number>();
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < words.length; i++) {
    const hash = hashToNumber(`${speaker}|${words[i - 1].stem} ${words[i].stem}`);
    if (hash % PAIRS_PER_KEY === 0) keys.add(hash);
    smallest = Math.min(smallest, hash);
  }
  // A short wording whose pairs all fall through is still found by its like.
  if (keys.size === 0) keys.add(smallest);
  return [...keys];
}

/** Whether two wordings, by one speaker and within days of each other, are the same utterance. */
export function isSameUtterance(one: Wording, other: Wording): boolean {
  const [a, b] = [findContentWords(one.text), findContentWords(other.text)];
  const shorter = Math.min(a.length, b.length);
  if (shorter < MIN_WORDS) return false;
  const isIndirect = one.mode === "indirect" || other.mode === "indirect";
  const shared = matchInOrder(a, b).length;
  return shared >= MIN_WORDS && shared >= shorter * (isIndirect ? MIN_SHARE_INDIRECT : MIN_SHARE_QUOTED);
}

export interface WordingComparison {
  readonly relation: "same" | "trimmed" | "indirect";
  readonly leftOut: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** How a wording stands beside the fullest one, and which of the fullest one's words it leaves out. */
export function compareWording(fullest: Wording, other: Wording): WordingComparison {
  const all = findWords(fullest.text);
  const kept = new Set(matchInOrder(all, findWords(other.text)).map(([index]) => index));
  const leftOut: { start: number; end: number; text: string }[] = [];
  let wasOut = false;
  for (let i = 0; i < all.length; i++) {
    if (!kept.has(i)) {
      const { start, end } = all[i];
      const last = leftOut.at(-1);
      if (wasOut && last !== undefined) last.end = end;
      else leftOut.push({ start, end, text: "" });
    }
    wasOut = !kept.has(i);
  }
  for (const gap of leftOut) gap.text = fullest.text.slice(gap.start, gap.end);
  if (other.mode === "indirect" && fullest.mode !== "indirect") return { relation: "indirect", leftOut };
  const words = leftOut.reduce((count, { text }) => count + text.split(/\s+/).length, 0);
  return { relation: words >= 3 ? "trimmed" : "same", leftOut };
}

const LETTERS = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;

function findWords(text: string): Word[] {
  return [...text.matchAll(LETTERS)].map((match) => {
    const folded = foldText(match[0]).replace(/['’]\p{L}+$/u, "");
    return {
      stem: toFullStem(folded),
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

function findContentWords(text: string): Word[] {
  return findWords(text).filter(({ stem }) => !FUNCTION_STEMS.has(stem));
}

/** Indexes of a longest common subsequence: time and memory grow with the product of the lengths, which are capped. */
function matchInOrder(one: readonly Word[], other: readonly Word[]): [number, number][] {
  const a = one.slice(0, MAX_COMPARED_WORDS);
  const b = other.slice(0, MAX_COMPARED_WORDS);
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i].stem === b[j].stem
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  const matched: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i].stem === b[j].stem) matched.push([i++, j++]);
    else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) i++;
    else j++;
  }
  return matched;
}

const MAX_COMPARED_WORDS = 400;

/** What changes when speech is reported: pronouns, auxiliaries, and words that only hold a sentence together. */
const FUNCTION_STEMS = new Set(
  `a an the and or but nor so if that which who whom whose this these those there here then than as at by for from in into of on onto to up
  with without over under about after before between through during again i me my mine we us our ours you your yours he him his she her hers it its they them
  their theirs myself himself herself itself ourselves themselves be am is are was were been being do does did doing have has had having
  will would shall should can could may might must not no s t re ve ll d m also just very only too what when where how why all any some
  say said says`
    .split(/\s+/)
    .map((word) => stemWord(word)),
);
