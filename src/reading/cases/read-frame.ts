/**
 * Legal acts told by a verb and what it gives, takes, begins or bears: "was handed a four-year ban", "revoked the licence of X",
 * "has granted bail to X", "is facing four lawsuits".
 *
 * One reader for all of them: the classes of verb and noun (`legal-frames.ts`) say who of those around must answer.
 */

import type { ChargeDraft, Stage } from "./case-draft.ts";
import { isCrimeAt, isGerundAt } from "./charge-item.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findArguments, findBehind, type LegalArguments } from "./legal-arguments.ts";
import {
  benchOf,
  findAnnouncement,
  findAnnouncer,
  findForum,
  isCourt,
  isCourtEntity,
  isSomeBench,
} from "./legal-bench.ts";
import {
  BEARING,
  BEGINNING,
  BODY,
  BURDEN,
  CHAMBER,
  GETTING,
  GIVING,
  LENIENCY,
  PENALTY,
  PROCEEDING,
  RIGHT,
  TAKING,
  TERM,
} from "./legal-frames.ts";
import type { MoveDraft } from "./legal-move.ts";
import { kindOf } from "./legal-noun.ts";
import { readCharges } from "./read-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

/** From what is imposed to what it is for. */
const MAX_TO_REASON = 20;

interface Frame {
  readonly stage: Stage;
  readonly kind: string | null;
  /** Nouns that it may act on. */
  readonly things: RegExp;
  /** Whether the subject of the active verb must answer; else who is given, deprived or meant by "against". */
  readonly isOfSubject: boolean;
  /** Whether whoever does it decides; else asks. */
  readonly isDeciding: boolean;
}

const FRAMES: readonly [verbs: RegExp, frame: Frame][] = [
  [GIVING, { stage: "issued", kind: null, things: PENALTY, isOfSubject: false, isDeciding: true }],
  [GIVING, { stage: "issued", kind: "bail", things: LENIENCY, isOfSubject: false, isDeciding: true }],
  [GETTING, { stage: "issued", kind: null, things: PENALTY, isOfSubject: true, isDeciding: true }],
  [GIVING, { stage: "ended", kind: null, things: TERM, isOfSubject: false, isDeciding: true }],
  [GETTING, { stage: "ended", kind: null, things: TERM, isOfSubject: true, isDeciding: true }],
  [TAKING, { stage: "issued", kind: "licence", things: RIGHT, isOfSubject: false, isDeciding: true }],
  [BEARING, { stage: "requested", kind: null, things: BURDEN, isOfSubject: true, isDeciding: false }],
  [BEGINNING, { stage: "requested", kind: null, things: PROCEEDING, isOfSubject: false, isDeciding: false }],
];

const KIND_OF_THING: ReadonlyMap<string, string> = new Map([
  ["ban", "ban"],
  ["suspension", "ban"],
  ["disqualification", "ban"],
  ["fine", "fine"],
  ["penalty", "fine"],
  ["reprimand", "reprimand"],
  ["immunity", "immunity"],
  ["procedure", "case"],
  ["action", "case"],
]);

export function readFrame(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  verb: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  const lemma = navigator.lemma(verb);
  if (navigator.isNegated(verb) || navigator.isUnreal(verb)) return undefined;
  for (const [verbs, frame] of FRAMES) {
    if (!verbs.test(lemma)) continue;
    const found = findArguments(navigator, verb, sentenceEnd, (token) => isThingAt(navigator, token, frame.things));
    if (found.thing < 0) continue;
    const move = toMove(navigator, respondents, frame, verb, found, sentenceEnd);
    if (move !== undefined) return move;
  }
  return undefined;
}

