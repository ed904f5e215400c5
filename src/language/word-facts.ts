/**
 * What can be known of a word by itself, computed once per different word: hashes of its form and parts, its case and
 * shape, its classes. The features of every model are made from these integers.
 *
 * The facts of all words lie in one table. A document's words are numbers of its rows; they stay right until the next
 * call for another document, since a table that has grown too large is begun anew then.
 *
 * @example
 * const words = getWordFacts();
 * const rows = words.findRows(document.tokens);
 * buffer.add(1, words.values[rows[i] + LOWER]);
 */
import { hashText, joinHashes } from "./feature-buffer.ts";
import { getWordClasses, unpackWordEntry, type WordClasses } from "./word-classes.ts";
import { findWordCase, findWordShape, normaliseWord } from "./word-shape.ts";

/** Hash of the word as written. */
export const FORM = 0;
/** Hash of the word in lower case with straight apostrophes and every digit 0. */
export const LOWER = 1;
/** Hashes of the first 1 to 4 and the last 1 to 5 characters of that; 0 where the word is not longer. */
export const PREFIX_1 = 2;
export const PREFIX_2 = 3;
export const PREFIX_3 = 4;
export const PREFIX_4 = 5;
export const SUFFIX_1 = 6;
export const SUFFIX_2 = 7;
export const SUFFIX_3 = 8;
export const SUFFIX_4 = 9;
export const SUFFIX_5 = 10;
/** Hash of the shape: `McKay` is `XxXx`, `1,200` is `0,0`. */
export const SHAPE = 11;
/** Index into `WORD_CASES`. */
export const CASE = 12;
/** Word classes from the finest (about 640) to the coarsest (about 40), 0 for an unknown word. */
export const CLASS = 13;
export const COARSE_CLASS = 14;
export const COARSEST_CLASS = 15;
/** Index into `CASE_HABITS`: how the word is usually written, whatever its case here. */
export const CASE_HABIT = 16;
/** 0 (unknown) to 7 (most frequent). */
export const FREQUENCY = 17;
/** Bits: `HAS_DIGIT`, `HAS_HYPHEN`, `HAS_LETTER`, `HAS_DOT`, `HAS_APOSTROPHE`. */
export const MARKS = 18;
/** Number of UTF-16 code units, at most 20. */
export const LENGTH = 19;
/** The finest class where there is one, else a hash of suffix and case: always says something. */
export const CLASS_OR_SUFFIX = 20;
/** Numbers a row takes in the table: row `r` starts at `r`, rows are multiples of this. */
export const FACTS_PER_WORD = 21;

export const HAS_DIGIT = 1;
export const HAS_HYPHEN = 2;
export const HAS_LETTER = 4;
export const HAS_DOT = 8;
export const HAS_APOSTROPHE = 16;

const MAX_WORDS = 1 << 16;

/** A table of words and what is known of each. */
export class WordFacts {
  /** The facts of the word in row `r` stand from `values[r]` on, in the order of the constants above. */
  values = new Int32Array(1024 * FACTS_PER_WORD);
  /** Counts how often the table was begun anew: what was kept by row is wrong when this has changed. */
  generation = 0;
  readonly #classes: WordClasses;
  readonly #maxWords: number;
  readonly #rows = new Map<string, number>();
  /** Rows of the documents seen since the table was begun. */
  #known = new WeakMap<object, Int32Array>();

  constructor(classes: WordClasses, maxWords = MAX_WORDS) {
    this.#classes = classes;
    this.#maxWords = maxWords;
  }

  /**
   * The rows of a document's words, one per token. Asked again for the same tokens it gives the same array.
   *
   * Rows given for other documents may be wrong from then on: ask again for those.
   */
  findRows(tokens: readonly { readonly text: string }[]): Int32Array {
    const known = this.#known.get(tokens);
    if (known !== undefined) return known;
    if (this.#rows.size > this.#maxWords) {
      this.#rows.clear();
      this.generation++;
      this.#known = new WeakMap();
    }
    const rows = new Int32Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const { text } = tokens[i];
      rows[i] = this.#rows.get(text) ?? this.#addWord(text);
    }
    this.#known.set(tokens, rows);
    return rows;
  }

  #addWord(text: string): number {
    const row = this.#rows.size * FACTS_PER_WORD;
    if (row + FACTS_PER_WORD > this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.#rows.set(text, row);
    const { values } = this;
    const word = normaliseWord(text);
    values[row + FORM] = hashText(text);
    values[row + LOWER] = hashText(word);
    for (let length = 1; length <= 5; length++) {
      if (length <= 4) values[row + PREFIX_1 + length - 1] = word.length > length ? hashText(word.slice(0, length)) : 0;
      values[row + SUFFIX_1 + length - 1] = word.length > length ? hashText(word.slice(-length)) : 0;
    }
    values[row + SHAPE] = hashText(findWordShape(text));
    values[row + CASE] = findWordCase(text);
    const entry = unpackWordEntry(this.#classes.find(values[row + LOWER]));
    values[row + CLASS] = entry.wordClass;
    values[row + COARSE_CLASS] = this.#classes.getCoarse(entry.wordClass);
    values[row + COARSEST_CLASS] = this.#classes.getCoarsest(entry.wordClass);
    values[row + CASE_HABIT] = entry.caseHabit;
    values[row + FREQUENCY] = entry.frequency;
    values[row + MARKS] = findMarks(word);
    values[row + LENGTH] = Math.min(20, text.length);
    values[row + CLASS_OR_SUFFIX] =
      entry.wordClass !== 0 ? entry.wordClass : joinHashes(hashText(word.slice(-3)), values[row + CASE]) | 0x4000_0000;
    return row;
  }
}

function findMarks(word: string): number {
  let marks = 0;
  if (word.includes("0")) marks |= HAS_DIGIT;
  if (word.includes("-")) marks |= HAS_HYPHEN;
  if (word.includes(".")) marks |= HAS_DOT;
  if (word.includes("'")) marks |= HAS_APOSTROPHE;
  if (/\p{L}/u.test(word)) marks |= HAS_LETTER;
  return marks;
}

let shared: WordFacts | undefined;

/** The table that all layers share; reads the model of word classes at the first call. */
export function getWordFacts(): WordFacts {
  shared ??= new WordFacts(getWordClasses());
  return shared;
}
