/** What an applicant says of the respondent behind a verb of saying: "It says Merland broke its duty and failed to warn". */

import type { ChargeDraft } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { WRONGS } from "./legal-words.ts";
import { readCharges } from "./read-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const CLAIMING = /^(say|argue|claim|allege|contend|maintain|assert|accuse)$/;
/** Papers that speak for whoever filed them. */
const PAPERS = /^(lawsuit|suit|complaint|petition|filing|application|writ)$/;
/** From the verb of saying to the respondent. */
const MAX_TO_RESPONDENT = 4;
/** From the respondent to what it did. */
const MAX_TO_WRONG = 4;
const MAX_SENTENCES = 3;

/** @param moves Those found so far. */
export function readClaim(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  moves: readonly LegalMove[],
  verb: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  if (!CLAIMING.test(navigator.lemma(verb))) return undefined;
  const last = moves.findLast(({ stage, applicant }) => stage === "requested" && applicant >= 0);
  if (last === undefined || navigator.sentenceOf(verb) - last.sentence > MAX_SENTENCES) return undefined;
  const subject = navigator.childWith(verb, /^nsubj/);
  const isPaper = PAPERS.test(navigator.lemma(subject));
  // "sued X, claiming that it ignored": in the sentence of the suit.
  const isBeside =
    /ing$/.test(navigator.word(verb)) && last.sentence === navigator.sentenceOf(verb) && last.token < verb;
  const isApplicant =
    (isBeside && subject < 0) ||
    (subject >= 0 &&
      (isPaper ||
        navigator.entityAt(subject) === last.applicant ||
        /^(it|they|he|she)$/.test(navigator.word(subject))));
  if (!isApplicant) return undefined;
  const plan = readPlan(navigator, verb, last.applicant, sentenceEnd);
  if (plan !== undefined) return plan;
  for (let token = verb + 1; token <= verb + MAX_TO_RESPONDENT && token < sentenceEnd; token++) {
    // "claiming that it ignored": whom the suit is against.
    const isIt = isBeside && /^(it|they|he|she)$/.test(navigator.word(token)) && last.parties.length === 1;
    const entity = isIt ? last.parties[0] : navigator.entityAt(token);
    if (entity < 0 || entity === last.applicant) continue;
    if (!respondents.known.includes(entity)) return undefined;
    const mention = navigator.mentionAt(token)!;
    for (let wrong = mention.endToken; wrong < Math.min(sentenceEnd, mention.endToken + MAX_TO_WRONG); wrong++) {
      if (navigator.document.tags[wrong] !== "VERB") continue;
      // What a suit alleges is a wrong, whatever the verb.
      const isAlleged = isPaper || isIt || navigator.lemma(verb) === "allege";
      if (!isAlleged && !WRONGS.has(navigator.lemma(wrong))) return undefined;
      const charges = readWrongs(navigator, wrong, sentenceEnd, isAlleged);
      const evidence = navigator.toSpan(wrong, wrong + 1);
      return {
        token: verb,
        stage: null,
        kind: null,
        court: -1,
        applicant: last.applicant,
        parties: [entity],
        charges,
        evidence,
      };
    }
    return undefined;
  }
  return undefined;
}

/** "They argued that the cap breached the principle": a law or plan does wrong, and its makers answer for it. */
function readPlan(
  navigator: ClauseNavigator,
  verb: number,
  applicant: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  const that = verb + 1;
  if (navigator.word(that) !== "that" || navigator.word(that + 1) !== "the") return undefined;
  const mention = navigator.mentionAt(that + 2);
  if (mention?.by !== "description" || mention.kind === "person" || mention.kind === "organisation") return undefined;
  const wrong = mention.endToken;
  if (navigator.document.tags[wrong] !== "VERB" || !WRONGS.has(navigator.lemma(wrong))) return undefined;
  const charges = readWrongs(navigator, wrong, sentenceEnd);
  const evidence = navigator.toSpan(wrong, wrong + 1);
  return { token: verb, stage: null, kind: null, court: -1, applicant, parties: [], charges, evidence };
}

/** The wrongs that are joined in one clause: "broke its duty and failed to warn". */
function readWrongs(navigator: ClauseNavigator, first: number, sentenceEnd: number, isAny = false): ChargeDraft[] {
  const { tags } = navigator.document;
  const charges: ChargeDraft[] = [];
  let start = first;
  for (let token = first + 1; token <= sentenceEnd && start >= 0; token++) {
    const isNext =
      /^(and|,)$/.test(navigator.word(token)) &&
      tags[token + 1] === "VERB" &&
      (isAny || WRONGS.has(navigator.lemma(token + 1)));
    const isEnd = token === sentenceEnd || /^[.;:,]$/.test(navigator.word(token));
    if (!isNext && !isEnd) continue;
    charges.push(...readCharges(navigator, start, token).charges.slice(0, 1));
    start = isNext ? token + 1 : -1;
  }
  return charges;
}
