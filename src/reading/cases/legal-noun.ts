/** Nouns of the law: instruments, proceedings and outcomes, and which kind of case they name. */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { isLegalWord, KIND_OF_NOUN } from "./legal-words.ts";

const MAX_GAP = 8;
/** "the Ministry of Justice of Merland's request" */
const MAX_TO_OWNED = 12;

/** Nouns that are legal only beside one of these words. */
const NEEDS_BESIDE: ReadonlyMap<string, RegExp> = new Map([
  ["measure", /^(interim|provisional|precautionary)$/],
  ["opinion", /^(advisory|legal)$/],
  ["review", /^judicial$/],
  ["action", /^(legal|court|class|disciplinary)$/],
  ["request", /^(those|extradition|warrant|arrest|asylum)$/],
  ["motion", /^(court|judge|emergency|defen[cs]e|pretrial|dismiss)$/],
  ["permission", /^appeal$/],
  ["paper", /^(court|filed|lodged)$/],
  ["judicial", /^review$/],
  ["stay", /^(a|the|emergency)$/],
  ["ban", /^(year|month|lifetime|life|doping|suspended)$/],
  ["case", /^(legal|court|criminal|civil|his|her|its|their|the|a|this|that)$/],
]);

/** What parties ask of a court and what it orders, by everyday nouns. */
export const ASKED =
  /^(request|motion|bid|plea|effort|attempt|argument|release|detention|deportation|removal|surrender|retrial|election)$/;

export function isLegalNoun(navigator: ClauseNavigator, token: number): boolean {
  const { tags } = navigator.document;
  if (tags[token] !== "NOUN" && tags[token] !== "PROPN") return false;
  const lemma = navigator.lemma(token);
  if (!isLegalWord(lemma)) return false;
  const beside = NEEDS_BESIDE.get(lemma);
  if (beside === undefined) return true;
  for (let near = token - 3; near <= token + 2; near++)
    if (near !== token && beside.test(navigator.word(near))) return true;
  return false;
}

/**
 * What a verb asks for, gives or ends: its object, or what it asks "for"; -1 for none.
 *
 * @param isByCourt Whether a court is known to act: then a request or a bid is one before it.
 */
export function findLegalObject(
  navigator: ClauseNavigator,
  verb: number,
  isWithFor: boolean,
  isByCourt = false,
): number {
  const { tags } = navigator.document;
  if (isWithFor) {
    for (const child of navigator.children(verb)) {
      const mark = navigator.childWith(child, /^case/);
      if (mark >= 0 && navigator.word(mark) === "for" && isLegalNoun(navigator, child)) return child;
    }
  } else {
    const object = navigator.findObject(verb);
    // "filed a motion with the court"
    if (navigator.lemma(object) === "motion" && /^(file|lodge|submit)$/.test(navigator.lemma(verb))) return object;
    if (object >= 0) {
      if (isLegalNoun(navigator, object) || (isByCourt && ASKED.test(navigator.lemma(object)))) return object;
      if (!isByCourt && navigator.lemma(object) !== "request" && navigator.lemma(object) !== "decision") return -1;
    }
  }
  if (isByCourt) {
    // "denied the Ministry of Justice's request": trees take the owner for the object.
    for (
      let token = verb + 1;
      token < verb + MAX_TO_OWNED && tags[token] !== "VERB" && tags[token] !== "PUNCT";
      token++
    ) {
      if (!/^['’]s?$/.test(navigator.word(token))) continue;
      if (ASKED.test(navigator.lemma(token + 1)) || isLegalNoun(navigator, token + 1)) return token + 1;
    }
  }
  let isOpen = !isWithFor;
  for (let token = verb + 1; token < verb + MAX_GAP; token++) {
    const word = navigator.word(token);
    if (tags[token] === "VERB" || /^[,.;:]$/.test(word)) return -1;
    if (word === "for") isOpen = true;
    if (isOpen && isLegalNoun(navigator, token)) return token;
  }
  return -1;
}

/** What a noun calls the case; `null` for nothing in particular. */
export function kindOf(navigator: ClauseNavigator, noun: number): string | null {
  const lemma = navigator.lemma(noun);
  const before = navigator.word(noun - 1);
  if (lemma === "measure") return `${before} measures`;
  if (lemma === "opinion") return `${before} opinion`;
  if (lemma === "review" || lemma === "judicial") return "judicial review";
  return KIND_OF_NOUN.get(lemma) ?? null;
}
