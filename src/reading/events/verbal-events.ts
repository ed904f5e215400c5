/**
 * Deeds done in words: whoever welcomes, condemns or rejects what another did has done something to that other.
 *
 * A stance tells one towards whoever answers for what it is on: SUPPORT, REJECT or ACCUSE. CAMEO counts them among events,
 * as verbal ones. Legal cases tell more of them: see `case-events.ts`.
 */

import type { Span } from "../../language/index.ts";
import type { CaseDocument } from "../cases/case-draft.ts";
import { findCaseOfTarget } from "../cases/find-case-of-target.ts";
import { isLegalWord } from "../cases/legal-words.ts";
import { findFirst } from "../find-first.ts";
import { hashWord } from "../hash-word.ts";
import type { StancedDocument } from "../stances/find-stances.ts";
import type { StanceDraft } from "../stances/group-stances.ts";
import { findChild } from "../tree-index.ts";
import { findCaseEvents } from "./case-events.ts";
import { findDeedOwner, isGeneralDeed } from "./deed-owners.ts";
import { type EventDraft, type EventfulDocument, MIN_EVENT_SCORE } from "./draft-events.ts";
import { frameVerb } from "./event-frame.ts";
import { type EventClass, type EventModel, getEventModel } from "./event-model.ts";
import { findMood } from "./event-status.ts";
import { findStandIns, replaceStandIns } from "./find-stand-ins.ts";
import { findToldDeeds } from "./find-told-deeds.ts";
import { findLegalMove } from "./legal-moves.ts";
import { mergeEvents } from "./merge-events.ts";
import { isSide } from "./told-sides.ts";

type Given = EventfulDocument & CaseDocument & StancedDocument;

/** Requires `eventDrafts`, `deeds`, `entityFinder`, `caseDrafts` and `stanceDrafts`; adds to `eventDrafts`, which stay in text order. */
export function addVerbalEvents<Document extends Given>(document: Document): Document {
  const drafts = [
    ...document.eventDrafts,
    ...findCaseEvents(document),
    ...findStanceEvents(document),
    ...findToldDeeds(document),
  ];
  const isTold = ({ actor, recipient, class: cls }: EventDraft): boolean =>
    (actor < 0 || isSide(document, actor, "actor")) && (recipient < 0 || isSide(document, recipient, "recipient", cls));
  const merged = mergeEvents(replaceStandIns(drafts, findStandIns(document)).filter(isTold));
  merged.sort((a, b) => a.evidence[0].start - b.evidence[0].start);
  return { ...document, eventDrafts: merged };
}

function findStanceEvents(document: Given): EventDraft[] {
  const model = getEventModel();
  const { entityFinder, stanceDrafts } = document;
  return stanceDrafts.flatMap((stance) => {
    // "32 per cent expressed confidence": a poll counts people, who have done nothing to anybody.
    if (isCounted(document, stance.holder)) return [];
    const actor = entityFinder.toPrincipal(stance.holder);
    const cls = toVerbalClass(document, stance, model);
    if (cls === undefined || stance.evidence.every((span) => isUrging(document, span))) return [];
    if (isToldAsDeed(document, stance, actor)) return [];
    const recipient = findAnswerable(document, stance, actor);
    if (recipient < 0) return [];
    const { statement, evidence, score } = stance;
    if (score < MIN_STANCE_SCORE || isThoughtOf(document, stance)) return [];
    // Support is told by its verbs ("praised", "backed"): "accepted comments on Berg's plan" supports nobody.
    if (
      (score <= MIN_EVENT_SCORE || cls === "SUPPORT") &&
      !isOfDeed(document, stance, recipient) &&
      !isSaidByVerb(document, stance, cls, model)
    )
      return [];
    const shared = { cameo: CODES.get(cls) ?? null, status: "asserted" as const, when: null, where: -1 };
    return [{ ...shared, class: cls, actor, recipient, statement, evidence, score, basis: "stance" as const }];
  });
}

/** "threatened to sue Norland", "so that they can back Berg": evidence that begins with a verb of which no deed is told. */
function isThoughtOf(document: Given, { evidence }: StanceDraft): boolean {
  const { tokens, tags, tree } = document;
  const first = findFirst(tokens, evidence[0].start, ({ start }) => start);
  if (tags[first] !== "VERB") return false;

  const mood = findMood(document, tree, frameVerb(document, tree, first), false, false);
  return mood !== "asserted";
}

