/** What the classifier of events sees of a candidate, as hashes. */

import { findSentence } from "../find-sentence.ts";
import { hashWord } from "../hash-word.ts";
import { mixFeature } from "../mix-feature.ts";
import type { CandidateDocument, EventCandidate } from "./event-candidate.ts";
import { CLASS_COUNT, EVENT_CLASSES, type EventModel } from "./event-model.ts";

export const MOST_EVENT_FEATURES = 96;
const MOST_BAG_WORDS = 24;

/** Writes the features of a candidate into `into`. @returns How many. */
export function findEventFeatures(given: CandidateDocument, candidate: EventCandidate, into: Uint32Array): number {
  const { document, tree, hashLemma: lemmaOf } = given;
  const { tags, sentences, mentions, mentionAt } = document;
  const { frame, class: cls, parts } = candidate;
  let count = 0;
  const add = (template: number, a: number, b = 0): void => {
    if (count < into.length) into[count++] = mixFeature(template, a, b);
  };
  const kindOf = (entities: readonly number[]): number =>
    entities.length === 0 ? 0 : hashWord(document.resolvedEntities[entities[0]].kind);
  const verb = hashWord(candidate.lemma);
  const object = lemmaOf(frame.object);
  const clsHash = hashWord(cls ?? "");
  const shape = toShape(frame);
  add(1, 0);
  add(2, verb);
  add(3, clsHash, Math.min(parts, 2));
  add(4, clsHash);
  add(5, verb, shape);
  add(6, verb, object);
  add(7, object);
  add(8, clsHash, kindOf(candidate.actors));
  add(9, clsHash, kindOf(candidate.recipients));
  add(10, kindOf(candidate.actors), kindOf(candidate.recipients));
  for (const { preposition, token } of frame.obliques) {
    const word = hashWord(preposition);
    add(11, verb, word);
    add(12, word, lemmaOf(token));
  }
  const { childStart, children } = tree;
  for (let i = childStart[frame.trigger]; i < childStart[frame.trigger + 1]; i++) {
    const child = children[i];
    if (document.relations[child] === "xcomp") add(13, verb, lemmaOf(child));
    if (document.relations[child] === "ccomp") add(14, verb);
  }
  if (frame.object >= 0) {
    for (let i = childStart[frame.object]; i < childStart[frame.object + 1]; i++)
      if (tags[children[i]] === "ADJ" || tags[children[i]] === "NOUN") add(15, lemmaOf(children[i]), object);
  }
  if (frame.actor >= 0 && tags[frame.actor] === "NOUN") add(16, lemmaOf(frame.actor));
  const at = mentions[mentionAt[frame.trigger]]?.sentence ?? findSentence(sentences, frame.trigger);
  const { startToken, endToken } = sentences[at];
  // The words around say whether this is a match, a market or a war.
  const from = Math.max(startToken, frame.trigger - MOST_BAG_WORDS / 2);
  const to = Math.min(endToken, frame.trigger + MOST_BAG_WORDS / 2);
  for (let token = from; token < to; token++) {
    const tag = tags[token];
    if (token !== frame.trigger && (tag === "NOUN" || tag === "VERB" || tag === "ADJ")) add(17, lemmaOf(token));
  }
  return count;
}

function toShape({ isNoun, isPassive }: EventCandidate["frame"]): number {
  return (isNoun ? 2 : 0) + (isPassive ? 1 : 0);
}

const scores = new Float64Array(CLASS_COUNT);

/** The sum of the weights of each class, in the order of `EVENT_CLASSES`; the array is used again by the next call. */
export function scoreEventClasses(
  { rows, weights, step }: EventModel,
  features: Uint32Array,
  count: number,
): Float64Array {
  scores.fill(0);
  for (let i = 0; i < count; i++) {
    const row = rows.get(features[i]);
    if (row < 0) continue;
    const start = row * EVENT_CLASSES.length;
    for (let k = 0; k < CLASS_COUNT; k++) scores[k] += weights[start + k];
  }
  for (let k = 0; k < CLASS_COUNT; k++) scores[k] *= step;
  return scores;
}
