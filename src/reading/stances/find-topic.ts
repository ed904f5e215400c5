/**
 * What a report is about, where too few are plainly said to be for or against one thing: the noun that its headline and
 * opening name and the rest comes back to.
 */
import { DECIDERS } from "../cases/legal-words.ts";
import { isDisputable } from "./disputed-nouns.ts";
import { headWord, type Issue, isLegalTarget } from "./issue.ts";
import { HAPPENING } from "./no-judgement.ts";
import { findObject, getChild, getMark, isNegated, isTime, type StanceSign, type Tree } from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

/** Sentences of the body that open a report. */
const OPENING = 3;
/** What a noun is worth that people take sides on, in mentions. */
const CONTESTED = 3;
const IN_HEADLINE = 2;
/** Nouns for how many and how long. */
const AMOUNT =
  /^(?:number|count|day|week|month|year|people|percent|member|million|part|rest|time|way|night|hour|member|country|state|government|minister)$/;
/** Most mentions that count: what is spoken of all the time is a subject and not yet a matter of dispute. */
const MOST_COUNTED = 5;
const MIN_WEIGHT = 2;
/** The same of a noun for what nobody need be for or against. */
const MIN_OF_OTHERS = 5;

/** Holders from whom on what they take sides on is the topic, whatever the opening names. */
const MANY_HOLDERS = 3;
/** What each of fewer holders is worth, in mentions. */
const HOLDER = 2;

/**
 * @param issue What most are said to take sides on, if anything.
 * @returns `issue` where it is a legal case or many take sides on it; `undefined` for reports in which no noun comes back.
 */
export function findTopic(tree: Tree, signs: readonly StanceSign[], issue: Issue | undefined): Issue | undefined {
  // "a claim by the Deep Sea Trust": a name is no matter of dispute.
  const isNamed = issue !== undefined && tree.document.tags[issue.sample.targetEnd - 1] === "PROPN";
  if (issue !== undefined && (issue.isLegal || (issue.holders >= MANY_HOLDERS && !isNamed))) return issue;
  const { document, sentenceOf } = tree;
  const { tokens, tags, lemmas, header } = document;
  const counts = new Map<string, number>();
  const headline = new Set<string>();
  let body = 0;
  while (body < tokens.length && tokens[body].start < header.bodyStart) {
    headline.add(lemmas[body].toLowerCase());
    body++;
  }
  for (let token = body; token < tokens.length; token++) {
    if (tags[token] !== "NOUN") continue;
    const lemma = lemmas[token].toLowerCase();
    counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
  }
  if (body >= tokens.length) return undefined;
  const last = sentenceOf[body] + OPENING;
  let best = -1;
  let most = 0;
  const holders = new Map<string, Set<number>>();
  for (const sign of signs) {
    const word = headWord(tree, sign);
    holders.set(word, (holders.get(word) ?? new Set<number>()).add(sign.holder));
  }
  for (let token = body; token < tokens.length && sentenceOf[token] < last; token++) {
    if (tags[token] !== "NOUN" || !canBeTopic(tree, token)) continue;
    if (DECIDERS.has(lemmas[token].toLowerCase())) continue;
    if (/^no$/i.test(tokens[tree.first[token]].text)) continue;
    const lemma = lemmas[token].toLowerCase();
    const weight =
      Math.min(MOST_COUNTED, counts.get(lemma) ?? 0) +
      (isDisputable(tree, token) ? CONTESTED : 0) +
      (headline.has(lemma) ? IN_HEADLINE : 0) +
      (holders.get(lemma)?.size ?? 0) * HOLDER;
    if (weight > most) [best, most] = [token, weight];
  }
  // "men", "their border": spoken of, but nothing to be for or against; what was done is.
  const isKnown = best >= 0 && isDisputable(tree, best);
  const deed = isKnown ? undefined : findLeadDeed(tree, body);
  if (deed === undefined && (best < 0 || most < (isKnown ? MIN_WEIGHT : MIN_OF_OTHERS))) return issue;
  const word = lemmas[deed?.token ?? best].toLowerCase();
  const sample = deed?.sample ?? toSample(tree, best);
  return {
    words: new Set(deed === undefined ? [word] : nameDeed(word)),
    isLegal: isLegalTarget(tree, sample),
    sample,
    isShared: issue?.isShared === true || (holders.get(word)?.size ?? 0) > 1,
    holders: Math.max(issue?.holders ?? 0, holders.get(word)?.size ?? 0),
  };
}

