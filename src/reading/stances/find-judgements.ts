/**
 * Stances in what somebody says: the clause's predicate judges its subject ("the veto is a disgrace"), asks for an act ("must
 * be rejected"), or declares one's own ("we will not comply").
 */

import { isAsked } from "./is-open.ts";
import type { Issue } from "./issue.ts";
import { judgeExcess, judgeFate, judgeGain, judgeShortfall, judgeWork } from "./judge-clause.ts";
import { judgePhrase, rate } from "./judge-phrase.ts";
import { CONDITION, HAPPENING, isCompared, isExperience, isMeasure, isOfPeople, isThing } from "./no-judgement.ts";
import { readBlame, STATES } from "./read-blame.ts";
import { isSelf, lastOf, readConcession } from "./read-concession.ts";
import { readShown, SHOWING } from "./read-shown.ts";
import { isDeniedAbove, isThinking } from "./read-thought.ts";
import {
  findGerund,
  findOpeningGerund,
  isProposal,
  judgeEffect,
  judgeReach,
  judgeStep,
  readAbsence,
  readTime,
} from "./read-verdicts.ts";
import { hasModal, isNeeded, type MakeSign, readDemand, readIntent } from "./read-wants.ts";
import { SIGN_SCORES } from "./sign-kinds.ts";
import {
  findSubject,
  getChild,
  getChildren,
  getMark,
  getPreposition,
  isHad,
  isNegated,
  type StanceSign,
  SUBJECT,
  type Tree,
} from "./stance-document.ts";

/** @param issue What the report's people take sides on, as far as their acts tell. */
export function findJudgements(tree: Tree, issue: Issue | undefined, acts: readonly StanceSign[]): StanceSign[] {
  const { document, statementAt } = tree;
  const { tokens, tags, relations, statementDrafts } = document;
  const signs: StanceSign[] = [];
  for (let token = 0; token < tokens.length; token++) {
    const statement = statementAt[token];
    if (statement < 0 || tags[token] === "PUNCT" || !isPredicate(tree, token, relations[token])) continue;
    const { speaker, polarity, act, mode } = statementDrafts[statement];
    // "denied that it was unfair": what others say.
    if (act === "deny" && mode === "indirect") continue;
    if (
      speaker < 0 ||
      (polarity !== "affirmed" && !isDeniedAbove(tree, token, statement)) ||
      isAsked(tree, token) ||
      isConditional(tree, token)
    )
      continue;
    const sign =
      readConcession(tree, token, speaker, statement) ?? readClause(tree, token, speaker, statement, issue, acts);
    if (sign !== undefined) signs.push(sign);
  }
  return signs;
}

const CLAUSE = /^(?:root|ccomp|parataxis|conj|xcomp|advcl)/;

function isPredicate(tree: Tree, token: number, relation: string): boolean {
  if (CLAUSE.test(relation)) return true;
  // "thinks the plan is a mistake", which the parser takes for a name of the plan.
  if (relation === "appos" && getChild(tree, token, /^cop$/) >= 0) return true;
  if (relation === "acl" && SHOWING.has(tree.document.lemmas[token])) return true;
  // A clause with a subject in words says something, whatever the parser hung it on.
  const subject = getChild(tree, token, SUBJECT);
  return subject >= 0 && subject < token && !/^(?:who|which|that)$/i.test(tree.document.tokens[subject].text);
}

function isConditional(tree: Tree, token: number): boolean {
  const { tokens } = tree.document;
  const mark = getChild(tree, token, /^mark$/);
  if (mark >= 0 && /^(?:if|whether|unless|case)$/i.test(tokens[mark].text)) return true;
  // "who is alive", "where this should be used": asked or left open.
  let start = tree.first[token];
  while (start < token && tree.document.tags[start] === "PUNCT") start++;
  const asks = /^(?:who|what|where|when|why|how|which)$/i;
  if (asks.test(tokens[start].text) || (start > 0 && asks.test(tokens[start - 1].text))) return true;
  const word = (at: number): string => tokens[at]?.text.toLowerCase() ?? "";
  return (
    (word(start) === "in" && word(start + 1) === "case") || (word(start - 2) === "in" && word(start - 1) === "case")
  );
}

