/** Which of the report's cases the words of a stance's target speak of. */
import { isLegalWord, KIND_OF_NOUN } from "./legal-words.ts";

/** What is compared of a case; entities are numbers of resolved entities, -1 for none. */
export interface NamedCase {
  readonly kind: string;
  readonly court: number;
  readonly applicant: number;
}

/** What a court or an applicant does in a case, by everyday nouns. */
const MOVES = new Set("decision ruling order move step request application".split(" "));

/**
 * The place in the list of the case that a target means: the case of the kind that its noun names, the case of the court or
 * applicant whose move it is, or the only case where its noun is one of courts; -1 for none, and where several fit.
 *
 * @param text The target's words.
 * @param entities Entities mentioned in the target.
 */
export function findCaseOfTarget(text: string, entities: readonly number[], cases: readonly NamedCase[]): number {
  const nouns = (text.toLowerCase().match(/[a-z]+/g) ?? []).map((word) => word.replace(/(?<=[a-z]{3}[^s])s$/, ""));
  const kinds = new Set(nouns.flatMap((noun) => [noun, KIND_OF_NOUN.get(noun) ?? noun]));
  const isOfParty = ({ court, applicant }: NamedCase): boolean =>
    (court >= 0 && entities.includes(court)) || (applicant >= 0 && entities.includes(applicant));
  const indexes = [...cases.keys()];
  const ofKind = indexes.filter((index) => kinds.has(cases[index].kind));
  if (ofKind.length > 0) return pickOnly(ofKind, cases, isOfParty);
  const isLegal = nouns.some(isLegalWord);
  if (!isLegal && !nouns.some((noun) => MOVES.has(noun))) return -1;
  const ofParty = indexes.filter((index) => isOfParty(cases[index]));
  if (ofParty.length > 0) return pickOnly(ofParty, cases, isOfParty);
  return isLegal && cases.length === 1 ? 0 : -1;
}

function pickOnly(
  found: readonly number[],
  cases: readonly NamedCase[],
  isOfParty: (given: NamedCase) => boolean,
): number {
  if (found.length === 1) return found[0];
  const closer = found.filter((index) => isOfParty(cases[index]));
  return closer.length === 1 ? closer[0] : -1;
}
