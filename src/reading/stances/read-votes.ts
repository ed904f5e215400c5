/** Stances in votes and in "for" and "against": "voted for", "lobbied against", "is in favour of", "was against the plan". */
import { findHolder, findTargetOf, isDenied, toSign } from "./act-signs.ts";
import { findSelf } from "./find-doer.ts";
import {
  getChild,
  getChildren,
  getEntity,
  getPreposition,
  isNegated,
  type StanceSign,
  SUBJECT,
  type Tree,
} from "./stance-document.ts";

/** "fight against impunity" speaks for the fight, "vote against the bill" is against the bill. */
const VOTING = new Set(["vote", "lobby", "campaign", "argue"]);

export function isVoting(lemma: string): boolean {
  return lemma === "abstain" || VOTING.has(lemma);
}

export function readVote(tree: Tree, verb: number): StanceSign | undefined {
  const { tokens, relations, lemmas } = tree.document;
  if (lemmas[verb].toLowerCase() === "abstain") {
    const target = findTargetOf(tree, verb, verb);
    return toSign(tree, verb, { holder: findHolder(tree, verb), target, value: 0, strength: 0.6, kind: "vote" });
  }
  for (const child of getChildren(tree, verb)) {
    if (!/^(?:obl|obj|advmod|nmod)/.test(relations[child])) continue;
    // "For its part, the city argues": by the way.
    if (child < verb) continue;
    const word = tokens[child].text.toLowerCase();
    const preposition = getPreposition(tree, child) || word;
    if (tree.first[child] > verb + 3) continue;
    // "voted for by the public": whom the public voted for.
    if (/^by$/i.test(tokens[verb + 2]?.text ?? "")) continue;
    const isFor = preposition === "for" || /^favou?r$/.test(word) || word === "yes";
    if (!isFor && preposition !== "against") continue;
    const target = /^favou?r$/.test(word) ? getChild(tree, child, /^nmod/) : child;
    const value = isFor !== isDenied(tree, verb) ? 1 : -1;
    return toSign(tree, verb, { holder: findHolder(tree, verb), target, value, strength: 0.9, kind: "vote" });
  }
  return undefined;
}

/** "X is in favour of Y"; "I was for engagement", where the phrase itself is the target. */
export function readFavour(tree: Tree, noun: number): StanceSign | undefined {
  const { lemmas, relations } = tree.document;
  const subject = getChild(tree, noun, SUBJECT);
  if (subject < 0) return undefined;
  const preposition = getPreposition(tree, noun);
  const isFavour = /^favou?r$/i.test(lemmas[noun]) && preposition === "in";
  if (!isFavour && (!/^(?:for|against)$/.test(preposition) || getChild(tree, noun, /^cop$/) < 0)) return undefined;
  const target = isFavour ? getChild(tree, noun, /^nmod/) : noun;
  if (target < 0 || (relations[noun] === "obl" && !isFavour)) return undefined;
  const side = preposition === "against" ? -1 : 1;
  const said = tree.statementAt[noun];
  const own = getEntity(tree, subject);
  const isI = said >= 0 && /^(?:i|we)$/i.test(tree.document.tokens[subject].text);
  // "It is for the parties", "that is for sale": what it is meant for, not a side.
  if (!isFavour && !isI && preposition === "for") return undefined;
  const self = /^(?:it|they|he|she)$/i.test(tree.document.tokens[subject].text) ? findSelf(tree, subject) : undefined;
  const holder = self !== undefined ? self : isI ? tree.document.statementDrafts[said].speaker : own;
  const sign = toSign(tree, noun, {
    holder,
    target,
    value: isNegated(tree, noun) ? -side : side,
    strength: 0.8,
    kind: "act",
  });
  // The phrase holds the whole clause; its target starts behind the preposition.
  if (sign === undefined || isFavour) return sign;
  const opening = getChild(tree, noun, /^case$/);
  const isNear = opening >= 0 && tree.document.tags[opening + 1] !== "PUNCT";
  return { ...sign, targetStart: isNear ? opening + 1 : noun, targetEnd: noun + 1 };
}
