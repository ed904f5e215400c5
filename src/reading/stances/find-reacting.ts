/** Whose reaction a word tells: who does or feels it, the speaker of whose statement it is part, and whom a spokesman speaks for. */
import { chooseRoleOwners } from "../choose-role-owners.ts";
import { findHolder } from "./act-signs.ts";
import { findSelf } from "./find-doer.ts";
import { findFellows } from "./find-fellows.ts";
import { REACTION } from "./reaction-words.ts";
import { findSubject, getChild, getEntity, SUBJECT, type Tree } from "./stance-document.ts";

/** Per person the body or person he has an office with; nobody who has none. */
export type Bodies = ReadonlyMap<number, number>;

export function findBodies({ document }: Tree): Bodies {
  const { roleDrafts, entityOf } = document;
  const bodies = new Map<number, number>();
  if (roleDrafts.length === 0) return bodies;
  const owners = chooseRoleOwners(document);
  for (const [index, { holder }] of roleDrafts.entries()) {
    const person = entityOf[holder];
    if (person >= 0 && owners[index] >= 0 && !bodies.has(person)) bodies.set(person, owners[index]);
  }
  return bodies;
}

/** Entities; none where it is nobody's that is known. */
export function findReacting(tree: Tree, token: number, bodies: Bodies): number[] {
  const { document, statementAt, cueAt } = tree;
  const { statementDrafts } = document;
  const statement = statementAt[token];
  const owner = findOwner(tree, token);
  if (owner >= 0) return [owner];
  if (statement >= 0) return findInStatement(tree, token, statement, bodies);
  const cue = cueAt[token];
  const holder = cue >= 0 ? statementDrafts[cue].speaker : findHolder(tree, token);
  const isThing = holder >= 0 && document.resolvedEntities[holder].kind === "other";
  const named = holder >= 0 && !isThing ? holder : findOpener(tree, token);
  return named < 0 ? [] : [named, ...findFellows(tree, token, named)];
}

/** "said it was grateful", "“We regret it”", "said the minister regrets it", where she is the minister's. */
function findInStatement(tree: Tree, token: number, statement: number, bodies: Bodies): number[] {
  const { tokens, resolvedEntities, statementDrafts } = tree.document;
  const { speaker, polarity } = statementDrafts[statement];
  const subject = findSubjectAbove(tree, token, statement);
  if (speaker < 0 || polarity !== "affirmed") return [];
  // "“takes note”", as a minister said.
  if (subject < 0) return isSaidOfSelf(tree, token, statement) ? [speaker] : [];
  const { text } = tokens[subject];
  if (/^(?:i|we)$/i.test(text)) return [speaker];
  if (/^(?:it|they|he|she)$/i.test(text) && findSelf(tree, subject) !== undefined) return [speaker];
  const entity = getEntity(tree, subject);
  if (entity < 0) return [];
  if (entity === speaker || bodies.get(speaker) === entity)
    return [speaker, entity].filter((one, at, all) => all.indexOf(one) === at);
  // "said Washington was happy": a capital stands for those who speak there.
  if (resolvedEntities[entity].kind === "place") return [speaker];
  // "France would not be drawn, a diplomat said".
  return !resolvedEntities[speaker].isNamed && resolvedEntities[entity].kind === "state" ? [entity] : [];
}

/** "praised it but complained": the verb stands beside the one that the statement is introduced with. */
function isSaidOfSelf(tree: Tree, token: number, statement: number): boolean {
  const { heads, relations } = tree.document;
  if (relations[token] === "root" || isOpening(tree, token, statement)) return true;
  return relations[token] === "conj" && heads[token] >= 0 && tree.cueAt[heads[token]] === statement;
}

/** Steps up the tree to whoever has or does something: "it wanted that but had serious concerns". */
const REACH = 4;

function findSubjectAbove(tree: Tree, token: number, statement: number): number {
  const { heads, relations } = tree.document;
  for (let at = token, steps = 0; at >= 0 && steps < REACH; steps++) {
    const subject = findSubject(tree, at, /^(?:nsubj|expl)/);
    if (subject >= 0) return subject;
    if (!/^(?:conj|xcomp|obj|obl|nmod|case)/.test(relations[at]) || tree.statementAt[heads[at]] !== statement)
      return -1;
    at = heads[at];
  }
  return -1;
}

function isOpening({ statementAt, document }: Tree, token: number, statement: number): boolean {
  let before = token - 1;
  while (before >= 0 && /^["“‘]$/.test(document.tokens[before].text)) before--;
  return before < 0 || statementAt[before] !== statement;
}

/** "Norland’s reaction was sharp", "her satisfaction": whose it is; or -1. */
function findOwner(tree: Tree, token: number): number {
  const { lemmas } = tree.document;
  const subject = getChild(tree, token, SUBJECT);
  const of = subject >= 0 && REACTION.test(lemmas[subject].toLowerCase()) ? subject : token;
  const owner = getChild(tree, of, /^nmod:poss$/);
  return owner < 0 ? -1 : getEntity(tree, owner);
}

/** Who does what the sentence says first, or opens it, where the tree shows no subject of the word's own; or -1. */
function findOpener(tree: Tree, token: number): number {
  const { sentences, mentions, mentionAt, entityOf, tokens, relations } = tree.document;
  const { startToken, endToken } = sentences[tree.sentenceOf[token]];
  for (let root = startToken; root < endToken; root++) {
    if (relations[root] !== "root") continue;
    const subject = root < token ? getEntity(tree, findSubject(tree, root, SUBJECT)) : -1;
    if (canReact(tree, subject)) return subject;
  }
  let start = startToken;
  while (start < token && /^(?:[•*–—-]+|the|a)$/i.test(tokens[start].text)) start++;
  const mention = mentionAt[start];
  if (mention < 0 || mentions[mention].startToken < startToken || tree.statementAt[start] >= 0) return -1;
  return canReact(tree, entityOf[mention]) ? entityOf[mention] : -1;
}

function canReact({ document }: Tree, entity: number): boolean {
  if (entity < 0) return false;
  const { kind, isNamed } = document.resolvedEntities[entity];
  return isNamed && kind !== "place" && kind !== "other";
}