function readClause(
  tree: Tree,
  head: number,
  speaker: number,
  statement: number,
  issue: Issue | undefined,
  acts: readonly StanceSign[],
): StanceSign | undefined {
  const { document, first, statementAt } = tree;
  const { tokens, tags, lemmas } = document;
  const own = findSubject(tree, head, /^(?:nsubj|csubj|expl)/);
  // "The decision has to be respected": the subject is that of "has".
  const isRaised = own < 0 && isNeeded(tree, head);
  // "the text sent “strong messages”", which the parser takes for a text that was sent.
  const isShown = own < 0 && document.relations[head] === "acl" && SHOWING.has(lemmas[head]);
  const above = document.heads[head];
  // "Closing the port would be": the gerund that opens a clause without other subject.
  const opening = own < 0 && getChild(tree, head, /^cop$/) >= 0 ? findOpeningGerund(tree, head) : -1;
  const subject = opening >= 0 ? opening : isRaised ? findSubject(tree, above, /^nsubj/) : isShown ? above : own;
  const make: MakeSign = (target, value, strength, kind) => ({
    kind,
    holder: speaker,
    targetStart: target < 0 ? -1 : first[target],
    targetEnd: target < 0 ? -1 : findTargetEnd(tree, target, head),
    value: Math.sign(value),
    strength: Math.round(Math.min(1, strength) * 100) / 100,
    statement,
    startToken: Math.max(first[head], firstOf(tree, statement, head)),
    endToken: lastOf(tree, statement, head) + 1,
    score: SIGN_SCORES[kind],
  });
  const isOwn = subject >= 0 && statementAt[subject] === statement && isSelf(tree, subject, speaker);
  const sign = isNegated(tree, head) ? -1 : 1;
  if (subject >= 0 && !isOwn && (isRaised || hasModal(tree, head)))
    return readDemand(tree, head, subject, sign, issue, make);
  if (isOwn && tags[head] === "VERB") return readIntent(tree, head, sign, issue, make);
  const set = readAbsence(tree, head, make) ?? readTime(tree, head, make);
  if (set !== undefined) return set;
  // A subject with a preposition is none: "my first job as speaker is".
  if (subject < 0 || isOwn || getPreposition(tree, subject) !== "") return undefined;
  const gerund = findGerund(tree, subject);
  const isDisputed =
    gerund >= 0 ||
    (isProposal(tree, subject, issue) && !isOfPeople(tree, subject)) ||
    isSpokenOf(tree, subject, speaker, acts);
  const shortfall = isDisputed || isThing(tree, subject) ? judgeShortfall(tree, head) : 0;
  if (shortfall === 0 && isCompared(tree, head)) return undefined;
  // "It would be a mistake to close the port": the clause is what is judged, whatever it is about.
  const said = /^it$/i.test(tokens[subject].text) && getChild(tree, head, /^cop$/) >= 0 ? findSaidOfIt(tree, head) : -1;
  const isDeed = said >= 0 && getMark(tree, said) === "to" && !isExperience(tree, said);
  if (said >= 0 && isExperience(tree, said)) return undefined;
  if (!isDisputed && !isDeed && !isThing(tree, subject)) return readBlame(tree, head, subject, make);
  const blame = isDisputed || isDeed ? undefined : readBlame(tree, head, subject, make);
  if (blame !== undefined) return blame;
  const kind = isDisputed || isDeed ? "judgement" : "opinion";
  const isReported = document.statementDrafts[statement].mode === "indirect";
  const isCommon =
    isDisputed &&
    gerund < 0 &&
    !isThinking(tree, head, statement) &&
    !/^(?:it|this|that)$/i.test(tokens[subject].text) &&
    !isOnIssueWord(tree, subject, issue);
  const minJudged = isDisputed || isDeed ? (isCommon ? 1.7 : 1.2) : isReported && tags[head] !== "ADJ" ? 2.5 : 2;
  if (isHad(tree, head)) return readShown(tree, head, subject, isDisputed, make, head);
  if (SHOWING.has(lemmas[head].toLowerCase()) && /^(?:VERB|AUX)$/.test(tags[head]))
    return readShown(tree, head, subject, isDisputed, make);
  if (/^(?:come|serve|stand)$/.test(lemmas[head])) {
    // "came as a relief": said to be one.
    const as = getChildren(tree, head).find((child) => child > head && getPreposition(tree, child) === "as");
    const judged = as === undefined ? 0 : judgeWithin(tree, as);
    return Math.abs(judged) < minJudged ? undefined : make(subject, judged * sign, 0.6, kind);
  }
  // "is responsible for", "is alive": a state, not a judgement.
  if (CONDITION.test(lemmas[head])) return undefined;
  // "Our job is to put it out": what it consists in.
  if (tags[head] === "VERB" && getMark(tree, head) === "to") return undefined;
  if (STATES.test(lemmas[head])) return undefined;
  // "This was a war", "it was an attack": what happened, and not what is thought of it.
  const gain = isDisputed || isThing(tree, subject) ? judgeGain(tree, head) : 0;
  if (gain === 0 && tags[head] === "NOUN" && HAPPENING.test(lemmas[head])) return undefined;
  // "each of which is a war crime": said by the way, of what happened.
  for (let token = first[subject]; token < head; token++)
    if (/^(?:which|who|whom|whose)$/i.test(tokens[token].text)) return undefined;
  const verdict =
    shortfall ||
    gain ||
    (isDisputed
      ? judgeReach(tree, head) ||
        judgeStep(tree, head) ||
        judgeEffect(tree, head, subject) ||
        judgeExcess(tree, head) ||
        judgeFate(tree, head) ||
        (tags[subject] === "PRON" ? 0 : judgeWork(tree, head))
      : 0);
  const judged = verdict || judgePhrase(tree, head) || (isDisputed ? judgeManner(tree, head) : 0);
  // Without "is" a word rated badly mostly names what happened, not what is thought of it: "was killed".
  const isSaidToBe =
    verdict !== 0 ||
    (getChild(tree, head, /^cop$/) >= 0 &&
      !/^(?:on|in|at|under|from|about|with|by)$/.test(getPreposition(tree, head))) ||
    isQuotedParticiple(tree, head) ||
    judgeManner(tree, head) !== 0;
  if (Math.abs(judged) < (verdict === 0 ? minJudged : 1.2) || !isSaidToBe || isMeasure(tree, subject)) return undefined;
  // "It is not a disaster": no praise.
  if (judged > 0 && verdict === 0 && isNegated(tree, head)) return undefined;
  // "did not think that it was good": thought not to be; of other verbs nothing is known.
  const isUnthought = isDeniedAbove(tree, head, statement);
  if (isUnthought && (judged < 0 || !isThinking(tree, head, statement))) return undefined;
  // "It is good that ...": the clause is what is judged.
  const clause = /^it$/i.test(tokens[subject].text) ? findSaidOfIt(tree, head) : -1;
  const sure = make(clause >= 0 ? clause : subject, isUnthought ? -judged : judged, 0.3 + Math.abs(judged) / 4, kind);
  return gerund < 0 ? sure : { ...sure, targetStart: gerund, startToken: Math.min(gerund, sure.startToken) };
}

