/**
 * Figures: numbers that matter, each with its bound ("at least"), what it counts, and the kind of thing that is.
 *
 * Takes the numbers of the text, leaves out those that count nothing of interest (ages, durations, small plain numbers), and
 * reads bound and class from the words around and the tree. Who gives a figure is decided by `add-figures.ts`.
 *
 * Requires the layers up to trees.
 */
import { findNumbers, type NumberMention, type ParsedDocument, type Span, type Tag } from "../language/index.ts";
import { addOnes, PEOPLE_CLASSES } from "./count-of-one.ts";
import { findBound } from "./find-figure-bound.ts";
import { DURATIONS, findFigureClass, isSumAfter } from "./find-figure-class.ts";
import { findFirst } from "./find-first.ts";
import { isTimeAway, isYearOfThing, withoutYear } from "./is-time-number.ts";
import { isWorthCounting } from "./is-worth-counting.ts";
import { linkFigures } from "./link-figures.ts";
import type { Figure } from "./schema.ts";
import { listChildren, type TreeIndex, type TreeLayer } from "./tree-index.ts";

export interface FigureMention extends Span {
  readonly startToken: number;
  readonly endToken: number;
  /** Of a range, its lower end; its bound is then "at least". */
  readonly value: number;
  /** The upper end of a range. */
  readonly to?: number | undefined;
  readonly bound: Figure["bound"];
  /** What is counted, in the report's words. */
  readonly what: string;
  readonly class: Figure["class"];
  /** The number with its bound and what it counts. */
  readonly evidence: Span;
  /** The earlier number that this one takes the place of: "58, up from 41". */
  readonly revises?: FigureMention;
  /** The whole that this one is a part of: "40 people, including 12 children". */
  readonly partOf?: FigureMention | undefined;
}

const MAX_WHAT_TOKENS = 9;
/** So near behind a number stands the noun that it counts: "a third of its old wooden fishing boats". */
const MAX_WORDS_TO_COUNTED = 6;

/** Finds the figures of a document, in text order but for those that are revised, which come before their revision. */
export function findFigures(document: ParsedDocument & TreeLayer): FigureMention[] {
  const { tree } = document;
  const figures: FigureMention[] = [];
  for (const found of joinRatios(document, findNumbers(document))) {
    if (found.kind !== "quantity" || found.isVague || isYearOfThing(document, found)) continue;
    if (isTimeAway(document, found)) continue;
    const number = withoutYear(document, found);
    const head = findHeadToken(document, number);
    const counted = findCounted(document, head, number);
    const bound = findBound(document, number);
    let cls = findFigureClass(document, tree, number, counted ?? head, counted !== undefined);
    // "killing nine of its soldiers": what is done is done to the number.
    if (cls === "count" && counted !== undefined && document.heads[counted] === head && head < number.endToken)
      cls = findFigureClass(document, tree, number, head, false);
    const before = figures.at(-1);
    // "12 people died, including 3 children": a part is of the kind of its whole.
    const isIncludedIn = before !== undefined && isIncluded(document, number, bound.start, before);
    if (cls === "count" && isIncludedIn) cls = before.class;
    if (cls === "count" && counted === undefined && before?.class === "money" && isSumAfter(document, before, number))
      cls = "money";
    if (cls === "count" && !isWorthCounting(document, number, counted ?? head, counted !== undefined, bound.bound))
      continue;
    if (cls === "count" && isFraction(document, number)) cls = "share";
    const what = findWhat(document, tree, number, counted);
    const evidence = { start: Math.min(bound.start, number.start), end: Math.max(number.end, what.end) };
    const { start, end, startToken, endToken, low, high } = number;
    const isRange = low !== undefined && high !== undefined;
    figures.push({
      start,
      end,
      startToken,
      endToken,
      value: isRange ? low : number.value,
      to: isRange ? high : undefined,
      bound: isRange ? "at least" : bound.bound,
      what: what.text,
      class: cls,
      evidence,
      partOf: isIncludedIn ? before : undefined,
    });
  }
  return linkFigures(document, addOnes(document, figures));
}

/** "as many as one in four": a one that is no number of its own. */
const ONE: Pick<NumberMention, "value" | "kind"> = { value: 1, kind: "quantity" };

/** "one in four children", "seven out of 10": two numbers that are one part of a whole. */
function joinRatios({ lemmas, tokens }: ParsedDocument, numbers: readonly NumberMention[]): NumberMention[] {
  const joined: NumberMention[] = [];
  for (const number of numbers) {
    const before = joined.at(-1);
    const one = [2, 3].find((steps) => /^one$/i.test(tokens[number.startToken - steps]?.text ?? ""));
    const at = number.startToken - (one ?? 0);
    const isOne = one !== undefined && (before === undefined || before.endToken <= at);
    const part = isOne
      ? { ...number, ...ONE, unit: undefined, start: tokens[at].start, startToken: at, endToken: at + 1 }
      : before;
    const between = tokens.slice(part?.endToken, number.startToken).map(({ text }) => text.toLowerCase());
    const isRatio =
      part !== undefined &&
      between.length < 3 &&
      /^(?:in|in every|out of)$/.test(between.join(" ")) &&
      part.kind === "quantity" &&
      number.kind === "quantity" &&
      part.unit === undefined &&
      number.unit === undefined &&
      part.value < number.value &&
      !DURATIONS.has(lemmas[number.endToken]?.toLowerCase()) &&
      (part.value === 1 || number.value === 10 || number.value === 100 || between[0] === "out");
    if (isRatio && !isOne) joined.pop();
    joined.push(
      isRatio
        ? { ...number, start: part.start, startToken: part.startToken, value: part.value / number.value }
        : number,
    );
  }
  return joined;
}

