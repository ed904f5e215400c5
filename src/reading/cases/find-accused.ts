/** Frames that tell who is accused, or that an accusation belongs to a case: wanted tried, in custody, brought to court, listed. */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { isCourtSentence, isProsecutorAt } from "./legal-bench.ts";
import type { MoveDraft } from "./legal-move.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

/** From "wants" over the names to "tried". */
const MAX_TO_WANTED = 30;

/** "The respondents are the minister and the speaker": those against whom the case told of is. */
export function findRespondents(
  navigator: ClauseNavigator,
  trigger: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  if (!/^(respondents?|defendants?)$/.test(navigator.word(trigger)) || navigator.word(trigger - 1) !== "the")
    return undefined;
  if (!/^(are|is|include|includes|were|was)$/.test(navigator.word(trigger + 1))) return undefined;
  const parties: number[] = [];
  const { entityOf, resolvedEntities } = navigator.document;
  for (const { index, by, phraseStart } of navigator.mentionsIn(trigger + 2, sentenceEnd)) {
    const entity = resolvedEntities[entityOf[index]];
    if (entity === undefined || by === "pronoun" || parties.includes(entity.index)) continue;
    // What a title is of is nobody who answers.
    if (
      /^(of|for|in|at)$/.test(navigator.word(phraseStart - 1)) ||
      /^(of|for|in|at)$/.test(navigator.word(phraseStart - 2))
    )
      continue;
    parties.push(entity.index);
  }
  if (parties.length === 0) return undefined;
  const evidence = navigator.toSpan(trigger, trigger + 1);
  return {
    token: trigger,
    stage: null,
    kind: null,
    court: -1,
    applicant: -1,
    parties,
    charges: [],
    evidence,
    isFurther: true,
  };
}

/** "Among those held is X, who is accused of": whether the sentence tells that a person is in custody. */
export function isHeld(navigator: ClauseNavigator, token: number, targets: readonly number[]): boolean {
  if (targets.length === 0 || !targets.every((entity) => navigator.document.resolvedEntities[entity].kind === "person"))
    return false;
  const { startToken, endToken } = navigator.document.sentences[navigator.sentenceOf(token)];
  for (let at = startToken; at < endToken; at++)
    if (/^(held|detained|arrested|jailed|imprisoned|custody|jail|prison)$/.test(navigator.word(at))) return true;
  return false;
}

/** Whether who accuses also turns to a court, by a verb joined to the accusation. */
export function isBringing(navigator: ClauseNavigator, token: number): boolean {
  if (!isCourtSentence(navigator, token)) return false;
  const { heads, relations } = navigator.document;
  const joined = [heads[token], ...navigator.children(token)].filter(
    (other) =>
      other >= 0 &&
      (relations[other].startsWith("conj") ||
        relations[token].startsWith("conj") ||
        // "filed a case, accusing X of"
        (other === heads[token] && /ing$/.test(navigator.word(token)))),
  );
  return joined.some((other) =>
    /^(ask|urge|petition|file|sue|lodge|submit|seek|request|bring|take)$/.test(navigator.lemma(other)),
  );
}

/** "The prosecutor wants X and Y tried for": who wants it, and whom. */
export function findWanted(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  token: number,
): { readonly subject: number; readonly parties: number[] } | undefined {
  if (!/^(tried|prosecuted|charged|jailed|convicted|indicted|punished|imprisoned)$/.test(navigator.word(token)))
    return undefined;
  const { startToken } = navigator.document.sentences[navigator.sentenceOf(token)];
  for (let verb = token - 1; verb > Math.max(startToken, token - MAX_TO_WANTED); verb--) {
    if (navigator.document.tags[verb] !== "VERB") continue;
    if (!/^(wants?|wanted|seeks?|sought)$/.test(navigator.word(verb))) return undefined;
    const subject = navigator.findAgent(verb);
    if (subject < 0 || navigator.isNegated(verb) || !isProsecutorAt(navigator, subject)) return undefined;
    const { entities, endToken } = respondents.resolveList(verb + 1);
    const parties = entities.filter((entity) => respondents.mayRespond(entity));
    return parties.length > 0 && token - endToken <= 2 ? { subject, parties } : undefined;
  }
  return undefined;
}
