/** Cuts from a charge what is not of the act: circumstances, days, where it was judged. */
import { isGerundAt } from "./charge-item.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";

/** Prepositions that add circumstances, not what the act is. */
const CIRCUMSTANCES = new Set(
  "in during over after from since between with by at before under through throughout within while when as amid following near across around alongside until per ahead where because via".split(
    " ",
  ),
);
/** "mail fraud stemming from": where an act comes from. */
const ORIGINS = /^(stemming|relating|related|arising|connected|linked|resulting|dating|tied|punishable|carrying)$/;
/** Says nothing without what it is in. */
const INCOMPLETE =
  /^(acting|acted|acts|failing|failed|fails|engaging|participating|assisting|interfering|trading|dealing)$/;

/** Cuts circumstances and what else follows the act. */
export function trimItem(navigator: ClauseNavigator, start: number, end: number): number {
  const { relations } = navigator.document;
  const isUse = navigator.lemma(start) === "use" || navigator.lemma(start) === "using";
  const isGerund = isGerundAt(navigator, start);
  for (let token = start + 1; token < end; token++) {
    const word = navigator.word(token);
    if (ORIGINS.test(word)) return token;
    // "an injury he suffered": a clause about the act.
    if (!isGerund && /^(he|she|it|they|who|that|which)$/.test(word) && navigator.document.tags[token] === "PRON")
      return token;
    // "assault for the drugging of": what came of it; "money for votes" lies in the act.
    if (word === "for" && !isGerund && /^(the|a|his|her|their)$/.test(navigator.word(token + 1))) return token;
    if (word === "in" && token === start + 1 && INCOMPLETE.test(navigator.word(start))) continue;
    // "the use of X as Y": what X is used as belongs to the act; elsewhere "as" adds a remark.
    if (CIRCUMSTANCES.has(word) && !(isUse && word === "as")) {
      // "using torture in prisons", "conspiring with others": complements of a verb stay while they are short.
      if (
        isGerund &&
        token - start < 6 &&
        !isBeforeCourt(navigator, token, end) &&
        !/^(in|during|after|over|since|between|while|when|before)$/.test(word)
      )
        continue;
      return token;
    }
    if (
      /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(word) &&
      /^(obl|nmod)/.test(relations[token])
    )
      return navigator.word(token - 1) === "on" ? token - 1 : token;
    // "fraud last year": when.
    if (
      /^(last|this|next|earlier)$/.test(word) &&
      /^(year|month|week|summer|spring|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
        navigator.word(token + 1),
      )
    )
      return token;
  }
  return end;
}

/** "at a disciplinary hearing": where it was judged. */
function isBeforeCourt(navigator: ClauseNavigator, preposition: number, end: number): boolean {
  for (let token = preposition + 1; token < Math.min(end, preposition + 8); token++)
    if (/^(hearing|trial|court|tribunal|panel)$/.test(navigator.lemma(token))) return true;
  return false;
}
