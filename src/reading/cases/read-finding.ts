/** "The court ruled that X had breached the treaty": what a bench finds, and of whom. */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { courtOf, isCourt } from "./legal-bench.ts";
import type { MoveDraft } from "./legal-move.ts";
import { WRONGS } from "./legal-words.ts";
import { readCharges } from "./read-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const MAX_GAP = 8;
/** "found, by nine votes to four, that" */
const MAX_TO_THAT = 10;

/** @param verb One of finding. */
export function readFinding(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  verb: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  const { tags } = navigator.document;
  const agent = navigator.findAgent(verb);
  if (agent < 0 || !isCourt(navigator, agent) || navigator.isNegated(verb) || navigator.isUnreal(verb))
    return undefined;
  let that = verb + 1;
  while (that < Math.min(sentenceEnd, verb + MAX_TO_THAT) && navigator.word(that) !== "that") that += 1;
  if (navigator.word(that) !== "that" || that + 1 >= sentenceEnd) return undefined;
  const { entities, endToken } = respondents.resolveList(that + 1, true);
  const parties = entities.filter((entity) => respondents.mayRespond(entity));
  if (parties.length === 0) return undefined;
  for (let token = endToken; token < Math.min(sentenceEnd, endToken + MAX_GAP); token++) {
    if (tags[token] === "VERB" && WRONGS.has(navigator.lemma(token))) {
      const { charges } = readCharges(navigator, token);
      const evidence = navigator.toSpan(verb, token + 1);
      const court = courtOf(navigator, agent);
      return { token: verb, stage: "issued", kind: null, court, applicant: -1, parties, charges, evidence };
    }
    // "had knowingly and repeatedly": adverbs, also in quotation marks; "was" and "could" say something else.
    const isBetween = /^(had|has|have|and|“|”|"|,)$/.test(navigator.word(token));
    if (!isBetween && tags[token] !== "ADV") return undefined;
  }
  return undefined;
}
