/** Judgements under a verb of thought: "did not think that it was fair" says of it that it was not. */
import { isNegated, type Tree } from "./stance-document.ts";

/** The verb that the clause hangs on, in the statement or before it; or -1. */
function findVerbAbove({ document, statementAt, cueAt }: Tree, head: number, statement: number): number {
  const above = document.heads[head];
  if (document.relations[head] !== "ccomp" || above < 0) return -1;
  return statementAt[above] === statement || cueAt[above] === statement ? above : -1;
}

/** "did not think that", "no longer believes that". */
export function isDeniedAbove(tree: Tree, head: number, statement: number): boolean {
  const above = findVerbAbove(tree, head, statement);
  return above >= 0 && (isNegated(tree, above) || isNoLonger(tree, above));
}

function isNoLonger({ document }: Tree, verb: number): boolean {
  const { tokens } = document;
  return /^longer$/i.test(tokens[verb - 1]?.text ?? "") && /^(?:no|any)$/i.test(tokens[verb - 2]?.text ?? "");
}

export function isThinking(tree: Tree, head: number, statement: number): boolean {
  const above = findVerbAbove(tree, head, statement);
  return above >= 0 && /^(?:think|believe|consider|feel|find|accept|agree)$/.test(tree.document.lemmas[above]);
}
