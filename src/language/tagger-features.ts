/** The features from which the tagger judges a word: the word, its neighbours, their classes and possible labels. */
import { type FeatureBuffer, joinHashes } from "./feature-buffer.ts";
import type { TagLexicon } from "./tag-lexicon.ts";
import {
  CASE,
  CASE_HABIT,
  CLASS,
  CLASS_OR_SUFFIX,
  COARSE_CLASS,
  COARSEST_CLASS,
  LENGTH,
  LOWER,
  MARKS,
  PREFIX_1,
  PREFIX_2,
  PREFIX_3,
  SHAPE,
  SUFFIX_1,
  SUFFIX_2,
  SUFFIX_3,
  SUFFIX_4,
  SUFFIX_5,
} from "./word-facts.ts";

/** Positions before the first and after the last word that features may look at. */
const PAD = 2;
/** Stands for everything about a neighbour that is not there. */
export const EDGE = 0x2545_f491;

/** How a sentence as a whole is written: capitals in it mean something, mean nothing, or are missing. */
export const SENTENCE_CASES = { usual: 0, capitalised: 1, lower: 2 } as const;

/** The places of a neighbour from which a word is judged, for `addNeighbourFeatures`. */
export const NEIGHBOURS = { before: 0, after: 1, secondBefore: 2, secondAfter: 3 } as const;

/** How many ways there are to be written in a sentence, for `TaggerWindow.getSetting`. */
export const SETTING_COUNT = 6;

/**
 * Adds the features of a word by itself. They depend on its row, its choice and its setting alone, so that their score
 * can be kept.
 *
 * @param setting Of `TaggerWindow.getSetting`.
 */
export function addOwnFeatures(
  buffer: FeatureBuffer,
  values: Int32Array,
  row: number,
  choice: number,
  setting: number,
): void {
  const word = values[row + LOWER];
  const caseHere = (values[row + CASE] << 4) | setting;
  buffer.add(1, word);
  buffer.add(2, joinHashes(word, caseHere));
  buffer.add(3, values[row + SUFFIX_1]);
  buffer.add(4, values[row + SUFFIX_2]);
  buffer.add(5, values[row + SUFFIX_3]);
  buffer.add(6, values[row + SUFFIX_4]);
  buffer.add(7, values[row + SUFFIX_5]);
  buffer.add(8, values[row + PREFIX_1]);
  buffer.add(9, values[row + PREFIX_2]);
  buffer.add(10, values[row + PREFIX_3]);
  buffer.add(11, values[row + SHAPE]);
  buffer.add(12, (caseHere << 8) | (values[row + CASE_HABIT] << 5) | values[row + MARKS]);
  buffer.add(13, joinHashes(caseHere, values[row + SUFFIX_3]));
  buffer.add(14, values[row + CLASS]);
  buffer.add(15, values[row + COARSE_CLASS]);
  buffer.add(16, joinHashes(values[row + COARSEST_CLASS], values[row + SUFFIX_2]));
  buffer.add(17, joinHashes(caseHere, values[row + CLASS]));
  buffer.add(18, choice);
  buffer.add(19, (values[row + LENGTH] << 8) | caseHere);
}

/** Adds the features by which a word judges one neighbour alone; they depend on the neighbour's row and choice only. */
export function addNeighbourFeatures(
  buffer: FeatureBuffer,
  lower: number,
  wordClass: number,
  choice: number,
  neighbour: number,
): void {
  buffer.add(20 + neighbour, lower);
  buffer.add(29 + neighbour, wordClass);
  if (neighbour <= NEIGHBOURS.after) buffer.add(36 + neighbour, choice);
}

/** One sentence laid out for features, with room for neighbours that are not there. Filled again for each sentence. */
export class TaggerWindow {
  length = 0;
  sentenceCase: number = SENTENCE_CASES.usual;
  #lower = new Int32Array(0);
  #classes = new Int32Array(0);
  #coarse = new Int32Array(0);
  #coarsest = new Int32Array(0);
  #choices = new Int32Array(0);
  #rows = new Int32Array(0);
  #values: Int32Array = new Int32Array(0);

