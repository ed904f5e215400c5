/**
 * Which labels a word may have: those it had in the annotated texts, where it was frequent there, otherwise those of
 * rare words as well. Narrows the tagger's search to a few labels, often to one.
 */
import { ChoiceTable } from "./choice-table.ts";
import { LanguageError } from "./errors.ts";
import type { ModelFile } from "./model-file.ts";
import { CASE, HAS_DIGIT, HAS_LETTER, LOWER, MARKS } from "./word-facts.ts";

/** Told apart among unknown words: by letters, capitals and digits. */
export const UNKNOWN_KINDS = 5;

/** The kind, 0 to `UNKNOWN_KINDS` - 1, of the word in this row of facts. */
export function findUnknownKind(values: Int32Array, row: number): number {
  const marks = values[row + MARKS];
  if (marks & HAS_LETTER) return marks & HAS_DIGIT ? 2 : values[row + CASE] > 1 ? 1 : 0;
  return marks & HAS_DIGIT ? 3 : 4;
}

/** Turns the key of a word without capitals into that of the word with capitals, and back. */
export const CAPITAL_KEY = 0x5bd1_e995;

/** The key of a word: words with a capital have another entry than those without. */
export function findLexiconKey(values: Int32Array, row: number): number {
  return values[row + CASE] > 1 ? values[row + LOWER] ^ CAPITAL_KEY : values[row + LOWER];
}

export class TagLexicon {
  readonly table: ChoiceTable;
  /** Per choice of a word in lower case the choice when it has a capital that was not seen in training. */
  readonly #capitalised: Uint16Array;
  readonly #unknown: Uint16Array;

  /** @throws {LanguageError} `model_corrupt`, when its sections do not fit one another. */
  constructor(file: ModelFile, labelCount: number) {
    this.table = new ChoiceTable(file, "lexicon", labelCount);
    this.#capitalised = file.getArrayOrThrow("lexicon.capitalised", "u16");
    this.#unknown = file.getArrayOrThrow("lexicon.unknown", "u16");
    const isSound =
      this.#capitalised.length === this.table.choiceCount &&
      this.#unknown.length === UNKNOWN_KINDS &&
      this.#capitalised.every((choice) => choice < this.table.choiceCount) &&
      this.#unknown.every((choice) => choice > 0 && choice < this.table.choiceCount);
    if (!isSound) throw new LanguageError("model_corrupt", "The lexicon of tags has a wrong size.");
  }

  /** The choice, from 1, of the word in this row of facts. */
  find(values: Int32Array, row: number): number {
    const choice = this.table.find(findLexiconKey(values, row));
    if (choice !== 0) return choice;
    if (values[row + CASE] > 1) {
      const asLower = this.table.find(values[row + LOWER]);
      if (asLower !== 0) return this.#capitalised[asLower];
    }
    return this.#unknown[findUnknownKind(values, row)];
  }
}