/** "one-third", "1/3", "half": a part of a whole in words, not a measure like "0.5". */
function isFraction({ text }: ParsedDocument, { start, end, value }: NumberMention): boolean {
  return value > 0 && value < 1 && !/[.,]/.test(text.slice(start, end));
}

/** So near stands a whole before its part. */
const MAX_TOKENS_TO_PART = 12;

/** Adjectives that stand for people as a noun would. */
const DONE_TO = /^(?:dead|injured|wounded|missing|homeless|displaced)$/i;

function isIncluded({ tokens }: ParsedDocument, number: NumberMention, start: number, whole: FigureMention): boolean {
  if (!PEOPLE_CLASSES.has(whole.class) || number.startToken - whole.endToken > MAX_TOKENS_TO_PART) return false;
  let token = number.startToken;
  while (tokens[token].start > start) token -= 1;
  return /^(including|includes|included|among)$/i.test(tokens[token - 1]?.text ?? "");
}

/** The token of a number that the rest of its sentence hangs on. */
function findHeadToken({ heads }: ParsedDocument, { startToken, endToken }: NumberMention): number {
  for (let token = startToken; token < endToken; token++) {
    if (heads[token] < startToken || heads[token] >= endToken) return token;
  }
  return endToken - 1;
}

/** The noun that the number counts, where it has one: "40 people", "40 of the miners". */
function findCounted(document: ParsedDocument, head: number, number: NumberMention): number | undefined {
  const { heads, relations, tags } = document;
  if (relations[head]?.startsWith("nummod") && heads[head] >= number.endToken) return heads[head];
  // "million" is a noun with the real one behind "of", or the tree is wrong: take the noun phrase right behind.
  let token = number.endToken;
  const next = document.tokens[token]?.text.toLowerCase();
  // "41 last week": that is when, not what.
  if (next === "last" || next === "this" || next === "next") return undefined;
  if (next === "of") token += 1;
  for (let steps = 0; steps < MAX_WORDS_TO_COUNTED && token < tags.length; steps++, token++) {
    const tag = tags[token];
    // "of the country's miners": the owner is not what is counted.
    if (/^['’]s?$/.test(document.tokens[token + 1]?.text ?? "") && /NOUN|PROPN/.test(tag)) token += 1;
    else if (tag === "NOUN" && tags[token + 1] !== "NOUN") return token;
    if (/^['’]s?$/.test(document.tokens[token].text)) continue;
    // "640 civilian dead"
    if (
      tag === "ADJ" &&
      DONE_TO.test(document.tokens[token].text) &&
      !/^(?:NOUN|ADJ|CCONJ)$/.test(tags[token + 1] ?? "")
    )
      return token;
    // "nine of its 11 boats"
    if (tag === "NUM" && next === "of") continue;
    if (tag !== "ADJ" && tag !== "DET" && tag !== "PRON" && tag !== "NOUN" && tag !== "PROPN") return undefined;
  }
  return undefined;
}

/** What is counted, from behind the number: the rest of the noun phrase with what directly follows it. */
function findWhat(
  document: ParsedDocument,
  tree: TreeIndex,
  number: NumberMention,
  counted: number | undefined,
): { text: string; end: number } {
  const { text, tokens, relations, sentences } = document;
  const first = number.endToken;
  if (counted === undefined) {
    const unit = text.slice(number.start, number.end);
    return { text: unit, end: number.end };
  }
  let last = counted;
  for (const child of listChildren(tree, counted)) {
    if (child > counted && /^(nmod|acl|amod|compound|flat)/.test(relations[child]))
      last = Math.max(last, findLast(tree, child));
  }
  const sentenceEnd = sentences[findFirst(sentences, counted + 1, ({ endToken }) => endToken)].endToken;
  // "a 12-year prison sentence"
  if (/^[-–‑]$/.test(tokens[first].text)) while (document.tags[last + 1] === "NOUN") last += 1;
  last = Math.max(counted, Math.min(last, first + MAX_WHAT_TOKENS - 1, sentenceEnd - 1));
  const end = tokens[findWhatEnd(document, counted, last)].end;
  return { text: text.slice(tokens[first].start, end).replace(/^(?:of\s+|[-–‑]\s*)/, ""), end };
}

/** What is counted ends before a mark, a day or a month and who says so, whatever the tree makes of them. */
function findWhatEnd({ tags, tokens }: ParsedDocument, counted: number, last: number): number {
  for (let token = counted + 1; token <= last; token++) {
    const word = tokens[token].text;
    if (DAY.test(word)) return Math.max(counted, tags[token - 1] === "ADP" ? token - 2 : token - 1);
    if (/^[,;:()[\]“”"–—]|^(?:-|--|according)$/i.test(word)) return trimEnd(tags, counted, token - 1);
  }
  return trimEnd(tags, counted, last);
}

/** Nothing counted ends with a preposition, an article or "and". */
function trimEnd(tags: readonly Tag[], counted: number, last: number): number {
  let end = last;
  while (end > counted && /^(?:ADP|DET|CCONJ|SCONJ|PART|AUX)$/.test(tags[end])) end -= 1;
  return end;
}

const DAY =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|yesterday|today|tomorrow)$/;

function findLast(tree: TreeIndex, token: number): number {
  let last = token;
  for (const child of listChildren(tree, token)) last = Math.max(last, findLast(tree, child));
  return last;
}
