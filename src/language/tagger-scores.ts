/**
 * Scores the labels of a sentence's words, keeping what a word says by itself and of its neighbours: texts use the same
 * words again and again, and most features look at one word only.
 */
import type { ChoiceTable } from "./choice-table.ts";
import { FeatureBuffer } from "./feature-buffer.ts";
import type { Candidates, SequenceLabeller } from "./sequence-model.ts";
import {
  addNeighbourFeatures,
  addOwnFeatures,
  EDGE,
  NEIGHBOURS,
  SETTING_COUNT,
  type TaggerWindow,
} from "./tagger-features.ts";
import { CLASS_OR_SUFFIX, FACTS_PER_WORD, LOWER, type WordFacts } from "./word-facts.ts";

const NEIGHBOUR_COUNT = 4;
/** Kept per word: scores as each neighbour, and its own in each setting. */
const KINDS = NEIGHBOUR_COUNT + SETTING_COUNT;
/** All that is kept is forgotten when it takes more than so many numbers of 16 bits. */
const MAX_KEPT = 12_000_000;

export class TaggerScores {
  readonly #model: SequenceLabeller;
  readonly #words: WordFacts;
  readonly #table: ChoiceTable;
  readonly #labelCount: number;
  readonly #buffer = new FeatureBuffer();
  readonly #joint = new FeatureBuffer();
  readonly #sums: Int32Array;
  /** Where the scores of a word's kind start in `#kept`, or 0. */
  #places = new Int32Array(0);
  #kept = new Int16Array(1 << 16);
  #used = 1;
  #generation = -1;

  constructor(model: SequenceLabeller, words: WordFacts, table: ChoiceTable) {
    this.#model = model;
    this.#words = words;
    this.#table = table;
    this.#labelCount = model.labelSets[0].labels.length;
    this.#sums = new Int32Array(this.#labelCount);
  }

  /**
   * Begins a sequence in the model and scores the labels that each word may have. Words with one label are passed over.
   *
   * @param rows Of the document; the sentence starts at `start`.
   * @param choices Of the sentence's words; `candidates` are the labels of each.
   */
  score(window: TaggerWindow, rows: Int32Array, start: number, choices: Int32Array, candidates: Candidates): void {
    const { length } = window;
    const { starts, labels } = candidates;
    this.#prepare();
    const { scores, stride } = this.#model.open(length);
    const joint = this.#joint;
    joint.clear();
    for (let i = 0; i < length; i++) {
      joint.addPosition();
      const from = starts[i];
      const to = starts[i + 1];
      if (to - from < 2) continue;
      // Room may be made anew by each of these, so the array is read after them.
      const before = this.#findNeighbour(rows, start, choices, length, i - 1, NEIGHBOURS.before);
      const after = this.#findNeighbour(rows, start, choices, length, i + 1, NEIGHBOURS.after);
      const secondBefore = this.#findNeighbour(rows, start, choices, length, i - 2, NEIGHBOURS.secondBefore);
      const secondAfter = this.#findNeighbour(rows, start, choices, length, i + 2, NEIGHBOURS.secondAfter);
      const own = this.#findOwn(rows[start + i], choices[i], window.getSetting(i));
      const kept = this.#kept;
      const base = i * stride;
      for (let j = from; j < to; j++) {
        const label = labels[j];
        scores[base + label] =
          kept[own + j - from] +
          kept[before + label] +
          kept[after + label] +
          kept[secondBefore + label] +
          kept[secondAfter + label];
      }
      window.addJointFeatures(i, joint);
    }
    this.#model.addFeatures(joint);
  }

  #findNeighbour(
    rows: Int32Array,
    start: number,
    choices: Int32Array,
    length: number,
    position: number,
    neighbour: number,
  ): number {
    const isThere = position >= 0 && position < length;
    // The first place of the table belongs to neighbours that are not there.
    const place = (isThere ? rows[start + position] / FACTS_PER_WORD + 1 : 0) * KINDS + neighbour;
    if (place < this.#places.length && this.#places[place] !== 0) return this.#places[place];
    const buffer = this.#buffer;
    buffer.clear();
    buffer.addPosition();
    if (isThere) {
      const { values } = this.#words;
      const row = rows[start + position];
      addNeighbourFeatures(buffer, values[row + LOWER], values[row + CLASS_OR_SUFFIX], choices[position], neighbour);
    } else {
      addNeighbourFeatures(buffer, EDGE, EDGE, EDGE, neighbour);
    }
    const sums = this.#sum();
    const at = this.#keep(place, this.#labelCount);
    this.#kept.set(sums, at);
    return at;
  }

  /** Scores of the labels of the word's choice, in their order. */
  #findOwn(row: number, choice: number, setting: number): number {
    const place = (row / FACTS_PER_WORD + 1) * KINDS + NEIGHBOUR_COUNT + setting;
    if (place < this.#places.length && this.#places[place] !== 0) return this.#places[place];
    const buffer = this.#buffer;
    buffer.clear();
    buffer.addPosition();
    addOwnFeatures(buffer, this.#words.values, row, choice, setting);
    const sums = this.#sum();
    const from = this.#table.starts[choice];
    const count = this.#table.starts[choice + 1] - from;
    const at = this.#keep(place, count);
    for (let i = 0; i < count; i++) this.#kept[at + i] = sums[this.#table.labels[from + i]];
    return at;
  }

  #sum(): Int32Array {
    this.#sums.fill(0);
    this.#model.addFeaturesTo(this.#buffer, this.#sums, 0);
    return this.#sums;
  }

  #keep(place: number, count: number): number {
    if (place >= this.#places.length) {
      const larger = new Int32Array(Math.max(8192, place * 2));
      larger.set(this.#places);
      this.#places = larger;
    }
    if (this.#used + count > this.#kept.length) {
      const larger = new Int16Array(this.#kept.length * 2);
      larger.set(this.#kept);
      this.#kept = larger;
    }
    const at = this.#used;
    this.#used += count;
    this.#places[place] = at;
    return at;
  }

  /** Forgets everything when it has grown too large, or the table of words was begun anew. */
  #prepare(): void {
    if (this.#generation === this.#words.generation && this.#used < MAX_KEPT) return;
    this.#generation = this.#words.generation;
    this.#places = new Int32Array(0);
    this.#kept = new Int16Array(1 << 16);
    this.#used = 1;
  }
}
