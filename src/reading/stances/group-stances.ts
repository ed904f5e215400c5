/** One stance for each holder and target: all its signs together, and what the holder takes back or sets against it. */
import type { Span } from "../../language/index.ts";
import { findSentence } from "../find-sentence.ts";
import { entityOfTarget, headWord, type Issue, isOnIssue } from "./issue.ts";
import { getChild, getEntity, type StanceSign, type Tree } from "./stance-document.ts";

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
const MIN_SCORE = 0.3;

/** Tags of words that are nothing without what follows. */
const OPENS_PHRASE = new Set(["ADP", "DET", "CCONJ", "SCONJ", "PART", "PUNCT"]);

/** Kinds of entities that can stand somewhere. */
const HOLDERS = new Set(["person", "organisation", "state", "court", "group"]);

interface Group {
  readonly key: string;
  readonly signs: StanceSign[];
}

export function groupStances(tree: Tree, signs: readonly StanceSign[], issue: Issue | undefined): StanceDraft[] {
  const groups = new Map<string, Group>();
  for (const given of signs) {
    const sign = nameTarget(tree, { ...given, holder: nameHolder(tree, given) }, signs, issue);
    if (sign.score < MIN_SCORE || sign.targetStart < 0) continue;
    if (!canHold(tree, sign.holder)) continue;
    if (isUnnamed(tree, sign) && !isPerson(tree, sign) && !(mayMeanIssue(tree, sign) && sampleOf(issue, sign)))
      continue;
    // "thanked all of those who helped": nothing that has a name, and so not the issue either.
    if (headWord(tree, sign) === "" && isQuantity(tree, sign)) continue;
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
  // Whoever says something is no place or thing, whatever the name was taken for.
  const isSpeaker = isNamed && document.statementDrafts.some(({ speaker }) => speaker === holder);
  if (!HOLDERS.has(kind) && !isSpeaker) return false;
  if (isNamed) return true;
  const { startToken } = document.mentions[mentions[0]];
  return !/^(?:any|no|every|each|some|few|neither|nobody|none)$/i.test(document.tokens[startToken].text);
}

/** A spokesman without a name speaks for the body that the sentence has speak as well. */
function nameHolder(tree: Tree, { holder, startToken }: StanceSign): number {
  const { document, sentenceOf } = tree;
  const { resolvedEntities, mentions, tokens, statementDrafts, sentences } = document;
  const { isNamed, mentions: own } = resolvedEntities[holder];
  if (!isNamed) {
    // "its director, Prof. Ada Lorne, insisted": the name beside the description.
    const beside = own
      .map((mention) => getChild(tree, mentions[mention].headToken, /^appos$/))
      .find((token) => token >= 0);
    const named = beside === undefined ? -1 : getEntity(tree, beside);
    if (named >= 0 && resolvedEntities[named].isNamed && resolvedEntities[named].kind === "person") return named;
  }
  if (isNamed || !/^spokes/i.test(tokens[mentions[own[0]].headToken].text)) return holder;
  const sentence = sentences[sentenceOf[startToken]];
  const start = tokens[sentence.startToken].start;
  const end = tokens[sentence.endToken - 1].end;
  const spoken = statementDrafts.find(
    ({ speaker, cue }) =>
      speaker >= 0 &&
      /^(?:organisation|state)$/.test(resolvedEntities[speaker].kind) &&
      cue.some((span) => span.start >= start && span.end <= end),
  );
  return spoken?.speaker ?? holder;
}

/** "it", "for it". */
function isUnnamed({ document }: Tree, { targetStart, targetEnd }: StanceSign): boolean {
  const { tags } = document;
  const size = targetEnd - targetStart;
  return size <= 2 && tags[targetEnd - 1] === "PRON" && (size === 1 || tags[targetStart] === "ADP");
}

/** "him", "her": somebody the report has named. */
function isPerson(tree: Tree, sign: StanceSign): boolean {
  const { tokens, resolvedEntities } = tree.document;
  if (!/^(?:him|her|he|she)$/i.test(tokens[sign.targetEnd - 1].text)) return false;
  const entity = entityOfTarget(tree, sign);
  return entity >= 0 && resolvedEntities[entity].kind === "person" && resolvedEntities[entity].isNamed;
}

/** "all of those who helped", "everybody". */
function isQuantity({ document }: Tree, { targetStart, targetEnd }: StanceSign): boolean {
  const at = targetStart + (document.tags[targetStart] === "ADP" && targetStart + 1 < targetEnd ? 1 : 0);
  return /^(?:all|both|those|many|most|some|others|every\w+|any\w+|some\w+|whoever|anyone|you|us|ourselves)$/i.test(
    document.tokens[at].text,
  );
}

/** "This is a triumph", "described it as" may speak of the report's issue; "argued for it" speaks of something said before. */
function mayMeanIssue({ document }: Tree, { targetStart, kind }: StanceSign): boolean {
  return (
    kind === "calling" ||
    kind === "vote" ||
    document.relations[targetStart].startsWith("nsubj") ||
    /^th(?:is|at)$/i.test(document.tokens[targetStart].text)
  );
}

/** Holders from whom on a judged "it" is taken for the issue; of what is called names, those that make it shared are enough. */
const MANY_HOLDERS = 3;

function sampleOf(issue: Issue | undefined, { kind }: StanceSign): StanceSign | undefined {
  if (issue === undefined) return undefined;
  const isMeant = issue.isLegal || issue.holders >= MANY_HOLDERS || (issue.isShared && kind === "calling");
  return isMeant ? issue.sample : undefined;
}

/** Sentences back that "it" may point. */
const REACH = 3;

/** "it", "them": what the same holder spoke of last, if that was shortly before. */
function nameTarget(tree: Tree, sign: StanceSign, signs: readonly StanceSign[], issue: Issue | undefined): StanceSign {
  const { sentences } = tree.document;
  // "voted in favour": on what the report is about.
  if (sign.targetStart < 0 && sign.kind === "vote" && sign.value !== 0 && issue !== undefined)
    return { ...sign, targetStart: issue.sample.targetStart, targetEnd: issue.sample.targetEnd };
  if (sign.targetStart < 0 || !isUnnamed(tree, sign) || isPerson(tree, sign)) return sign;
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
  const named =
    before ?? (/^(?:it|this|that)$/i.test(text) && mayMeanIssue(tree, sign) ? sampleOf(issue, sign) : undefined);
  return named === undefined ? sign : { ...sign, targetStart: named.targetStart, targetEnd: named.targetEnd };
}

function keyOfTarget(tree: Tree, sign: StanceSign, issue: Issue | undefined): string {
  if (isOnIssue(tree, sign, issue)) return "issue";
  const entity = entityOfTarget(tree, sign);
  return entity >= 0 ? `e${entity}` : headWord(tree, sign) || "issue";
}

/** Longest judgement that evidence holds, in tokens. */
const LONGEST_CALLING = 16;

/** After "described it" the words that say as what, up to the next mark outside a quotation. */
function findEndOfCalling({ document, sentenceOf }: Tree, { startToken, endToken }: StanceSign): number {
  const { tokens, quotationAt, sentences } = document;
  const last = Math.min(sentences[sentenceOf[startToken]].endToken, endToken + LONGEST_CALLING);
  let end = endToken;
  const isMark = (token: number): boolean => /^[,.;:!?()—–]+$/.test(tokens[token].text) && quotationAt[token] < 0;
  while (end < last && !isMark(end)) end++;
  return end;
}

/** Words of a target without marks at their ends; a quotation that begins among them keeps its end, or loses its beginning. */
function tidyTarget(slice: string, next: string): string {
  const words = slice
    .replace(/\s+/g, " ")
    .replace(/^["“”‘’'\s]+|["“”‘’'\s,.;(]+$/g, "")
    .replace(/\.[A-Z]$/, "$&.");
  const open = Math.max(words.lastIndexOf("“"), words.split('"').length % 2 === 0 ? words.lastIndexOf('"') : -1);
  if (open < 0 || words.indexOf("”", open) >= 0) return words;
  const closing = words[open] === "“" ? "”" : '"';
  if (slice.endsWith(closing) || next === closing) return words + closing;
  return words.slice(0, open) + words.slice(open + 1);
}

function toDraft(tree: Tree, signs: readonly StanceSign[], issue: Issue | undefined): StanceDraft | undefined {
  const { document } = tree;
  const { tokens, text } = document;
  const named = signs.find((sign) => headWord(tree, sign) !== "" || entityOfTarget(tree, sign) >= 0) ?? issue?.sample;
  if (named === undefined) return undefined;
  const isPrepositional = document.tags[named.targetStart] === "ADP" && named.targetStart + 1 < named.targetEnd;
  let startToken = named.targetStart + (isPrepositional ? 1 : 0);
  // "walked out of the talks".
  while (startToken + 1 < named.targetEnd && /^(?:by|at|over|of)$/.test(tokens[startToken].text)) startToken++;
  while (isPrepositional && document.tags[startToken] === "ADP" && startToken + 1 < named.targetEnd) startToken++;
  // "recommended no fine": against a fine.
  if (/^no$/i.test(tokens[startToken].text) && startToken + 1 < named.targetEnd) startToken++;
  while (startToken + 1 < named.targetEnd && /^[,;:—–-]$/.test(tokens[startToken].text)) startToken++;
  let end = Math.min(named.targetEnd, startToken + LONGEST_TARGET);
  // "the move “outrageous”": the judgement is no part of what is judged.
  for (let token = startToken + 1; token < end && named.kind === "calling"; token++)
    if (/^an?$/.test(tokens[token].text) && /^(?:NOUN|PROPN)$/.test(document.tags[token - 1])) end = token;
  for (let token = startToken + 2; token < end; token++) {
    if (!/^[“"]/.test(tokens[token].text)) continue;
    // "the move a “tragic mistake”".
    const last = /^an?$/.test(tokens[token - 1].text) && named.kind === "calling" ? token - 1 : token;
    if (last > startToken + 1 && /^(?:NOUN|PROPN)$/.test(document.tags[last - 1])) end = last;
  }
  if (end < named.targetEnd) {
    // Cut short: what opens a phrase of which nothing is left goes too.
    while (end - 1 > startToken && OPENS_PHRASE.has(document.tags[end - 1])) end--;
  }
  const target = { start: tokens[startToken].start, end: tokens[end - 1].end };
  const words = tidyTarget(text.slice(target.start, target.end), tokens[end]?.text ?? "");
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
    ? signs.some(({ kind }) => kind === "tolerance")
      ? "mixed"
      : "neutral"
    : share > 0.4
      ? "supports"
      : share < -0.4
        ? "opposes"
        : "mixed";
  const evidence = signs.map((sign) => ({
    start: tokens[sign.startToken].start,
    end: tokens[(sign.kind === "calling" ? findEndOfCalling(tree, sign) : sign.endToken) - 1].end,
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
    score: round(Math.min(0.9, 1 - miss)),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