/** Whether somebody is a group without a name. */
function isCounted({ resolvedEntities }: Given, entity: number): boolean {
  return resolvedEntities[entity].kind === "group" && !resolvedEntities[entity].isNamed;
}

/** A stance less sure than this tells no event. */
const MIN_STANCE_SCORE = 0.35;

/**
 * Whether a stance is on something done: a case before a court, or a deed told before. What is thought of somebody himself
 * ("Berg is committed to it", "should confirm Berg") is seldom an event: of 19 such stances of little score one was.
 */
function isOfDeed(
  { caseDrafts, deeds, resolvedEntities }: Given,
  { targetEntity }: StanceDraft,
  recipient: number,
): boolean {
  if (caseDrafts.some(({ court }) => court === recipient)) return resolvedEntities[recipient].kind === "court";
  return targetEntity !== recipient && deeds.some(({ actor }) => actor === recipient);
}

/** Whether a verb of the stance tells the class by itself: "accused", "filed a complaint". */
function isSaidByVerb(document: Given, { evidence }: StanceDraft, cls: EventClass, model: EventModel): boolean {
  return evidence.some((span) => listVerbClasses(document, span, model).includes(cls));
}

function listVerbClasses({ tokens, tags, lemmas }: Given, { start, end }: Span, model: EventModel): EventClass[] {
  const classes: EventClass[] = [];
  const first = findFirst(tokens, start, (each) => each.start);
  const last = findFirst(tokens, end + 1, (each) => each.end);
  const nouns = lemmas.slice(first, last).map((lemma) => lemma.toLowerCase());
  for (let token = first; token < last; token++) {
    if (tags[token] !== "VERB") continue;
    const move = findLegalMove(lemmas[token].toLowerCase(), nouns, []);
    if (move !== undefined) classes.push(move.class);
    const match = model.patterns.find(hashWord(lemmas[token].toLowerCase()), NOTHING_BESIDE);
    const said = match === undefined ? undefined : model.classOfCode.get(match.code);
    if (said !== undefined) classes.push(said);
  }
  return classes;
}

/** CAMEO's codes for praise, criticism and rejection. */
const CODES: ReadonlyMap<EventClass, string> = new Map([
  ["SUPPORT", "051"],
  ["ACCUSE", "111"],
  ["REJECT", "120"],
]);

/** Whether the same words tell a deed of the same actor already: "vetoed the resolution". */
function isToldAsDeed({ eventDrafts }: Given, { evidence }: StanceDraft, actor: number): boolean {
  return eventDrafts.some(
    (event) =>
      event.actor === actor &&
      event.score >= MIN_EVENT_SCORE &&
      event.evidence.some((words) => evidence.some(({ start, end }) => words.start < end && start < words.end)),
  );
}

const URGING = /^(?:urge|appeal|press|implore|demand|beseech)$/;

/** "urged both sides to accept the offer": told as a request, where the first verb asks. */
function isUrging({ tokens, tags, lemmas }: Given, { start, end }: Span): boolean {
  let token = findFirst(tokens, start, (each) => each.start);
  while (tokens[token]?.end <= end && tags[token] !== "VERB") token++;
  if (tokens[token] === undefined || tokens[token].end > end) return false;
  const lemma = lemmas[token].toLowerCase();
  return URGING.test(lemma) || (lemma === "call" && /^(?:on|upon|for)$/i.test(tokens[token + 1]?.text ?? ""));
}

