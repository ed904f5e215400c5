/** Whose designation it is where a government, a parliament or a law without a name makes it: that of the state told of. */
import type { EventfulDocument } from "../events/draft-events.ts";

const OF_STATE =
  /^(?:government|authority|parliament|law|act|cabinet|junta|regime|state|country|ministry|court|decree)$/i;

/** @returns The resolved entity itself, or the state for which it stands; -1 where that is not known. */
export function findKeeper(document: EventfulDocument, entity: number): number {
  const { entityOf, lemmas, mentions, resolvedEntities } = document;
  const found = resolvedEntities[entity];
  if (found === undefined || found.isNamed) return entity;
  const first = mentions[found.mentions[0]];
  if (found.kind !== "law" && !OF_STATE.test(lemmas[first.headToken])) return entity;
  for (const other of [first.possessor, ...first.modifiers]) {
    const owner = resolvedEntities[other < 0 ? -1 : entityOf[other]];
    if (owner?.kind === "state") return owner.index;
  }
  if (first.possessor >= 0) return entity;
  return findStateToldOf(document);
}

/** The state of a noun that may stand for it, "the law", "the government"; -1 for other nouns. */
export function findStateOf(document: EventfulDocument, noun: number): number {
  return OF_STATE.test(document.lemmas[noun]) ? findStateToldOf(document) : -1;
}

/** The state that the report names most, the first of them; -1 for none. */
function findStateToldOf({ resolvedEntities }: EventfulDocument): number {
  let most = -1;
  for (const { index, kind, isNamed, mentions: own } of resolvedEntities)
    if (kind === "state" && isNamed && own.length > (resolvedEntities[most]?.mentions.length ?? 0)) most = index;
  return most;
}
