/** Finds where the report's people and bodies stand: see `find-acts.ts` and `find-judgements.ts` for the signs. */
import type { StatementLayer } from "../innermost-statements.ts";
import type { StatedDocument } from "../make-statements.ts";
import type { TreeLayer } from "../tree-index.ts";
import { findActs } from "./find-acts.ts";
import { findJudgements } from "./find-judgements.ts";
import { groupStances, type StanceDraft } from "./group-stances.ts";
import { toTree } from "./stance-document.ts";

export type StancedDocument = StatedDocument & { readonly stanceDrafts: readonly StanceDraft[] };

/** Requires the layers up to `innermostStatements`; adds `stanceDrafts`, in text order of their first sign. */
export function findStances<Given extends StatedDocument & TreeLayer & StatementLayer>(
  document: Given,
): Given & StancedDocument {
  const tree = toTree(document);
  const signs = [...findActs(tree), ...findJudgements(tree)].sort((a, b) => a.startToken - b.startToken);
  return { ...document, stanceDrafts: groupStances(tree, signs) };
}
