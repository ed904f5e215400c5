/** Stances in a noun that the verb only carries: "voiced support for X", "drew condemnation from Y", "have faith in". */
import { findHolder, findTargetOf, isDenied, sideOfNoun, toSign } from "./act-signs.ts";
import { isContested } from "./issue.ts";
import { TRUSTING } from "./read-noun.ts";
import { getChild, getChildren, getEntity, getPreposition, type StanceSign, type Tree } from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

/** Verbs whose subject gets the stance that their object names: "drew condemnation from". */
const DRAWING = new Set(["draw", "win", "get", "earn", "attract", "receive", "face", "provoke", "prompt", "spark"]);

export function isDrawing(lemma: string): boolean {
  return DRAWING.has(lemma);
}

/** "voiced support for X", "drew condemnation from Y", "have faith in". */
export function readCarried(tree: Tree, verb: number, object: number, lemma: string): StanceSign | undefined {
  const { relations, lemmas } = tree.document;
  const side = sideOfNoun(tree, object);
  const { noun } = getStanceWord(lemmas[object]);
  const isNamed =
    noun === STANCE_CLASS.support ||
    noun === STANCE_CLASS.oppose ||
    (lemma === "have" && TRUSTING.test(lemmas[object]));
  // Feelings are voiced; what is only rated good or bad may be anything: "hit the party".
  if (side === 0 || (!isNamed && lemma !== "voice" && lemma !== "express")) return undefined;
  const target = findTargetOf(tree, object, verb);
  if (target < 0 && isNamed && isDrawing(lemma)) return readDrawn(tree, verb, object, side);
  if (target < 0 || (/^concern/i.test(lemmas[object]) && !isContested(tree, target, undefined))) return undefined;
  // "given the mayor’s endorsement of it": the mayor’s.
  const possessor = getChild(tree, object, /^nmod:poss$/);
  const isOwned = possessor >= 0 && tree.document.tags[possessor] !== "PRON";
  let holder = isOwned ? getEntity(tree, possessor) : findHolder(tree, verb);
  // "the bill has the backing of X": X backs what has it.
  if ((isDrawing(lemma) || lemma === "have") && getPreposition(tree, target) === "of") {
    const subject = isNamed ? getChild(tree, verb, /^nsubj$/) : -1;
    if (subject < 0) return undefined;
    return toSign(tree, verb, {
      holder: getEntity(tree, target),
      target: subject,
      value: isDenied(tree, verb) ? -side : side,
      strength: 0.7,
      kind: "act",
    });
  }
  if (isDrawing(lemma)) {
    // "drew condemnation from Y": Y holds it.
    const giver = getChildren(tree, verb).find(
      (child) => relations[child].startsWith("obl") && getPreposition(tree, child) === "from",
    );
    holder = giver === undefined ? -1 : getEntity(tree, giver);
  }
  return toSign(tree, verb, { holder, target, value: isDenied(tree, verb) ? -side : side, strength: 0.7, kind: "act" });
}

/** "The plan drew criticism from the unions": they are against the plan. */
function readDrawn(tree: Tree, verb: number, object: number, side: number): StanceSign | undefined {
  const target = getChild(tree, verb, /^nsubj$/);
  const giver = [...getChildren(tree, verb), ...getChildren(tree, object)].find(
    (child) => child > object && getPreposition(tree, child) === "from",
  );
  if (target < 0 || giver === undefined || tree.document.tags[target] === "PRON" || isDenied(tree, verb))
    return undefined;
  return toSign(tree, verb, { holder: getEntity(tree, giver), target, value: side, strength: 0.7, kind: "act" });
}
