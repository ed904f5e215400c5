/** What the signs of acts share: how a sign is made of a verb or noun, its holder and its target. */

import { findDoer } from "./find-doer.ts";
import { isUnwilling } from "./is-open.ts";
import { SIGN_SCORES, type SignKind } from "./sign-kinds.ts";
import {
  getChild,
  getChildren,
  getPreposition,
  isNegated,
  isPhrase,
  isTime,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

export interface ActReading {
  readonly holder: number;
  readonly target: number;
  readonly value: number;
  readonly strength: number;
  readonly kind: SignKind;
}

const TARGET_PREPOSITIONS = /^(?:for|of|to|against|over|at|with|about|on|behind|towards?|in)$/;
/** What is voiced about a thing that one would rather have otherwise. */
const CONCERN = /^(?:concern|reservation|unease|misgiving|scepticism|skepticism|opposition|objection)s?$/i;
const RELATIVE = /^(?:which|who|whom|what|that)$/i;

/** `undefined` without a holder, and for targets that only point at words elsewhere ("which he called"). */
export function toSign(tree: Tree, token: number, reading: ActReading): StanceSign | undefined {
  const { holder, value, strength, kind } = reading;
  const { document, first, last, statementAt, cueAt } = tree;
  if (holder < 0) return undefined;
  let { target } = reading;
  let targetEnd = target < 0 ? -1 : last[target] + 1;
  // "against the budget on Monday": when, wherever it hangs.
  for (const child of target < 0 ? [] : getChildren(tree, target))
    if (child > target && isTime(tree, child)) targetEnd = Math.min(targetEnd, first[child]);
  // "the deal,” she said": the parser hangs who says it on what is said.
  for (let at = target + 1; target >= 0 && statementAt[target] >= 0 && at < targetEnd; at++)
    if (statementAt[at] < 0 && !isQuotedInPart(tree, at)) targetEnd = at;
  if (target >= 0) targetEnd = fitTarget(tree, token, target, targetEnd);
  // "any distress": nothing in particular.
  if (target > 0 && targetEnd - first[target] === 2 && /^(?:any|no|every)$/i.test(document.tokens[first[target]].text))
    return undefined;
  if (target >= 0 && RELATIVE.test(document.tokens[target].text)) {
    // "provisions that were criticised": what the clause hangs on.
    const clause = document.relations[token].endsWith(":relcl");
    if (!clause) return undefined;
    target = document.heads[token];
    targetEnd = Math.max(target + 1, first[token]);
  }
  if (target >= 0 && isTime(tree, target)) return undefined;
  // What the content of a statement says of others is as sure as its speaker.
  const statement = statementAt[token] >= 0 ? statementAt[token] : cueAt[token];
  const hedge = isHedged(tree, token) ? 0.6 : 1;
  // "the firm could request it": nothing that it wants.
  if (hedge < 1 && kind === "wish") return undefined;
  // "she could come out against it": only supposed of her by others.
  if (hedge < 1 && (statement < 0 || document.statementDrafts[statement].speaker !== holder)) return undefined;
  // "— for response": the tree broke at the dash.
  if (target >= 0 && /^[—–:;,(-]/.test(document.tokens[first[target]].text)) return undefined;
  return {
    kind,
    holder,
    targetStart: target < 0 ? -1 : first[target],
    targetEnd,
    value,
    strength: strength * hedge,
    statement,
    startToken: Math.min(token, target < 0 ? token : first[target]),
    endToken: Math.max(token + 1, targetEnd),
    score: SIGN_SCORES[kind] * (hedge < 1 ? 0.85 : 1),
  };
}

/** "the “integrity” of the office": the mark ends the quotation and not the phrase. */
function isQuotedInPart({ document, statementAt }: Tree, token: number): boolean {
  let at = token;
  while (statementAt[at] < 0 && /^["”’']+$/.test(document.tokens[at]?.text ?? "")) at++;
  return at > token
    ? document.tags[at] === "ADP"
    : /^["”’']$/.test(document.tokens[token - 1]?.text ?? "") && document.tags[token] === "ADP";
}

/** Ends the target before what is told besides, and not within a word or before what the noun is for: "calls to abolish it". */
function fitTarget(tree: Tree, verb: number, target: number, given: number): number {
  const { tokens, tags, sentences } = tree.document;
  let end = given;
  // "disputes the figure, saying that", "aid for the rebels, who are"; "denounced the agency as a menace".
  for (let at = target + 1; at + 1 < end; at++)
    if ((tokens[at].text === "," && isBesides(tokens[at + 1].text, tags[at + 1])) || isJudgementFrom(tree, verb, at))
      end = at;
  for (let at = target + 1; at + 1 < end; at++)
    if (tokens[at].text === "on" && tokens[at + 1].text === "behalf") end = at;
  // "rejected a deal worth $8 million".
  if (end > target + 1 && tokens[end - 1].text === "worth") end--;
  const { endToken } = sentences[tree.sentenceOf[verb]];
  // "the runners-up": one word.
  while (end + 1 < endToken && tokens[end].text === "-" && tokens[end - 1].end === tokens[end].start) end += 2;
  if (end !== target + 1 || tags[target] !== "NOUN" || end + 1 >= endToken) return end;
  const isPlanned = tokens[end].text === "to" && tags[end + 1] === "VERB";
  const isOfDeed = isPlanned && DEEDS.test(tree.document.lemmas[target]);
  if (!isOfDeed) return end;
  const last = Math.min(endToken - 1, tree.last[end + 1]);
  // "calls to close it as “misguided”": the judgement is no part of the calls.
  for (let at = end; at < last; at++) if (tokens[at].text === "as") return at;
  return Math.max(end, last + 1);
}

/** Nouns that say no more than that somebody wants or means to do something. */
const DEEDS =
  /^(?:call|plan|decision|effort|attempt|bid|move|proposal|request|threat|push|demand|pledge|promise|offer|order)$/;

/** "as" that says what the verb's object is held to be; not "such as", "as well as". */
function isJudgementFrom({ document }: Tree, verb: number, token: number): boolean {
  const { tokens, tags } = document;
  if (tokens[token].text !== "as" || token < verb || tags[verb] !== "VERB") return false;
  const beside = /^(?:such|well|much|many|far|soon|long|as)$/;
  // "technology known as", "a law decried as": of the participle before.
  return (
    tags[token - 1] !== "VERB" && !beside.test(tokens[token - 1].text) && !beside.test(tokens[token + 1]?.text ?? "")
  );
}

function isBesides(text: string, tag: string): boolean {
  return (
    (tag === "VERB" && /ing$/.test(text)) ||
    /^(?:who|which|where|because|although|while|whose|but|after|as)$/i.test(text)
  );
}

/** "may support", "could back". */
function isHedged(tree: Tree, token: number): boolean {
  return hasChildWord(tree, token, /^(?:may|might|could)$/i);
}

export function hasChildWord(tree: Tree, token: number, word: RegExp): boolean {
  return getChildren(tree, token).some((child) => child < token && word.test(tree.document.tokens[child].text));
}

/** Who does what the verb says, or else whose statement it introduces or commands in; -1 for nobody known. */
export function findHolder(tree: Tree, verb: number): number {
  const doer = findDoer(tree, verb);
  if (doer >= 0) return doer;
  const { cueAt, statementAt, document } = tree;
  if (cueAt[verb] >= 0) return document.statementDrafts[cueAt[verb]].speaker;
  // "“Reject the plan,” she told them": wanted by who says it.
  const isCommand = document.relations[verb] === "root" && getChild(tree, verb, /^(?:nsubj|aux)/) < 0;
  return isCommand && statementAt[verb] >= 0 ? document.statementDrafts[statementAt[verb]].speaker : -1;
}

/** "is not about to vote for": the negation stands further up. */
export function isDenied(tree: Tree, verb: number): boolean {
  const { relations, heads } = tree.document;
  let isTurned = isNegated(tree, verb) !== isUnwilling(tree, verb);
  let token = verb;
  for (let steps = 0; steps < 3 && relations[token] === "xcomp" && heads[token] >= 0; steps++) {
    token = heads[token];
    if (isNegated(tree, token)) isTurned = !isTurned;
  }
  return isTurned;
}

/** 1 in favour, -1 against, 0 for nouns that take no side. */
export function sideOfNoun(tree: Tree, noun: number): number {
  const { noun: stance, valence } = getStanceWord(tree.document.lemmas[noun]);
  let side = 0;
  if (stance === STANCE_CLASS.support) side = 1;
  else if (stance === STANCE_CLASS.oppose) side = -1;
  else if (CONCERN.test(tree.document.lemmas[noun])) side = -1;
  else if (Math.abs(valence) >= 1.5) side = Math.sign(valence);
  return isNegated(tree, noun) ? -side : side;
}

/** The phrase that the word's preposition points at, of the word itself or else of the verb that carries it. */
export function findTargetOf(tree: Tree, word: number, verb: number): number {
  for (const owner of word === verb ? [word] : [word, verb]) {
    for (const child of getChildren(tree, owner))
      if (child > owner && isPhrase(tree, child) && TARGET_PREPOSITIONS.test(getPreposition(tree, child))) return child;
  }
  return -1;
}
