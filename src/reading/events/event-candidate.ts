/** Candidates for events: every verb and every noun for a deed, with its frame, its entities and what the patterns say of it. */
import { hashWord } from "../hash-word.ts";
import type { ResolvedDocument } from "../resolve-mentions.ts";
import type { TreeIndex, TreeLayer } from "../tree-index.ts";
import { isWeak, NEVER_TOLD, WAR, WEAK_NOUN } from "./code-evidence.ts";
import { EntityFinder } from "./entity-finder.ts";
import {
  type EventFrame,
  findObliques,
  frameNoun,
  frameVerb,
  isInName,
  LIGHT_VERBS,
  type Oblique,
} from "./event-frame.ts";
import type { EventClass, EventModel } from "./event-model.ts";
import { findLegalMove, isMoveVerb } from "./legal-moves.ts";
import { toPatternWords } from "./pattern-words.ts";
import { canBeDoneTo, isDoneTo, type Known, NOTHING_KNOWN, type Recipients } from "./recipient-ties.ts";
import { NO_EVENT, type PatternWords } from "./verb-patterns.ts";

export interface EventCandidate {
  readonly frame: EventFrame;
  /** Lemma of the trigger, lower case; with particle or preposition where the patterns know it so. */
  readonly lemma: string;
  /** Resolved entities, maybe none. */
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  /** What the patterns say: code, class (`undefined`: no event), and how many words beside the verb they rest on. */
  readonly code: string;
  readonly class: EventClass | undefined;
  readonly parts: number;
  /** A move of law, whose class stands. */
  readonly isMove: boolean;
  /** How sure a move is by its words alone; `undefined` where the classifier says. */
  readonly score: number | undefined;
}

export interface CandidateDocument {
  readonly document: ResolvedDocument;
  readonly tree: TreeIndex;
  readonly entities: EntityFinder;
  /** Hash of a token's lemma in lower case; 0 for token -1. */
  readonly hashLemma: (token: number) => number;
}

export function toCandidateDocument(document: ResolvedDocument & TreeLayer): CandidateDocument {
  const { tree } = document;
  return { document, tree, entities: new EntityFinder(document, tree), hashLemma: toLemmaHasher(document) };
}

/** Each lemma is hashed when it is first asked for: the words around a verb are asked for by all verbs near them. */
function toLemmaHasher({ lemmas }: ResolvedDocument): (token: number) => number {
  const hashes = new Uint32Array(lemmas.length);
  return (token) => (token < 0 ? 0 : hashes[token] || (hashes[token] = hashWord(lemmas[token].toLowerCase())));
}

/**
 * Candidates in text order; verbs and nouns that touch no entity are none.
 *
 * @param speakers Entity that speaks, by the token of the cue. Where given, candidates that cannot become events are left
 *   out: those without a class, and those without a doer that are neither a move of law nor words of a speaker.
 */
export function findEventCandidates(
  given: CandidateDocument,
  model: EventModel,
  speakers?: ReadonlyMap<number, number>,
): EventCandidate[] {
  const { document } = given;
  const { tags, tokens, header } = document;
  const found: EventCandidate[] = [];
  let token = 0;
  while (token < tags.length && tokens[token].start < header.bodyStart) token++;
  for (; token < tags.length; token++) {
    const tag = tags[token];
    if (tag !== "VERB" && tag !== "NOUN") continue;
    const candidate =
      tag === "VERB" ? toVerbCandidate(given, model, token, speakers) : toNounCandidate(given, model, token);
    if (candidate !== undefined) found.push(candidate);
  }
  return found;
}

/** Verbs that report, light verbs and verbs of being: never an event by themselves. */
const NEVER = new Set(
  "say tell add be have do get go come let seem become mean know think believe hear see need engage".split(" "),
);

