/**
 * What common nouns refer to: a person, an organisation, a place or none of these.
 *
 * Learnt from running text (which nouns take "who", stand before a name or speak) and kept as hashes, so the model holds no
 * list of words. A noun never seen is judged by its ending.
 */
import { getModelBytesOrThrow, type ModelFile, readModelFile } from "../language/index.ts";
import { hashWord } from "./hash-word.ts";

export const REFERENTS_MODEL = "referents";
export const REFERENTS_VERSION = 1;

export const NOUN_CLASSES = ["other", "person", "organisation", "place"] as const;
export type NounClass = (typeof NOUN_CLASSES)[number];

/** Endings of those who do something; of words never seen, most are people. */
const AGENT_ENDING = /...(?:er|or|eur|eer|ist|ian|crat|person|woman|man)$/;

/** Whether a noun ends as those for people who do something: an "operator" may as well be a firm. */
export function endsAsAgent(lemma: string): boolean {
  return AGENT_ENDING.test(lemma);
}

/** Longest ending that an unknown noun is judged by, in characters. */
export const LONGEST_ENDING = 4;

interface Referents {
  readonly nounHashes: Uint32Array;
  readonly nounClasses: Uint8Array;
}

let loaded: Referents | undefined;

function load(): Referents {
  if (loaded === undefined) {
    const file: ModelFile = readModelFile(getModelBytesOrThrow(REFERENTS_MODEL), {
      name: REFERENTS_MODEL,
      version: REFERENTS_VERSION,
    });
    loaded = {
      nounHashes: file.getArrayOrThrow("nounHashes", "u32"),
      nounClasses: file.getArrayOrThrow("nounClasses", "u8"),
    };
  }
  return loaded;
}

const classOfNoun = new Map<string, NounClass>();
/** Nouns remembered before the memory starts anew: reports repeat few nouns, streams of them repeat most. */
const MOST_REMEMBERED = 20_000;

/** Whether the noun itself was seen, so that its class is not guessed from its ending. */
export function isKnownNoun(lemma: string): boolean {
  return findNoun(lemma) >= 0;
}

/** Where a noun is kept, "neighbour" where "neighbor" is; -1 for none. */
function findNoun(lemma: string): number {
  const { nounHashes } = load();
  const index = find(nounHashes, hashWord(lemma));
  if (index >= 0 || !/..our(?:er|man|woman)?$/.test(lemma)) return index;
  return find(nounHashes, hashWord(lemma.replace(/our((?:er|man|woman)?)$/, "or$1")));
}

/** @param lemma Lower case, singular. */
export function getNounClass(lemma: string): NounClass {
  let found = classOfNoun.get(lemma);
  if (found === undefined) {
    if (classOfNoun.size >= MOST_REMEMBERED) classOfNoun.clear();
    found = NOUN_CLASSES[lookUpNoun(lemma)];
    classOfNoun.set(lemma, found);
  }
  return found;
}

function lookUpNoun(lemma: string): number {
  const { nounHashes, nounClasses } = load();
  const whole = findNoun(lemma);
  if (whole >= 0) return nounClasses[whole];
  let index = -1;
  // "vice-president", "co-founder": the last part decides.
  if (lemma.includes("-")) return lookUpNoun(lemma.slice(lemma.lastIndexOf("-") + 1));
  for (let length = LONGEST_ENDING; index < 0 && length >= 2; length--) {
    if (lemma.length > length + 1) index = find(nounHashes, hashWord(endingKey(lemma, length)));
  }
  return AGENT_ENDING.test(lemma) ? NOUN_CLASSES.indexOf("person") : index < 0 ? 0 : nounClasses[index];
}

/** The key under which the ending of a noun is kept, apart from every word. */
export function endingKey(lemma: string, length: number): string {
  return `~${lemma.slice(-length)}`;
}

function find(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (hashes[middle] === hash) return middle;
    if (hashes[middle] < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
