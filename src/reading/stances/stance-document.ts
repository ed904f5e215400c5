/** What stances are found from: the report's layers, and its trees with children at hand. */
import { findSubtrees } from "../attribution/token-layers.ts";
import type { CaseDraft } from "../cases/case-draft.ts";
import { mapCues, type StatementLayer } from "../innermost-statements.ts";
import type { StatedDocument } from "../make-statements.ts";
import type { TreeLayer } from "../tree-index.ts";
import type { SignKind } from "./sign-kinds.ts";

/** What stances are found in. */
export type StanceSource = StatedDocument & TreeLayer & StatementLayer & { readonly caseDrafts: readonly CaseDraft[] };

/** One place of the report that shows where somebody stands. */
export interface StanceSign {
  readonly kind: SignKind;
  /** An entity. */
  readonly holder: number;
  /** Words of the target as tokens; both -1 where the words do not name it. */
  readonly targetStart: number;
  readonly targetEnd: number;
  /** Above 0 in favour, below 0 against, 0 neither. */
  readonly value: number;
  /** 0 to 1. */
  readonly strength: number;
  readonly statement: number;
  readonly startToken: number;
  readonly endToken: number;
  readonly score: number;
}

export interface Tree {
  readonly document: StanceSource;
  readonly childStart: Int32Array;
  readonly children: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Per token the mention that hangs on the tree there, or -1. */
  readonly mentionOn: Int32Array;
  readonly statementAt: Int32Array;
  readonly cueAt: Int32Array;
  /** Per token its sentence. */
  readonly sentenceOf: Int32Array;
  /** Per sentence its last question mark, or -1. */
  readonly lastQuestion: Int32Array;
}

export function toTree(document: StanceSource): Tree {
  const { heads, sentences, mentions, tokens, tree, innermostStatements } = document;
  const starts = new Int32Array(sentences.length);
  const ends = new Int32Array(sentences.length);
  for (let i = 0; i < sentences.length; i++) {
    starts[i] = sentences[i].startToken;
    ends[i] = sentences[i].endToken;
  }
  const mentionOn = new Int32Array(tokens.length).fill(-1);
  for (const { index, attachment, by, headToken } of mentions) {
    if (attachment < 0) continue;
    const before = mentions[mentionOn[attachment]];
    // A name and its title may hang on the same token: the name says more.
    if (before === undefined || (by === "name" && before.by !== "name") || headToken === attachment) {
      if (before === undefined || before.by !== "name" || by === "name") mentionOn[attachment] = index;
    }
  }
  const sentenceOf = mapSentences(document);
  return {
    document,
    ...tree,
    ...findSubtrees(heads, starts, ends),
    mentionOn,
    statementAt: innermostStatements,
    cueAt: mapCues(document),
    sentenceOf,
    lastQuestion: findQuestions(document, sentenceOf),
  };
}

function mapSentences({ sentences, tokens }: StanceSource): Int32Array {
  const sentenceOf = new Int32Array(tokens.length);
  for (let index = 0; index < sentences.length; index++)
    for (let token = sentences[index].startToken; token < sentences[index].endToken; token++) sentenceOf[token] = index;
  return sentenceOf;
}

function findQuestions({ text, sentences, tokens }: StanceSource, sentenceOf: Int32Array): Int32Array {
  const lastQuestion = new Int32Array(sentences.length).fill(-1);
  if (!text.includes("?")) return lastQuestion;
  for (let token = 0; token < tokens.length; token++)
    if (tokens[token].text === "?") lastQuestion[sentenceOf[token]] = token;
  return lastQuestion;
}

/** The first child with a relation that matches, or -1. */
export function getChild(tree: Tree, token: number, relation: RegExp, from = 0): number {
  const { childStart, children, document } = tree;
  for (let at = childStart[token]; at < childStart[token + 1]; at++) {
    const child = children[at];
    if (child >= from && relation.test(document.relations[child])) return child;
  }
  return -1;
}

