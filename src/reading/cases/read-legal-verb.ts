/** A legal move told by a verb: who asks, before which court, against whom, and what the court does. */
import type { ChargeDraft } from "./case-draft.ts";
import { isCrimeAt, isGerundAt } from "./charge-item.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findAsker, findFiler, findNamedSubject } from "./find-asker.ts";
import { findPartiesBehind } from "./find-parties.ts";
import {
  courtOf,
  findBenchOf,
  findForum,
  isCourt,
  isCourtProper,
  isCourtSentence,
  isProsecutorAt,
  isSomeBench,
} from "./legal-bench.ts";
import type { MoveDraft } from "./legal-move.ts";
import { ASKED, isLegalNoun, kindOf } from "./legal-noun.ts";
import { KIND_OF_MOVE } from "./legal-words.ts";
import { readCharges } from "./read-charges.ts";
import { readTreatyCharges } from "./read-treaty-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";
import { findStageOfVerb } from "./stage-of-verb.ts";
import type { VerbFrame, VerbStage } from "./verb-frame.ts";

/** From what a court does to at whose request. */
const MAX_TO_REQUEST = 20;
/** From an appeal over who brings it to "against". */
const MAX_TO_CONTESTED = 10;
/** From "ordered" to what for. */
const MAX_TO_REASON = 24;
/** From "whom" to the verb of its clause. */
const MAX_TO_WHOM = 8;

export function readLegalVerb(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  verb: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  const lemma = navigator.lemma(verb);
  const agent = findBenchOf(navigator, findActor(navigator, verb, lemma), verb);
  if (isAnyBench(navigator, agent)) return undefined;
  const frame = { verb, lemma, agent, sentenceEnd };
  const found = findStageOfVerb(navigator, respondents, frame);
  if (found === undefined || !isOfCourt(navigator, frame, found)) return undefined;
  const sought = lemma === "extradite" ? readExtradition(navigator, respondents, frame) : undefined;
  if (sought !== undefined) return sought;
  // "will hear the appeal" tells that there is one.
  const isPending = found.by === "docket" && found.stage !== "refused";
  const isNone = found.noun >= 0 && navigator.word(navigator.childWith(found.noun, /^det/)) === "no";
  if (isNone || navigator.isNegated(verb) || (!isPending && navigator.isUnreal(verb))) return undefined;
  const { stage, noun, by } = found;
  let { parties } = found;
  if (noun >= 0 && parties.length === 0) parties = findPartiesBehind(navigator, respondents, noun, sentenceEnd, verb);
  if (noun >= 0 && parties.length === 0) parties = findRelative(navigator, respondents, verb);
  if (noun >= 0 && parties.length === 0 && /^(those|these|them|it)$/.test(navigator.word(noun - 1)))
    parties = [...respondents.lastGroup];
  // "upheld the impeachment of X"; of nobody told, it is talk.
  if (noun >= 0 && navigator.lemma(noun) === "impeachment") {
    if (parties.length === 0 && navigator.word(noun + 1) === "of")
      parties = respondents.resolveList(noun + 2).entities.filter((entity) => respondents.mayRespond(entity));
    if (parties.length === 0) return undefined;
  }
  // "sued by the institute at the university"
  // "asked the constitutional chamber to declare it void": whom it asks.
  const asked = by === "petition" ? navigator.entityAt(navigator.findObject(verb)) : -1;
  const forum =
    asked >= 0
      ? courtOf(navigator, navigator.findObject(verb))
      : findForum(navigator, verb, sentenceEnd, lemma !== "sue");
  const applicant = findApplicant(navigator, respondents, frame, found, forum);
  // "rejected a bid by X to keep his letters out of the trial": a step of the proceeding against him.
  const isStep = noun >= 0 && ASKED.test(navigator.lemma(noun)) && !isLegalNoun(navigator, noun);
  if (isStep && respondents.known.includes(applicant)) return undefined;
  // "rejected an appeal by X against her conviction for": the case against X goes on; who lodges one asks the court.
  const contested = readContested(navigator, noun, sentenceEnd);
  const isConvict =
    contested !== undefined && stage !== "appealed" && applicant >= 0 && respondents.mayRespond(applicant);
  if (isConvict && parties.length === 0) parties = [applicant];
  const isBench = actsAsBench(navigator, agent, stage) || (by === "order" && agent >= 0);
  // "The Senate opened the impeachment trial of X": it sits as a court.
  const isImpeachment = noun >= 0 && navigator.word(noun - 1) === "impeachment" && agent >= 0 && !isBench;
  const court = isImpeachment ? navigator.entityAt(agent) : isBench ? courtOf(navigator, agent) : forum;
  // "a ruling ordering the commission": nobody orders itself.
  if (court >= 0 && parties.includes(court)) {
    parties = parties.filter((entity) => entity !== court);
    if (by === "order" && parties.length === 0) return undefined;
  }
  return {
    token: verb,
    stage,
    kind: isImpeachment
      ? "impeachment"
      : by === "order"
        ? "order"
        : noun >= 0
          ? kindOf(navigator, noun)
          : findKind(navigator, frame, found),
    court,
    bench: isBench ? (isSomeBench(navigator, agent) ? "some" : "known") : undefined,
    applicant: isConvict || isImpeachment ? -1 : applicant,
    parties,
    isAgain: noun >= 0 && /^(the|that|this)$/.test(navigator.word(navigator.mentionAt(noun)?.phraseStart ?? -1)),
    isWeak: found.isWeak,
    charges: isConvict
      ? contested
      : by === "order"
        ? readReason(navigator, verb, sentenceEnd)
        : stage === "requested"
          ? readTreatyCharges(navigator, verb, sentenceEnd)
          : [],
    evidence: navigator.toSpan(Math.min(verb, noun < 0 ? verb : noun), Math.max(verb, noun) + 1),
  };
}

