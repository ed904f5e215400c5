/** Stances against those who are accused or taken to court: "accused the ministry of", "filed a complaint against". */
import { findHolder, findTargetOf, isDenied, toSign } from "./act-signs.ts";
import { getEntity, getPreposition, type StanceSign, type Tree } from "./stance-document.ts";

export function isAccusing(tree: Tree, verb: number): boolean {
  const cue = tree.cueAt[verb];
  return cue >= 0 && tree.document.statementDrafts[cue].act === "accuse";
}

/** "accused the ministry of", not "charged 20 crowns". */
export function readAccusation(tree: Tree, verb: number, object: number): StanceSign | undefined {
  const accused = object < 0 ? -1 : getEntity(tree, object);
  // "blamed the weather": nobody.
  if (accused < 0 || isDenied(tree, verb)) return undefined;
  // A name that is accused of doing something is that of somebody, whatever it was taken for.
  const isOfDeed =
    tree.document.tags[object] === "PROPN" &&
    /^(?:of|for)$/.test(tree.document.tokens[object + 1]?.text ?? "") &&
    /ing$/.test(tree.document.tokens[object + 2]?.text ?? "");
  const { kind } = tree.document.resolvedEntities[accused];
  if (!isOfDeed && !/^(?:person|group|organisation|state|court)$/.test(kind)) return undefined;
  if (tree.document.lemmas[verb] === "charge") return undefined;
  const sign = toSign(tree, verb, {
    holder: findHolder(tree, verb),
    target: object,
    value: -1,
    strength: 0.8,
    kind: "accusation",
  });
  if (sign === undefined) return undefined;
  // "accused the ministry of hiding it": the ministry.
  let end = object + 1;
  while (end < sign.targetEnd && !/^(?:of|for|over|,)$/.test(tree.document.tokens[end].text)) end++;
  // "the department of health": part of the name.
  const isName = getEntity(tree, object) >= 0 && end < sign.targetEnd && tree.document.tags[end + 1] === "PROPN";
  return isName || object >= sign.targetEnd ? sign : { ...sign, targetEnd: end };
}

/** "filed a complaint against the ministry". */
export function readProceeding(tree: Tree, verb: number, object: number): StanceSign | undefined {
  const target = findTargetOf(tree, object, verb);
  if (target < 0 || getPreposition(tree, target) !== "against" || isDenied(tree, verb)) return undefined;
  return toSign(tree, verb, { holder: findHolder(tree, verb), target, value: -1, strength: 0.7, kind: "accusation" });
}
