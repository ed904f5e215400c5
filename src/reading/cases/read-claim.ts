/** What an applicant says of the respondent behind a verb of saying: "It says Merland broke its duty and failed to warn". */

import type { ChargeDraft } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { WRONGS } from "./legal-words.ts";
import { readCharges } from "./read-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const CLAIMING = /^(say|argue|claim|allege|contend|maintain|assert|accuse)$/;
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
  const isApplicant =
    subject >= 0 &&
    (navigator.entityAt(subject) === last.applicant || /^(it|they|he|she)$/.test(navigator.word(subject)));
  if (!isApplicant) return undefined;
  for (let token = verb + 1; token <= verb + MAX_TO_RESPONDENT && token < sentenceEnd; token++) {
    const entity = navigator.entityAt(token);
    if (entity < 0 || entity === last.applicant) continue;
    if (!respondents.known.includes(entity)) return undefined;
    const mention = navigator.mentionAt(token)!;
    for (let wrong = mention.endToken; wrong < Math.min(sentenceEnd, mention.endToken + MAX_TO_WRONG); wrong++) {
      if (navigator.document.tags[wrong] !== "VERB") continue;
      if (!WRONGS.has(navigator.lemma(wrong))) return undefined;
      const charges = readWrongs(navigator, wrong, sentenceEnd);
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

/** The wrongs that are joined in one clause: "broke its duty and failed to warn". */
function readWrongs(navigator: ClauseNavigator, first: number, sentenceEnd: number): ChargeDraft[] {
  const { tags } = navigator.document;
  const charges: ChargeDraft[] = [];
  let start = first;
  for (let token = first + 1; token <= sentenceEnd && start >= 0; token++) {
    const isNext =
      /^(and|,)$/.test(navigator.word(token)) && tags[token + 1] === "VERB" && WRONGS.has(navigator.lemma(token + 1));
    const isEnd = token === sentenceEnd || /^[.;:,]$/.test(navigator.word(token));
    if (!isNext && !isEnd) continue;
    charges.push(...readCharges(navigator, start, token).charges.slice(0, 1));
    start = isNext ? token + 1 : -1;
  }
  return charges;
}
