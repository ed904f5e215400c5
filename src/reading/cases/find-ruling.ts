/**
 * Who rules in a sentence and which clause says what is ruled, whether it stands behind the verb, "ruled that X must pay", or before
 * the bench, "X must pay, a panel has ruled", where trees often fail.
 */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findBehindComma, isCourt, isCourtProper } from "./legal-bench.ts";
import { BODY } from "./legal-frames.ts";
import { isWrongAt } from "./wrongs.ts";

/** From the verb of ruling to that of its clause. */
const MAX_TO_CONTENT = 16;

/** A wrong told by a noun, and verbs that say what came of it. */
export const FAULT = /^(neglect|negligence|failure|failing|misconduct|breach|error|recklessness)$/;
export const LEADING_TO = /^(contribute|cause|lead|result|amount|kill)$/;
/** "the Data Protection Commissioner" */
const COMMISSIONER = /\b(?:commissioner|ombudsman|adjudicator)\b/i;

export interface Content {
  readonly verb: number;
  readonly subject: number;
  /** Whether the tree took the verb for something else. */
  readonly isMisread?: boolean;
}

/** Whose verb of saying is a ruling: a bench; a body that watches over an affair where it finds rather than says. */
export function mayRule(navigator: ClauseNavigator, agent: number, isSaying: boolean): boolean {
  if (isSaying) return isCourtProper(navigator, agent);
  if (isCourt(navigator, agent)) return true;
  const noun = navigator.lemma(agent);
  const entity = navigator.document.resolvedEntities[navigator.entityAt(agent)];
  if (/^(commissioner|ombudsman|adjudicator)$/.test(noun) || COMMISSIONER.test(entity?.name ?? "")) return true;
  if (entity?.kind === "person") return false;
  if (/^(inquiry|enquiry|inquest|watchdog|award|verdict|judgment|judgement|ruling|arbitrator)$/.test(noun)) return true;
  return entity?.isNamed === true && /^(organisation|court)$/.test(entity.kind) && BODY.test(entity.name);
}

export function isInquiry(navigator: ClauseNavigator, token: number): boolean {
  return /^(inquiry|enquiry|inquest)$/.test(navigator.lemma(token));
}

/** The bench between comma and verb, where the tree has lost it; -1 for none. */
export function findBenchBefore(navigator: ClauseNavigator, verb: number): number {
  const head = findBehindComma(navigator, verb);
  return head >= 0 && mayRule(navigator, head, false) ? head : -1;
}

/** The clause that is ruled: behind the verb, or before it, "X must pay, a panel has ruled". */
export function findContent(
  navigator: ClauseNavigator,
  verb: number,
  agent: number,
  sentenceEnd: number,
): Content | undefined {
  const { heads, relations, tags } = navigator.document;
  const isBehind = agent < verb && navigator.word(firstOf(navigator, agent) - 1) === ",";
  const bound = isBehind && navigator.word(verb + 1) !== "that" ? findBoundBefore(navigator, agent) : undefined;
  if (bound !== undefined) return bound;
  for (let token = verb + 1; token < Math.min(sentenceEnd, verb + MAX_TO_CONTENT); token++) {
    if (/^[;:.“"]$/.test(navigator.word(token))) break;
    if (!/^(VERB|ADJ)$/.test(tags[token])) continue;
    const subject = navigator.childWith(token, /^nsubj/);
    if (subject > verb && subject < token && heads[subject] === token && subject !== verb)
      return { verb: token, subject };
  }
  const misread = findMisread(navigator, verb, sentenceEnd);
  if (misread !== undefined) return misread;
  const before = /^(parataxis|ccomp)/.test(relations[verb]) ? heads[verb] : childBefore(navigator, verb);
  if (before < 0 || before >= verb || !/^(VERB|ADJ)$/.test(tags[before])) return undefined;
  const subject = navigator.childWith(before, /^nsubj/);
  return subject >= 0 && subject < before ? { verb: before, subject } : undefined;
}

function firstOf(navigator: ClauseNavigator, token: number): number {
  return navigator.mentionAt(token)?.phraseStart ?? token;
}

/** "that the ministry covered up warnings": a verb right behind its subject that the tree took for an attribute. */
function findMisread(navigator: ClauseNavigator, verb: number, sentenceEnd: number): Content | undefined {
  const that = [1, 2, 3, 4].map((step) => verb + step).find((token) => navigator.word(token) === "that");
  if (that === undefined || that + 2 >= sentenceEnd) return undefined;
  const [subject] = navigator.mentionsIn(that + 1, Math.min(sentenceEnd, that + 8));
  if (subject === undefined || subject.phraseStart !== that + 1) return undefined;
  const deed = subject.endToken;
  return navigator.document.tags[deed] === "VERB" && !/ing$/.test(navigator.word(deed))
    ? { verb: deed, subject: subject.headToken, isMisread: true }
    : undefined;
}

/** "X must pay", "X can be extradited" at the head of the sentence: its first verb under "must", "has to" or "can". */
function findBoundBefore(navigator: ClauseNavigator, agent: number): Content | undefined {
  const { sentences, tags } = navigator.document;
  const { startToken } = sentences[navigator.sentenceOf(agent)];
  const [first] = navigator.mentionsIn(startToken, agent);
  const isFault = first !== undefined && FAULT.test(navigator.lemma(first.headToken));
  for (let token = startToken + 1; token < agent; token++) {
    if (tags[token] !== "VERB") continue;
    if (isFault && LEADING_TO.test(navigator.lemma(token))) return { verb: token, subject: first.headToken };
    const isBound = hasModal(navigator, token, /^(must|should|shall|can|could|may|cannot|will)$/);
    const isHaving = navigator.lemma(token) === "have" && navigator.word(token + 1) === "to";
    const subject = navigator.childWith(token, /^nsubj/);
    const isWrong = isWrongAt(navigator, token) && !navigator.isPassive(token);
    if (isWrong && subject < 0 && first !== undefined && first.endToken === token)
      return { verb: token, subject: first.headToken };
    return (isBound || isHaving || isWrong) && subject >= 0 && subject < token ? { verb: token, subject } : undefined;
  }
  return undefined;
}

/** "X must pay, the court ruled", with the clause as what the verb governs; -1 for none. */
function childBefore(navigator: ClauseNavigator, verb: number): number {
  const { relations } = navigator.document;
  return navigator.children(verb).find((child) => child < verb && /^(ccomp|parataxis)/.test(relations[child])) ?? -1;
}
/** Whether the verb has an auxiliary of these, "must pay", or hangs on one, "has to pay". */
export function hasModal(navigator: ClauseNavigator, verb: number, modals: RegExp): boolean {
  return navigator
    .children(verb)
    .some((child) => child < verb && navigator.document.tags[child] === "AUX" && modals.test(navigator.word(child)));
}