/** The end of the phrase inside the words that are told: not the "she said" that the parser hung on it. */
function findTargetEnd(tree: Tree, target: number, head: number): number {
  const { last, statementAt } = tree;
  // What is judged stands before the judgement, wherever the tree hangs it.
  const verdict = target < head && last[target] >= head ? findOpening(tree, head, target) : last[target] + 1;
  let end = target + 1;
  while (end < verdict && statementAt[end] >= 0) end++;
  return end;
}

/** The first auxiliary of the judgement, or the judgement itself. */
function findOpening(tree: Tree, head: number, target: number): number {
  const { relations } = tree.document;
  return getChildren(tree, head).find((child) => child > target && /^(?:aux|cop)/.test(relations[child])) ?? head;
}

/** "Although she welcomed it, she said it was": the same that she took a side on in this sentence. */
function isSpokenOf(tree: Tree, subject: number, holder: number, acts: readonly StanceSign[]): boolean {
  const { sentenceOf, document } = tree;
  return (
    /^(?:it|this|that|they)$/i.test(document.tokens[subject].text) &&
    acts.some(
      (act) => act.holder === holder && sentenceOf[act.startToken] === sentenceOf[subject] && act.startToken < subject,
    )
  );
}

/** The clause that "it" stands for; not "unless it can be measured". */
function findSaidOfIt(tree: Tree, head: number): number {
  const clause = getChild(tree, head, /^(?:csubj|ccomp|xcomp|advcl|acl$)/, head);
  // "It is the ability to do it": what it is, and not what is thought of doing it.
  if (clause >= 0 && tree.document.relations[clause] === "acl" && hasThe(tree, head)) return -1;
  return clause < 0 || /^(?:to|that|)$/.test(getMark(tree, clause)) ? clause : -1;
}

function hasThe(tree: Tree, noun: number): boolean {
  const determiner = getChild(tree, noun, /^det$/);
  return determiner >= 0 && /^the$/i.test(tree.document.tokens[determiner].text);
}

/** Whether the report's people take sides on what the word names. */
function isOnIssueWord({ document }: Tree, subject: number, issue: Issue | undefined): boolean {
  return issue !== undefined && (issue.isLegal || issue.words.has(document.lemmas[subject].toLowerCase()));
}

/** "was cleverly timed", "had been wrongly decided": by the adverb of a passive; 0 for others. */
function judgeManner(tree: Tree, head: number): number {
  const adverb = getChild(tree, head, /^aux:pass$/) < 0 ? -1 : getChild(tree, head, /^advmod$/);
  if (adverb < 0 || !/ly$/.test(tree.document.tokens[adverb].text)) return 0;
  const { text } = tree.document.tokens[adverb];
  const adjective = text.toLowerCase().replace(/ly$/, "");
  const rating = rate(text, adjective, "ADV");
  return isNegated(tree, head) ? -rating : rating;
}

/** "the ruling was “justified”": in the speaker's own words a judgement, however it is tagged. */
function isQuotedParticiple(tree: Tree, head: number): boolean {
  const { tokens } = tree.document;
  return getChild(tree, head, /^aux:pass$/) >= 0 && /^["“‘']+$/.test(tokens[head - 1]?.text ?? "");
}

/** The phrase and what it is "of": "a ray of hope". */
function judgeWithin(tree: Tree, head: number): number {
  const own = judgePhrase(tree, head);
  const of = getChild(tree, head, /^nmod/);
  return own !== 0 || of < 0 ? own : judgePhrase(tree, of);
}

/** The first and last token of the clause inside its statement. */
function firstOf({ statementAt, first }: Tree, statement: number, head: number): number {
  let token = head;
  while (token > first[head] && statementAt[token - 1] === statement) token--;
  return token;
}
