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
import { tellNaming, tellVoid } from "./tell-naming.ts";
import { tellNoun } from "./tell-noun.ts";
import { REFUSAL, tellConsequence, tellGift, tellIntent, tellJoint } from "./tell-offer.ts";
import { tellFight } from "./tell-scene.ts";
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
/** What makes another verb of one only right behind it: "gave in", not "gave a speech in". */
const ADJACENT = /^(?:in|on|upon|out|up|down|off|away|aside|back|over|by)$/;
const PUNISHING = /^(?:treat|meet|punish|prosecute|face|fine|sanction|strike|respond|retaliate|arrest|expel|suffer)$/;
const ARRESTING = /^(?:arrest|detain|round|handcuff|apprehend)$/;
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
    else if (tags[token] === "AUX" && relations[token] === "cop") tellVoid(teller, token);
    else if (tags[token] === "AUX" && /^(?:must|should)$/i.test(tokens[token].text)) tellDemand(teller, token);
    else if (tags[token] === "AUX" && tokens[token].text === "did") tellLikewise(teller, token);
  }
  return teller.drafts;
}

function tellVerb(teller: ToldTeller, verb: number): void {
  const document = teller.document;
  // "Fighting between Norland and Estaria has spread".
  if (tellFight(teller, verb, document.tokens[verb].text.toLowerCase())) return;
  const frame = frameShared(teller, verb);
  const lemma = toToldLemma(document.tokens[verb].text, document.lemmas[verb]);
  const nouns = listNouns(teller, frame);
  const own = findToldDeed(lemma, nouns);
  tellIssue(teller, frame);
  tellConsequence(teller, frame, lemma);
  if (tellMutual(teller, frame, lemma, own) || tellPenalty(teller, frame, lemma, nouns)) return;
  if (DRAFTING.has(lemma) && nouns.some((noun) => DRAFTED.has(noun))) tellJoint(teller, frame);
  if (/^(?:nobody|none|neither|few)$/i.test(document.tokens[frame.actor]?.text ?? "")) return;
  const isNegated = teller.isNegated(verb);
  // "will seek damages".
  const isSuing = lemma === "seek" && nouns.some((noun) => /^(?:damages|damage|compensation|injunction)$/.test(noun));
  const isIntent = isNegated ? COOPERATIVE.has(lemma) : HOSTILE.has(lemma) || isSuing;
  const [deed, particle] = findDeed(teller, verb, lemma, frame, nouns, own);
  // Most verbs tell nothing: who acts is looked for where one may.
  const isOther = isIntent || isNegated || lemma === "have" || NAMING.has(lemma) || GIVING.has(lemma);
  if (deed === undefined && !isOther) return;
  const actors = teller.reach.findActors(frame);
  if (tellStanding(teller, frame, lemma, actors)) return;
  if (isIntent && tellIntent(teller, frame, actors, isNegated)) return;
  if (isNegated && ACCEPTING.has(lemma)) {
    const meant = teller.parties.at(frame.object);
    const owners = meant.length > 0 || frame.object < 0 ? meant : teller.parties.findOwners(frame.object);
    const others = owners.filter((one) => !actors.includes(one));
    if (others.length > 0) teller.add(frame, REFUSAL, actors, others, "asserted");
    else teller.tell(frame, REFUSAL, actors, "", "asserted");
    return;
  }
  if (UNWILLING.test(lemma) && isSilence(teller, verb)) return;
  if (NAMING.has(lemma) && !nouns.includes("guilty") && tellNaming(teller, frame, actors)) return;
  if (GIVING.has(lemma) && tellGift(teller, frame, actors, nouns)) return;
  if (deed === undefined) return;
  if (deed.cameo === "020" && ASKING.test(lemma) && !asksFor(teller, verb, lemma, particle)) return;
  if (isNone(teller, frame, lemma, deed, actors, nouns)) return;
  const doers = actors.length > 0 ? actors : findDoerBefore(teller, frame, deed);
  const others = teller.reach.findOthers(frame, deed, doers, particle);
  // "asked not to be named", "wanted to leave": asking is done to somebody.
  if (deed.cameo === "020" && ASKING.test(lemma) && particle !== "for" && others.length === 0) return;
  if (lemma === "warn" && others.length === 0) return;
  teller.add(frame, deed, doers, others);
  if (FILING.has(lemma) && nouns.some((noun) => FILED.has(noun))) tellFiling(teller, frame, actors);
}