/** Who does it; "judges at the court ruled that", also where the tree hangs the verb on them as a participle. */
function findActor(navigator: ClauseNavigator, verb: number, lemma: string): number {
  const { heads, relations } = navigator.document;
  const isHung = lemma === "rule" && /^acl/.test(relations[verb]) && navigator.childWith(verb, /^aux/) < 0;
  return isHung && isCourt(navigator, heads[verb]) ? heads[verb] : navigator.findAgent(verb);
}

/** "took the ministry to court" is a suit, unless police or prosecutors did so. */
function findKind(navigator: ClauseNavigator, { lemma, agent }: VerbFrame, { by, stage }: VerbStage): string | null {
  const isSuit = by === "handover" && stage === "requested" && !isProsecutorAt(navigator, agent);
  return isSuit ? "lawsuit" : (KIND_OF_MOVE.get(lemma) ?? null);
}

/** "an appeal against a six-year sentence for fraud": what the sentence is for; `undefined` for an appeal against anything else. */
function readContested(
  navigator: ClauseNavigator,
  noun: number,
  sentenceEnd: number,
): readonly ChargeDraft[] | undefined {
  if (navigator.lemma(noun) !== "appeal") return undefined;
  let against = noun + 1;
  const last = Math.min(sentenceEnd - 1, noun + MAX_TO_CONTESTED);
  while (against < last && navigator.word(against) !== "against") against += 1;
  if (against >= last) return undefined;
  for (let token = against + 1; token < Math.min(sentenceEnd, against + MAX_TO_WHOM); token++) {
    if (!/^(conviction|sentence|term|ban|fine|extradition|suspension)$/.test(navigator.lemma(token))) continue;
    const isTold = /^(for|of)$/.test(navigator.word(token + 1)) && navigator.document.tags[token + 2] !== "NUM";
    return isTold ? readCharges(navigator, token + 2, sentenceEnd).charges : [];
  }
  return undefined;
}

/** "ordered X to pay the sum for failing to warn": what the order is for. */
function readReason(navigator: ClauseNavigator, verb: number, sentenceEnd: number): readonly ChargeDraft[] {
  const { tags } = navigator.document;
  for (let token = verb + 2; token < Math.min(sentenceEnd - 1, verb + MAX_TO_REASON); token++) {
    if (/^[;:.]$/.test(navigator.word(token))) return [];
    if (navigator.word(token) !== "for" || tags[token + 1] === "NUM") continue;
    if (isGerundAt(navigator, token + 1) || isCrimeAt(navigator, token + 1))
      return readCharges(navigator, token + 1, sentenceEnd).charges;
  }
  return [];
}

/** "granted interim measures at the request of X": who asked. */
function findRequester(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  verb: number,
  sentenceEnd: number,
): number {
  for (let token = verb + 1; token < Math.min(sentenceEnd - 2, verb + MAX_TO_REQUEST); token++) {
    if (!/^(request|behest|application|petition)$/.test(navigator.word(token)) || navigator.word(token + 1) !== "of")
      continue;
    if (!/^(at|on|upon)$/.test(navigator.word(token - 2))) continue;
    const [asker] = respondents.resolveList(token + 2).entities;
    return asker ?? navigator.entityAt(token + 2);
  }
  return -1;
}

/** "X, the former minister, for whom the court issued a warrant": whom the clause is about. */
function findRelative(navigator: ClauseNavigator, respondents: RespondentFinder, verb: number): number[] {
  const { sentences } = navigator.document;
  const { startToken } = sentences[navigator.sentenceOf(verb)];
  for (let token = verb - 1; token > Math.max(startToken + 1, verb - MAX_TO_WHOM); token--) {
    if (navigator.word(token) !== "whom" || !/^(for|against)$/.test(navigator.word(token - 1))) continue;
    const before = navigator.word(token - 2) === "," ? token - 3 : token - 2;
    const described = navigator.mentionAt(before);
    const found = respondents.resolveAt(before).filter((entity) => respondents.mayRespond(entity));
    if (found.length > 0 || described === undefined) return found;
    // The name before the description between commas.
    const named = navigator.mentionAt(described.phraseStart - 2);
    return named?.by === "name" && navigator.word(described.phraseStart - 1) === ","
      ? respondents.resolveAt(named.headToken).filter((entity) => respondents.mayRespond(entity))
      : [];
  }
  return [];
}

