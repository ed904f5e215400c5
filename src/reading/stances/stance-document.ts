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
}

export function toTree(document: StanceSource): Tree {
  const { heads, sentences, mentions, tokens, tree, innermostStatements } = document;
  const starts = Int32Array.from(sentences, ({ startToken }) => startToken);
  const ends = Int32Array.from(sentences, ({ endToken }) => endToken);
  const mentionOn = new Int32Array(tokens.length).fill(-1);
  for (const { index, attachment, by, headToken } of mentions) {
    if (attachment < 0) continue;
    const before = mentions[mentionOn[attachment]];
    // A name and its title may hang on the same token: the name says more.
    if (before === undefined || (by === "name" && before.by !== "name") || headToken === attachment) {
      if (before === undefined || before.by !== "name" || by === "name") mentionOn[attachment] = index;
    }
  }
  return {
    document,
    ...tree,
    ...findSubtrees(heads, starts, ends),
    mentionOn,
    statementAt: innermostStatements,
    cueAt: mapCues(document),
    sentenceOf: mapSentences(document),
  };
}

function mapSentences({ sentences, tokens }: StanceSource): Int32Array {
  const sentenceOf = new Int32Array(tokens.length);
  for (const [index, { startToken, endToken }] of sentences.entries()) sentenceOf.fill(index, startToken, endToken);
  return sentenceOf;
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

export function getChildren({ childStart, children }: Tree, token: number): Int32Array {
  return children.subarray(childStart[token], childStart[token + 1]);
}

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

/** Whether a child of the token, or an auxiliary before it, takes back what it says. */
export function isNegated(tree: Tree, token: number): boolean {
  const { tokens } = tree.document;
  for (const child of getChildren(tree, token)) {
    if (child < token && NEGATIONS.has(tokens[child].text.toLowerCase())) return true;
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
  if (child >= 0) return tokens[child].text.toLowerCase();
  const opening = tree.first[token];
  return opening < token && tags[opening] === "ADP" ? tokens[opening].text.toLowerCase() : "";
}

/** A phrase with a preposition that belongs to the verb or noun, however the parser calls it: "for the order". */
export function isPhrase(tree: Tree, child: number): boolean {
  return /^(?:obl|nmod(?!:poss)|obj|iobj)/.test(tree.document.relations[child]) && getPreposition(tree, child) !== "";
}

const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|year|month|week|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** Names a day, a month or the like. */
export function isTime({ document }: Tree, token: number): boolean {
  return TIME.test(document.tokens[token].text);
}

/**
 * What the verb does something to: a child without preposition, or else the noun that stands straight behind the verb and was
 * drawn as something else ("denounced a “biased decision”, and likened it").
 */
export function findObject(tree: Tree, verb: number): number {
  const { relations } = tree.document;
  let bare = -1;
  for (const child of getChildren(tree, verb)) {
    const isObject = relations[child] === "obj";
    if (!isObject && (child < verb || !/^(?:obl|iobj)/.test(relations[child]))) continue;
    if (getPreposition(tree, child) !== "") continue;
    if (isObject) return child;
    if (bare < 0 && !isTime(tree, child)) bare = child;
  }
  return bare;
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
  return subject;
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

/** "The ministry said it respected": a pronoun that opens reported speech is the speaker. */
function findSelf({ statementAt, document }: Tree, subject: number): number | undefined {
  const statement = statementAt[subject];
  if (statement < 0 || document.statementDrafts[statement].mode === "direct") return undefined;
  let before = subject - 1;
  while (before >= 0 && /^(?:that|["“”‘’]+)$/.test(document.tokens[before].text)) before--;
  const { speaker } = document.statementDrafts[statement];
  return speaker < 0 || (before >= 0 && statementAt[before] === statement) ? undefined : speaker;
}

/** "a lecturer at the institute, who": a person, even where the parser hangs the clause on the institute. */
function getEntityOfSubject(tree: Tree, subject: number, verb: number): number {
  const { tokens, heads, resolvedEntities, relations } = tree.document;
  const entity = getEntity(tree, subject);
  // "a response from the island, which had drafted": what stands before it, where that is a body.
  if (/^which$/i.test(tokens[subject].text)) {
    const before = subject > 1 && tokens[subject - 1].text === "," ? getEntity(tree, subject - 2) : -1;
    return before >= 0 && /^(?:organisation|state|court)$/.test(resolvedEntities[before].kind) ? before : entity;
  }
  if (/^(?:it|they|he|she)$/i.test(tokens[subject].text)) return findSelf(tree, subject) ?? entity;
  if (!/^who$/i.test(tokens[subject].text)) return entity;
  let token = heads[verb];
  for (let steps = 0; token >= 0 && steps < 4; steps++) {
    const own = getEntity(tree, token);
    if (own >= 0 && /^(?:person|group)$/.test(resolvedEntities[own].kind)) return own;
    if (!/^(?:nmod|appos|compound|flat|acl)/.test(relations[token])) break;
    token = heads[token];
  }
  return entity;
}

function isNominal({ document, childStart, children }: Tree, token: number): boolean {
  if (!/^(?:NOUN|PROPN)$/.test(document.tags[token])) return false;
  for (let at = childStart[token]; at < childStart[token + 1]; at++)
    if (/^(?:cop|nsubj)/.test(document.relations[children[at]])) return false;
  return true;
}

/** The entity that does what the verb says, found up the tree where the verb has no subject of its own; -1 for none. */
export function findDoer(tree: Tree, verb: number): number {
  const { heads, relations } = tree.document;
  let token = verb;
  for (let steps = 0; token >= 0 && steps < 5; steps++) {
    if (getChild(tree, token, /^(?:nsubj:pass|aux:pass)$/) >= 0 && steps === 0) {
      for (const child of getChildren(tree, token)) {
        if (relations[child].startsWith("obl") && getPreposition(tree, child) === "by") return getEntity(tree, child);
      }
      return -1;
    }
    const subject = findSubject(tree, token, /^nsubj/);
    if (subject >= 0) return getEntityOfSubject(tree, subject, token);
    const relation = relations[token];
    const isClause = relation.endsWith(":relcl");
    const isWhatFor = relation === "advcl" && /^(?:of|for|from)$/.test(getMark(tree, token));
    if (relation === "xcomp" || isWhatFor) {
      // "urged X to back Y", "accused X of backing Y": it is X who is to back it, or is said to.
      if (getChild(tree, heads[token], /^(?:obj|iobj)$/) >= 0) return -1;
    } else if (relation === "conj" && heads[token] < token && isNominal(tree, heads[token])) {
      // Verbs stand beside verbs: a noun in that place is the subject.
      return getEntity(tree, heads[token]);
    } else if (isClause || /^(?:acl|flat|appos)/.test(relation)) {
      // "a statement voicing support": whose statement, its verb tells.
      const own = getEntity(tree, heads[token]);
      if (own >= 0 && relation !== "acl" && heads[token] < token) return own;
      token = heads[token];
    } else if (!/^(?:conj|advcl|parataxis|ccomp)/.test(relation)) return -1;
    token = heads[token];
  }
  return -1;
}
