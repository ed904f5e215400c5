/**
 * Deeds that words of everyday news tell, beyond the patterns of the verb dictionary: who welcomed, refused, demanded,
 * threatened, sent or barred, with whoever answers for the thing where the words name nobody.
 *
 * More is proposed than is sure. The score says how sure: see `told-words.ts` for the words' own part.
 */
import { findSentence } from "../find-sentence.ts";
import { findChild } from "../tree-index.ts";
import { isWeak, WAR } from "./code-evidence.ts";
import type { EventDraft } from "./draft-events.ts";
import { type EventFrame, findObliques, frameVerb, isInName } from "./event-frame.ts";
import { tellFiling, tellMembers, tellPenalty, tellStanding } from "./tell-court-deed.ts";
import { tellDemand, tellIssue, tellMutual } from "./tell-issue.ts";
import { tellNoun } from "./tell-noun.ts";
import { REFUSAL, tellGift, tellIntent, tellJoint } from "./tell-offer.ts";
import { tellNaming, tellVerdict } from "./tell-verdict.ts";
import type { ToldDocument } from "./told-parties.ts";
import { ToldTeller } from "./told-teller.ts";
import {
  ACCEPTING,
  COOPERATIVE,
  DRAFTED,
  DRAFTING,
  FILED,
  FILING,
  findToldDeed,
  GIVING,
  HOSTILE,
  type ToldDeed,
  takesParticle,
  toToldLemma,
} from "./told-words.ts";

/** Verbs that give a thing a name, good or bad. */
const NAMING = new Set("call brand label describe term dub".split(" "));
const ASKING = /^(?:ask|order|instruct|tell|invite|want)$/;
const UNWILLING = /^(?:decline|refuse)$/;
/** Words before the members of a group that was told of. */
const INCLUDING = new Set(["include", "includes", "including", "prominent"]);
const SILENCE = /^(?:comment|answer|say|respond|discuss|elaborate|speak|give|be|confirm|reply|talk|identify)$/;

export function findToldDeeds(document: ToldDocument): EventDraft[] {
  const teller = new ToldTeller(document);
  const { tags, tokens, header, relations } = document;
  for (let token = 0; token < tags.length; token++) {
    const isTitle = header.titleSpan !== null && tokens[token].end <= header.titleSpan.end;
    if (tokens[token].start < header.bodyStart && !isTitle) continue;
    if (INCLUDING.has(tokens[token].text)) tellMembers(teller, token);
    const isVerb = tags[token] === "VERB" && relations[token] !== "amod" && relations[token] !== "compound";
    if (isVerb && !isInName(document, document.tree, token)) tellVerb(teller, token);
    else if (tags[token] === "NOUN") tellNoun(teller, token);
    else if (tags[token] === "AUX" && relations[token] === "cop") tellVerdict(teller, token);
    else if (tags[token] === "AUX" && /^(?:must|should)$/i.test(tokens[token].text)) tellDemand(teller, token);
    else if (tags[token] === "AUX" && tokens[token].text === "did") tellLikewise(teller, token);
  }
  return teller.drafts;
}

