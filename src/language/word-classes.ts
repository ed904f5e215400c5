/**
 * What raw text teaches about a word: the class of words it is used like, how it is usually written, how frequent it is.
 *
 * Classes are learnt from which words stand beside which (`training/word-classes-trainer.ts`); they have no names. The
 * model keeps 16 bits of a hash for each word, so an unknown word is taken for a known one once in some tens of
 * thousands, and the words themselves cannot be read from it.
 */
import { LanguageError } from "./errors.ts";
import { getModelBytesOrThrow } from "./model-bytes.ts";
import { type ModelArray, type ModelFile, readModelFile } from "./model-file.ts";

export const WORD_CLASSES_MODEL = { name: "word-classes", version: 1 } as const;

/** How a word is written inside a sentence: unknown, or nearly always or mostly so. */
export const CASE_HABITS = ["unknown", "lower", "mostly lower", "mixed", "initial", "upper"] as const;

/** What is known of a word. */
export interface WordEntry {
  /** Finest class, from 1; 0 for an unknown word. */
  readonly wordClass: number;
  /** Index into `CASE_HABITS`. */
  readonly caseHabit: number;
  /** 1 (rare) to 7 (the most frequent words); 0 for an unknown word. */
  readonly frequency: number;
}

/** An entry in 16 bits; 0 is kept for "unknown". Its counterpart is {@link unpackWordEntry}. */
export function packWordEntry({ wordClass, caseHabit, frequency }: WordEntry): number {
  return wordClass | (caseHabit << 10) | (frequency << 13);
}

export function unpackWordEntry(packed: number): WordEntry {
  return { wordClass: packed & 0x3ff, caseHabit: (packed >>> 10) & 7, frequency: packed >>> 13 };
}

/** A table of words by hash, and two coarser classes for each class. */
export class WordClasses {
  readonly #keys: Uint16Array;
  readonly #entries: Uint16Array;
  readonly #shift: number;
  readonly #coarse: Uint8Array;
  readonly #coarsest: Uint8Array;

  /** @throws {LanguageError} `model_corrupt`, when its sections do not fit one another. */
  constructor(file: ModelFile) {
    this.#keys = file.getArrayOrThrow("keys", "u16");
    this.#entries = file.getArrayOrThrow("entries", "u16");
    this.#coarse = file.getArrayOrThrow("coarse", "u8");
    this.#coarsest = file.getArrayOrThrow("coarsest", "u8");
    const slotBits = 31 - Math.clz32(this.#keys.length);
    this.#shift = 32 - slotBits;
    if (
      this.#keys.length !== 1 << slotBits ||
      this.#entries.length !== this.#keys.length ||
      this.#coarse.length !== this.#coarsest.length ||
      !this.#entries.includes(0)
    ) {
      throw new LanguageError("model_corrupt", "The table of word classes has a wrong size.");
    }
  }

  /** The entry of a word by the hash of its normal form (`normaliseWord`), packed; 0 for an unknown word. */
  find(hash: number): number {
    const keys = this.#keys;
    const entries = this.#entries;
    const mask = keys.length - 1;
    const key = hash & 0xffff;
    let slot = hash >>> this.#shift;
    while (entries[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return entries[slot];
  }

  /** The coarser class, from 1, that a finest class belongs to; 0 for 0. */
  getCoarse(wordClass: number): number {
    return this.#coarse[wordClass] ?? 0;
  }

  /** The coarsest class, from 1, that a finest class belongs to; 0 for 0. */
  getCoarsest(wordClass: number): number {
    return this.#coarsest[wordClass] ?? 0;
  }
}

/** Sections of the model: entries by hash, and the coarser classes of each class. */
export function toWordClassSections(
  entries: ReadonlyMap<number, number>,
  coarse: Uint8Array<ArrayBuffer>,
  coarsest: Uint8Array<ArrayBuffer>,
): Record<string, ModelArray> {
  let slotBits = 4;
  while (entries.size > (1 << slotBits) * 0.85) slotBits++;
  const keys = new Uint16Array(1 << slotBits);
  const values = new Uint16Array(1 << slotBits);
  const mask = keys.length - 1;
  for (const [hash, entry] of entries) {
    let slot = hash >>> (32 - slotBits);
    while (values[slot] !== 0 && keys[slot] !== (hash & 0xffff)) slot = (slot + 1) & mask;
    // Of two words that the table cannot tell apart the first, more frequent one stays.
    if (values[slot] !== 0) continue;
    keys[slot] = hash & 0xffff;
    values[slot] = entry;
  }
  return { keys, entries: values, coarse, coarsest };
}

let loaded: WordClasses | undefined;

/** The classes of the package's model, read at the first call. */
export function getWordClasses(): WordClasses {
  loaded ??= new WordClasses(readModelFile(getModelBytesOrThrow(WORD_CLASSES_MODEL.name), WORD_CLASSES_MODEL));
  return loaded;
}
