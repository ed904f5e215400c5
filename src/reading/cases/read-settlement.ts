/** Claims that are settled: "X agreed to pay $40 million to settle claims that it misled investors", "settled a lawsuit brought by Y". */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { isCourt } from "./legal-bench.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { KIND_OF_NOUN } from "./legal-words.ts";
import { readCharges } from "./read-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const SETTLED = /^(claim|lawsuit|suit|case|charge|allegation|complaint|litigation|accusation)$/;
/** From "settle" to what is settled, and from that to who brought it. */
const MAX_TO_CLAIM = 6;
const MAX_TO_BRINGER = 4;
/** From "that" to the verb of what was done. */
const MAX_TO_DEED = 5;

/**
 * @param moves Those found so far.
 * @returns `undefined` where the verb settles no claim, or is denied or only wished for.
 */
export function readSettlement(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  moves: readonly LegalMove[],
  verb: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  if (!/^settl(e|es|ed|ing)$/.test(navigator.word(verb)) || navigator.isNegated(verb)) return undefined;
  let claim = verb + 1;
  while (claim < Math.min(sentenceEnd, verb + MAX_TO_CLAIM) && !SETTLED.test(navigator.lemma(claim))) {
    if (/^[,;:.]$/.test(navigator.word(claim)) || navigator.document.tags[claim] === "VERB") return undefined;
    claim += 1;
  }
  if (claim >= Math.min(sentenceEnd, verb + MAX_TO_CLAIM) || !isAgreed(navigator, verb)) return undefined;
  const agent = navigator.findAgent(verb);
  if (agent < 0 || isCourt(navigator, agent)) return undefined;
  const parties = respondents.resolveAt(agent).filter((entity) => respondents.mayRespond(entity));
  const isByApplicant = moves.some(({ applicant }) => applicant >= 0 && parties.includes(applicant));
  return {
    token: verb,
    stage: "ended",
    kind: KIND_OF_NOUN.get(navigator.lemma(claim)) ?? "claim",
    court: -1,
    applicant: findBringer(navigator, respondents, claim, sentenceEnd),
    parties: isByApplicant ? [] : parties,
    charges: readClaimed(navigator, claim, sentenceEnd),
    evidence: navigator.toSpan(verb, claim + 1),
  };
}

/** "settled", "agreed to settle", "will pay 40 million to settle": not "wants to settle", "could settle". */
function isAgreed(navigator: ClauseNavigator, verb: number): boolean {
  if (navigator.word(verb - 1) !== "to") return !navigator.isUnreal(verb);
  const { heads, sentences } = navigator.document;
  const { startToken } = sentences[navigator.sentenceOf(verb)];
  for (let at = heads[verb], steps = 0; at >= startToken && steps < 3; at = heads[at], steps++) {
    if (/^(pay|agree)$/.test(navigator.lemma(at))) return !navigator.isNegated(at);
    if (/^(want|seek|hope|try|refuse|offer|decline)$/.test(navigator.lemma(at))) return false;
  }
  return false;
}

/** "a lawsuit brought by X", "claims by X": who claimed; -1 for nobody told. */
function findBringer(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  claim: number,
  sentenceEnd: number,
): number {
  for (let token = claim + 1; token < Math.min(sentenceEnd - 1, claim + MAX_TO_BRINGER); token++) {
    if (!/^(by|with|from)$/.test(navigator.word(token))) continue;
    const [bringer] = respondents.resolveList(token + 1).entities;
    return bringer ?? navigator.entityAt(navigator.mentionAt(token + 2)?.headToken ?? token + 1);
  }
  return -1;
}

/** "claims that it misled investors", "allegations of fraud" */
function readClaimed(navigator: ClauseNavigator, claim: number, sentenceEnd: number): MoveDraft["charges"] {
  if (navigator.word(claim + 1) === "of") return readCharges(navigator, claim + 2, sentenceEnd).charges;
  if (navigator.word(claim + 1) !== "that") return [];
  for (let token = claim + 2; token < Math.min(sentenceEnd, claim + 2 + MAX_TO_DEED); token++)
    if (navigator.document.tags[token] === "VERB")
      return readCharges(navigator, token, sentenceEnd).charges.slice(0, 1);
  return [];
}
