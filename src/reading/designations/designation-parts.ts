/** The parts of a designation by the order of the words: lists of names, who stands before or behind a verb, names of what one is. */
import type { EventfulDocument } from "../events/draft-events.ts";
import { findFirst } from "../find-first.ts";
import { findSentence } from "../find-sentence.ts";
import { isGroupNoun, OF_DESIGNATION } from "./designation-words.ts";
import { findGroupBefore, findGroupMeant } from "./find-group-meant.ts";

export interface Found {
  readonly entity: number;
  readonly from: number;
  readonly to: number;
}

export const RELATIVE = /^(?:which|who|whom|that)$/i;
export const BODIES = new Set(["state", "organisation", "court", "place", "group"]);
/** Most tokens of a mention or of a name looked through. */
export const REACH = 8;
/** "X, Y and other states": what ends a list without a name. */
const REST = /^(?:other|others|several|many|some|states?|countries|country|governments?|nations?|powers)$/i;
const QUOTE = /^(?:["“‘'«]|``)$/;
/** From a verb to the name of whom it designates: "the envoy", "the armed group". */
const MAX_TO_NAME = 4;

export interface Agents {
  readonly entities: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Everyone of the list behind the preposition: "by X, Y and other states". */
export function findAgents(
  document: EventfulDocument,
  start: number,
  to: number,
  preposition: string,
): Agents | undefined {
  const { tags, tokens } = document;
  let by = start;
  while (by < to && !is(document, by, preposition)) {
    if (tags[by] === "VERB" || tags[by] === "AUX" || tokens[by].text === ",") return undefined;
    by++;
  }
  const found: number[] = [];
  let last = -1;
  let certain = 0;
  let certainTo = -1;
  let hasComma = false;
  for (let token = by + 1; token < to; token++) {
    const { text } = tokens[token];
    const entity = entityAt(document, token);
    if (entity >= 0 && document.resolvedEntities[entity].isNamed) {
      if (!found.includes(entity)) found.push(entity);
      last = token;
    } else if (tags[token] === "CCONJ") hasComma = false;
    else if (text === ",") hasComma = true;
    else if (!REST.test(text) && !/^(?:DET|ADJ|PROPN)$/.test(tags[token])) break;
    // A comma is one of a list only if an "and" ends the list.
    if (!hasComma) {
      certain = found.length;
      certainTo = last;
    }
  }
  return certain === 0 ? undefined : { entities: found.slice(0, certain), from: by, to: certainTo };
}

/** The names of a list that begins at a token. */
export function findNames(document: EventfulDocument, start: number, to: number): number[] {
  const { tags, tokens } = document;
  const found: number[] = [];
  for (let token = start; token < to; token++) {
    const entity = entityAt(document, token);
    if (entity >= 0 && document.resolvedEntities[entity].isNamed) {
      if (!found.includes(entity)) found.push(entity);
    } else if (tags[token] !== "CCONJ" && tags[token] !== "DET" && tokens[token].text !== ",") break;
  }
  return found.filter((entity) => BODIES.has(document.resolvedEntities[entity].kind));
}

/** The list of entities that ends at a token: "X and Y" before "consider". */
export function findList(document: EventfulDocument, end: number, from: number): Agents | undefined {
  const last = findBefore(document, end, from);
  if (last === undefined) return undefined;
  const entities = [last.entity];
  let start = skipCalled(document, last.from, from);
  for (let isOpen = true; isOpen && start - 2 >= from; ) {
    // "X and Y, along with Z", "X as well as Y"
    const also = findAlso(document, start - 1, from);
    const isJoined =
      also > 0 || is(document, start - 1, "and") || (entities.length > 1 && is(document, start - 1, ","));
    const before = isJoined ? findBefore(document, also > 0 ? also : start - 2, from) : undefined;
    isOpen = before !== undefined;
    if (before === undefined) break;
    entities.unshift(before.entity);
    start = skipCalled(document, before.from, from);
  }
  return { entities, from: start, to: end };
}

/** "X and its ally Y": from the first name back over what the report calls its bearer, where an "and" or a comma precedes. */
function skipCalled(document: EventfulDocument, start: number, from: number): number {
  const { tags, tokens } = document;
  for (let token = start - 1; token > from && token >= start - MAX_TO_NAME; token--) {
    if (is(document, token, "and") || is(document, token, ",")) return token + 1;
    if (!/^(?:NOUN|ADJ|DET|PRON)$/.test(tags[token]) || RELATIVE.test(tokens[token].text)) return start;
  }
  return start;
}

/** "along with", "together with", "as well as", "like", that end at a token: the token before them and their comma, or -1. */
function findAlso(document: EventfulDocument, end: number, from: number): number {
  const words = [
    ["along", "with"],
    ["together", "with"],
    ["as", "well", "as"],
  ].find((each) => each.every((word, i) => is(document, end - each.length + 1 + i, word)));
  if (words === undefined) return -1;
  const before = end - words.length;
  const last = is(document, before, ",") ? before - 1 : before;
  return last > from ? last : -1;
}

/** Whom a clause is said of: what stands before it, before its comma and its "which". */
export function findBeforeClause(document: EventfulDocument, end: number, from: number): Found | undefined {
  let token = end;
  if (token >= from && RELATIVE.test(document.tokens[token].text)) token--;
  if (token >= from && /^(?:,|\(|[-–—]|--)$/.test(document.tokens[token].text)) token--;
  return findBefore(document, token, from);
}

export function findBefore(document: EventfulDocument, end: number, from: number): Found | undefined {
  const { mentions, mentionAt } = document;
  for (let token = end; token >= Math.max(from, end - REACH); token--) {
    const mention = mentions[mentionAt[token]];
    if (mention === undefined) continue;
    const entity = findGroupMeant(document, mention, entityAt(document, token));
    if (mention.endToken !== end + 1 || entity < 0) return undefined;
    const isArticled = mention.startToken > from && document.tags[mention.startToken - 1] === "DET";
    return { entity, from: mention.startToken - Number(isArticled), to: end };
  }
  return undefined;
}

export function findAfter(document: EventfulDocument, start: number): Found | undefined {
  const { mentions, mentionAt, tokens } = document;
  const owned = findOwnedGroup(document, start) ?? findIt(document, start);
  if (owned !== undefined) return owned;
  for (let token = start; token > 0 && token < Math.min(tokens.length, start + REACH); token++) {
    const mention = mentions[mentionAt[token]];
    // "the Norland envoy Lena Marsk": what comes before says of where.
    if (mention === undefined || (document.tags[token] === "ADJ" && token === mention.endToken - 1)) continue;
    const entity = findGroupMeant(document, mention, entityAt(document, token));
    return entity < 0 || mention.startToken > start + MAX_TO_NAME
      ? undefined
      : { entity, from: mention.startToken, to: mention.endToken - 1 };
  }
  return undefined;
}

/** "listed his group": the group told of last. */
export function findOwnedGroup(document: EventfulDocument, start: number): Found | undefined {
  const { lemmas, mentionAt, tags, tokens } = document;
  if (!/^(?:his|her|its|their)$/i.test(tokens[start]?.text ?? "")) return undefined;
  let noun = start + 1;
  while (tags[noun] === "ADJ") noun++;
  if (tags[noun] !== "NOUN" || !isGroupNoun(lemmas[noun])) return undefined;
  const entity = mentionAt[start] < 0 ? -1 : findGroupBefore(document, mentionAt[start]);
  return entity < 0 ? undefined : { entity, from: start, to: noun };
}

/** "lists it as", with a pronoun that the tree takes for none: the group told of last. */
export function findIt(document: EventfulDocument, start: number): Found | undefined {
  const { mentionAt, mentions, tokens } = document;
  if (!/^(?:it|them)$/i.test(tokens[start]?.text ?? "") || mentionAt[start] >= 0) return undefined;
  const before = findFirst(mentions, start, ({ headToken }) => headToken);
  const entity = findGroupBefore(document, before);
  return entity < 0 ? undefined : { entity, from: start, to: start };
}

/** "as a terrorist organisation". */
export function findAs(
  document: EventfulDocument,
  start: number,
  to: number,
): { text: string; to: number } | undefined {
  return is(document, start, "as") ? findName(document, start, to) : undefined;
}

/** "(as) a terrorist organisation"; "the winner" is nobody's designation. */
export function findName(
  document: EventfulDocument,
  start: number,
  to: number,
): { text: string; to: number } | undefined {
  const { tokens } = document;
  let first = start + Number(is(document, start, "as"));
  if (is(document, first, "persona") && is(document, first + 1, "non"))
    return { text: textOf(document, first, first + 2), to: first + 2 };
  if (QUOTE.test(tokens[first]?.text ?? "")) first++;
  if (/^an?$/i.test(tokens[first]?.text ?? "")) first += QUOTE.test(tokens[first + 1]?.text ?? "") ? 2 : 1;
  else if (OF_DESIGNATION.test(tokens[first]?.text ?? "")) {
    // "branded the group terrorists", "calls it terrorist"
    if (document.tags[first] === "ADJ" && document.tags[first + 1] !== "NOUN")
      return { text: textOf(document, first, first), to: first };
  } else if (first === start) return undefined;
  const end = findNounEnd(document, first, Math.min(to, first + REACH));
  return end < 0 ? undefined : { text: textOf(document, first, end), to: end };
}

/** The last noun of the run of nouns and adjectives that begins at `start`, or -1. */
export function findNounEnd({ tags, tokens }: EventfulDocument, start: number, to: number): number {
  let end = -1;
  for (let token = start; token < to; token++) {
    // "a terrorist organisation last year"
    if (/^(?:last|this|next)$/i.test(tokens[token].text)) break;
    if (tags[token] === "NOUN") end = token;
    else if (tags[token] !== "ADJ" && tokens[token].text !== "-") break;
  }
  return end;
}

export function findBounds({ sentences, tokens }: EventfulDocument, token: number): { from: number; to: number } {
  const sentence = sentences[findSentence(sentences, token)];
  return sentence === undefined ? { from: 0, to: tokens.length } : { from: sentence.startToken, to: sentence.endToken };
}

export function entityAt({ mentionAt, entityOf, resolvedEntities }: EventfulDocument, token: number): number {
  const mention = mentionAt[token] ?? -1;
  const entity = mention < 0 ? -1 : entityOf[mention];
  return resolvedEntities[entity] === undefined ? -1 : entity;
}

export function is({ tokens }: EventfulDocument, token: number, word: string): boolean {
  return tokens[token]?.text.toLowerCase() === word;
}

export function textOf({ text, tokens }: EventfulDocument, from: number, to: number): string {
  return text.slice(tokens[from].start, tokens[to].end).replace(/\s+/g, " ");
}
