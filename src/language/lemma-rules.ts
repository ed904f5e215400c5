/**
 * Lemmas by rules: each rule takes letters off the end of a word and puts others on. Which rule a word takes is looked up
 * by the word and its tag, then by its longest known ending and its tag.
 */
import { LanguageError } from "./errors.ts";
import { joinHashes, mixBits } from "./feature-buffer.ts";
import { findLargest } from "./find-largest.ts";
import type { ModelArray, ModelFile } from "./model-file.ts";
import { LOWER, SUFFIX_1 } from "./word-facts.ts";

/** Endings of 5 to 1 letters decide. */
export const LONGEST_ENDING = 5;

/** The key of a word with a tag (its number in the model). */
export function findLemmaKey(values: Int32Array, row: number, label: number): number {
  return mixBits(joinHashes(values[row + LOWER], label + 1));
}

/** The key of a word's ending of `length` letters (0 to 5) with a tag; a word shorter than that has none, 0. */
export function findEndingKey(values: Int32Array, row: number, label: number, length: number): number {
  if (length === 0) return mixBits(label + 0x1234_5678);
  const ending = values[row + SUFFIX_1 + length - 1];
  return ending === 0 ? 0 : mixBits(joinHashes(ending, label + 0x0100_0000));
}

/** Letters taken off and put on. */
export type LemmaRule = readonly [strip: number, append: string];

export class LemmaRules {
  readonly #rules: readonly LemmaRule[];
  readonly #keys: Uint16Array;
  /** Per slot the number of a rule, from 1. */
  readonly #numbers: Uint16Array;
  readonly #shift: number;

  /** @throws {LanguageError} `model_corrupt`, when its sections do not fit one another. */
  constructor(file: ModelFile) {
    this.#rules = JSON.parse(file.getTextOrThrow("lemmas.rules")) as LemmaRule[];
    this.#keys = file.getArrayOrThrow("lemmas.keys", "u16");
    this.#numbers = file.getArrayOrThrow("lemmas.numbers", "u16");
    const slotBits = 31 - Math.clz32(this.#keys.length);
    this.#shift = 32 - slotBits;
    const isSound =
      this.#keys.length === 1 << slotBits &&
      this.#numbers.length === this.#keys.length &&
      this.#numbers.includes(0) &&
      findLargest(this.#numbers) <= this.#rules.length;
    if (!isSound) throw new LanguageError("model_corrupt", "The rules of lemmas have a wrong size.");
  }

  /**
   * The lemma of a word.
   *
   * @param word In lower case.
   * @param row Of its facts in `values`.
   */
  apply(word: string, values: Int32Array, row: number, label: number): string {
    let number = this.#find(findLemmaKey(values, row, label));
    for (let length = LONGEST_ENDING; number === 0 && length >= 0; length--) {
      const key = findEndingKey(values, row, label, length);
      if (key !== 0) number = this.#find(key);
    }
    if (number === 0) return word;
    const [strip, append] = this.#rules[number - 1];
    // An ending that is the whole word would leave nothing.
    return strip > word.length || (strip === word.length && append === "")
      ? word
      : word.slice(0, word.length - strip) + append;
  }

  #find(hash: number): number {
    const keys = this.#keys;
    const numbers = this.#numbers;
    const mask = keys.length - 1;
    const key = hash & 0xffff;
    let slot = hash >>> this.#shift;
    while (numbers[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return numbers[slot];
  }
}

/** Sections of the rules for a model file; `entries` maps keys to numbers of rules, from 1. */
export function toLemmaSections(
  entries: ReadonlyMap<number, number>,
  rules: readonly LemmaRule[],
): Record<string, ModelArray | string> {
  let slotBits = 4;
  while (entries.size > (1 << slotBits) * 0.85) slotBits++;
  const keys = new Uint16Array(1 << slotBits);
  const numbers = new Uint16Array(1 << slotBits);
  for (const [hash, number] of entries) {
    let slot = hash >>> (32 - slotBits);
    while (numbers[slot] !== 0 && keys[slot] !== (hash & 0xffff)) slot = (slot + 1) & (keys.length - 1);
    if (numbers[slot] !== 0) continue;
    keys[slot] = hash & 0xffff;
    numbers[slot] = number;
  }
  return { "lemmas.rules": JSON.stringify(rules), "lemmas.keys": keys, "lemmas.numbers": numbers };
}