/** Words that deny a thing its force: "has no effect", "null and void". */
const DENYING = /^(?:no|not|n't|n’t|never|nor|null|void|refuse|reject|dissent)$/;

/** Who is against something rejects it where the words say so, else finds fault with it. */
function toVerbalClass(
  document: Given,
  { stance, evidence, target }: StanceDraft,
  model: EventModel,
): EventClass | undefined {
  if (stance === "mixed" || stance === "neutral") return undefined;
  const { tokens, tags, lemmas } = document;
  let cls: EventClass = stance === "supports" ? "SUPPORT" : "ACCUSE";
  for (const span of evidence) {
    for (let token = findFirst(tokens, span.start, ({ start }) => start); tokens[token]?.end <= span.end; token++) {
      if (tokens[token].start >= target.start && tokens[token].end <= target.end) continue;
      const lemma = lemmas[token].toLowerCase();
      if (stance === "opposes" && DENYING.test(lemma)) cls = "REJECT";
      if (tags[token] !== "VERB") continue;
      const match = model.patterns.find(hashWord(lemma), NOTHING_BESIDE);
      const said = match === undefined ? undefined : model.classOfCode.get(match.code);
      // What somebody asks for is an event of its own class, which verbs tell by themselves.
      if (said === "REQUEST") return undefined;
      if (stance === "opposes" && said === "REJECT") cls = "REJECT";
    }
  }
  return cls;
}

const NOTHING_BESIDE = { subject: [], object: [], obliques: [] };

const ACTING = new Set(["person", "organisation", "state", "court", "group"]);

/**
 * Whoever answers for what a stance is on: the target itself, the court of the case, whose thing it is, or who did the deed
 * that its noun names; -1 where the words do not tell. "The arrest of X" is nothing that X did.
 */
function findAnswerable(document: Given, { target, targetText, targetEntity }: StanceDraft, holder: number): number {
  const { resolvedEntities, mentions, mentionAt, tokens, tags, heads, lemmas, entityOf, caseDrafts, deeds } = document;
  const fits = (entity: number): boolean => {
    const found = resolvedEntities[entity];
    return entity !== holder && found !== undefined && found.isNamed && ACTING.has(found.kind);
  };
  if (fits(targetEntity)) return targetEntity;
  const first = findFirst(tokens, target.start, ({ start }) => start);
  // Mentions stand in the order of their heads: those of one target are looked at, not all of the report.
  const from = findFirst(mentions, first, ({ headToken }) => headToken);
  const beyond = findFirst(mentions, target.end + 1, ({ headToken }) => tokens[headToken].end);
  const inside = mentions.slice(from, beyond);
  const named = inside.map(({ index }) => entityOf[index]);
  // "the prosecutor's decision", "that Norland would block it": whose it is, and who does what the clause tells.
  for (let token = first; tokens[token]?.end <= target.end; token++) {
    let meant = -1;
    if (token === first && tokens[token].text.toLowerCase() === "that")
      meant = findChild(document, document.tree, heads[token], ["nsubj"]);
    else if (tags[token] === "NOUN") meant = findChild(document, document.tree, token, ["nmod:poss"]);
    const entity = meant < 0 ? -1 : entityOf[mentionAt[meant]];
    if (fits(entity)) return entity;
    // "our agency's finding that Norland's …": the finding is nobody else's.
    if (meant >= 0) break;
  }
  const legalCase = findCaseOfTarget(targetText, named, caseDrafts);
  if (legalCase >= 0 && fits(caseDrafts[legalCase].court)) return caseDrafts[legalCase].court;
  const judging = named.find((entity) => fits(entity) && caseDrafts.some(({ court }) => court === entity));
  if (judging !== undefined) return judging;
  for (const { index, startToken, endToken } of inside) {
    const before = tokens[startToken - 1]?.text.toLowerCase();
    const isOwner = /^['’]s?$/.test(tokens[endToken]?.text ?? "");
    const isDoer =
      startToken > first && (before === "by" || (before === "of" && isGeneralDeed(lemmas[startToken - 2])));
    // "a Norlandic plan": a state's adjective at the head of the target.
    const isStates =
      tags[endToken] === "NOUN" &&
      tokens[endToken].end <= target.end &&
      startToken - first <= 1 &&
      resolvedEntities[entityOf[index]]?.kind === "state";
    if ((isOwner || isDoer || isStates) && fits(entityOf[index])) return entityOf[index];
  }
  const courts = new Set(caseDrafts.map(({ court }) => court));
  for (let token = first; tokens[token]?.end <= target.end; token++) {
    if (tags[token] !== "NOUN") continue;
    const lemma = lemmas[token].toLowerCase();
    const [court] = courts;
    if (isLegalWord(lemma) && courts.size === 1 && fits(court)) return court;
    const owner = findDeedOwner(document, token, deeds);
    if (fits(owner)) return owner;
  }
  return -1;
}
