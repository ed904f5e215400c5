/** Chooses what a title is of, among its possessor, the names in its phrase and what follows it. */
import { canHoldOffice, type RoleFrame } from "./role-frame.ts";
import { isGovernmentWord } from "./role-title.ts";

/** @param after Token after a name, where "of Norland" may follow; -1 for none. */
export function chooseOf(frame: RoleFrame, possessor: number, modifiers: readonly number[], after: number): number {
  const { mentions, tokens } = frame.document;
  if (possessor >= 0) return possessor;
  const ranked = modifiers
    .map((index) => mentions[index])
    .filter((mention) => canHoldOffice(mention))
    .filter(({ startToken, endToken }) => endToken - startToken > 1 || !isGovernmentWord(frame, startToken));
  const best =
    ranked.find(({ kind }) => kind === "organisation" || kind === "court") ??
    ranked.find(({ kind }) => kind === "state") ??
    ranked[0];
  if (best !== undefined) return best.index;
  if (after >= 0 && /^(of|at|for|from)$/.test(tokens[after]?.text ?? "")) {
    const object = mentions[frame.phraseAt[after + 1] ?? -1];
    if (object !== undefined && object.by !== "pronoun" && canHoldOffice(object)) return object.index;
  }
  return -1;
}
