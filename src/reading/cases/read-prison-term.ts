/** "got six years", "was given 20 months in prison": how a trial ended for somebody, by the term alone. */

import type { ChargeDraft } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { readCharges } from "./read-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const GETTING = /^(get|receive|draw|serve|spend)$/;
const GIVING = /^(give|hand)$/;
/** From the verb to the unit of time. */
const MAX_TO_UNIT = 4;
/** From the verb to what the term is for. */
const MAX_TO_OFFENCE = 12;

/** @param moves Those found so far: without a sentence passed before, years are no prison term. */
export function readPrisonTerm(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  moves: readonly LegalMove[],
  verb: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  const lemma = navigator.lemma(verb);
  // "He was set free", "walked free": told of who was not convicted.
  const isFreed =
    (lemma === "set" || lemma === "walk") &&
    navigator.word(verb + 1) === "free" &&
    (lemma === "walk" || navigator.isPassive(verb));
  const isPassive = GIVING.test(lemma);
  if (!isFreed && !isPassive && !GETTING.test(lemma)) return undefined;
  if (isPassive && !navigator.isPassive(verb)) return undefined;
  if ((!isTermBehind(navigator, verb) && !isFreed) || navigator.isNegated(verb) || navigator.isUnreal(verb))
    return undefined;
  // "who has spent 13 years in prison for": jail is told of by name.
  const isInJail = [3, 4, 5, 6].some((step) => /^(prison|jail|custody)$/.test(navigator.word(verb + step)));
  if (/^(serve|spend)$/.test(lemma) && !isInJail) return undefined;
  if (!isInJail && !moves.some(({ stage, bench }) => stage === "ended" && bench !== undefined)) return undefined;
  const subject = navigator.childWith(verb, /^nsubj/);
  const found = subject >= 0 ? respondents.resolveAt(subject) : respondents.resolveBefore(verb);
  const parties = (found.length > 0 ? found : respondents.resolveBefore(verb)).filter((entity) =>
    respondents.mayRespond(entity),
  );
  if (parties.length === 0) return undefined;
  // "is in Arden prison serving a term": a prison serves none.
  const { resolvedEntities } = navigator.document;
  if (isInJail && parties.some((entity) => resolvedEntities[entity].kind !== "person")) return undefined;
  const evidence = navigator.toSpan(verb, verb + 1);
  const charges = readOffences(navigator, verb, sentenceEnd);
  return {
    token: verb,
    stage: "ended",
    kind: null,
    court: -1,
    applicant: -1,
    parties,
    charges,
    evidence,
    isFurther: true,
    // "who has spent 13 years in prison": where the case stood before what the report is about.
    isWeak: /^(serve|spend)$/.test(lemma),
  };
}

/** "22 years for murder and pillage": what for. */
function readOffences(navigator: ClauseNavigator, verb: number, sentenceEnd: number): ChargeDraft[] {
  for (let token = verb + 1; token < Math.min(sentenceEnd - 1, verb + MAX_TO_OFFENCE); token++) {
    if (/^[,;:.]$/.test(navigator.word(token))) return [];
    if (navigator.word(token) === "for") return readCharges(navigator, token + 1).charges;
  }
  return [];
}

function isTermBehind(navigator: ClauseNavigator, verb: number): boolean {
  const { tags } = navigator.document;
  for (let token = verb + 2; token <= verb + MAX_TO_UNIT; token++) {
    if (/^(years?|months?)$/.test(navigator.word(token)))
      return tags[token - 1] === "NUM" || navigator.word(token - 1) === "-";
    if (/^life$/.test(navigator.word(token))) return true;
  }
  return navigator.word(verb + 1) === "life";
}
