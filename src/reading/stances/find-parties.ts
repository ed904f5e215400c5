/**
 * The part that somebody has in the report's issue: whoever signs, orders or proposes a thing is for it, whomever it is done to
 * against it; who speaks for a body stands where the body stands.
 */
import { findHolder } from "./act-signs.ts";
import { findAgent } from "./find-doer.ts";
import { findFellows } from "./find-fellows.ts";
import type { Bodies } from "./find-reacting.ts";
import { isOpen } from "./is-open.ts";
import { headWord, type Issue, isContested, isOnIssue } from "./issue.ts";
import type { Leanings } from "./leanings.ts";
import { PUNISHING } from "./punishing-verbs.ts";
import {
  findObject,
  findSubject,
  getChild,
  getChildren,
  getEntity,
  getPreposition,
  isNegated,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";

/** Verbs by which somebody makes a thing his own. */
const MAKING =
  /^(?:impose|introduce|enact|adopt|approve|ratify|sign|pass|draft|sponsor|propose|order|issue|announce|launch|seek|request|present|table|unveil|initial|freeze|bring|put|negotiate|conclude|broker|authori[sz]e)$/;
/** What is made by acts of authority, and by treaties. */
const MADE =
  /^(?:agreement|deal|pact|accord|treaty|text|draft|resolution|law|bill|act|order|ban|decree|sanction|asset|duty|tariff|tax|measure|plan)$/;
const AUTHOR = 1.2;
const PARTY = 1;
const SPOKEN_FOR = 1;
/** Counsel say what their clients would have them say, however they put it. */
const PLEADED_FOR = 3;
const COUNSEL = /\b(?:lawyer|attorney|counsel|solicitor|barrister|defender|advocate)\b/;

/** Titles of those who speak for a government, and words that say they do not. */
const OF_GOVERNMENT =
  /\b(?:minister|president|premier|chancellor|government|spokes\w+|secretary|envoy|ambassador|commissioner|official|governor|chief|representative)\b/;
const AGAINST_IT = /\b(?:former|ex|opposition|shadow|rebel)\b/;

export function findParties(
  tree: Tree,
  leanings: Leanings,
  signs: readonly StanceSign[],
  issue: Issue,
  bodies: Bodies,
): void {
  addGovernments(tree, leanings, addAuthors(tree, leanings, issue), bodies);
  addPunished(tree, leanings);
  addCaseParties(tree, leanings, issue);
  addSpokesmen(tree, leanings, signs, issue, bodies);
}

/** @returns For each state the side of its government, by the codes of countries. */
function addAuthors(tree: Tree, leanings: Leanings, issue: Issue): Map<string, number> {
  const { tokens, tags, lemmas, header, resolvedEntities, relations, heads } = tree.document;
  const sides = new Map<string, number>();
  const note = (entity: number, side: number): void => {
    const code = resolvedEntities[entity].country?.code;
    if (code !== undefined && !sides.has(code)) sides.set(code, side);
  };
  for (let verb = 0; verb < tokens.length; verb++) {
    if (tags[verb] !== "VERB" || tokens[verb].start < header.bodyStart || tree.statementAt[verb] >= 0) continue;
    if (!MAKING.test(lemmas[verb].toLowerCase()) || isNegated(tree, verb) || isOpen(tree, verb)) continue;
    // "put forward by the island", not "put the toll at 40".
    if (lemmas[verb] === "put" && tokens[verb + 1]?.text !== "forward") continue;
    // "the text, put forward by the island".
    const isMade = relations[verb] === "acl" && heads[verb] >= 0;
    const object = isMade ? heads[verb] : findThing(tree, verb);
    if (object < 0 || !isIssue(tree, object, issue)) continue;
    const holder = isMade ? getEntity(tree, findAgent(tree, verb)) : findHolder(tree, verb);
    if (holder >= 0) note(holder, 1);
    for (const author of holder < 0 ? [] : [holder, ...findFellows(tree, verb, holder)])
      leanings.add("side", {
        holder: author,
        value: AUTHOR,
        startToken: Math.min(verb, object),
        endToken: Math.max(verb, object) + 1,
        statement: -1,
      });
    for (const child of getChildren(tree, object)) {
      if (child < object || !/^(?:on|against)$/.test(getPreposition(tree, child))) continue;
      const target = getEntity(tree, child);
      if (target >= 0 && target !== holder) note(target, -1);
      if (target >= 0 && target !== holder)
        leanings.add("side", { holder: target, value: -PARTY, startToken: object, endToken: child + 1, statement: -1 });
    }
  }
  addProposers(tree, leanings, issue);
  return sides;
}

const PROPOSED: ReadonlySet<string> = new Set(["proposal", "motion", "initiative", "draft", "bid"]);

/** The phrase with "by" behind a noun, or -1. */
function findBy(tree: Tree, noun: number): number {
  return getChildren(tree, noun).find((child) => child > noun && getPreposition(tree, child) === "by") ?? -1;
}

/** "the proposal by Norland and the island". */
function addProposers(tree: Tree, leanings: Leanings, issue: Issue): void {
  const { tokens, tags, lemmas, header, relations } = tree.document;
  for (let noun = 0; noun < tokens.length; noun++) {
    if (tags[noun] !== "NOUN" || tokens[noun].start < header.bodyStart || tree.statementAt[noun] >= 0) continue;
    if (!PROPOSED.has(lemmas[noun]) && !issue.words.has(lemmas[noun].toLowerCase())) continue;
    const by = findBy(tree, noun);
    if (by < 0) continue;
    const others = getChildren(tree, by).filter((child) => relations[child] === "conj");
    for (const token of [by, ...others]) {
      const holder = getEntity(tree, token);
      if (holder >= 0)
        leanings.add("side", { holder, value: AUTHOR, startToken: noun, endToken: token + 1, statement: -1 });
    }
  }
}

/** Ministers and the like, where their state has made the thing or is its target. */
function addGovernments(tree: Tree, leanings: Leanings, sides: ReadonlyMap<string, number>, bodies: Bodies): void {
  const { roleDrafts, entityOf, statementDrafts, mentions, resolvedEntities } = tree.document;
  const speakers = new Set(statementDrafts.map(({ speaker }) => speaker));
  const done = new Set<number>();
  for (const { holder, title } of roleDrafts) {
    const person = entityOf[holder];
    const body = bodies.get(person);
    if (body === undefined || done.has(person) || !speakers.has(person)) continue;
    if (!OF_GOVERNMENT.test(title) || AGAINST_IT.test(title)) continue;
    const side = sides.get(resolvedEntities[body].country?.code ?? "");
    if (side === undefined || leanings.getBalance(body) !== 0) continue;
    done.add(person);
    const { headToken } = mentions[holder];
    leanings.add("side", {
      holder: person,
      value: side * SPOKEN_FOR,
      startToken: headToken,
      endToken: headToken + 1,
      statement: -1,
    });
  }
}

/** "sentenced the former minister": who is punished is against it. */
function addPunished(tree: Tree, leanings: Leanings): void {
  const { tokens, tags, lemmas, header, resolvedEntities } = tree.document;
  for (let verb = 0; verb < tokens.length; verb++) {
    if (tags[verb] !== "VERB" || tokens[verb].start < header.bodyStart || tree.statementAt[verb] >= 0) continue;
    if (!PUNISHING.test(lemmas[verb].toLowerCase()) || isNegated(tree, verb)) continue;
    const isPassive = getChild(tree, verb, /^(?:nsubj:pass|aux:pass)$/) >= 0;
    const object = isPassive ? findSubject(tree, verb, /^nsubj/) : findObject(tree, verb);
    const punished = object < 0 ? -1 : getEntity(tree, object);
    if (punished >= 0 && resolvedEntities[punished].isNamed && isHeard(tree, punished))
      leanings.add("side", {
        holder: punished,
        value: -PARTY,
        startToken: Math.min(verb, object),
        endToken: Math.max(verb, object) + 1,
        statement: -1,
      });
  }
}

/** The object, or the subject of a passive. */
function findThing(tree: Tree, verb: number): number {
  const isPassive = getChild(tree, verb, /^(?:nsubj:pass|aux:pass)$/) >= 0;
  return isPassive ? findSubject(tree, verb, /^nsubj/) : findObject(tree, verb);
}

function isIssue(tree: Tree, token: number, issue: Issue): boolean {
  const sample = { ...issue.sample, targetStart: tree.first[token], targetEnd: token + 1 };
  if (issue.words.has(headWord(tree, sample)) || isOnIssue(tree, sample, issue)) return true;
  // "the agreement" for "a pact".
  const { first, document } = tree;
  if (
    MADE.test(document.lemmas[token].toLowerCase()) &&
    tree.sentenceOf[token] <= tree.sentenceOf[issue.sample.targetStart] + 2
  )
    return true;
  return /^the$/i.test(document.tokens[first[token]].text) && isContested(tree, token, issue);
}

/** Of whose silence nothing can be told. */
function isHeard({ document }: Tree, entity: number): boolean {
  return document.statementDrafts.some(({ speaker }) => speaker === entity);
}

function addCaseParties(tree: Tree, leanings: Leanings, issue: Issue): void {
  if (!issue.isLegal) return;
  const { caseDrafts, tokens, roleDrafts, entityOf } = tree.document;
  for (const { respondents, applicant, evidence } of caseDrafts) {
    const at = tokens.findIndex(({ start }) => start >= evidence[0].start);
    const bit = { startToken: at, endToken: at + 1, statement: -1 };
    for (const { holder, title } of roleDrafts)
      if (/\bprosecutors?\b/.test(title) && entityOf[holder] >= 0)
        leanings.add("side", { holder: entityOf[holder], value: PARTY, ...bit });
    for (const { entity } of respondents)
      if (isHeard(tree, entity)) leanings.add("side", { holder: entity, value: -PARTY, ...bit });
    if (applicant >= 0) leanings.add("side", { holder: applicant, value: PARTY, ...bit });
  }
}

/** Whoever has an office in a body and speaks. */
function addSpokesmen(
  tree: Tree,
  leanings: Leanings,
  signs: readonly StanceSign[],
  issue: Issue,
  bodies: Bodies,
): void {
  const { roleDrafts, entityOf, statementDrafts, mentions } = tree.document;
  const sides = new Map<number, number>();
  for (const sign of signs)
    if (sign.value !== 0 && isOnIssue(tree, sign, issue))
      sides.set(sign.holder, (sides.get(sign.holder) ?? 0) + Math.sign(sign.value));
  const speakers = new Set(statementDrafts.map(({ speaker }) => speaker));
  const done = new Set<number>();
  for (const { holder, title } of roleDrafts) {
    const person = entityOf[holder];
    const body = bodies.get(person);
    if (body === undefined || done.has(person) || !speakers.has(person)) continue;
    const isCounsel = COUNSEL.test(title);
    const side = sides.get(body) ?? Math.trunc(leanings.getBalance(body));
    if (side === 0) continue;
    done.add(person);
    const { headToken } = mentions[holder];
    leanings.add("side", {
      holder: person,
      value: Math.sign(side) * (isCounsel ? PLEADED_FOR : SPOKEN_FOR),
      startToken: headToken,
      endToken: headToken + 1,
      statement: -1,
    });
  }
}