const NO_CHILDREN: readonly number[] = [];

/** In text order. A list of their own, since a view of the array takes engines longer to make than the few numbers in it. */
export function getChildren({ childStart, children }: Tree, token: number): readonly number[] {
  const end = childStart[token + 1];
  let at = childStart[token];
  if (at === end) return NO_CHILDREN;
  const list = [children[at]];
  while (++at < end) list.push(children[at]);
  return list;
}

/** Relations of a subject, for `getChild`. */
export const SUBJECT = /^nsubj/;

const NEGATIONS = new Set([
  "not",
  "n't",
  "n’t",
  "never",
  "neither",
  "nor",
  "no",
  "hardly",
  "without",
  "none",
  "nothing",
]);
const LONGEST_NEGATION = 7;

/** Whether a child of the token, or an auxiliary before it, takes back what it says. */
export function isNegated(tree: Tree, token: number): boolean {
  const { childStart, children, document } = tree;
  for (let at = childStart[token]; at < childStart[token + 1]; at++) {
    const child = children[at];
    if (child > token) return false;
    const { text } = document.tokens[child];
    if (text.length <= LONGEST_NEGATION && NEGATIONS.has(text.toLowerCase())) return true;
  }
  return false;
}

/** "would have bad consequences": the verb of having may be drawn as an auxiliary of what is had. */
export function isHad({ document, childStart, children }: Tree, token: number): boolean {
  const { tags, lemmas, relations } = document;
  if (tags[token] !== "NOUN") return false;
  for (let at = childStart[token]; at < childStart[token + 1]; at++)
    if (relations[children[at]] === "aux" && lemmas[children[at]] === "have") return true;
  return false;
}

/** The preposition of a phrase, in lower case; empty where there is none. */
export function getPreposition(tree: Tree, token: number): string {
  const { tokens, tags } = tree.document;
  const child = getChild(tree, token, /^case$/);
  if (child >= 0) return isPartitive(tree, child) ? "" : tokens[child].text.toLowerCase();
  const opening = tree.first[token];
  return opening < token && tags[opening] === "ADP" ? tokens[opening].text.toLowerCase() : "";
}

/** "all 23 of the proposals", "most of the bill": how much of a thing, and no preposition of the thing's. */
function isPartitive({ document }: Tree, preposition: number): boolean {
  const { tokens, tags } = document;
  if (preposition < 1 || tokens[preposition].text !== "of") return false;
  return (
    tags[preposition - 1] === "NUM" ||
    /^(?:all|most|many|some|several|each|both|half|much|any)$/i.test(tokens[preposition - 1].text)
  );
}

/** A phrase with a preposition that belongs to the verb or noun, however the parser calls it: "for the order". */
export function isPhrase(tree: Tree, child: number): boolean {
  return /^(?:obl|nmod(?!:poss)|obj|iobj)/.test(tree.document.relations[child]) && getPreposition(tree, child) !== "";
}

const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|year|month|week|january|february|march|april|may|june|july|august|september|october|november|december|now|tonight|weekend|morning|afternoon|evening|spring|summer|autumn|winter|decade|hour|minute|moment)$/i;

/** Names a day, a month or the like. */
export function isTime({ document }: Tree, token: number): boolean {
  return TIME.test(document.tokens[token].text);
}

/**
 * What the verb does something to: a child without preposition, or else the noun that stands straight behind the verb and was
 * drawn as something else ("denounced a “biased decision”, and likened it").
 */
export function findObject(tree: Tree, verb: number): number {
  const { childStart, children, document } = tree;
  const { relations } = document;
  let bare = -1;
  for (let at = childStart[verb]; at < childStart[verb + 1]; at++) {
    const child = children[at];
    const isObject = relations[child] === "obj";
    if (!isObject && (child < verb || !/^(?:obl|iobj)/.test(relations[child]))) continue;
    if (getPreposition(tree, child) !== "") continue;
    if (isObject) return findCounted(tree, child);
    if (bare < 0 && !isTime(tree, child)) bare = child;
  }
  return bare;
}

