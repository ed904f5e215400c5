/**
 * What is known of single words before a text is read: whether they occur in lists of names, and how news writes them.
 *
 * A hash table from the lower-case word to sixteen bits of facts. It keeps sixteen bits of each word's hash, so that a word
 * that is not in the table has facts about once in some thousand lookups; the facts are hints to a model, never decisions.
 */
import { LanguageError } from "./errors.ts";
import { hashText } from "./feature-buffer.ts";
import type { ModelArray, ModelFile } from "./model-file.ts";
import { normaliseWord } from "./word-shape.ts";

/** Bits of a word's facts; the higher bits hold the two values below. */
export const WORD_LISTS = {
  givenName: 1,
  surname: 2,
  city: 4,
  country: 8,
  nationality: 16,
  province: 32,
  body: 64,
  title: 128,
} as const;

/** Bits 8 to 10: how often news writes the word with a capital inside sentences, 0 (unknown) or 1 (never) to 7 (always). */
export const CAPITAL_SHIFT = 8;

/** The hash by which a word is kept. */
export function hashWord(word: string): number {
  return hashText(normaliseWord(word));
}

export class NameLexicon {
  readonly #keys: Uint16Array;
  readonly #facts: Uint16Array;
  readonly #shift: number;

  constructor(keys: Uint16Array, facts: Uint16Array) {
    this.#keys = keys;
    this.#facts = facts;
    this.#shift = 32 - (31 - Math.clz32(keys.length));
  }

  /** The facts of a word by the hash of its lower-case form; 0 for an unknown word. */
  getFacts(hash: number): number {
    const keys = this.#keys;
    const facts = this.#facts;
    const mask = keys.length - 1;
    const key = hash & 0xffff;
    for (let slot = hash >>> this.#shift; facts[slot] !== 0; slot = (slot + 1) & mask) {
      if (keys[slot] === key) return facts[slot];
    }
    return 0;
  }
}

/** @throws {LanguageError} `model_corrupt`, when sections are missing or do not fit one another. */
export function fromLexiconSections(file: ModelFile): NameLexicon {
  const filled = file.getArrayOrThrow("lexicon.filled", "u8");
  const packedKeys = file.getArrayOrThrow("lexicon.keys", "u16");
  const packedFacts = file.getArrayOrThrow("lexicon.facts", "u16");
  const keys = new Uint16Array(filled.length * 8);
  const facts = new Uint16Array(filled.length * 8);
  let next = 0;
  for (let slot = 0; slot < keys.length; slot++) {
    if ((filled[slot >> 3] & (1 << (slot & 7))) === 0) continue;
    keys[slot] = packedKeys[next];
    facts[slot] = packedFacts[next++];
  }
  if (next !== packedKeys.length || next !== packedFacts.length) {
    throw new LanguageError("model_corrupt", "The words of the names model are incomplete.");
  }
  return new NameLexicon(keys, facts);
}

/**
 * Sections of a model file for the facts of words, by the hashes of their lower-case forms.
 *
 * Only filled slots are written, behind a bit for each slot that says whether it is.
 */
export function toLexiconSections(words: ReadonlyMap<number, number>): Record<string, ModelArray> {
  const bits = 32 - Math.clz32(Math.max(15, words.size + (words.size >> 2)));
  const keys = new Uint16Array(1 << bits);
  const facts = new Uint16Array(1 << bits);
  for (const [hash, value] of [...words].sort(([a], [b]) => a - b)) {
    if (value === 0) continue;
    let slot = hash >>> (32 - bits);
    while (facts[slot] !== 0 && keys[slot] !== (hash & 0xffff)) slot = (slot + 1) & (keys.length - 1);
    keys[slot] = hash & 0xffff;
    facts[slot] |= value;
  }
  const filled = new Uint8Array(keys.length >> 3);
  for (let slot = 0; slot < keys.length; slot++) if (facts[slot] !== 0) filled[slot >> 3] |= 1 << (slot & 7);
  return {
    "lexicon.filled": filled,
    "lexicon.keys": keys.filter((_, slot) => facts[slot] !== 0),
    "lexicon.facts": facts.filter((fact) => fact !== 0),
  };
}