/** "courts have ruled", "federal judges issuing rulings": many, and in many affairs; bare "judges" are those of the court told of. */
function isAnyBench(navigator: ClauseNavigator, agent: number): boolean {
  if (!/^(courts|judges)$/.test(navigator.word(agent)) || navigator.mentionAt(agent)?.determiner === "definite")
    return false;
  return (
    navigator.word(agent) === "courts" ||
    /^(federal|lower|other|several|some|many|most|state|district|more|liberal|conservative)$/.test(
      navigator.word(agent - 1),
    )
  );
}

/** A commission or a committee that begins a case is no court in it. */
function actsAsBench(navigator: ClauseNavigator, agent: number, stage: VerbStage["stage"]): boolean {
  return stage === "requested" || stage === "appealed" ? isCourtProper(navigator, agent) : isCourt(navigator, agent);
}

/** "has asked Merland to extradite X", "ruled that X can be extradited": an extradition that has not happened yet. */
function readExtradition(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, sentenceEnd }: VerbFrame,
): MoveDraft | undefined {
  const { heads, sentences } = navigator.document;
  const parties = respondents.resolveAt(navigator.findObject(verb)).filter((entity) => respondents.mayRespond(entity));
  if (parties.length === 0 || navigator.isNegated(verb) || !navigator.isUnreal(verb)) return undefined;
  const { startToken } = sentences[navigator.sentenceOf(verb)];
  let governor = heads[verb];
  while (
    governor >= startToken &&
    !/^(ask|seek|request|want|rule|approve|order|agree|decide|allow)$/.test(navigator.lemma(governor))
  )
    governor = heads[governor];
  if (governor < startToken || navigator.isNegated(governor) || navigator.isUnreal(governor)) return undefined;
  const agent = navigator.findAgent(governor);
  const isSought = /^(ask|seek|request|want)$/.test(navigator.lemma(governor));
  if (!isSought && !isCourt(navigator, agent)) return undefined;
  return {
    token: verb,
    stage: isSought ? "requested" : "issued",
    kind: "extradition",
    court: isSought ? findForum(navigator, verb, sentenceEnd) : courtOf(navigator, agent),
    applicant: isSought && agent >= 0 ? findNamedSubject(navigator, agent) : -1,
    parties,
    charges: [],
    evidence: navigator.toSpan(verb, verb + 1),
  };
}

/** "the minister rejected the warrants": only a court grants, refuses or ends; where nobody is named, one is meant. */
function isOfCourt(navigator: ClauseNavigator, { verb, lemma, agent }: VerbFrame, found: VerbStage): boolean {
  const { stage, noun, by } = found;
  if (noun < 0) return true;
  const isBench = isCourt(navigator, agent);
  const isDeclining = /^(decline|deny)$/.test(lemma);
  if (by !== "gain" && /^(refused|issued|ended)$/.test(stage)) {
    if (agent >= 0 && !isBench) return false;
    // Everybody declines and denies.
    if (agent < 0 && !navigator.isPassive(verb) && (isDeclining || !isCourtSentence(navigator, verb))) return false;
  }
  if (isDeclining && agent < 0 && navigator.childWith(verb, /^aux/) < 0) return false;
  // "claims that are denied", "has denied the charges": by those they are made against.
  return lemma !== "deny" || isBench || !/^(claim|charge|complaint|case)$/.test(navigator.lemma(noun));
}

function findApplicant(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, lemma, agent, sentenceEnd }: VerbFrame,
  { stage, noun, by }: VerbStage,
  forum: number,
): number {
  // "has dropped its lawsuit": who brought it.
  const isTakenBack = stage === "withdrawn" && agent >= 0 && !isCourt(navigator, agent);
  const isAsking =
    isTakenBack || (!actsAsBench(navigator, agent, stage) && (stage === "requested" || stage === "appealed"));
  if (isAsking || by === "gain") {
    const subject =
      agent < 0 ? findFiler(navigator, verb, noun, sentenceEnd) : findNamedSubject(navigator, agent, verb);
    if (by === "gain" || subject !== forum) return subject;
  }
  const requester = findRequester(navigator, respondents, verb, sentenceEnd);
  if (requester >= 0) return requester;
  const isAsked = stage === "refused" || stage === "issued" || by === "docket" || by === "plan" || lemma === "uphold";
  return isAsked ? findAsker(navigator, respondents, noun) : -1;
}
