/** A legal move told by a verb: who asks, before which court, against whom, and what the court does. */
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
  isSomeBench,
} from "./legal-bench.ts";
import type { MoveDraft } from "./legal-move.ts";
import { ASKED, isLegalNoun, kindOf } from "./legal-noun.ts";
import { KIND_OF_MOVE } from "./legal-words.ts";
import { readTreatyCharges } from "./read-treaty-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";
import { findStageOfVerb } from "./stage-of-verb.ts";
import type { VerbFrame, VerbStage } from "./verb-frame.ts";

export function readLegalVerb(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  verb: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  const lemma = navigator.lemma(verb);
  const agent = findBenchOf(navigator, navigator.findAgent(verb), verb);
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
  if (noun >= 0 && parties.length === 0 && /^(those|these|them|it)$/.test(navigator.word(noun - 1)))
    parties = [...respondents.lastGroup];
  // "sued by the institute at the university"
  const forum = findForum(navigator, verb, sentenceEnd, lemma !== "sue");
  const applicant = findApplicant(navigator, respondents, frame, found, forum);
  // "rejected a bid by X to keep his letters out of the trial": a step of the proceeding against him.
  const isStep = noun >= 0 && ASKED.test(navigator.lemma(noun)) && !isLegalNoun(navigator, noun);
  if (isStep && respondents.known.includes(applicant)) return undefined;
  const isBench = actsAsBench(navigator, agent, stage);
  const court = isBench ? courtOf(navigator, agent) : forum;
  // "a ruling ordering the commission": nobody orders itself.
  if (court >= 0 && parties.includes(court)) {
    parties = parties.filter((entity) => entity !== court);
    if (by === "order" && parties.length === 0) return undefined;
  }
  return {
    token: verb,
    stage,
    kind: by === "order" ? "order" : noun >= 0 ? kindOf(navigator, noun) : (KIND_OF_MOVE.get(lemma) ?? null),
    court,
    bench: isBench ? (isSomeBench(navigator, agent) ? "some" : "known") : undefined,
    applicant,
    parties,
    isAgain: noun >= 0 && /^(the|that|this)$/.test(navigator.word(navigator.mentionAt(noun)?.phraseStart ?? -1)),
    isWeak: found.isWeak,
    charges: stage === "requested" ? readTreatyCharges(navigator, verb, sentenceEnd) : [],
    evidence: navigator.toSpan(Math.min(verb, noun < 0 ? verb : noun), Math.max(verb, noun) + 1),
  };
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
  const isAsking = !actsAsBench(navigator, agent, stage) && (stage === "requested" || stage === "appealed");
  if (isAsking || by === "gain") {
    const subject = agent < 0 ? findFiler(navigator, verb, noun, sentenceEnd) : findNamedSubject(navigator, agent);
    if (by === "gain" || subject !== forum) return subject;
  }
  const isAsked = stage === "refused" || stage === "issued" || by === "docket" || by === "plan" || lemma === "uphold";
  return isAsked ? findAsker(navigator, respondents, noun) : -1;
}
