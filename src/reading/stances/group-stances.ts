/** One stance for each holder and target: all its signs together, and what the holder takes back or sets against it. */
import type { Span } from "../../language/index.ts";
import { findSentence } from "../find-sentence.ts";
import { getEntity, type StanceSign, type Tree } from "./stance-document.ts";

/** A stance whose entities are still numbers of resolved entities. */
export interface StanceDraft {
  readonly holder: number;
  readonly targetText: string;
  readonly targetEntity: number;
  /** Where the target's words stand. */
  readonly target: Span;
  readonly stance: "supports" | "opposes" | "mixed" | "neutral";
  readonly strength: number;
  /** Place in the list of statements, or -1. */
  readonly statement: number;
  readonly evidence: readonly Span[];
  readonly score: number;
}

/** Longest target in words; of a longer one the first words are kept. */
const LONGEST_TARGET = 12;
/** Signs less sure than this are left out. */
const MIN_SCORE = 0.5;

/** Kinds of entities that can stand somewhere. */
const HOLDERS = new Set(["person", "organisation", "state", "court", "group"]);

interface Group {
  readonly key: string;
  readonly signs: StanceSign[];
}

export function groupStances(tree: Tree, signs: readonly StanceSign[]): StanceDraft[] {
  const groups = new Map<string, Group>();
  const issue = findIssue(tree, signs);
  for (const given of signs) {
    const sign = nameTarget(tree, given, signs, issue);
    if (sign.score < MIN_SCORE || sign.targetStart < 0) continue;
    if (!canHold(tree, sign.holder)) continue;
    if (isUnnamed(tree, sign) && !mayMeanIssue(tree, sign)) continue;
    const key = `${sign.holder} ${keyOfTarget(tree, sign, issue)}`;
    const group = groups.get(key) ?? { key, signs: [] };
    group.signs.push(sign);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ signs: own }) => toDraft(tree, own, issue)).filter((draft) => draft !== undefined);
}

/** A person or body; not "any country", which is nobody. */
function canHold({ document }: Tree, holder: number): boolean {
  const { kind, isNamed, mentions } = document.resolvedEntities[holder];
  if (!HOLDERS.has(kind)) return false;
  if (isNamed) return true;
  const { startToken } = document.mentions[mentions[0]];
  return !/^(?:any|no|every|each|some)$/i.test(document.tokens[startToken].text);
}

/** "it", "for it". */
function isUnnamed({ document }: Tree, { targetStart, targetEnd }: StanceSign): boolean {
  const { tags } = document;
  const size = targetEnd - targetStart;
  return size <= 2 && tags[targetEnd - 1] === "PRON" && (size === 1 || tags[targetStart] === "ADP");
}

/** "This is a triumph" may speak of the report's issue; "argued for it" speaks of something said before. */
function mayMeanIssue({ document }: Tree, { targetStart }: StanceSign): boolean {
  return (
    document.relations[targetStart].startsWith("nsubj") || /^th(?:is|at)$/i.test(document.tokens[targetStart].text)
  );
}

/** Sentences back that "it" may point. */
const REACH = 3;

/** "it", "them": what the same holder spoke of last, if that was shortly before. */
function nameTarget(
  tree: Tree,
  sign: StanceSign,
  signs: readonly StanceSign[],
  issue: StanceSign | undefined,
): StanceSign {
  const { sentences } = tree.document;
  if (sign.targetStart < 0 || !isUnnamed(tree, sign)) return sign;
  const at = findSentence(sentences, sign.startToken);
  const earliest = sentences[Math.max(0, at - REACH)].startToken;
  const before = signs.findLast(
    (other) =>
      other.holder === sign.holder &&
      other.startToken < sign.startToken &&
      other.startToken >= earliest &&
      headWord(tree, other) !== "",
  );
  const { text } = tree.document.tokens[sign.targetStart];
  const named = before ?? (/^(?:it|this|that)$/i.test(text) && mayMeanIssue(tree, sign) ? issue : undefined);
  if (named === undefined) return sign;
  const { holder, value, strength, statement, startToken, endToken, score } = sign;
  const { targetStart, targetEnd } = named;
  return { holder, targetStart, targetEnd, value, strength, statement, startToken, endToken, score };
}

