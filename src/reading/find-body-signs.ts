/**
 * Finds the names that a report itself shows to be bodies, though the layer of names took them for people or towns: what has a
 * spokesman, customers or shares.
 */
import { findCityCountries, findProvinceCountries, getCountryByName, isGivenName } from "../language/index.ts";
import { CONTINENTS, type NamedMention } from "./find-state-signs.ts";
import { isCommonAdjective } from "./know-names.ts";
import type { RoleDocument } from "./roles/role-frame.ts";

/** What firms and other bodies have, said with their name before it. */
const HAD_BY_BODIES =
  /^(?:spokesman|spokeswoman|spokesperson|executive|ceo|chairman|chairwoman|shareholder|customer|subscriber|employee|share|subsidiary|boardroom|product|software|lawsuit)$/;

/** Nouns before a name that say what firm it is: "software vendor Quellix". */
const FIRM_WORDS =
  /^(?:vendor|firm|company|chain|maker|manufacturer|supplier|provider|retailer|operator|airline|lender|insurer|startup|start-up|brand|publisher|consultancy|brokerage|developer)$/;

/** "shares in Quellix", "customers of Quellix". */
const OF_BODIES = /^(?:shares|stake|shareholders|customers|employees|investors)$/;

/** @param people Keys of names that people bear. */
export function findBodySigns(
  document: RoleDocument,
  named: readonly NamedMention[],
  people: ReadonlySet<string>,
): Set<string> {
  const { mentions, tokens, lemmas } = document;
  const byIndex = new Map(named.map((each) => [each.mention.index, each]));
  const bodies = new Set<string>();
  const add = (index: number): void => {
    const each = byIndex.get(index);
    if (each === undefined || !mayBeBody(each, people) || isCommonAdjective(document, each.mention)) return;
    bodies.add(each.key);
  };
  for (const { by, headToken, possessor, modifiers, kind, determiner } of mentions) {
    if (by !== "description" || kind === "place") continue;
    const isHad = HAD_BY_BODIES.test(lemmas[headToken].toLowerCase());
    if (!isHad) continue;
    if (possessor >= 0) add(possessor);
    else if (determiner === "indefinite" || determiner === "none") for (const modifier of modifiers) add(modifier);
  }
  for (const { mention } of named) {
    const { startToken, titleStart, titleEnd, index } = mention;
    if (titleEnd > titleStart && FIRM_WORDS.test(tokens[titleEnd - 1].text)) add(index);
    const before = tokens[startToken - 1]?.text ?? "";
    if (/^(?:in|of|at)$/.test(before) && OF_BODIES.test(tokens[startToken - 2]?.text.toLowerCase() ?? "")) add(index);
  }
  return bodies;
}

/** One or two words that are no place of the gazetteer and nobody's name. */
function mayBeBody({ words, key, text, mention }: NamedMention, people: ReadonlySet<string>): boolean {
  if (
    CONTINENTS.test(key) ||
    words.length > 2 ||
    people.has(words[words.length - 1]) ||
    mention.kind === "state" ||
    mention.kind === "court"
  )
    return false;
  if (isGivenName(words[0]) && (words.length > 1 || mention.kind === "person")) return false;
  return (
    getCountryByName(text) === undefined &&
    findCityCountries(key).length === 0 &&
    findProvinceCountries(key).length === 0
  );
}
