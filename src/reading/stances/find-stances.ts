/**
 * Finds where the report's people and bodies stand. Signs are looked for in what they do (`find-acts.ts`), then in what they
 * say (`find-judgements.ts`), where what their acts are about tells which things are disputed, then in what rests on these
 * (`find-turns.ts`). Of those of whom nothing of this tells, all that they say and do is weighed together (`find-leanings.ts`).
 */
import { findActs } from "./find-acts.ts";
import { findJudgements } from "./find-judgements.ts";
import { findLeanings } from "./find-leanings.ts";
import { findTopic } from "./find-topic.ts";
import { applyReversals, findTurns } from "./find-turns.ts";
import { groupStances, type StanceDraft } from "./group-stances.ts";
import { findIssue } from "./issue.ts";
import { type StanceSign, type StanceSource, toTree } from "./stance-document.ts";

export type StancedDocument = StanceSource & { readonly stanceDrafts: readonly StanceDraft[] };

/** Requires the layers up to `innermostStatements`, and `caseDrafts`; adds `stanceDrafts`, in text order of their first sign. */
export function findStances<Given extends StanceSource>(document: Given): Given & StancedDocument {
  const tree = toTree(document);
  const acts = findActs(tree);
  const issue = findIssue(tree, acts);
  const said = inOrder([...acts, ...findJudgements(tree, issue, acts)]);
  const sure = applyReversals(tree, inOrder([...said, ...findTurns(tree, said, issue)]));
  const topic = findTopic(tree, sure, issue);
  const signs = inOrder([...sure, ...findLeanings(tree, sure, topic)]);
  return { ...document, stanceDrafts: groupStances(tree, signs, topic) };
}

function inOrder(signs: StanceSign[]): StanceSign[] {
  return signs.sort((a, b) => a.startToken - b.startToken);
}