/** "a class action", "charges", "a charge of fraud": not an action or a charge of any kind, nor one of many. */
function isThingAt(navigator: ClauseNavigator, token: number, things: RegExp): boolean {
  const { tags } = navigator.document;
  const lemma = navigator.lemma(token);
  if (!/^(NOUN|PROPN)$/.test(tags[token]) || !things.test(lemma)) return false;
  if (/^(more|many|most|countless)$/.test(navigator.word(token - 1))) return false;
  if (lemma === "action")
    return (
      /^(class|legal|court|disciplinary|enforcement)$/.test(navigator.word(token - 1)) ||
      navigator.word(token - 2) === "class"
    );
  if (lemma !== "charge" || navigator.word(token) === "charges") return true;
  return (
    /^(criminal|felony|felonies|misdemeanou?r|capital|single)$/.test(navigator.word(token - 1)) ||
    (navigator.word(token + 1) === "of" && (isGerundAt(navigator, token + 2) || isCrimeAt(navigator, token + 2)))
  );
}

function toMove(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  frame: Frame,
  verb: number,
  found: LegalArguments,
  sentenceEnd: number,
): MoveDraft | undefined {
  const { agent, thing } = found;
  const noun = navigator.lemma(thing);
  const isPassive = navigator.isPassive(verb);
  const isBearing = frame.isOfSubject && !isPassive;
  const decider = frame.isDeciding ? (isBearing ? findBy(navigator, thing, sentenceEnd) : agent) : -1;
  if (frame.isDeciding && !isBearing && !mayDecide(navigator, decider, noun) && !isTold(navigator, frame, found))
    return undefined;
  // "got a ban on weapons" is of politics: for how long, or by whom, tells that it is a penalty.
  if (isBearing && frame.isDeciding && decider < 0 && !isMeasured(navigator, thing)) return undefined;
  const parties = isBearing
    ? findBearers(navigator, respondents, verb, agent)
    : findReceivers(navigator, respondents, found, sentenceEnd);
  const announcer = frame.isDeciding && decider < 0 ? findAnnouncer(navigator, verb) : -1;
  const court = decider >= 0 ? deciderOf(navigator, decider, noun) : announcer;
  // "and hit it with a fine": nobody fines itself.
  if (parties.length === 0 || parties.includes(court)) return undefined;
  if (frame.things === TERM && !isMeasured(navigator, thing)) return undefined;
  const asker = frame.isDeciding ? -1 : isBearing ? findBy(navigator, thing, sentenceEnd) : agent;
  const applicant = asker < 0 ? -1 : navigator.subjectEntity(asker);
  return {
    token: verb,
    stage: frame.stage,
    kind: KIND_OF_THING.get(noun) ?? frame.kind ?? kindOf(navigator, thing),
    court: court >= 0 || frame.isDeciding ? court : findForum(navigator, verb, sentenceEnd, false),
    bench: decider < 0 ? (announcer < 0 ? undefined : "known") : isSomeBench(navigator, decider) ? "some" : "known",
    applicant: parties.includes(applicant) ? -1 : applicant,
    parties,
    charges: readReason(navigator, thing, sentenceEnd),
    evidence: navigator.toSpan(Math.min(verb, thing), Math.max(verb, thing) + 1),
  };
}

function deciderOf(navigator: ClauseNavigator, decider: number, noun: string): number {
  const court = benchOf(navigator, decider);
  const chamber = court < 0 && noun === "immunity" ? navigator.entityAt(decider) : court;
  // "Norland's parliament" may have been taken for the state.
  const kind = navigator.document.resolvedEntities[chamber]?.kind ?? "";
  return /^(state|person|place)$/.test(kind) ? -1 : chamber;
}

/** Whoever decides: a bench, a body that watches over an affair; a chamber on immunity alone. */
function mayDecide(navigator: ClauseNavigator, token: number, noun: string): boolean {
  if (token < 0) return false;
  if (isCourt(navigator, token)) return true;
  const entity = navigator.document.resolvedEntities[navigator.entityAt(token)];
  const name = entity?.isNamed ? entity.name : navigator.lemma(token);
  if (entity?.kind === "person") return false;
  return BODY.test(name) || (noun === "immunity" && CHAMBER.test(name));
}

