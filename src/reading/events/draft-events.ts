/**
 * Events: who did what to whom, in the fifteen classes of PLOVER, with the words that tell it.
 *
 * Every verb and every noun for a deed is a candidate; the patterns of the CAMEO dictionary and a linear classifier decide
 * what it is, or that it is none. Told again, an event is the same where class, actor and recipient are.
 */
import type { Span } from "../../language/index.ts";
import { stableExp } from "../attribution/stable-math.ts";
import { type DatedDocument, findDatesBeside } from "../find-dates.ts";
import type { StatementLayer } from "../innermost-statements.ts";
import type { StatedDocument } from "../make-statements.ts";
import type { Event } from "../schema.ts";
import { findChild, type TreeLayer } from "../tree-index.ts";
import { type Deed, findDeedOwner } from "./deed-owners.ts";
import { ACTING, type EntityFinder } from "./entity-finder.ts";
import {
  type CandidateDocument,
  type EventCandidate,
  findEventCandidates,
  toCandidateDocument,
} from "./event-candidate.ts";
import { findEventFeatures, MOST_EVENT_FEATURES, scoreEventClasses } from "./event-features.ts";
import { CLASS_COUNT, EVENT_CLASSES, type EventClass, type EventModel, getEventModel } from "./event-model.ts";
import { findMood } from "./event-status.ts";
import { mergeEvents } from "./merge-events.ts";

/** An event whose entities are still numbers of resolved entities; -1 for none. */
export interface EventDraft {
  readonly class: EventClass;
  readonly cameo: string | null;
  readonly actor: number;
  readonly recipient: number;
  readonly status: Event["status"];
  /** Place in the list of statements, or -1. */
  readonly statement: number;
  readonly when: string | null;
  readonly where: number;
  readonly evidence: readonly Span[];
  readonly score: number;
  /** What tells it: a deed by the verb dictionary, a stance, a legal case, or everyday words of news. */
  readonly basis: "deed" | "stance" | "case" | "told";
}

type IndexedDocument = StatedDocument & DatedDocument & TreeLayer & StatementLayer;

export type EventfulDocument = IndexedDocument & {
  readonly eventDrafts: readonly EventDraft[];
  /** What the report tells as done, in text order. */
  readonly deeds: readonly Deed[];
  readonly entityFinder: EntityFinder;
};

/** Least probability that a candidate is an event, and how much less likely its class may be than the likeliest. */
const MIN_AGREED = 0.35;
const MIN_SHARE = 0.3;
const MIN_MOVE = 0.05;
/** Classes of deeds that one does without anybody on the other side. */
const ALONE: ReadonlySet<EventClass> = new Set(["PROTEST", "MOBILIZE", "RETREAT"]);
/** Deeds done in words: what they are done to may be somebody's deed. */
const SPOKEN: ReadonlySet<EventClass> = new Set(["SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN"]);
/** Events less sure than this are left out: on reports of our own one in six of them was right, of the surer ones two in three. */
export const MIN_EVENT_SCORE = 0.7;

/**
 * Requires the layers up to `innermostStatements`; adds `eventDrafts`, in text order of their first words, and `entityFinder`,
 * by which designations are found too.
 */
