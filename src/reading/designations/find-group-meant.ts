/** Which group a description means in a designation: "has outlawed the group", said after a ministry was named last. */
import type { EventfulDocument } from "../events/draft-events.ts";
import { findFirst } from "../find-first.ts";
import type { Mention } from "../mention.ts";
import { isGroupNoun, OFFICE_NAME } from "./designation-words.ts";

/** So many mentions back a group is looked for. */
const MAX_MENTIONS = 120;
/** So near stands the name that a group was called so before. */
const MAX_SENTENCES = 2;

/**
 * The resolved entity that is designated.
 *
 * @param entity What the mention was resolved to, or -1. Kept where it may be designated.
 * @returns -1 where no named group comes before.
 */
export function findGroupMeant(document: EventfulDocument, mention: Mention, entity: number): number {
  const { lemmas, resolvedEntities, tokens } = document;
  const known = resolvedEntities[entity];
  const isIt = mention.by === "pronoun" && /^(?:it|them)$/i.test(tokens[mention.headToken].text);
  if (mention.by === "name" || (!isIt && !isGroupNoun(lemmas[mention.headToken]))) return entity;
  const called = isIt ? findTopic(document, mention) : findCalled(document, mention);
  if (called >= 0) return called;
  const full = known === undefined ? -1 : findFullName(document, known.name);
  if (full >= 0) return full;
  const isFirm = !isIt && !FIRM.test(lemmas[mention.headToken]) && isCalledFirm(document, entity);
  if (known?.isNamed && known.kind !== "state" && !OFFICE_NAME.test(known.name) && !isFirm) return entity;
  return findGroupBefore(document, mention.index);
}

/** "The group wants a share. Norland lists it as": the group that the sentence before begins with; -1 for none. */
function findTopic(document: EventfulDocument, { sentence }: Mention): number {
  const { entityOf, lemmas, mentions, relations, resolvedEntities, sentences } = document;
  const before = sentences[sentence - 1];
  if (before === undefined) return -1;
  const from = findFirst(mentions, before.startToken, ({ headToken }) => headToken);
  const first = mentions[from];
  if (first === undefined || first.sentence !== sentence - 1 || !relations[first.headToken].startsWith("nsubj"))
    return -1;
  const { headToken, index, by } = first;
  if (by === "description" && isGroupNoun(lemmas[headToken])) return findGroupMeant(document, first, entityOf[index]);
  const entity = resolvedEntities[entityOf[index]];
  return by === "name" && entity?.kind === "organisation" && !OFFICE_NAME.test(entity.name) ? entity.index : -1;
}

const FIRM = /^(?:firm|company|maker|manufacturer|operator|producer|airline|bank|insurer|retailer|contractor|giant)$/i;

/** "the shipping firm Lasko": no armed group, whatever "the group" behind it was taken to mean. */
function isCalledFirm({ lemmas, mentions, resolvedEntities }: EventfulDocument, entity: number): boolean {
  return (resolvedEntities[entity]?.mentions ?? []).some((own) => {
    const { by, startToken } = mentions[own];
    return by === "name" && [startToken, startToken - 1].some((at) => FIRM.test(lemmas[at] ?? ""));
  });
}

/** The last group with a name before a mention: by its name, or because the report calls it one; -1 for none. */
export function findGroupBefore(document: EventfulDocument, before: number): number {
  const { entityOf, lemmas, mentions, resolvedEntities } = document;
  for (let index = before - 1; index >= Math.max(0, before - MAX_MENTIONS); index--) {
    if (mentions[index].by !== "name") continue;
    const other = resolvedEntities[entityOf[index]];
    if (other === undefined || !other.isNamed || /^(?:person|state|court)$/.test(other.kind)) continue;
    if (OFFICE_NAME.test(other.name) || isCalledFirm(document, other.index)) continue;
    const isCalledSo = other.mentions.some(
      (own) => mentions[own].by === "description" && isGroupNoun(lemmas[mentions[own].headToken]),
    );
    const full = findFullName(document, other.name);
    if (full >= 0) return full;
    if (isCalledSo || other.name.split(/\s+/).some((word) => isGroupNoun(toSingular(word)))) return other.index;
  }
  return -1;
}

/** "The local group X counted them. … the group": who was called so right before the name, in the sentences before; -1 for nobody. */
function findCalled({ entityOf, lemmas, mentions }: EventfulDocument, { headToken, index, sentence }: Mention): number {
  for (let before = index - 1; before >= 0 && sentence - mentions[before].sentence <= MAX_SENTENCES; before--) {
    const { by, startToken } = mentions[before];
    if (by === "name" && startToken > 0 && lemmas[startToken - 1].toLowerCase() === lemmas[headToken].toLowerCase())
      return entityOf[before];
  }
  return -1;
}

/** "the Front for Arden (FFA)": the entity that short letters stand for; -1 where they stand for none. */
function findFullName({ entityOf, mentions, tokens }: EventfulDocument, letters: string): number {
  if (!/^[A-Z][A-Za-z]?[A-Z]{1,5}$/.test(letters)) return -1;
  const at = tokens.findIndex(({ text }, token) => text === letters && tokens[token - 1]?.text === "(");
  const full = at < 0 ? undefined : mentions.find(({ by, endToken }) => by === "name" && endToken === at - 1);
  return full === undefined ? -1 : entityOf[full.index];
}

function toSingular(word: string): string {
  return word.replace(/s$/, "");
}
