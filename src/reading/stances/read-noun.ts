/** Stances in nouns: "X's criticism of Y", "is one of its biggest supporters", "is in favour of". */
import { findTargetOf, sideOfNoun, toSign } from "./act-signs.ts";
import { findDoer } from "./find-doer.ts";
import { readFavour } from "./read-votes.ts";
import { rememberWords } from "./remember-words.ts";
import {
  getChild,
  getChildren,
  getEntity,
  getPreposition,
  isHad,
  isNegated,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS, type StanceClass } from "./stance-words.ts";

/** What one has in, or about, what one stands behind or doubts. */
export const TRUSTING = /^(?:confidence|faith|trust|doubt|misgiving)s?$/i;

/** "X's criticism of Y", "its support for Y". */
export function readNoun(tree: Tree, noun: number, word: string): StanceSign | undefined {
  const { relations } = tree.document;
  const favour = readFavour(tree, noun);
  if (favour !== undefined) return favour;
  if (!canTell(word)) return undefined;
  const lemma = word.toLowerCase();
  const supporter = readSupporter(tree, noun, lemma);
  if (supporter !== undefined) return supporter;
  if (TRUSTING.test(lemma) && isHad(tree, noun)) return readTrust(tree, noun);
  if (/^obj/.test(relations[noun])) return undefined;
  // Rated nouns name deeds as well: "the army's war on the rebels".
  const { noun: stance } = getStanceWord(lemma);
  if (stance !== STANCE_CLASS.support && stance !== STANCE_CLASS.oppose) return undefined;
  const owner = getChild(tree, noun, /^nmod:poss$/);
  const target = owner < 0 ? -1 : findTargetOf(tree, noun, noun);
  if (target < 0) return undefined;
  const value = sideOfNoun(tree, noun);
  return toSign(tree, noun, { holder: getEntity(tree, owner), target, value, strength: 0.6, kind: "noun" });
}

/** Whether any reading of the noun tells a side. */
const canTell = rememberWords((word) => {
  const lemma = word.toLowerCase();
  if (getSideOfSupporter(lemma) !== undefined || TRUSTING.test(lemma)) return true;
  const { noun } = getStanceWord(lemma);
  // "the euro's decline against the franc", "her promotion to minister": other senses of the words.
  const isOther = lemma === "decline" || lemma === "promotion";
  return !isOther && (noun === STANCE_CLASS.support || noun === STANCE_CLASS.oppose);
});

/** The side of whoever is called so, by the verb that the noun is made of: "supporter", "opponent". */
function getSideOfSupporter(lemma: string): StanceClass | undefined {
  if (!/(?:er|opponent)$/.test(lemma)) return undefined;
  const verb = lemma.replace(/s?ers?$/, "");
  const { verb: stance } = getStanceWord(lemma === "opponent" ? "oppose" : verb === lemma ? "" : verb);
  const { verb: withE } = getStanceWord(verb === lemma ? "" : `${verb}e`);
  return [stance, withE].find((own) => own === STANCE_CLASS.support || own === STANCE_CLASS.oppose);
}

/** "they had full confidence in the contract", where "had" was drawn as an auxiliary of the noun. */
function readTrust(tree: Tree, noun: number): StanceSign | undefined {
  const said = tree.statementAt[noun];
  const doer = findDoer(tree, noun);
  const holder = doer >= 0 || said < 0 ? doer : tree.document.statementDrafts[said].speaker;
  const target = findTargetOf(tree, noun, noun);
  const value = sideOfNoun(tree, noun);
  return target < 0 || value === 0
    ? undefined
    : toSign(tree, noun, { holder, target, value, strength: 0.7, kind: "act" });
}

/** "is one of its biggest supporters", "remains an opponent of the bill". */
function readSupporter(tree: Tree, noun: number, lemma: string): StanceSign | undefined {
  const { heads, relations, statementDrafts, resolvedEntities } = tree.document;
  const side = getSideOfSupporter(lemma);
  // "said to her supporters", "among supporters of the party": people, and not what somebody is.
  if (side === undefined || !/^(?:of|as|)$/.test(getPreposition(tree, noun))) return undefined;
  let subject = -1;
  for (let token = noun, steps = 0; subject < 0 && steps < 3 && token >= 0; steps++) {
    subject = getChild(tree, token, /^nsubj/);
    if (!/^(?:parataxis|xcomp|nmod|obj|obl|ccomp|root)(?::unmarked)?$/.test(relations[token])) break;
    token = heads[token];
  }
  const target = getChildren(tree, noun).find(
    (child) =>
      relations[child] === "nmod:poss" ||
      (relations[child] === "nmod" && /^(?:of|to)$/.test(getPreposition(tree, child))),
  );
  if (target === undefined || subject < 0 || subject > noun) return undefined;
  const own = getEntity(tree, subject);
  // "The capital remains a supporter": said for the side that the speaker speaks for.
  const said = tree.statementAt[noun];
  const isPlace = own < 0 || /^(?:place|state)$/.test(resolvedEntities[own].kind);
  const holder = isPlace && said >= 0 ? statementDrafts[said].speaker : own;
  const value = (side === STANCE_CLASS.support) === isNegated(tree, noun) ? -1 : 1;
  return toSign(tree, noun, { holder, target, value, strength: 0.6, kind: "noun" });
}
