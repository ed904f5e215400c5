/**
 * A hash table from words to choices: numbers that stand for sets of labels.
 *
 * Keeps 16 bits of each hash beside the place it is looked for, so an unknown word is taken for a known one once in some
 * tens of thousands.
 */
import { LanguageError } from "./errors.ts";
import { findLargest } from "./find-largest.ts";
import type { ModelArray, ModelFile } from "./model-file.ts";

export class ChoiceTable {
  /** The labels of choice `c` stand at `starts[c]` to `starts[c + 1]` of `labels`, rising. Choice 0 is empty. */
  readonly starts: Int32Array;
  readonly labels: Uint8Array;
  readonly choiceCount: number;
  readonly #keys: Uint16Array;
  readonly #choices: Uint16Array;
  readonly #shift: number;

  /**
   * @param prefix Of its sections, which {@link toChoiceSections} wrote.
   * @param labelCount Labels are below this.
   * @throws {LanguageError} `model_corrupt`, when its sections do not fit one another.
   */
  constructor(file: ModelFile, prefix: string, labelCount: number) {
    this.starts = file.getArrayOrThrow(`${prefix}.starts`, "i32");
    this.labels = file.getArrayOrThrow(`${prefix}.labels`, "u8");
    this.#keys = file.getArrayOrThrow(`${prefix}.keys`, "u16");
    this.#choices = file.getArrayOrThrow(`${prefix}.choices`, "u16");
    this.choiceCount = this.starts.length - 1;
    const slotBits = 31 - Math.clz32(this.#keys.length);
    this.#shift = 32 - slotBits;
    const isSound =
      this.#keys.length === 1 << slotBits &&
      this.#choices.length === this.#keys.length &&
      this.#choices.includes(0) &&
      findLargest(this.#choices) < this.choiceCount &&
      findLargest(this.labels) < labelCount &&
      this.starts.every((start, i) => (i < 2 ? start === 0 : start > this.starts[i - 1])) &&
      this.starts[this.choiceCount] === this.labels.length;
    if (!isSound) throw new LanguageError("model_corrupt", `The table "${prefix}" has a wrong size.`);
  }

  /** The choice of a hash; 0 where it is not in the table. */
  find(hash: number): number {
    const keys = this.#keys;
    const choices = this.#choices;
    const mask = keys.length - 1;
    const key = hash & 0xffff;
    let slot = hash >>> this.#shift;
    while (choices[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return choices[slot];
  }
}

/**
 * Sections of a table for a model file.
 *
 * @param entries Choice, from 1, of each hash. Of two hashes that cannot be told apart the first stays.
 * @param choices Labels of each choice; the first is empty, the others are not.
 */
export function toChoiceSections(
  prefix: string,
  entries: ReadonlyMap<number, number>,
  choices: readonly (readonly number[])[],
): Record<string, ModelArray> {
  let slotBits = 4;
  while (entries.size > (1 << slotBits) * 0.85) slotBits++;
  const keys = new Uint16Array(1 << slotBits);
  const values = new Uint16Array(1 << slotBits);
  for (const [hash, choice] of entries) {
    let slot = hash >>> (32 - slotBits);
    while (values[slot] !== 0 && keys[slot] !== (hash & 0xffff)) slot = (slot + 1) & (keys.length - 1);
    if (values[slot] !== 0) continue;
    keys[slot] = hash & 0xffff;
    values[slot] = choice;
  }
  const starts = new Int32Array(choices.length + 1);
  for (const [i, labels] of choices.entries()) starts[i + 1] = starts[i] + labels.length;
  return {
    [`${prefix}.keys`]: keys,
    [`${prefix}.choices`]: values,
    [`${prefix}.starts`]: starts,
    [`${prefix}.labels`]: Uint8Array.from(choices.flat()),
  };
}
