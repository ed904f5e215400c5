/** Those who keep out of it: "would not be drawn on whether", "said it was too early to speak of the causes". Neutral. */
import { findHolder, findTargetOf, toSign } from "./act-signs.ts";
import { findDoer } from "./find-doer.ts";
import { getChild, getChildren, getEntity, isNegated, type StanceSign, type Tree } from "./stance-document.ts";

/** "would not be drawn on whether he would be detained", "declined to be drawn on the question". */
export function readSilence(tree: Tree, verb: number): StanceSign | undefined {
  const { tokens, relations, lemmas, heads, sentences } = tree.document;
  if (tokens[verb + 1]?.text !== "on" || getChild(tree, verb, /^aux:pass$/) < 0) return undefined;
  const above = heads[verb];
  const isDeclined = relations[verb] === "xcomp" && above >= 0 && /^(?:decline|refuse)$/.test(lemmas[above]);
  if (!isDeclined && !isNegated(tree, verb)) return undefined;
  // The parser may take a long subject for an object before the verb.
  const subject = getChildren(tree, verb).find((child) => child < verb && /^(?:nsubj|obj)/.test(relations[child]));
  const own = subject === undefined ? findDoer(tree, isDeclined ? above : verb) : getEntity(tree, subject);
  const holder = own >= 0 || subject === undefined ? own : getEntity(tree, getChild(tree, subject, /^(?:appos|flat)/));
  const start = tokens[verb + 2]?.text === "whether" ? verb + 3 : verb + 2;
  const end = findClauseEnd(tree, start, sentences[tree.sentenceOf[verb]].endToken);
  const sign = toSign(tree, verb, { holder, target: -1, value: 0, strength: 0.5, kind: "answer" });
  return sign === undefined || end <= start
    ? undefined
    : { ...sign, targetStart: start, targetEnd: end, endToken: end };
}

/** "it was too early to speak of causes": of what, by whoever says so. */
export function readReserve(tree: Tree, verb: number): StanceSign | undefined {
  const { tokens, statementDrafts } = tree.document;
  const isEarly = /^too$/i.test(tokens[verb - 3]?.text ?? "") && /^(?:early|soon)$/i.test(tokens[verb - 2]?.text ?? "");
  const statement = tree.statementAt[verb];
  if (!isEarly || tokens[verb - 1].text !== "to" || statement < 0) return undefined;
  const target = findTargetOf(tree, verb, verb);
  const holder = statementDrafts[statement].speaker;
  return target < 0 ? undefined : toSign(tree, verb, { holder, target, value: 0, strength: 0.5, kind: "answer" });
}

/** "did not accept that the board knew": against what the clause says. */
export function readDisbelief(tree: Tree, verb: number): StanceSign | undefined {
  const clause = isNegated(tree, verb) ? getChild(tree, verb, /^ccomp$/, verb) : -1;
  if (clause < 0 || getChild(tree, clause, /^mark$/) < 0) return undefined;
  return toSign(tree, verb, { holder: findHolder(tree, verb), target: clause, value: -1, strength: 0.6, kind: "act" });
}

export function findClauseEnd({ document }: Tree, start: number, sentenceEnd: number): number {
  let end = start;
  while (end < sentenceEnd && !/^(?:[,.;]|if|unless|when)$/.test(document.tokens[end].text)) end++;
  return end;
}