/** The words that targets are named by most often in the report: what "it" and "this" mean where nothing nearer tells. */
function findIssue(tree: Tree, signs: readonly StanceSign[]): StanceSign | undefined {
  const counts = new Map<string, { sign: StanceSign; count: number }>();
  for (const sign of signs) {
    const word = headWord(tree, sign);
    if (word === "") continue;
    const entry = counts.get(word) ?? { sign, count: 0 };
    entry.count++;
    counts.set(word, entry);
  }
  let best: { sign: StanceSign; count: number } | undefined;
  for (const entry of counts.values()) if (best === undefined || entry.count > best.count) best = entry;
  return best?.sign;
}

/** The lemma of the target's head; empty for pronouns and for targets without words. */
function headWord({ document }: Tree, { targetStart, targetEnd }: StanceSign): string {
  const { heads, tags, lemmas } = document;
  for (let token = targetStart; token >= 0 && token < targetEnd; token++) {
    if (heads[token] < targetStart || heads[token] >= targetEnd)
      return /^(?:NOUN|PROPN|VERB)$/.test(tags[token]) ? lemmas[token].toLowerCase() : "";
  }
  return "";
}

function keyOfTarget(tree: Tree, sign: StanceSign, issue: StanceSign | undefined): string {
  const entity = entityOfTarget(tree, sign);
  if (entity >= 0) return `e${entity}`;
  return headWord(tree, sign) || (issue === undefined ? "" : headWord(tree, issue));
}

function entityOfTarget(tree: Tree, { targetStart, targetEnd }: StanceSign): number {
  const { heads } = tree.document;
  for (let token = targetStart; token >= 0 && token < targetEnd; token++) {
    if (heads[token] < targetStart || heads[token] >= targetEnd) return getEntity(tree, token);
  }
  return -1;
}

function toDraft(tree: Tree, signs: readonly StanceSign[], issue: StanceSign | undefined): StanceDraft | undefined {
  const { document } = tree;
  const { tokens, text } = document;
  const named = signs.find((sign) => headWord(tree, sign) !== "" || entityOfTarget(tree, sign) >= 0) ?? issue;
  if (named === undefined) return undefined;
  const isPrepositional = document.tags[named.targetStart] === "ADP" && named.targetStart + 1 < named.targetEnd;
  const startToken = named.targetStart + (isPrepositional ? 1 : 0);
  let end = Math.min(named.targetEnd, startToken + LONGEST_TARGET);
  // "the move “outrageous”": the judgement is no part of what is judged.
  for (let token = startToken + 2; token < end; token++) {
    if (/^[“"]/.test(tokens[token].text) && /^(?:NOUN|PROPN)$/.test(document.tags[token - 1])) end = token;
  }
  const target = { start: tokens[startToken].start, end: tokens[end - 1].end };
  const words = text
    .slice(target.start, target.end)
    .replace(/\s+/g, " ")
    .replace(/^["“”‘’'\s]+|["“”‘’'\s,.;]+$/g, "");
  if (words === "") return undefined;
  const entity = entityOfTarget(tree, named);
  const holder = signs[0].holder;
  if (entity === holder) return undefined;
  let balance = 0;
  let weight = 0;
  let miss = 1;
  for (const sign of signs) {
    balance += sign.value * sign.strength;
    weight += sign.strength;
    miss *= 1 - sign.score;
  }
  const share = weight === 0 ? 0 : balance / weight;
  const stance = signs.every(({ value }) => value === 0)
    ? "neutral"
    : share > 0.4
      ? "supports"
      : share < -0.4
        ? "opposes"
        : "mixed";
  const evidence = signs.map(({ startToken, endToken }) => ({
    start: tokens[startToken].start,
    end: tokens[endToken - 1].end,
  }));
  return {
    holder,
    targetText: words,
    targetEntity: entity,
    target,
    stance,
    strength: round(Math.max(...signs.map(({ strength }) => strength))),
    statement: signs.find(({ statement }) => statement >= 0)?.statement ?? -1,
    evidence: evidence.filter(
      (span, index) => index === evidence.findIndex((other) => other.start === span.start && other.end === span.end),
    ),
    score: toScore(1 - miss),
  };
}

/** Weakest signs, judgements most of them, that stand alone: about one in three of them was right when looked at. */
const WEAK = 0.65;
const WEAK_SCORE = 0.35;

function toScore(certainty: number): number {
  return certainty < WEAK - 1e-9 ? WEAK_SCORE : round(Math.min(0.9, certainty));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