function toVerbCandidate(
  given: CandidateDocument,
  model: EventModel,
  verb: number,
  speakers: ReadonlyMap<number, number> | undefined,
): EventCandidate | undefined {
  const { document, tree, entities } = given;
  const lemma = document.lemmas[verb].toLowerCase();
  if (NEVER.has(lemma) && lemma !== "have") return undefined;
  // "the prosecuting authority": a verb that only describes.
  if (document.relations[verb] === "amod" || document.relations[verb] === "compound" || isInName(document, tree, verb))
    return undefined;
  const frame = frameVerb(document, tree, verb);
  const actors = entities.findAt(frame.actor, "actor");
  const isMoving = isMoveVerb(lemma);
  if (speakers !== undefined && actors.length === 0 && !isMoving) {
    if (frame.isPassive || (speakers.get(verb) ?? -1) < 0) return undefined;
  }
  const { patterns } = model;
  const reached = entities.findRecipients(frame, actors);
  if (actors.length === 0 && reached.entities.length === 0) return undefined;
  const all = frame.object < 0 ? frame.obliques : [...frame.obliques, ...findObliques(document, tree, frame.object)];
  const prepositions = all.map(({ preposition }) => preposition);
  const isAsking = lemma === "ask";
  const nouns = isMoving || isAsking ? listNouns(document, frame.object, all) : [];
  const move = isMoving ? findLegalMove(lemma, nouns, prepositions) : undefined;
  if (move !== undefined) {
    // "charged for the ride": a move of law is done to somebody, not for or to a thing.
    if (move.isDirect && frame.object < 0) return undefined;
    // "charged patients for drugs": a price, not a crime.
    if (lemma === "charge" && prepositions.includes("for") && !prepositions.includes("with")) return undefined;
    const { class: cls, cameo: code, score } = move;
    const recipients = reached.entities.filter((entity) => canBeDoneTo(cls, document.resolvedEntities[entity]));
    return { frame, lemma, actors, recipients, code, class: cls, parts: 2, isMove: true, score };
  }
  let code = NO_EVENT;
  let parts = 0;
  const known: Known = { preposition: "", hasObject: false };
  const beside = frame.particle === "" ? prepositions : [frame.particle];
  const verbHash = given.hashLemma(verb);
  const joined = hashWord("_", verbHash);
  let words: PatternWords | undefined;
  for (let i = -1; i < beside.length; i++) {
    const hash = i < 0 ? verbHash : hashWord(beside[i], joined);
    if (!patterns.hasVerb(hash)) continue;
    words ??= toPatternWords(given, model, frame, all);
    const match = patterns.find(hash, words);
    if (match === undefined) continue;
    // "call for" is known by itself: it says more than "call".
    const matched = match.parts + Number(i >= 0 && match.code !== NO_EVENT);
    if (matched < parts || (matched === parts && code !== NO_EVENT)) continue;
    code = match.code;
    parts = matched;
    known.preposition = i < 0 ? "" : beside[i];
    known.hasObject = match.hasObject;
  }
  const key = known.preposition === "" ? lemma : `${lemma}_${known.preposition}`;
  // "called the ruling a farce" calls nobody.
  if (lemma === "call" && key === lemma && parts < 2) return undefined;
  // "carried out an attack": a verb that says nothing does what its object says.
  if (code === NO_EVENT && parts === 0 && frame.object >= 0 && LIGHT_VERBS.has(lemma)) {
    const noun = patterns.getNounCode(document.lemmas[frame.object].toLowerCase());
    // "has the support of voters": others support.
    const isHad = lemma === "have" && noun?.startsWith("05");
    if (noun !== undefined && !isHad) {
      code = noun;
      parts = 1;
    }
  }
  const said = NEVER_TOLD.test(code) ? undefined : model.classOfCode.get(code);
  const cls = said === undefined || isWeak(code, parts, key, actors, reached.entities, document) ? undefined : said;
  // "asked her about the fire", "asked whether it burnt": a question is no request.
  if (
    cls === "REQUEST" &&
    (isAsking || lemma === "advise") &&
    (nouns.includes("question") || !asksFor(document, tree, verb, prepositions))
  )
    return undefined;
  if (cls === undefined && speakers !== undefined) return undefined;
  // "backed protests" is no protest: only its own verbs tell one, and those that say nothing by themselves.
  if (cls === "PROTEST" && known.hasObject && !LIGHT_VERBS.has(lemma) && !OPENING.has(lemma)) return undefined;
  const recipients =
    cls === undefined ? reached.entities : choose(given, model, cls, frame, actors, reached, lemma, known);
  return { frame, lemma: key, actors, recipients, code, class: cls, parts, isMove: false, score: undefined };
}