  /**
   * @param rows Of `WordFacts`, of the whole document; the sentence runs from `start` to `end`.
   * @param choices Filled with the choices of the sentence's words: which labels each may have, as a number. Words with
   *   like choices are alike.
   */
  fill(
    values: Int32Array,
    rows: Int32Array,
    start: number,
    end: number,
    lexicon: TagLexicon,
    choices: Int32Array,
  ): void {
    const length = end - start;
    if (this.#lower.length < length + 2 * PAD) {
      const room = length * 2 + 2 * PAD;
      this.#lower = new Int32Array(room);
      this.#classes = new Int32Array(room);
      this.#coarse = new Int32Array(room);
      this.#coarsest = new Int32Array(room);
      this.#choices = new Int32Array(room);
      this.#rows = new Int32Array(room);
    }
    this.length = length;
    this.#values = values;
    let lowerWords = 0;
    let capitalWords = 0;
    for (let i = 0; i < length; i++) {
      const row = rows[start + i];
      const at = i + PAD;
      this.#rows[at] = row;
      this.#lower[at] = values[row + LOWER];
      this.#classes[at] = values[row + CLASS_OR_SUFFIX];
      this.#coarse[at] = values[row + COARSE_CLASS];
      this.#coarsest[at] = values[row + COARSEST_CLASS];
      const wordCase = values[row + CASE];
      if (wordCase === 1) lowerWords++;
      else if (wordCase > 1) capitalWords++;
    }
    for (const edge of [0, 1, length + PAD, length + PAD + 1]) {
      this.#lower[edge] = EDGE;
      this.#classes[edge] = EDGE;
      this.#coarse[edge] = EDGE;
      this.#coarsest[edge] = EDGE;
      this.#choices[edge] = EDGE;
    }
    // One small word among many capitals is no news: headlines leave "of" and "in" small.
    if (capitalWords === 0) this.sentenceCase = SENTENCE_CASES.lower;
    else if (capitalWords > 2 && lowerWords < capitalWords) this.sentenceCase = SENTENCE_CASES.capitalised;
    else this.sentenceCase = SENTENCE_CASES.usual;
    for (let i = 0; i < length; i++) {
      choices[i] = lexicon.find(values, rows[start + i]);
      this.#choices[i + PAD] = choices[i];
    }
  }

  /** How the word at `position` is written, apart from its own letters: the case of its sentence, and whether it opens it. */
  getSetting(position: number): number {
    const isFirst = position === 0 || this.#values[this.#rows[position + PAD - 1] + MARKS] === 0;
    return (this.sentenceCase << 1) | (isFirst ? 1 : 0);
  }

  /** Adds all features of the word at `position` of the sentence to the open position of the buffer. */
  addFeatures(position: number, buffer: FeatureBuffer): void {
    const at = position + PAD;
    addOwnFeatures(buffer, this.#values, this.#rows[at], this.#choices[at], this.getSetting(position));
    this.#addNeighbour(buffer, at - 1, NEIGHBOURS.before);
    this.#addNeighbour(buffer, at + 1, NEIGHBOURS.after);
    this.#addNeighbour(buffer, at - 2, NEIGHBOURS.secondBefore);
    this.#addNeighbour(buffer, at + 2, NEIGHBOURS.secondAfter);
    this.addJointFeatures(position, buffer);
  }

  #addNeighbour(buffer: FeatureBuffer, at: number, neighbour: number): void {
    addNeighbourFeatures(buffer, this.#lower[at], this.#classes[at], this.#choices[at], neighbour);
  }

  /** Adds the features that join several words. */
  addJointFeatures(position: number, buffer: FeatureBuffer): void {
    const at = position + PAD;
    const lower = this.#lower;
    const classes = this.#classes;
    const coarse = this.#coarse;
    const choices = this.#choices;
    const word = lower[at];
    const wordClass = classes[at];
    const choice = choices[at];
    buffer.add(24, joinHashes(lower[at - 1], word));
    buffer.add(25, joinHashes(word, lower[at + 1]));
    buffer.add(26, joinHashes(lower[at - 2], lower[at - 1]));
    buffer.add(27, joinHashes(lower[at + 1], lower[at + 2]));
    buffer.add(28, joinHashes(lower[at - 1], lower[at + 1]));
    buffer.add(33, joinHashes(classes[at - 1], wordClass));
    buffer.add(34, joinHashes(wordClass, classes[at + 1]));
    buffer.add(35, joinHashes(classes[at - 1], classes[at + 1]));
    buffer.add(38, joinHashes(choices[at - 1], choice));
    buffer.add(39, joinHashes(choice, choices[at + 1]));
    buffer.add(40, joinHashes(choices[at - 2], choices[at - 1]));
    buffer.add(41, joinHashes(choices[at + 1], choices[at + 2]));
    buffer.add(42, joinHashes(word, choices[at + 1]));
    buffer.add(43, joinHashes(choices[at - 1], word));
    buffer.add(44, joinHashes(joinHashes(coarse[at - 1], coarse[at]), coarse[at + 1]));
    buffer.add(45, joinHashes(joinHashes(this.#coarsest[at - 2], this.#coarsest[at - 1]), choice));
    buffer.add(46, joinHashes(joinHashes(this.#coarsest[at + 1], this.#coarsest[at + 2]), choice));
  }
}
