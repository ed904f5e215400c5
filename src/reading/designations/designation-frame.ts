/**
 * The frame "V somebody as something" by the order of its words: who is designated what, and by whom.
 *
 * Lists of states and reduced clauses ("proscribed as a … by X, Y and others") are where trees fail most, while the order of
 * these words hardly varies; so the frame is read from the verb to both sides, within its sentence.
 */
import type { EventfulDocument } from "../events/draft-events.ts";
import { findSentence } from "../find-sentence.ts";

export interface DesignationFrame {
  /** Resolved entity. */
  readonly of: number;
  /** Resolved entities, maybe none. */
  readonly by: readonly number[];
  /** The words for what it is made; `undefined` where the frame has none. */
  readonly name: string | undefined;
  /** First and last token of the frame. */
  readonly from: number;
  readonly to: number;
}

export interface Found {
  readonly entity: number;
  readonly from: number;
  readonly to: number;
}

const RELATIVE = /^(?:which|who|whom|that)$/i;
const MODAL = /^(?:not|n['’]t|never|may|might|could|would|should|will|can|must|to)$/i;
/** "X, Y and other states": what ends a list without a name. */
const REST = /^(?:other|others|several|many|some|states?|countries|country|governments?|nations?|powers)$/i;
const BODIES = new Set(["state", "organisation", "court", "place", "group"]);
/** Most tokens of a mention or of a name looked through. */
const REACH = 8;

/** @returns `undefined` where the words around the verb are no such frame, or it is denied, planned or only possible. */
export function findDesignationFrame(document: EventfulDocument, verb: number): DesignationFrame | undefined {
  const { tokens } = document;
  const { from, to } = findBounds(document, verb);
  if (verb - 2 >= from && tokens[verb - 1].text === "-") return frameCompound(document, verb, to);
  let start = verb;
  let hasBe = false;
  for (; start > from && isAuxiliary(document, start - 1); start--) {
    if (MODAL.test(tokens[start - 1].text)) return undefined;
    hasBe ||= document.lemmas[start - 1].toLowerCase() === "be";
  }
  const isBare = start === verb;
  if (isBare && /^an?$/i.test(tokens[verb - 1]?.text ?? "")) return frameAppositive(document, verb, from, to);
  const agents = findAgents(document, verb + 1, to, "by");
  const isReduced = isBare && (agents !== undefined || is(document, verb + 1, "as"));
  return hasBe || isReduced
    ? framePassive(document, verb, start, from, to, agents)
    : frameActive(document, verb, start, from, to);
}

/** "the group is designated a … by X", "the group, banned by X as a …", "Listed as a … by X, the group …". */
function framePassive(
  document: EventfulDocument,
  verb: number,
  start: number,
  from: number,
  to: number,
  agents: Agents | undefined,
): DesignationFrame | undefined {
  const patient =
    start === from
      ? findAfter(document, findComma(document, verb, to) + 1)
      : findBeforeClause(document, start - 1, from);
  if (patient === undefined) return undefined;
  const name = findName(document, verb + 1, to) ?? (agents && findAs(document, agents.to + 1, to));
  const end = Math.max(agents?.to ?? verb, name?.to ?? verb, patient.to);
  return toFrame(document, patient, agents?.entities ?? [], name, Math.min(patient.from, verb), end);
}

/** "X designated the group a …", "the group, which X considers a …". */
function frameActive(
  document: EventfulDocument,
  verb: number,
  start: number,
  from: number,
  to: number,
): DesignationFrame | undefined {
  // "Norland, too, has listed", "Norland, which has listed"
  const end = skipAside(document, start - 1, from);
  const isOwnClause = end > from && RELATIVE.test(document.tokens[end].text);
  const actors = isOwnClause ? findActorOfClause(document, end, from) : findList(document, end, from);
  if (actors === undefined) return undefined;
  const isRelative = actors.from > from && RELATIVE.test(document.tokens[actors.from - 1].text);
  const patient = isRelative ? findBeforeClause(document, actors.from - 1, from) : findAfter(document, verb + 1);
  if (patient === undefined) return undefined;
  const after = isRelative ? verb + 1 : patient.to + 1;
  const name = isRelative
    ? findName(document, after, to)
    : (findAs(document, after, to) ?? findName(document, after, to));
  const first = Math.min(actors.from, patient.from);
  return toFrame(document, patient, actors.entities, name, first, Math.max(verb, patient.to, name?.to ?? verb));
}

/** Before an adverb between commas: ", too,". */
function skipAside(document: EventfulDocument, end: number, from: number): number {
  const isAside = is(document, end, ",") && document.tags[end - 1] === "ADV" && is(document, end - 2, ",");
  return isAside && end - 3 >= from ? end - 3 : end;
}

/** Who does what a clause with "which" or "who" as its subject tells. */
function findActorOfClause(document: EventfulDocument, relative: number, from: number): Agents | undefined {
  const found = findBeforeClause(document, relative, from);
  return found === undefined ? undefined : { entities: [found.entity], from: found.from, to: found.to };
}

/** "the X-listed group", "the X-designated terrorist organisation Y". */
function frameCompound(document: EventfulDocument, verb: number, to: number): DesignationFrame | undefined {
  const { mentionAt, mentions, tokens, tags } = document;
  const by = entityAt(document, verb - 2);
  if (by < 0) return undefined;
  for (let token = verb + 1; token < Math.min(to, verb + REACH); token++) {
    if (!isNominal(tags[token])) return undefined;
    const entity = entityAt(document, token);
    if (entity < 0 || !document.resolvedEntities[entity].isNamed) continue;
    const first = Math.max(verb + 1, mentions[mentionAt[token]].startToken);
    const nameTo = findNounEnd(document, verb + 1, token);
    const name =
      nameTo < 0
        ? { text: tokens[verb].text.toLowerCase(), to: verb }
        : { text: textOf(document, verb + 1, nameTo), to: nameTo };
    return toFrame(document, { entity, from: first, to: token }, [by], name, verb - 2, token);
  }
  return undefined;
}

/** "the group, a proscribed organisation in X". */
function frameAppositive(
  document: EventfulDocument,
  verb: number,
  from: number,
  to: number,
): DesignationFrame | undefined {
  if (!is(document, verb - 2, ",")) return undefined;
  const patient = findBefore(document, verb - 3, from);
  const end = findNounEnd(document, verb + 1, Math.min(to, verb + REACH));
  const agents = findAgents(document, end + 1, to, "in") ?? findAgents(document, end + 1, to, "by");
  if (patient === undefined || end < 0 || agents === undefined) return undefined;
  const name = { text: textOf(document, verb + 1, end), to: end };
  return toFrame(document, patient, agents.entities, name, patient.from, agents.to);
}

function toFrame(
  document: EventfulDocument,
  { entity: of }: Found,
  entities: readonly number[],
  name: { readonly text: string } | undefined,
  from: number,
  to: number,
): DesignationFrame {
  const by = entities.filter((entity) => entity !== of && BODIES.has(document.resolvedEntities[entity].kind));
  return { of, by, name: name?.text, from, to };
}

interface Agents {
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

/** The list of entities that ends at a token: "X and Y" before "consider". */
export function findList(document: EventfulDocument, end: number, from: number): Agents | undefined {
  const last = findBefore(document, end, from);
  if (last === undefined) return undefined;
  const entities = [last.entity];
  let start = last.from;
  for (let isOpen = true; isOpen && start - 2 >= from; ) {
    const isJoined = is(document, start - 1, "and") || (entities.length > 1 && is(document, start - 1, ","));
    const before = isJoined ? findBefore(document, start - 2, from) : undefined;
    isOpen = before !== undefined;
    if (before === undefined) break;
    entities.unshift(before.entity);
    start = before.from;
  }
  return { entities, from: start, to: end };
}

/** Whom a clause is said of: what stands before it, before its comma and its "which". */
export function findBeforeClause(document: EventfulDocument, end: number, from: number): Found | undefined {
  let token = end;
  if (token >= from && RELATIVE.test(document.tokens[token].text)) token--;
  if (token >= from && is(document, token, ",")) token--;
  return findBefore(document, token, from);
}

export function findBefore(document: EventfulDocument, end: number, from: number): Found | undefined {
  const { mentions, mentionAt } = document;
  for (let token = end; token >= Math.max(from, end - REACH); token--) {
    const mention = mentions[mentionAt[token]];
    if (mention === undefined) continue;
    const entity = entityAt(document, token);
    if (mention.endToken !== end + 1 || entity < 0) return undefined;
    const isArticled = mention.startToken > from && document.tags[mention.startToken - 1] === "DET";
    return { entity, from: mention.startToken - Number(isArticled), to: end };
  }
  return undefined;
}

function findAfter(document: EventfulDocument, start: number): Found | undefined {
  const { mentions, mentionAt, tokens } = document;
  for (let token = start; token > 0 && token < Math.min(tokens.length, start + REACH); token++) {
    const mention = mentions[mentionAt[token]];
    if (mention === undefined) continue;
    const entity = entityAt(document, token);
    return entity < 0 || mention.startToken > start + 1
      ? undefined
      : { entity, from: mention.startToken, to: mention.endToken - 1 };
  }
  return undefined;
}

/** "as a terrorist organisation". */
function findAs(document: EventfulDocument, start: number, to: number): { text: string; to: number } | undefined {
  return is(document, start, "as") ? findName(document, start, to) : undefined;
}

/** "(as) a terrorist organisation"; "the winner" is nobody's designation. */
function findName(document: EventfulDocument, start: number, to: number): { text: string; to: number } | undefined {
  let first = start + Number(is(document, start, "as"));
  if (/^an?$/i.test(document.tokens[first]?.text ?? "")) first++;
  else if (first === start) return undefined;
  const end = findNounEnd(document, first, Math.min(to, first + REACH));
  return end < 0 ? undefined : { text: textOf(document, first, end), to: end };
}

/** The last noun of the run of nouns and adjectives that begins at `start`, or -1. */
function findNounEnd({ tags, tokens }: EventfulDocument, start: number, to: number): number {
  let end = -1;
  for (let token = start; token < to; token++) {
    if (tags[token] === "NOUN") end = token;
    else if (tags[token] !== "ADJ" && tokens[token].text !== "-") break;
  }
  return end;
}

function findComma(document: EventfulDocument, verb: number, to: number): number {
  for (let token = verb; token < to; token++) if (is(document, token, ",")) return token;
  return -2;
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

function isAuxiliary({ tags, tokens }: EventfulDocument, token: number): boolean {
  return tags[token] === "AUX" || tags[token] === "ADV" || MODAL.test(tokens[token].text);
}

function isNominal(tag: string): boolean {
  return tag === "NOUN" || tag === "ADJ" || tag === "PROPN" || tag === "PUNCT";
}

function is({ tokens }: EventfulDocument, token: number, word: string): boolean {
  return tokens[token]?.text.toLowerCase() === word;
}

function textOf({ text, tokens }: EventfulDocument, from: number, to: number): string {
  return text.slice(tokens[from].start, tokens[to].end).replace(/\s+/g, " ");
}
