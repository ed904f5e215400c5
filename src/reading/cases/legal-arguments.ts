/**
 * What stands around a word of the law: who does it, what is given or taken, whom it is for or against, told by an active verb,
 * a passive one or a noun alike.
 *
 * Subjects, objects and receivers come from the tree; what hangs on prepositions from the order of the words, since trees hang
 * them now on the verb and now on the noun.
 */
import type { ClauseNavigator } from "./clause-navigator.ts";

/** From a word to the preposition of what belongs to it. */
const MAX_TO_PREPOSITION = 16;
/** From a verb to the noun that it gives or takes. */
const MAX_TO_THING = 9;
/** A clause of its own begins here. */
const CLAUSE = /^(who|which|that|whom|whose|after|when|while|because|where|although|if|unless|but)$/;

export interface LegalArguments {
  /** Who does it; -1 for none told. */
  readonly agent: number;
  /** The noun for what is given, taken, begun or borne; -1 where it is not of the nouns looked for. */
  readonly thing: number;
  /** Who is given it or deprived of it as the verb itself tells; -1 for none. */
  readonly receiver: number;
}

/** @param isThing Says which nouns are looked for. */
export function findArguments(
  navigator: ClauseNavigator,
  verb: number,
  sentenceEnd: number,
  isThing: (token: number) => boolean,
): LegalArguments {
  const agent = navigator.findAgent(verb);
  const isPassive = navigator.isPassive(verb);
  const subject = isPassive ? navigator.findObject(verb) : -1;
  if (subject >= 0 && isThing(subject)) return { agent, thing: subject, receiver: -1 };
  let thing =
    navigator.children(verb).find((child) => child > verb && isObject(navigator, child) && isThing(child)) ?? -1;
  if (thing < 0) thing = findThingBehind(navigator, verb, sentenceEnd, isThing);
  // "has been handed a ban": whom the passive is said of.
  if (isPassive) return { agent, thing, receiver: subject };
  return { agent, thing, receiver: thing < 0 ? -1 : findReceiver(navigator, verb, thing) };
}

function isObject({ document: { relations } }: ClauseNavigator, token: number): boolean {
  return /^(obj|iobj|obl:unmarked|xcomp|dep)/.test(relations[token]);
}

/** The first such noun behind a verb, over who is given it and what describes it. */
function findThingBehind(
  navigator: ClauseNavigator,
  verb: number,
  sentenceEnd: number,
  isThing: (token: number) => boolean,
): number {
  const { tags } = navigator.document;
  for (let token = verb + 1; token < Math.min(sentenceEnd, verb + MAX_TO_THING); token++) {
    if (isThing(token)) return token;
    if (
      /^(VERB|SCONJ|PUNCT|ADP)$/.test(tags[token]) &&
      !/^(-|down|out|up|off|of|with|its)$/.test(navigator.word(token))
    )
      return -1;
  }
  return -1;
}

/** "gave the striker a ban", "stripped X of immunity": whom the words between verb and noun name. */
function findReceiver(navigator: ClauseNavigator, verb: number, thing: number): number {
  const { mentions, mentionAt } = navigator.document;
  const own = navigator.mentionAt(thing)?.phraseStart ?? thing;
  for (let token = verb + 1; token < own; token++) {
    const mention = mentions[mentionAt[token]];
    if (mention !== undefined) return mention.headToken;
  }
  return -1;
}

/** The token behind the first of some prepositions that belongs to a word; -1 for none. */
export function findBehind(
  navigator: ClauseNavigator,
  from: number,
  sentenceEnd: number,
  prepositions: RegExp,
  isOverVerbs = false,
): number {
  const { tags, features } = navigator.document;
  for (let token = from + 1; token < Math.min(sentenceEnd - 1, from + MAX_TO_PREPOSITION); token++) {
    const word = navigator.word(token);
    if (prepositions.test(word) && tags[token] !== "VERB" && !navigator.isInName(token)) return token + 1;
    if (/^[;:.“”"]$/.test(word) || CLAUSE.test(word)) return -1;
    const isFiniteVerb = tags[token] === "VERB" && /VerbForm=Fin/.test(features[token]);
    if (isFiniteVerb && !isOverVerbs) return -1;
  }
  return -1;
}