/** "has been handed a four-year ban": whoever did, a term or a reason tells that it is one. */
function isTold(navigator: ClauseNavigator, { things }: Frame, { agent, thing }: LegalArguments): boolean {
  if (agent >= 0) return false;
  if (things === LENIENCY) return true;
  if (things === PENALTY && /^(impose|levy)$/.test(navigator.lemma(navigator.document.heads[thing]))) return true;
  return (things === PENALTY || things === TERM) && isMeasured(navigator, thing);
}

/** "a four-year ban", "a 9m penalty" */
function isMeasured(navigator: ClauseNavigator, thing: number): boolean {
  for (let token = thing - 1; token >= Math.max(0, thing - 6); token--) {
    if (
      navigator.document.tags[token] === "NUM" ||
      /^(lifetime|life|year|month|doping|suspended)$/.test(navigator.word(token))
    )
      return true;
    if (/^(DET|VERB|PUNCT)$/.test(navigator.document.tags[token]) && navigator.word(token) !== "-") return false;
  }
  return false;
}

/** Who "by" or "from" tells to have done it. */
function findBy(navigator: ClauseNavigator, thing: number, sentenceEnd: number): number {
  const from = findBehind(navigator, thing, sentenceEnd, /^(by|from)$/, true);
  if (from < 0) return -1;
  const [mention] = navigator.mentionsIn(from, Math.min(sentenceEnd, from + 8));
  return mention !== undefined && mention.phraseStart <= from + 1 ? mention.headToken : -1;
}

function findBearers(navigator: ClauseNavigator, respondents: RespondentFinder, verb: number, agent: number): number[] {
  const found = agent < 0 ? respondents.resolveBefore(verb) : respondents.resolveAt(agent);
  return keepAble(navigator, respondents, found);
}

/** "to X", "on X", "against X", "of X", "X's", or whom the verb itself names. */
function findReceivers(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { thing, receiver }: LegalArguments,
  sentenceEnd: number,
): number[] {
  if (receiver >= 0) {
    const able = keepAble(navigator, respondents, respondents.resolveAt(receiver));
    if (able.length > 0) return able;
  }
  const isRight = RIGHT.test(navigator.lemma(thing));
  const owner = isRight ? keepAble(navigator, respondents, respondents.resolveOwner(thing)) : [];
  if (owner.length > 0) return owner;
  const isBegun = PROCEEDING.test(navigator.lemma(thing));
  const from = findBehind(
    navigator,
    thing,
    sentenceEnd,
    isBegun ? /^against$/ : isRight ? /^(of|from|to)$/ : /^(to|on|against)$/,
    isBegun,
  );
  if (from < 0) return [];
  return keepAble(navigator, respondents, respondents.resolveList(from).entities);
}

function keepAble(navigator: ClauseNavigator, respondents: RespondentFinder, entities: readonly number[]): number[] {
  return entities.filter((entity) => respondents.mayRespond(entity) && !isCourtEntity(navigator, entity));
}

/** "for hiding the fees", "after testing positive": what it is for. */
function readReason(navigator: ClauseNavigator, thing: number, sentenceEnd: number): readonly ChargeDraft[] {
  const { tags } = navigator.document;
  // ", the authority announced" tells no reason.
  const announced = findAnnouncement(navigator, thing);
  const end = announced < 0 ? sentenceEnd : announced;
  for (let token = thing + 1; token < Math.min(end - 1, thing + MAX_TO_REASON); token++) {
    const word = navigator.word(token);
    if (/^[;:.]$/.test(word)) return [];
    if (!/^(for|over|after)$/.test(word) || tags[token + 1] === "NUM" || navigator.isInName(token)) continue;
    if (word === "after" && !isGerundAt(navigator, token + 1)) return [];
    if (/^(a|the|its|his|her|their)$/.test(navigator.word(token + 1)) && word === "over") return [];
    const { charges } = readCharges(navigator, token + 1, end);
    if (charges.length > 0) return charges;
  }
  return [];
}