/** What the same words tell in everyday senses: a price charged, an attack in words, a warning of rain, people of a kind. */
function isNone(
  teller: ToldTeller,
  frame: EventFrame,
  lemma: string,
  { class: cls }: ToldDeed,
  actors: readonly number[],
  nouns: readonly string[],
): boolean {
  const { document, parties } = teller;
  const inner = [frame.object, frame.indirect].filter((head) => head >= 0);
  const within = inner.flatMap((head) => findObliques(document, document.tree, head));
  const prepositions = [...frame.obliques, ...within].map(({ preposition }) => preposition);
  if (lemma === "charge") return prepositions.includes("for") && !prepositions.includes("with");
  // "seized on a remark", "demonstrated that it works".
  const next = document.tokens[frame.trigger + 1]?.text.toLowerCase() ?? "";
  if (lemma === "seize") return /^(?:up)?on$/.test(next);
  if (/^(?:demonstrate|march|rally)$/.test(lemma))
    return frame.object >= 0 || findChild(document, document.tree, frame.trigger, ["ccomp"]) >= 0;
  // "lifted duties to 40 %": raised them.
  if (lemma === "lift" && cls === "RETREAT") return prepositions.includes("to") || prepositions.includes("by");
  // One person holds a rally, a crowd protests by it.
  const isRally = /^(?:rally|march)$/.test(lemma) || nouns.some((noun) => /^(?:rally|march|demonstration)$/.test(noun));
  if (cls === "PROTEST" && isRally)
    return actors.length > 0 && actors.every((actor) => document.resolvedEntities[actor].kind === "person");
  // "met the threshold of the commission": one meets somebody.
  if (lemma === "meet" || lemma === "visit")
    return parties.at(frame.object).length === 0 && !prepositions.includes("with");
  if (lemma === "warn" && frame.object < 0 && frame.indirect < 0) return !threatens(teller, frame, actors);
  if (lemma === "warn") return prepositions.includes("of") || prepositions.includes("about");
  const others = parties.at(frame.object);
  // "Mr Berg walked out": only people together protest by it.
  if (lemma === "walk") {
    const doers = actors.map((actor) => document.resolvedEntities[actor]);
    return doers.some(({ kind, plural }) => !plural && kind !== "group" && kind !== "organisation");
  }
  if (cls === "ASSAULT") return isWeak(WAR, 0, lemma, actors, others, document);
  // "I asked him", "we want them to": talk of oneself.
  if (ASKING.test(lemma) && /^(?:i|we)$/i.test(document.tokens[frame.actor]?.text ?? "")) return true;
  if (cls !== "COERCE" || actors.length > 0 || !frame.isPassive) return false;
  const aux = findChild(document, document.tree, frame.trigger, ["aux:pass"]);
  const isOnce = aux >= 0 && /^(?:was|were|been)$/i.test(document.tokens[aux].text);
  return !isOnce && !others.some((entity) => document.resolvedEntities[entity].isNamed);
}

/** "warned that it would leave", "that theft would be punished": more than a forecast ("that prices would rise"). */
function threatens({ document, parties }: ToldTeller, { trigger }: EventFrame, actors: readonly number[]): boolean {
  const { lemmas, tags, tokens, tree } = document;
  const clause = findChild(document, tree, trigger, ["ccomp", "xcomp"]);
  if (clause < trigger) return false;
  if (PUNISHING.test(lemmas[clause].toLowerCase())) return true;
  const subject = frameVerb(document, tree, clause).actor;
  if (subject < 0 || subject > clause) return false;
  const said = parties.at(subject);
  const isSelf = tags[subject] === "PRON" && /^(?:it|he|she|they|we|i)$/i.test(tokens[subject].text);
  return isSelf || actors.some((actor) => said.length > 0 && parties.areOneSide(actor, said));
}

/** "an offer that X accepted and Y rejected": a joined verb without an object shares that of the first. */
function frameShared(teller: ToldTeller, verb: number): EventFrame {
  const document = teller.document;
  const { heads, relations, tags, tree } = document;
  const frame = frameVerb(document, tree, verb);
  const head = heads[verb];
  if (frame.isPassive && frame.object < 0 && frame.indirect < 0)
    return { ...frame, object: findSufferer(teller, verb) };
  if (frame.object >= 0 || frame.isPassive || relations[verb] !== "conj" || tags[head] !== "VERB") return frame;
  const { object } = frameVerb(document, tree, head);
  return object >= 0 && object < head ? { ...frame, object } : frame;
}

/** "His partner, Jon Berg, was arrested and was jailed": the party before the first "was", which the tree may lose; -1 for none. */
function findSufferer({ document, parties }: ToldTeller, verb: number): number {
  const { heads, mentions, mentionAt, relations, tags, tokens, tree } = document;
  const first = relations[verb] === "conj" && tags[heads[verb]] === "VERB" ? heads[verb] : verb;
  const aux = findChild(document, tree, first, ["aux:pass"]);
  if (aux < 0 || aux > first) return -1;
  let token = aux - 1;
  while (token >= 0 && /^(?:ADV|AUX)$/.test(tags[token])) token--;
  if (tokens[token]?.text === ",") token--;
  const mention = mentions[mentionAt[token]];
  if (mention === undefined || tags[mention.phraseStart - 1] === "ADP") return -1;
  return parties.at(mention.headToken).length > 0 ? mention.headToken : -1;
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
  const beside = frame.obliques.map(({ preposition }) => preposition).filter((word) => !ADJACENT.test(word));
  // "To varying degrees, all agreed": one agrees to what follows.
  const words = new Set([frame.particle, next, ...(lemma === "agree" ? [] : beside)]);
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
    // "in the Court of Appeal": a word of a name is no appeal.
    if (tags[token] !== "PROPN") nouns.push(lemmas[token].toLowerCase());
  }
  return nouns;
}

/** Where nobody does it: whoever did such a thing before. */
function findDoerBefore(teller: ToldTeller, frame: EventFrame, { class: cls }: ToldDeed): readonly number[] {
  if (!frame.isPassive || (cls !== "COERCE" && cls !== "SANCTION")) return [];
  // Police arrest, courts convict.
  const isArrest = cls === "COERCE" && ARRESTING.test(teller.document.lemmas[frame.trigger].toLowerCase());
  const police = isArrest ? findPolice(teller, frame.trigger) : -1;
  if (isArrest) return police >= 0 ? [police] : [];
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

/** "six were arrested, police said": the police of the sentence, or of the report. */
function findPolice(teller: ToldTeller, verb: number): number {
  const { mentions, tokens, entityOf } = teller.document;
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const { index, headToken } of mentions) {
    const distance = Math.abs(headToken - verb);
    if (entityOf[index] >= 0 && distance < least && /^police$/i.test(tokens[headToken].text))
      [nearest, least] = [entityOf[index], distance];
  }
  return nearest;
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