/** Those of whom the verb's words reach that a deed of this class can be done to. */
function choose(
  { entities, document }: CandidateDocument,
  { patterns }: EventModel,
  cls: EventClass,
  frame: EventFrame,
  actors: readonly number[],
  reached: Recipients,
  lemma: string,
  known: Known,
): readonly number[] {
  const { resolvedEntities } = document;
  const isAsking = cls === "REQUEST" && THING_ASKED.has(lemma);
  // "proposed a commission" asks no commission, "launched a campaign" does nothing to one; "demanded Berg's resignation" asks Berg.
  const isDeed =
    known.hasObject && LIGHT_VERBS.has(lemma) && !reached.entities.some((entity) => resolvedEntities[entity].isNamed);
  const isThing = reached.tie === "object" && frame.object >= 0 && (isAsking || isDeed);
  const { entities: found, tie } = isThing ? entities.findRecipients(frame, actors, true) : reached;
  // "rejected a Norlandic offer": a state's adjective names whose offer it is.
  const isStates =
    tie === "modifier" &&
    found.every((entity) => {
      const { kind } = resolvedEntities[entity];
      return kind === "state" || (kind === "organisation" && cls === "REJECT");
    });
  if (!isDoneTo(cls, isStates ? "owner" : tie, isAsking && !isStates, known)) return [];
  // "condemned the investigation of Norland": what "of" means behind a noun for a deed is not known.
  if (tie === "inside of" && patterns.getNounCode(document.lemmas[frame.object]?.toLowerCase() ?? "") !== undefined)
    return [];
  return found.filter((entity) => canBeDoneTo(cls, resolvedEntities[entity]));
}

/** "asked for help", "asked him to leave": what is asked about or asked in quotation marks is a question. */
function asksFor(
  { tokens, relations }: ResolvedDocument,
  { childStart, children }: TreeIndex,
  verb: number,
  prepositions: readonly string[],
): boolean {
  if (prepositions.includes("about")) return false;
  if (prepositions.includes("for")) return true;
  for (let i = childStart[verb]; i < childStart[verb + 1]; i++) {
    const clause = children[i];
    if (clause < verb || !/^(?:ccomp|advcl|xcomp)$/.test(relations[clause])) continue;
    for (let k = childStart[clause]; k < childStart[clause + 1]; k++) {
      const word = tokens[children[k]].text.toLowerCase();
      if (children[k] < clause && (word === "to" || word === "that")) return true;
    }
  }
  return false;
}

/** Lemmas of the object and of the nouns behind prepositions. */
function listNouns({ lemmas }: ResolvedDocument, object: number, obliques: readonly Oblique[]): string[] {
  const nouns = obliques.map(({ token }) => lemmas[token].toLowerCase());
  return object < 0 ? nouns : [lemmas[object].toLowerCase(), ...nouns];
}

/** Verbs that say of a deed that it goes on. */
const OPENING = new Set("begin start continue resume join".split(" "));

/** Whose object is what is asked for, not who is asked: "suggested a commission". */
const THING_ASKED = new Set("suggest propose demand request seek recommend require want".split(" "));

/** What a power does to people as a whole. The dictionary has no noun for it; the language has these. */
const REPRESSION = new Set(["persecution", "oppression", "repression", "crackdown"]);

function toNounCandidate(given: CandidateDocument, model: EventModel, noun: number): EventCandidate | undefined {
  const { document, tree, entities } = given;
  const lemma = document.lemmas[noun].toLowerCase();
  const own = model.patterns.getNounCode(lemma);
  // "war" stands with no verb of its own in the dictionary, but in one set of synonyms with "fight".
  const isFight = own === undefined && model.patterns.areSynonyms(lemma, "fight");
  const isRepression = REPRESSION.has(lemma);
  const code = isFight ? WAR : isRepression ? "170" : own;
  if (code === undefined || (!isRepression && (WEAK_NOUN.test(code) || NEVER_TOLD.test(code)))) return undefined;
  const cls = model.classOfCode.get(code);
  if (cls === undefined) return undefined;
  const frame = frameNoun(document, tree, noun);
  // "his inquiry": whom a pronoun means is too seldom known for a deed that only a noun tells.
  if (frame.actor >= 0 && document.tags[frame.actor] === "PRON") return undefined;
  const actors = entities.findAt(frame.actor, "actor");
  const doers = actors.length > 0 ? actors : entities.findDoers(noun);
  if (doers.length === 0) return undefined;
  const { entities: reached, tie } = entities.findRecipients(frame, doers);
  // "Berg's support in parliament": only the preposition of its class names the other side of a noun.
  const isNear = tie === "object" || (tie.startsWith("verb ") && isDoneTo(cls, tie, false, NOTHING_KNOWN));
  const recipients = isNear ? reached.filter((entity) => canBeDoneTo(cls, document.resolvedEntities[entity])) : [];
  if (recipients.length === 0) return undefined;
  // "the ministry's war on waste", "his war on the unions": a war of words.
  const { resolvedEntities } = document;
  const isWarlike = (entity: number): boolean =>
    resolvedEntities[entity].isNamed && resolvedEntities[entity].kind !== "person";
  if (code === WAR && ![...doers, ...recipients].every(isWarlike)) return undefined;
  return {
    frame,
    lemma,
    actors: doers,
    recipients,
    code,
    class: cls,
    parts: 1,
    isMove: isFight || isRepression,
    score: undefined,
  };
}
