/**
 * The frame "V somebody as something" by the order of its words: who is designated what, and by whom.
 *
 * Lists of states and reduced clauses ("proscribed as a … by X, Y and others") are where trees fail most, while the order of
 * these words hardly varies; so the frame is read from the verb to both sides, within its sentence.
 */
import type { EventfulDocument } from "../events/draft-events.ts";
import {
  type Agents,
  BODIES,
  entityAt,
  type Found,
  findAfter,
  findAgents,
  findAs,
  findBefore,
  findBeforeClause,
  findBounds,
  findList,
  findName,
  findNames,
  findNounEnd,
  is,
  REACH,
  RELATIVE,
  textOf,
} from "./designation-parts.ts";
import { findKeeper, findStateOf } from "./find-keeper.ts";

export interface DesignationFrame {
  /** Resolved entity. */
  readonly of: number;
  /** Others of whom the same words say it: "designates X, Y and Z as". */
  readonly others?: readonly number[];
  /** Resolved entities, maybe none. */
  readonly by: readonly number[];
  /** The words for what it is made; `undefined` where the frame has none. */
  readonly name: string | undefined;
  /** First and last token of the frame. */
  readonly from: number;
  readonly to: number;
}

const MODAL = /^(?:not|n['’]t|never|may|might|could|would|should|will|can|must|to)$/i;
/** Between the commas of a remark about a group. */
const MAX_REMARK = 16;

/** @returns `undefined` where the words around the verb are no such frame, or it is denied, planned or only possible. */
export function findDesignationFrame(document: EventfulDocument, verb: number): DesignationFrame | undefined {
  const { tokens } = document;
  const { from, to } = findBounds(document, verb);
  if (verb - 2 >= from && tokens[verb - 1].text === "-")
    return !/ed$/i.test(tokens[verb].text) ? undefined : frameCompound(document, verb, to);
  let start = verb;
  let hasBe = false;
  for (; start > from && isAuxiliary(document, start - 1); start--) {
    if (MODAL.test(tokens[start - 1].text)) return undefined;
    hasBe ||= document.lemmas[start - 1].toLowerCase() === "be";
  }
  // "now listed by X as": an adverb makes no clause of its own.
  const isBare = !document.tags.slice(start, verb).includes("AUX");
  if (isBare && /^an?$/i.test(tokens[verb - 1]?.text ?? "")) return frameAppositive(document, verb, from, to);
  const agents =
    findAgents(document, verb + 1, to, "by") ?? (isBare || hasBe ? findBanning(document, verb, to) : undefined);
  const isReduced =
    isBare && !isOfSubject(document, verb, from) && (agents !== undefined || is(document, verb + 1, "as"));
  return hasBe || isReduced
    ? framePassive(document, verb, start, from, to, agents)
    : frameActive(document, verb, start, from, to);
}

/** "outlawed in X and Y", "banned as a … in X": states whose law it is. */
function findBanning(document: EventfulDocument, verb: number, to: number): Agents | undefined {
  if (
    !/^(?:banned|outlawed|proscribed|blacklisted|designated|listed|classified|deemed|considered|regarded|labell?ed|recogni[sz]ed)$/i.test(
      document.tokens[verb].text,
    )
  )
    return undefined;
  const agents = findAgents(document, verb + 1, to, "in");
  return agents?.entities.every((entity) => document.resolvedEntities[entity].kind === "state") ? agents : undefined;
}

/** "which X listed as", "X lists as": the verb has a subject of its own before it. */
function isOfSubject(document: EventfulDocument, verb: number, from: number): boolean {
  const { tokens } = document;
  if (!/(?:ed|n)$/i.test(tokens[verb].text)) return true;
  const actors = findList(document, verb - 1, from);
  return actors !== undefined && actors.from > from && RELATIVE.test(tokens[actors.from - 1].text);
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
  const included = findIncluded(document, start - 1, from);
  const isOwnClause = end > from && RELATIVE.test(document.tokens[end].text);
  const actors = isOwnClause
    ? findActorOfClause(document, end, from)
    : (included ?? findList(document, end, from) ?? findStateBody(document, end, from));
  if (actors === undefined || (actors.from > from && isNeither(document, actors.from - 1))) return undefined;
  const isRelative = actors.from > from && RELATIVE.test(document.tokens[actors.from - 1].text);
  const patient = isRelative ? findBeforeClause(document, actors.from - 1, from) : findAfter(document, verb + 1);
  if (patient === undefined) return undefined;
  const more = isRelative ? undefined : findMore(document, patient.to + 1, to);
  const after = isRelative ? verb + 1 : skipRemark(document, more?.to ?? patient.to + 1, to);
  const name = isRelative
    ? findName(document, after, to)
    : (findAs(document, after, to) ?? findName(document, after, to));
  const first = Math.min(actors.from, patient.from);
  const last = Math.max(verb, patient.to, name?.to ?? verb);
  const alike = findAlike(document, Math.max(end, from), verb);
  const frame = toFrame(document, patient, [...actors.entities, ...alike], name, first, last);
  return { ...frame, others: more?.entities };
}

/** "X, Y and Z as": the names behind the first, where the list leads to what they are designated; the token behind it. */
function findMore(
  document: EventfulDocument,
  start: number,
  to: number,
): { entities: number[]; to: number } | undefined {
  const { tags, tokens } = document;
  let end = start;
  let hasAnd = false;
  while (
    end < to &&
    (tags[end] === "CCONJ" ||
      /^(?:,|the)$/i.test(tokens[end].text) ||
      tags[end] === "PROPN" ||
      (is(document, end, "-") && tags[end + 1] === "PROPN") ||
      entityAt(document, end) >= 0)
  ) {
    hasAnd ||= tags[end] === "CCONJ";
    end++;
  }
  if (!hasAnd || !/^(?:as|an?|[.;])$|^(?:foreign|terror)/i.test(tokens[end]?.text ?? ".")) return undefined;
  const entities = findNames(document, start, end);
  return entities.length === 0 ? undefined : { entities, to: end };
}

/** "the group, a militia in the hills, as": behind what is said of it between commas. */
function skipRemark(document: EventfulDocument, start: number, to: number): number {
  if (!is(document, start, ",")) return start;
  for (let token = start + 1; token < Math.min(to - 1, start + MAX_REMARK); token++)
    if (is(document, token, ",")) return is(document, token + 1, "as") ? token + 1 : start;
  return start;
}

/** Before an adverb between commas, ", too,", and before "on Monday", "last year", "all". */
function skipAside(document: EventfulDocument, last: number, from: number): number {
  const end = skipRest(
    document,
    /^(?:all|both|each)$/i.test(document.tokens[last]?.text ?? "") ? last - 1 : last,
    from,
  );
  if (/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i.test(document.tokens[end]?.text ?? ""))
    return Math.max(from, end - 1 - Number(is(document, end - 1, "on")));
  // "The law, adopted on Thursday, designates"
  if (is(document, end, ",") && !isTooAside(document, end))
    for (let token = end - 2; token > Math.max(from, end - MAX_REMARK); token--) {
      // "X, along with Y,"
      if (is(document, token, "along") || is(document, token, "together")) return end - 1;
      if (is(document, token, ",")) return token - 1;
    }
  if (/^(?:week|month|year)$/i.test(document.tokens[end]?.text ?? "") && is(document, end - 1, "last"))
    return Math.max(from, end - 2);
  const isAside = is(document, end, ",") && document.tags[end - 1] === "ADV" && is(document, end - 2, ",");
  return isAside && end - 3 >= from ? end - 3 : end;
}

/** "X and several of its allies", "X and many other countries": before what ends a list of names without one. */
function skipRest(document: EventfulDocument, end: number, from: number): number {
  const { tags, tokens } = document;
  if (
    !/^(?:allies|partners|states|countries|governments|nations|others|powers|neighbou?rs)$/i.test(
      tokens[end]?.text ?? "",
    )
  )
    return end;
  for (let token = end - 1; token > Math.max(from, end - REACH); token--) {
    if (tags[token] === "CCONJ") return is(document, token - 1, ",") ? token - 2 : token - 1;
    if (!/^(?:ADJ|DET|PRON|ADP|NUM|PART)$/.test(tags[token]) && !/^number$/i.test(tokens[token].text)) break;
  }
  return end;
}

/** "Several states, including X and Y, list": who is told of those who do it. */
function findIncluded(document: EventfulDocument, end: number, from: number): Agents | undefined {
  if (!is(document, end, ",")) return undefined;
  for (let token = end - 1; token > Math.max(from, end - MAX_REMARK); token--) {
    if (!/^(?:including|among|notably)$/i.test(document.tokens[token].text)) continue;
    const entities = findNames(document, token + 1, end);
    return entities.length === 0 ? undefined : { entities, from: token, to: end };
  }
  return undefined;
}

/** "Neither X nor Y lists it". */
function isNeither({ tokens }: EventfulDocument, token: number): boolean {
  return /^(?:neither|nor|no)$/i.test(tokens[token].text);
}

/** "the law", "the government", where they are nobody by themselves: the state told of. */
function findStateBody(document: EventfulDocument, end: number, from: number): Agents | undefined {
  const state = end > from && document.tags[end] === "NOUN" ? findStateOf(document, end) : -1;
  return state < 0 ? undefined : { entities: [state], from: end, to: end };
}

/** "Norland, which, like Estaria, designates": who does it too. */
function findAlike(document: EventfulDocument, start: number, verb: number): number[] {
  for (let token = start; token < verb; token++)
    if (is(document, token, "like")) return findNames(document, token + 1, verb);
  return [];
}

function isTooAside(document: EventfulDocument, end: number): boolean {
  return document.tags[end - 1] === "ADV" && is(document, end - 2, ",");
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
  const described = frameDescription(document, verb, by, to);
  if (described !== undefined) return described;
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

/** "the group, an X-designated terrorist organisation", "the group is an X-listed …". */
function frameDescription(
  document: EventfulDocument,
  verb: number,
  by: number,
  to: number,
): DesignationFrame | undefined {
  const { from } = findBounds(document, verb);
  const article = verb - 3;
  if (article - 2 < from || !/^an?$/i.test(document.tokens[article].text)) return undefined;
  if (document.lemmas[article - 1].toLowerCase() !== "be" && !is(document, article - 1, ",")) return undefined;
  const patient = findBefore(document, article - 2, from);
  const end = findNounEnd(document, verb + 1, Math.min(to, verb + REACH));
  if (patient === undefined || end < 0 || !document.resolvedEntities[patient.entity].isNamed) return undefined;
  return toFrame(document, patient, [by], { text: textOf(document, verb + 1, end) }, patient.from, end);
}

/** "the group, a proscribed organisation in X". */
function frameAppositive(
  document: EventfulDocument,
  verb: number,
  from: number,
  to: number,
): DesignationFrame | undefined {
  const isPredicate = document.lemmas[verb - 2]?.toLowerCase() === "be";
  if (!isPredicate && !is(document, verb - 2, ",")) return undefined;
  const patient = findBefore(document, verb - 3, from);
  const end = findNounEnd(document, verb + 1, Math.min(to, verb + REACH));
  const agents = findAgents(document, end + 1, to, "in") ?? findAgents(document, end + 1, to, "by");
  if (patient === undefined || end < 0 || agents === undefined) return undefined;
  // "a proscribed group": the bare noun says nothing without its participle.
  const name = { text: textOf(document, end === verb + 1 ? verb : verb + 1, end), to: end };
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
  // "Kestria, the UK and Canada": a name of one word beside states is a state that the layer of names does not know.
  const hasState = entities.some((entity) => /^(?:state|place|organisation)$/.test(kindOf(document, entity) ?? ""));
  const isLikeState = (entity: number): boolean =>
    hasState && document.resolvedEntities[entity].isNamed && !/\s/.test(document.resolvedEntities[entity].name);
  const by = entities
    .map((entity) => findKeeper(document, entity))
    .filter(
      (entity) => entity >= 0 && entity !== of && (BODIES.has(kindOf(document, entity) ?? "") || isLikeState(entity)),
    );
  return { of, by, name: name?.text, from, to };
}

function kindOf({ resolvedEntities }: EventfulDocument, entity: number): string | undefined {
  return resolvedEntities[entity]?.kind;
}

function findComma(document: EventfulDocument, verb: number, to: number): number {
  for (let token = verb; token < to; token++) if (is(document, token, ",")) return token;
  return -2;
}

function isAuxiliary({ tags, tokens }: EventfulDocument, token: number): boolean {
  return tags[token] === "AUX" || tags[token] === "ADV" || MODAL.test(tokens[token].text);
}

function isNominal(tag: string): boolean {
  return tag === "NOUN" || tag === "ADJ" || tag === "PROPN" || tag === "PUNCT";
}