const QUANTITY = /^(?:all|most|many|some|several|each|both|half|much|any|one|none|part)$/i;

/** "most of the bill": the bill. */
function findCounted(tree: Tree, object: number): number {
  const { tokens, tags } = tree.document;
  if (tokens[object + 1]?.text !== "of" || (tags[object] !== "NUM" && !QUANTITY.test(tokens[object].text)))
    return object;
  const counted = getChildren(tree, object).find((child) => child > object && tree.first[child] === object + 1);
  return counted ?? object;
}

/** The noun of the phrase that opens straight behind the verb, where the verb has no clause for its object; -1 for none. */
export function findNounBehind(tree: Tree, verb: number): number {
  const { tags, tokens, sentences, heads } = tree.document;
  const end = sentences[tree.sentenceOf[verb]].endToken;
  let token = verb + 1;
  while (token < end && (/^(?:DET|ADJ|NUM)$/.test(tags[token]) || /^["“”‘'’]+$/.test(tokens[token].text))) token++;
  if (token === verb + 1 || token >= end || tags[token] !== "NOUN") return -1;
  while (token + 1 < end && tags[token + 1] === "NOUN") token++;
  // "feared the plan would fail": the clause is what is feared.
  const above = heads[token];
  return above > token && heads[above] === verb && getChild(tree, verb, /^ccomp$/) === above ? -1 : token;
}

/** The subject's own noun: of "the minister’s decision" the decision, even where the parser stops at the minister. */
export function findSubject(tree: Tree, verb: number, relation: RegExp): number {
  const { tokens, tags } = tree.document;
  let subject = getChild(tree, verb, relation);
  if (subject >= 0 && /^['’]s?$/.test(tokens[subject + 1]?.text ?? "")) {
    let token = subject + 2;
    while (token < verb && tags[token] === "ADJ") token++;
    if (token < verb && tags[token] === "NOUN") subject = token;
  }
  return subject < 0 ? findSubjectAbove(tree, verb) : findWhole(tree, subject);
}

/** "The decision to close the port was": the decision, where the parser takes the port. */
function findWhole({ document, first }: Tree, subject: number): number {
  const { tokens, tags } = document;
  const deed = first[subject] - 1;
  return deed >= 2 && tags[deed] === "VERB" && tokens[deed - 1].text === "to" && tags[deed - 2] === "NOUN"
    ? deed - 2
    : subject;
}

/** "said the toll had been cleverly timed", where the parser hung the clause on its own subject; -1 for other clauses. */
function findSubjectAbove(tree: Tree, verb: number): number {
  const { heads, relations, tags } = tree.document;
  const above = heads[verb];
  if (above < 0 || above >= verb || !/^(?:NOUN|PROPN)$/.test(tags[above])) return -1;
  const opening = tree.first[verb];
  const isClauseOfIts = opening < verb && opening > above && /^(?:aux|cop)/.test(relations[opening]);
  return isClauseOfIts &&
    heads[opening] === verb &&
    /^(?:dep|acl|ccomp|conj|parataxis|advcl|appos)$/.test(relations[verb])
    ? above
    : -1;
}

/** The word that opens a clause, in lower case; empty where there is none. */
export function getMark(tree: Tree, token: number): string {
  const child = getChild(tree, token, /^(?:mark|case)$/);
  return child < 0 ? "" : tree.document.tokens[child].text.toLowerCase();
}

/** The entity of the phrase that hangs on the tree at the token, or -1. */
export function getEntity(tree: Tree, token: number): number {
  if (token < 0) return -1;
  const mention = tree.mentionOn[token];
  return mention < 0 ? -1 : tree.document.entityOf[mention];
}