/** A thing, and no person, place or time. */
function canBeTopic(tree: Tree, token: number): boolean {
  const { mentionOn, document } = tree;
  const { relations, resolvedEntities, entityOf } = document;
  if (
    isTime(tree, token) ||
    AMOUNT.test(document.lemmas[token]) ||
    HAPPENING.test(document.lemmas[token]) ||
    /^(?:compound|nmod:desc)/.test(relations[token]) ||
    document.quotationAt[token] >= 0 ||
    document.tags[token + 1] === "NOUN"
  )
    return false;
  const mention = mentionOn[token];
  if (
    mention >= 0 &&
    /^(?:person|organisation|state|place|group|court)$/.test(resolvedEntities[entityOf[mention]]?.kind ?? "")
  )
    return false;
  if (isDisputable(tree, token)) return true;
  return mention < 0 || /^(?:other|event|law|treaty)$/.test(resolvedEntities[entityOf[mention]]?.kind ?? "other");
}

/** The noun with what stands before it. */
function toSample(tree: Tree, noun: number): StanceSign {
  const { tags } = tree.document;
  let start = noun;
  while (start > tree.first[noun] && /^(?:ADJ|NOUN|PROPN|DET)$/.test(tags[start - 1])) start--;
  // "said that fares would rise": no word of the fares.
  if (start < noun && /^that$/i.test(tree.document.tokens[start].text)) start++;
  const of = getChild(tree, noun, /^nmod(?!:)/, noun);
  const end = of > noun && of - noun <= 4 && tree.last[of] === of && !isTime(tree, of) ? of + 1 : noun + 1;
  return toEmptySign(start, end);
}

/** Verbs by which a body comes to a deed, which the verb after them names. */
const RESOLVING = /^(?:vote|decide|agree|move|rule|resolve|choose|refuse|vow|threaten|plan|order|begin|start)$/;
/** Verbs for what happens, is said or is, and is no deed to be for or against. */
const NO_DEED =
  /^(?:be|have|say|tell|report|spread|die|rise|fall|become|remain|continue|face|reach|see|hear|find|come|go|show|suggest|know|seem|appear|kill|injure|wound|hit|strike|tear)$/;
const LONGEST_DEED = 9;

/** What the opening says was done: "voted to impeach the governor"; `undefined` where its verb has no object. */
function findLeadDeed(tree: Tree, body: number): { readonly token: number; readonly sample: StanceSign } | undefined {
  const { tags, lemmas, relations, sentences, tokens } = tree.document;
  const { endToken } = sentences[tree.sentenceOf[body]];
  for (let root = body; root < endToken; root++) {
    if (relations[root] !== "root" || tags[root] !== "VERB") continue;
    const to = getChild(tree, root, /^(?:xcomp|advcl|ccomp)$/, root);
    const isResolved = to > root && RESOLVING.test(lemmas[root]) && getMark(tree, to) === "to";
    const deed = isResolved ? to : root;
    const object = findObject(tree, deed);
    if (
      NO_DEED.test(lemmas[deed]) ||
      isNegated(tree, deed) ||
      isOfSide(lemmas[deed]) ||
      object < deed ||
      isTime(tree, object) ||
      tags[object] === "PRON"
    )
      return undefined;
    let end = object + 1;
    while (end <= tree.last[object] && end < deed + LONGEST_DEED && !/^[,;:(—–]$/.test(tokens[end].text)) end++;
    return { token: deed, sample: toEmptySign(deed, end) };
  }
  return undefined;
}

/** "backed the plan": what is backed is the matter, and not the backing. */
function isOfSide(lemma: string): boolean {
  const { verb } = getStanceWord(lemma);
  return verb === STANCE_CLASS.support || verb === STANCE_CLASS.oppose || verb === STANCE_CLASS.call;
}

/** The verb and the nouns that are made of it: "impeach", "impeachment". */
function nameDeed(verb: string): string[] {
  const bare = verb.replace(/e$/, "");
  return [verb, ...["ment", "ion", "ation", "al", "ing"].flatMap((end) => [`${bare}${end}`, `${verb}${end}`])];
}

/** Words of the report without anybody who takes a side on them. */
function toEmptySign(start: number, end: number): StanceSign {
  return {
    kind: "leaning",
    holder: -1,
    targetStart: start,
    targetEnd: end,
    value: 0,
    strength: 0,
    statement: -1,
    startToken: start,
    endToken: end,
    score: 0,
  };
}
