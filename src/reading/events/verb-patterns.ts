/**
 * The verb patterns of the CAMEO dictionary, compiled: which code a verb has with which object and which preposition.
 *
 * A pattern is kept as the hash of its parts. Verbs of one block of the dictionary share their patterns, and the words of
 * one synonym set of it are one part. The most specific pattern that fits decides; a pattern may also say "no event".
 */
import { hashWord } from "../hash-word.ts";
import type { HashTable } from "./hash-table.ts";

/** A code of the dictionary; `NO_EVENT` where a pattern or a verb is marked as none. */
export const NO_EVENT = "---";

export interface PatternMatch {
  readonly code: string;
  /** How many parts beside the verb the pattern has. */
  readonly parts: number;
  /** Whether the verb's object is one of them: "launch a campaign" is known as a whole. */
  readonly hasObject: boolean;
}

/** What a verb stands with, as words the dictionary may know: each phrase by its head, by two words, and its sets. */
export interface PatternWords {
  readonly subject: readonly number[];
  readonly object: readonly number[];
  readonly obliques: readonly { readonly preposition: number; readonly words: readonly number[] }[];
}

export class VerbPatterns {
  readonly #blocks: HashTable;
  readonly #defaults: HashTable;
  readonly #sets: HashTable;
  readonly #patterns: HashTable;
  readonly #nouns: HashTable;
  readonly #codes: readonly string[];

  constructor(tables: Record<PatternTable, HashTable>, codes: readonly string[]) {
    this.#blocks = tables.blocks;
    this.#defaults = tables.defaults;
    this.#sets = tables.sets;
    this.#patterns = tables.patterns;
    this.#nouns = tables.nouns;
    this.#codes = codes;
  }

  /** @param verbHash Of the lemma, or of lemma and particle joined with "_". */
  hasVerb(verbHash: number): boolean {
    return this.#blocks.get(verbHash) >= 0;
  }

  /** The code of a noun that means a deed by itself: "arrest"; `undefined` where it means none. */
  getNounCode(lemma: string): string | undefined {
    return this.#codes[this.#nouns.get(hashWord(lemma))];
  }

  /** Whether two words are in one synonym set of the dictionary. */
  areSynonyms(lemma: string, other: string): boolean {
    const set = this.#sets.get(hashWord(lemma));
    return set >= 0 && set === this.#sets.get(hashWord(other));
  }

  /** The part for a word, given by its hash, and for each synonym set it is in. */
  addParts(hash: number, parts: number[]): void {
    parts.push(hash);
    const set = this.#sets.get(hash);
    if (set >= 0) parts.push(toSetPart(set));
  }

  /**
   * The code for a verb with what stands beside it; `undefined` for an unknown verb.
   *
   * @param verbHash Of the lemma, or of lemma and particle joined with "_".
   */
  find(verbHash: number, words: PatternWords): PatternMatch | undefined {
    const block = this.#blocks.get(verbHash);
    if (block < 0) return undefined;
    let best = -1;
    let bestParts = 0;
    let hasObject = false;
    const look = (subject: number, object: number, preposition: number, noun: number): void => {
      const parts = Number(subject !== 0) + Number(object !== 0) + Number(preposition !== 0) + Number(noun !== 0);
      if (parts <= bestParts) return;
      const code = this.#patterns.get(hashPattern(block, subject, object, preposition, noun));
      if (code < 0) return;
      best = code;
      bestParts = parts;
      hasObject = object !== 0;
    };
    for (let o = -1; o < words.object.length; o++) {
      const object = o < 0 ? 0 : words.object[o];
      for (const { preposition, words: nouns } of words.obliques) {
        for (const noun of nouns) look(0, object, preposition, noun);
        look(0, object, preposition, 0);
      }
      look(0, object, 0, 0);
      for (const subject of words.subject) look(subject, object, 0, 0);
    }
    const code = bestParts > 0 ? best : this.#defaults.get(verbHash);
    return { code: this.#codes[code] ?? NO_EVENT, parts: bestParts, hasObject };
  }
}

export const PATTERN_TABLES = ["blocks", "defaults", "sets", "patterns", "nouns"] as const;
type PatternTable = (typeof PATTERN_TABLES)[number];

/** A synonym set as a part of patterns, apart from every word. */
export function toSetPart(set: number): number {
  return hashWord(`&${set}`);
}

export function hashPattern(block: number, subject: number, object: number, preposition: number, noun: number): number {
  let hash = Math.imul(block + 1, 0x9e37_79b1);
  for (const part of [subject, object, preposition, noun])
    hash = Math.imul((hash << 13) ^ (hash >>> 19) ^ part, 0x85eb_ca6b);
  return (hash ^ (hash >>> 15)) >>> 0;
}