export function draftEvents<Given extends IndexedDocument>(document: Given): Given & EventfulDocument {
  const given = toCandidateDocument(document);
  const model = getEventModel();
  const speakers = mapSpeakers(document);
  const drafts: EventDraft[] = [];
  const deeds: Deed[] = [];
  for (const candidate of findEventCandidates(given, model, speakers)) {
    const decided = decideClass(given, candidate, model);
    if (decided === undefined) continue;
    const { frame } = candidate;
    const statement = document.innermostStatements[frame.trigger];
    const said = document.statementDrafts[statement];
    const mood = findMood(document, given.tree, frame, said?.act === "deny", said?.mode === "indirect");
    const actors = candidate.actors.length > 0 ? candidate.actors : findSpeaker(speakers, candidate, decided.class);
    let recipients = candidate.recipients;
    if (recipients.length === 0 && SPOKEN.has(decided.class)) {
      const owner = findDeedOwner(document, frame.object, deeds);
      if (owner >= 0 && !actors.includes(owner)) recipients = [owner];
    }
    if (decided.class === "AID" && !isBodyAmong(document, actors)) continue;
    if (isRelief(candidate, mood) && isNowhere(document, recipients)) {
      const state = given.entities.findStateOfReport(frame.trigger, actors);
      if (state >= 0) recipients = [state];
    }
    if (decided.class === "SANCTION" && recipients.length === 0) recipients = findCause(document, given, candidate);
    if (actors.length > 0 && statement < 0 && (mood === "asserted" || mood === "planned"))
      deeds.push({ trigger: frame.trigger, lemmas: toDeedLemmas(document, candidate), actor: actors[0] });
    if (mood === undefined || !isComplete(decided.class, mood, actors, recipients)) continue;
    if (mood === "hypothetical") continue;
    if (actors.length === 0 && !isToldOfOnce(document, candidate)) continue;
    const shared = {
      ...decided,
      status: mood === "asserted" && statement >= 0 ? ("claimed" as const) : mood,
      statement,
      when: findDate(document, frame.trigger),
      where: findPlace(document, given, candidate),
      evidence: [toEvidence(document, candidate)],
      basis: "deed" as const,
    };
    for (const actor of actors.length > 0 ? actors : [-1])
      for (const recipient of recipients.length > 0 ? recipients : [-1])
        if (!isSameName(document, actor, recipient)) drafts.push({ ...shared, actor, recipient });
  }
  return { ...document, eventDrafts: mergeEvents(drafts), deeds, entityFinder: given.entities };
}

/** "Berg" and "Tomas Berg", whom the report may not tell apart. */
function isSameName({ resolvedEntities }: StatedDocument, actor: number, recipient: number): boolean {
  if (actor < 0 || recipient < 0) return false;
  const [one, other] = [resolvedEntities[actor], resolvedEntities[recipient]];
  if (one.kind !== "person" || other.kind !== "person" || !one.isNamed || !other.isNamed) return false;
  const [a, b] = [one.name.split(" "), other.name.split(" ")];
  return a.at(-1) === b.at(-1) && (a.length === 1 || b.length === 1);
}

/** Relief sent by a verb's own words: a noun ("the aid was approved") or a plan tells too little of where it goes. */
function isRelief({ isMove, class: cls, frame }: EventCandidate, mood: ReturnType<typeof findMood>): boolean {
  return isMove && cls === "AID" && !frame.isNoun && mood === "asserted";
}

/** A person who "gives aid" mostly speaks of it; states and bodies send it. */
function isBodyAmong({ resolvedEntities }: StatedDocument, entities: readonly number[]): boolean {
  return entities.some((entity) => resolvedEntities[entity].isNamed && resolvedEntities[entity].kind !== "person");
}

/** Nobody, or places without a name: "sent supplies to hospitals". */
function isNowhere({ resolvedEntities }: StatedDocument, entities: readonly number[]): boolean {
  return entities.every((entity) => resolvedEntities[entity].kind === "place" && !resolvedEntities[entity].isNamed);
}

/** "They froze aid when the Dawn Front took power": a sanction answers what its clause tells. */
function findCause(document: IndexedDocument, given: CandidateDocument, { frame, actors }: EventCandidate): number[] {
  const clause = findChild(document, document.tree, frame.trigger, ["advcl"]);
  if (clause < frame.trigger) return [];
  const subject = findChild(document, document.tree, clause, ["nsubj"]);
  return given.entities.findAt(subject, "recipient").filter((entity) => !actors.includes(entity));
}

interface Decision {
  readonly class: EventClass;
  readonly cameo: string | null;
  readonly score: number;
}

const features = new Uint32Array(MOST_EVENT_FEATURES);

function decideClass(given: CandidateDocument, candidate: EventCandidate, model: EventModel): Decision | undefined {
  const { class: cls, code, parts, isMove, score } = candidate;
  if (cls === undefined) return undefined;
  if (isMove && score !== undefined) return { class: cls, cameo: code, score };
  const scores = scoreEventClasses(model, features, findEventFeatures(given, candidate, features));
  let total = 0;
  for (let k = 0; k < CLASS_COUNT; k++) total += scores[k] = stableExp(scores[k]);
  const isEvent = 1 - scores[0] / total;
  if (isMove) return isEvent < MIN_MOVE ? undefined : { class: cls, cameo: code, score: round(0.5 + isEvent / 2) };
  if (isEvent < MIN_AGREED) return undefined;
  // A pattern of several words is surer of its class than the classifier, which is surer whether it is an event at all.
  const most = Math.max(...scores.subarray(1));
  if (parts === 0 && scores[EVENT_CLASSES.indexOf(cls)] <= MIN_SHARE * most) return undefined;
  return { class: cls, cameo: code, score: round(isEvent) };
}