function tellVerb(teller: ToldTeller, verb: number): void {
  const document = teller.document;
  const frame = frameShared(teller, verb);
  const lemma = toToldLemma(document.tokens[verb].text, document.lemmas[verb]);
  const nouns = listNouns(teller, frame);
  const own = findToldDeed(lemma, nouns);
  tellIssue(teller, frame);
  if (tellMutual(teller, frame, lemma, own) || tellPenalty(teller, frame, lemma, nouns)) return;
  if (DRAFTING.has(lemma) && nouns.some((noun) => DRAFTED.has(noun))) tellJoint(teller, frame);
  const isNegated = teller.isNegated(verb);
  const isIntent = isNegated ? COOPERATIVE.has(lemma) : HOSTILE.has(lemma);
  const [deed, particle] = findDeed(teller, verb, lemma, frame, nouns, own);
  // Most verbs tell nothing: who acts is looked for where one may.
  const isOther = isIntent || isNegated || lemma === "have" || NAMING.has(lemma) || GIVING.has(lemma);
  if (deed === undefined && !isOther) return;
  const actors = teller.reach.findActors(frame);
  if (tellStanding(teller, frame, lemma, actors)) return;
  if (isIntent && tellIntent(teller, frame, actors, isNegated)) return;
  if (isNegated && ACCEPTING.has(lemma)) {
    teller.tell(frame, REFUSAL, actors, "", "asserted");
    return;
  }
  if (UNWILLING.test(lemma) && isSilence(teller, verb)) return;
  if (NAMING.has(lemma) && !nouns.includes("guilty") && tellNaming(teller, frame, actors)) return;
  if (GIVING.has(lemma) && tellGift(teller, frame, actors, nouns)) return;
  if (deed === undefined) return;
  if (deed.cameo === "020" && ASKING.test(lemma) && !asksFor(teller, verb, lemma, particle)) return;
  if (isNone(teller, frame, lemma, deed, actors)) return;
  const doers = actors.length > 0 ? actors : findDoerBefore(teller, frame, deed);
  teller.tell(frame, deed, doers, particle);
  if (deed.second !== undefined)
    teller.tell(frame, { ...deed, class: deed.second, score: deed.score - 0.15 }, doers.slice(0, 1), particle);
  if (FILING.has(lemma) && nouns.some((noun) => FILED.has(noun))) tellFiling(teller, frame, actors);
}

/** What the same words tell in everyday senses: a price charged, an attack in words, a warning of rain, people of a kind. */
function isNone(
  { document, parties }: ToldTeller,
  frame: EventFrame,
  lemma: string,
  { class: cls }: ToldDeed,
  actors: readonly number[],
): boolean {
  const inner = [frame.object, frame.indirect].filter((head) => head >= 0);
  const within = inner.flatMap((head) => findObliques(document, document.tree, head));
  const prepositions = [...frame.obliques, ...within].map(({ preposition }) => preposition);
  if (lemma === "charge") return prepositions.includes("for") && !prepositions.includes("with");
  if (lemma === "warn") return prepositions.includes("of") || prepositions.includes("about");
  const others = parties.at(frame.object);
  if (cls === "ASSAULT") return isWeak(WAR, 0, lemma, actors, others, document);
  if (cls !== "COERCE" || actors.length > 0 || !frame.isPassive) return false;
  const aux = findChild(document, document.tree, frame.trigger, ["aux:pass"]);
  const isOnce = aux >= 0 && /^(?:was|were|been)$/i.test(document.tokens[aux].text);
  return !isOnce && !others.some((entity) => document.resolvedEntities[entity].isNamed);
}

/** "an offer that X accepted and Y rejected": a joined verb without an object shares that of the first. */
function frameShared(teller: ToldTeller, verb: number): EventFrame {
  const document = teller.document;
  const { heads, relations, tags, tree } = document;
  const frame = frameVerb(document, tree, verb);
  const head = heads[verb];
  if (frame.object >= 0 || frame.isPassive || relations[verb] !== "conj" || tags[head] !== "VERB") return frame;
  const { object } = frameVerb(document, tree, head);
  return object >= 0 && object < head ? { ...frame, object } : frame;
}

function findDeed(
  teller: ToldTeller,
  verb: number,
  lemma: string,
  frame: EventFrame,
  nouns: readonly string[],
  own: ToldDeed | undefined,
): [ToldDeed | undefined, string] {
  if (own?.nouns !== undefined || !takesParticle(lemma)) return [own, ""];
  const next = teller.document.tokens[verb + 1]?.text.toLowerCase() ?? "";
  const words = new Set([frame.particle, next, ...frame.obliques.map(({ preposition }) => preposition)]);
  for (const word of words) {
    const deed = word === "" ? undefined : findToldDeed(`${lemma}_${word}`, nouns);
    if (deed !== undefined) return [deed, word];
  }
  return [own, ""];
}

/** Lemmas of what stands beside a verb, with the words right before. */
function listNouns(teller: ToldTeller, frame: EventFrame): string[] {
  const { lemmas, tags, tokens, tree } = teller.document;
  const nouns: string[] = [];
  const add = (head: number): void => {
    nouns.push(lemmas[head].toLowerCase(), lemmas[head - 1]?.toLowerCase() ?? "");
  };
  if (frame.object >= 0) add(frame.object);
  for (const { token } of frame.obliques) add(token);
  if (frame.object >= 0) for (const { token } of findObliques(teller.document, tree, frame.object)) add(token);
  // Without a tree: the nouns next behind the verb.
  for (let token = frame.trigger + 1; token < tokens.length && token <= frame.trigger + 6; token++) {
    const { text } = tokens[token];
    if (tags[token] === "VERB" || tags[token] === "SCONJ" || text === "." || text === ";" || text === ":") break;
    nouns.push(lemmas[token].toLowerCase());
  }
  return nouns;
}

