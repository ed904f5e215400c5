/**
 * Whose deed a noun without owner means: "welcomed the step", "called the ruling a disgrace".
 *
 * A noun said before in a deed ("issued a warrant … the warrant") is that deed's; a general one ("the move") means what the
 * report is about: the deed told first.
 */
import type { ResolvedDocument } from "../resolve-mentions.ts";
import type { TreeIndex, TreeLayer } from "../tree-index.ts";

export interface Deed {
  readonly trigger: number;
  /** The verb's and the object's lemma. */
  readonly lemmas: readonly string[];
  readonly actor: number;
}

/** Nouns for whatever somebody did. */
const GENERAL = new Set(
  "move step decision ruling announcement action measure measures plan outcome result verdict judgment judgement order deal agreement news proposal call".split(
    " ",
  ),
);

/** Nouns for what bodies do, which may mean what the report is about. */
const ACTS = new Set(
  "procedure investigation inquiry probe review vote bill law reform decree ban fine penalty sanction tariff offer initiative finding opinion appointment nomination election pact treaty accord truce ceasefire settlement compromise pause delay approach handling response opposition silence refusal withdrawal exit departure launch".split(
    " ",
  ),
);

/** @param lemma Of a noun, lower case. */
export function isAct(lemma: string): boolean {
  return GENERAL.has(lemma) || ACTS.has(lemma);
}

/** @param lemma Of a noun. */
export function isGeneralDeed(lemma: string | undefined): boolean {
  return lemma !== undefined && GENERAL.has(lemma.toLowerCase());
}

/** @param all In text order; those told before the noun count. @returns The entity, or -1. */
export function findDeedOwner(document: ResolvedDocument & TreeLayer, noun: number, all: readonly Deed[]): number {
  const deeds = all.filter(({ trigger }) => trigger < noun);
  if (noun < 0 || deeds.length === 0 || isNewOrOwned(document, noun, document.tree)) return -1;
  const lemma = document.lemmas[noun].toLowerCase();
  const done = deeds.findLast(({ lemmas: [verb] }) => isSameDeed(verb, lemma));
  if (done !== undefined) return done.actor;
  // "the bill", "the move": of persons too many do something with one and the same bill.
  const isBody = ({ actor }: Deed): boolean => document.resolvedEntities[actor].kind !== "person";
  const made = deeds.findLast((deed) => deed.lemmas.slice(1).some((word) => isSameDeed(word, lemma)));
  if (made !== undefined) return isBody(made) ? made.actor : -1;
  return GENERAL.has(lemma) && isBody(deeds[0]) ? deeds[0].actor : -1;
}

/** "a similar bill" was not told of before, "our results" are ours. */
function isNewOrOwned(
  { relations, tokens }: ResolvedDocument,
  noun: number,
  { childStart, children }: TreeIndex,
): boolean {
  for (let i = childStart[noun]; i < childStart[noun + 1]; i++) {
    const child = children[i];
    if (relations[child] === "nmod:poss" || NEW.test(tokens[child].text)) return true;
  }
  return false;
}

const NEW = /^(?:an?|another|some|any|similar|other|new)$/i;

/** "rule" and "ruling", "decide" and "decision": the same first five letters, or four of a short word. */
function isSameDeed(word: string, lemma: string): boolean {
  const length = Math.min(5, word.length, lemma.length);
  return length >= 4 && word.slice(0, length) === lemma.slice(0, length);
}