/** Rounded so that a last digit never shows. */
function round(score: number): number {
  return Math.round(Math.min(0.99, score) * 1000) / 1000;
}

/** The entity that speaks, by the token of the cue; of two attributions with one cue the first. */
function mapSpeakers({ attributionParts, entityOf, resolvedEntities }: StatedDocument): Map<number, number> {
  const speakers = new Map<number, number>();
  for (const { attribution, speaker } of attributionParts) {
    if (speakers.has(attribution.cueToken)) continue;
    const entity = speaker < 0 ? -1 : entityOf[speaker];
    speakers.set(attribution.cueToken, entity >= 0 && ACTING.has(resolvedEntities[entity].kind) ? entity : -1);
  }
  return speakers;
}

/** Whoever says it does what is done in words: "…, rejecting the offer". */
function findSpeaker(speakers: ReadonlyMap<number, number>, { frame }: EventCandidate, cls: EventClass): number[] {
  if (!SPOKEN.has(cls) || frame.isPassive) return [];
  const speaker = speakers.get(frame.trigger) ?? -1;
  return speaker < 0 ? [] : [speaker];
}

/** An event needs both sides, unless it is of a kind that needs one; one only thought of always needs both. */
function isComplete(
  cls: EventClass,
  mood: Event["status"],
  actors: readonly number[],
  recipients: readonly number[],
): boolean {
  if (actors.length > 0 && recipients.length > 0) return true;
  if (mood !== "asserted") return false;
  // "forty people were killed" may be an earthquake: without a doer only what the law does is told.
  return actors.length > 0 ? ALONE.has(cls) : recipients.length > 0 && cls === "COERCE";
}

/**
 * Without a doer only a move of law is told, and of people without names only one that happened: "nine men were arrested",
 * not "people convicted of theft" or "children are detained".
 */
function isToldOfOnce(document: IndexedDocument, { isMove, recipients, frame }: EventCandidate): boolean {
  if (!isMove) return false;
  if (recipients.some((entity) => document.resolvedEntities[entity].isNamed)) return true;
  // "prisoners who were convicted of crimes" are a kind of people.
  if (document.relations[frame.trigger].startsWith("acl")) return false;
  const aux = findChild(document, document.tree, frame.trigger, ["aux:pass"]);
  return aux >= 0 && /^(?:was|were|been)$/i.test(document.tokens[aux].text);
}

function toDeedLemmas({ lemmas }: StatedDocument, { frame }: EventCandidate): string[] {
  return [frame.trigger, frame.object].filter((token) => token >= 0).map((token) => lemmas[token].toLowerCase());
}

/** From the actor's head to what it is done to: the words between the parts of the frame. */
function toEvidence({ tokens, mentions, mentionAt }: StatedDocument, { frame }: EventCandidate): Span {
  const parts = [
    frame.trigger,
    frame.actor,
    frame.object,
    frame.indirect,
    ...frame.obliques.slice(0, 2).map(({ token }) => token),
  ];
  let start = tokens[frame.trigger].start;
  let end = tokens[frame.trigger].end;
  for (const part of parts) {
    if (part < 0) continue;
    const mention = mentions[mentionAt[part]];
    start = Math.min(start, tokens[mention === undefined ? part : mention.startToken].start);
    end = Math.max(end, tokens[mention === undefined ? part : mention.endToken - 1].end);
  }
  return { start, end };
}

function findDate(document: StatedDocument & DatedDocument, trigger: number): string | null {
  const { heads } = document;
  for (const { startToken, endToken, date } of findDatesBeside(document, trigger))
    for (let token = startToken; token < endToken; token++) if (heads[token] === trigger) return date;
  return null;
}

/** A place that the deed's own words name: "in the valley". */
function findPlace(
  { resolvedEntities }: StatedDocument,
  given: CandidateDocument,
  { frame, recipients }: EventCandidate,
): number {
  for (const { preposition, token } of frame.obliques) {
    if (preposition !== "in" && preposition !== "at" && preposition !== "near") continue;
    const [entity] = given.entities.findAt(token, "recipient");
    const kind = resolvedEntities[entity]?.kind;
    if ((kind === "place" || kind === "state") && !recipients.includes(entity)) return entity;
  }
  return -1;
}