/** Where nobody does it: whoever did such a thing before. */
function findDoerBefore(teller: ToldTeller, frame: EventFrame, { class: cls }: ToldDeed): readonly number[] {
  if (!frame.isPassive || (cls !== "COERCE" && cls !== "SANCTION")) return [];
  const police = cls === "COERCE" ? findPolice(teller, frame.trigger) : -1;
  if (police >= 0) return [police];
  const courts = (actors: readonly number[]): boolean =>
    actors.some((actor) => teller.document.resolvedEntities[actor].kind === "court");
  const told = teller.told.findLast(
    (each) =>
      each.actors.length > 0 &&
      (each.class === cls || courts(each.actors)) &&
      teller.document.resolvedEntities[each.actors[0]].kind !== "person",
  );
  if (told !== undefined) return told.actors.slice(0, 1);
  // Whoever once seized somebody did not arrest the next.
  const { resolvedEntities } = teller.document;
  const known = teller.document.eventDrafts.find(
    (event) => event.class === cls && event.actor >= 0 && resolvedEntities[event.actor].kind !== "person",
  );
  return known === undefined ? [] : [known.actor];
}

/** "six were arrested, police said". */
function findPolice(teller: ToldTeller, verb: number): number {
  const { sentences, tokens, mentionAt, entityOf } = teller.document;
  const { startToken, endToken } = sentences[findSentence(sentences, verb)];
  for (let token = startToken; token < endToken; token++)
    if (/^police$/i.test(tokens[token].text) && mentionAt[token] >= 0) return entityOf[mentionAt[token]];
  return -1;
}

/** "declined to comment" refuses nothing to anybody. */
function isSilence(teller: ToldTeller, verb: number): boolean {
  const { lemmas, tokens } = teller.document;
  return tokens[verb + 1]?.text === "to" && SILENCE.test(lemmas[verb + 2]?.toLowerCase() ?? "");
}

/** "X congratulated Y, as did Z". */
function tellLikewise(teller: ToldTeller, did: number): void {
  const { tokens, sentences, mentions, mentionAt, entityOf } = teller.document;
  const sentence = findSentence(sentences, did);
  if (!/^(?:as|so)$/i.test(tokens[did - 1]?.text ?? "") || teller.last?.sentence !== sentence) return;
  for (let token = did + 1; token < did + 6 && token < tokens.length; token++) {
    const entity = mentions[mentionAt[token]] === undefined ? -1 : entityOf[mentionAt[token]];
    if (entity < 0 || !teller.parties.isParty(entity)) continue;
    const { frame, deed, recipients } = teller.last;
    teller.add({ ...frame, actor: token }, deed, teller.parties.toActors(entity), recipients);
    return;
  }
}

/** "asked whether", "asked about" and "told reporters" ask for nothing. */
function asksFor(teller: ToldTeller, verb: number, lemma: string, particle: string): boolean {
  const { tokens, tags, sentences } = teller.document;
  if (particle === "for") return true;
  const { endToken } = sentences[findSentence(sentences, verb)];
  for (let token = verb + 1; token < Math.min(endToken, verb + 14); token++) {
    // "asked the WHO": a name in capitals is no question.
    const isName = tags[token] === "PROPN" || /^\p{Lu}{2,}$/u.test(tokens[token].text);
    const word = isName ? "" : tokens[token].text.toLowerCase();
    if (word === "to" && (tags[token] === "PART" || tags[token + 1] === "VERB"))
      return token > verb + 1 || lemma !== "want";
    if (word === "for" && lemma === "ask") return true;
    if (word === "that" && lemma !== "tell") return true;
    if (/^(?:whether|if|about|who|what|why|how|when|where|[,."“‘”;:])$/.test(word)) return false;
  }
  return false;
}
