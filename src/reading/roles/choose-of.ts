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
  // "Engineer Ann Dahl, of the University of Quell, said".
  const link =
    tokens[after]?.text === "," && /^(?:of|at|from)$/.test(tokens[after + 1]?.text ?? "") ? after + 1 : after;
  if (after >= 0 && /^(of|at|for|from)$/.test(tokens[link]?.text ?? "")) {
    const object = mentions[frame.phraseAt[link + 1] ?? -1];
    // "Ann Dahl, from Quell,": where she lives.
    const isHome = link > after && object?.kind !== "organisation" && object?.kind !== "court";
    if (object !== undefined && object.by !== "pronoun" && canHoldOffice(object) && !isHome) return object.index;
  }
  return -1;
}
