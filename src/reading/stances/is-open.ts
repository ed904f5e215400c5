/** Whether what a verb says is left open where it stands: chosen between, thought unlikely, or denied further up. */
import { getChildren, isNegated, type Tree } from "./stance-document.ts";

/** Words under which a deed is only weighed or feared, or may be done by nobody. */
const WEIGHING =
  /^(?:unlikely|choose|consider|whether|ponder|contemplate|mull|decide|risk|pretend|option|chance|opportunity|ability|right|power|force|compel|oblige|require|able|doubt|question|deny)$/;
/** Words under which it is not done. */
const UNWILLING = /^(?:unwilling|reluctant|loath|hesitant|unable)$/;
/** Levels of the tree looked up. */
const REACH = 3;

/** @param verb An act by which somebody would take a side. */
export function isOpen(tree: Tree, verb: number): boolean {
  const { heads, relations, lemmas, tokens } = tree.document;
  // "can have confidence", "if they back it": able to, or in case.
  const isAble = getChildren(tree, verb).some(
    (child) => child < verb && /^(?:can|if|unless|whether|neither)$/i.test(tokens[child].text),
  );
  if (isAble || isAsked(tree, verb)) return true;
  // "If they hear it, workers will refuse": in that case.
  const { startToken } = tree.document.sentences[tree.sentenceOf[verb]];
  const isCase = /^if$/i.test(tokens[startToken].text) || /^if$/i.test(tokens[startToken + 1]?.text ?? "");
  if (isCase && getChildren(tree, verb).some((child) => child < verb && /^(?:will|would)$/i.test(tokens[child].text)))
    return true;
  let token = verb;
  for (let steps = 0; steps < REACH && heads[token] >= 0; steps++) {
    const relation = relations[token];
    if (!/^(?:xcomp|ccomp|advcl|csubj|acl$|obl)/.test(relation)) return false;
    token = heads[token];
    if (WEIGHING.test(lemmas[token].toLowerCase())) return true;
    // "did not mean that he would": not said to be so.
    if (/^(?:ccomp|acl)$/.test(relation) && isNegated(tree, token)) return true;
  }
  return false;
}

/** "unwilling to accept": it is refused. */
export function isUnwilling(tree: Tree, verb: number): boolean {
  const { heads, relations, tokens } = tree.document;
  const above = heads[verb];
  return (
    above >= 0 &&
    /^(?:xcomp|ccomp|advcl|csubj)$/.test(relations[verb]) &&
    UNWILLING.test(tokens[above].text.toLowerCase())
  );
}

/** Part of a question. */
export function isAsked({ lastQuestion, sentenceOf }: Tree, token: number): boolean {
  return lastQuestion[sentenceOf[token]] > token;
}
