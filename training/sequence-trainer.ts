/**
 * Trains the models of `src/language/sequence-model.ts`: an averaged structured perceptron, optionally with costs for
 * wrong labels and steps as long as the error asks for (passive-aggressive, Crammer et al. 2006).
 *
 * Only additions, multiplications, divisions and comparisons are used, in a seeded order: training twice gives the same
 * bytes on every machine.
 */

import type { FeatureBuffer } from "../src/language/feature-buffer.ts";
import { type Candidates, type LabelSet, mayFollow, type SequenceModelParts } from "../src/language/sequence-model.ts";
import { HashIndex } from "./hash-index.ts";
import { createRandom, shuffle } from "./random.ts";

export interface SequenceTrainingOptions {
  /** Passes over the data. Defaults to 8. */
  epochs?: number;
  seed?: number;
  /** Features seen at fewer positions are left out. Defaults to 2. */
  minCount?: number;
  /** The smallest weights are left out until there are at most so many. No limit by default. */
  maxWeights?: number;
  /**
   * Longest step of passive-aggressive updates; 0 takes the plain perceptron, whose steps are always 1. Defaults to 0.
   * Values about 0.02 to 0.2 are sensible.
   */
  aggressiveness?: number;
  /**
   * What a wrong label costs in training, so that right sequences win by a margin; `cost(gold, predicted)` with labels of
   * a set. A higher cost for missing something raises recall. Defaults to 0 for the perceptron and 1 for aggressive steps.
   */
  cost?: (set: number, gold: number, predicted: number) => number;
  /** Called after each epoch with the share of positions labelled wrongly while learning, in percent. */
  onEpoch?: (epoch: number, wrong: number) => void;
}

interface Example {
  /** Features of position `i` at `starts[i]` to `starts[i + 1]` of the data's features. */
  readonly starts: Int32Array;
  readonly gold: readonly Uint8Array[];
  readonly candidates?: Candidates;
  /** How many times it is learnt in each epoch. */
  readonly weight: number;
}

const FORBIDDEN = -1e9;
/** How finely weights are told apart where the smallest are left out. */
const BIN_COUNT = 4096;

/** The sequences to learn from, in a compact form. */
export class SequenceTrainingData {
  readonly labelSets: readonly LabelSet[];
  readonly examples: Example[] = [];
  /** Features of all examples, as numbers given by `index`. */
  features = new Int32Array(1 << 20);
  readonly index = new HashIndex();
  #length = 0;

  constructor(labelSets: readonly LabelSet[]) {
    this.labelSets = labelSets;
  }

  /**
   * Adds a sequence.
   *
   * @param features Copied.
   * @param gold Per label set the right label of each position, kept.
   * @param candidates The labels that may stand at each position, for models of a single label set; kept. The right
   *   label is to be among them; where it is not, the position teaches nothing.
   * @param weight Copies of the sequence in each epoch, a whole number. Defaults to 1.
   */
  add(features: FeatureBuffer, gold: readonly Uint8Array[], candidates?: Candidates, weight = 1): void {
    const count = features.starts[features.length];
    while (this.#length + count > this.features.length) {
      const larger = new Int32Array(this.features.length * 2);
      larger.set(this.features);
      this.features = larger;
    }
    const starts = new Int32Array(features.length + 1);
    for (let i = 0; i <= features.length; i++) starts[i] = this.#length + features.starts[i];
    for (let i = 0; i < count; i++) this.features[this.#length++] = this.index.count(features.hashes[i]);
    this.examples.push({ starts, gold, candidates, weight });
  }
}

/** Learns a model from the data; the data can be used again. */
export function trainSequenceModel(
  data: SequenceTrainingData,
  options: SequenceTrainingOptions = {},
): SequenceModelParts {
  const { epochs = 8, seed = 1, minCount = 2, aggressiveness = 0, maxWeights = Infinity, onEpoch } = options;
  const random = createRandom(seed);
  const learner = new Learner(data, minCount, aggressiveness, options.cost);
  const order = data.examples.flatMap((example) => Array<Example>(example.weight).fill(example));
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    let positions = 0;
    for (const example of order) {
      wrong += learner.learn(example);
      positions += (example.starts.length - 1) * data.labelSets.length;
    }
    onEpoch?.(epoch, (100 * wrong) / Math.max(1, positions));
  }
  return pack(data, learner, maxWeights);
}

interface SetState {
  readonly first: number;
  readonly size: number;
  /** Weights of bigrams at `[previous * size + label]`, then of first labels; and their sums for averaging. */
  readonly weights: Float64Array;
  readonly sums: Float64Array;
  readonly allowed: Uint8Array;
  readonly all: Uint8Array;
}

class Learner {
  /** Row of weights of each feature number, or -1 for those left out. */
  readonly rows: Int32Array;
  readonly rowCount: number;
  readonly labels: number;
  readonly sets: readonly SetState[];
  readonly #data: SequenceTrainingData;
  readonly #weights: Float32Array;
  /** Weights times the step at which they were added: what averaging takes off (Daumé's trick). */
  readonly #sums: Float32Array;
  readonly #aggressiveness: number;
  readonly #cost: (set: number, gold: number, predicted: number) => number;
  #step = 1;
  #scores = new Float64Array(0);
  #forward = new Float64Array(0);
  #pointers = new Uint8Array(0);
  #predicted = new Uint8Array(0);

  constructor(
    data: SequenceTrainingData,
    minCount: number,
    aggressiveness: number,
    cost: SequenceTrainingOptions["cost"],
  ) {
    this.#data = data;
    this.#aggressiveness = aggressiveness;
    const usual = aggressiveness > 0 ? 1 : 0;
    this.#cost = cost ?? ((_set, gold, predicted) => (gold === predicted ? 0 : usual));
    this.rows = new Int32Array(data.index.size).fill(-1);
    let rowCount = 0;
    for (let id = 0; id < data.index.size; id++) if (data.index.getCount(id) >= minCount) this.rows[id] = rowCount++;
    this.rowCount = rowCount;
    this.labels = data.labelSets.reduce((sum, { labels }) => sum + labels.length, 0);
    if (this.labels > 255) throw new RangeError("A sequence model holds at most 255 labels.");
    this.#weights = new Float32Array(rowCount * this.labels);
    this.#sums = new Float32Array(rowCount * this.labels);
    let first = 0;
    this.sets = data.labelSets.map((set) => {
      const size = set.labels.length;
      const state = {
        first,
        size,
        weights: new Float64Array(size * size + size),
        sums: new Float64Array(size * size + size),
        allowed: new Uint8Array(size * size + size),
        all: Uint8Array.from(set.labels.keys()),
      };
      set.labels.forEach((label, to) => {
        set.labels.forEach((previous, from) => {
          state.allowed[from * size + to] = mayFollow(set, previous, label) ? 1 : 0;
        });
        state.allowed[size * size + to] = mayFollow(set, undefined, label) ? 1 : 0;
      });
      first += size;
      return state;
    });
  }

  /** Learns from one sequence; gives the number of positions labelled wrongly, over all sets. */
  learn(example: Example): number {
    const length = example.starts.length - 1;
    if (this.#scores.length < length * this.labels) {
      this.#scores = new Float64Array(length * this.labels * 2);
      this.#forward = new Float64Array(length * this.labels * 2);
      this.#pointers = new Uint8Array(length * this.labels * 2);
      this.#predicted = new Uint8Array(length * 2);
    }
    this.#score(example, length);
    let wrong = 0;
    for (const [set, state] of this.sets.entries()) wrong += this.#learnSet(example, length, set, state);
    this.#step++;
    return wrong;
  }

  /** The averaged weight of a feature's row for a label. */
  getAverage(row: number, label: number): number {
    const at = row * this.labels + label;
    return this.average(this.#weights[at], this.#sums[at]);
  }

  average(weight: number, sum: number): number {
    return weight - sum / this.#step;
  }

  #score(example: Example, length: number): void {
    const { starts, candidates } = example;
    const { features } = this.#data;
    const { labels, rows } = this;
    const scores = this.#scores;
    const weights = this.#weights;
    scores.fill(0, 0, length * labels);
    for (let position = 0; position < length; position++) {
      const base = position * labels;
      for (let i = starts[position]; i < starts[position + 1]; i++) {
        const row = rows[features[i]] * labels;
        if (row < 0) continue;
        if (candidates === undefined) {
          for (let label = 0; label < labels; label++) scores[base + label] += weights[row + label];
        } else {
          for (let j = candidates.starts[position]; j < candidates.starts[position + 1]; j++) {
            const label = candidates.labels[j];
            scores[base + label] += weights[row + label];
          }
        }
      }
    }
  }

  #learnSet(example: Example, length: number, set: number, state: SetState): number {
    const gold = example.gold[set];
    const { labels } = this;
    const { first, size, weights, allowed } = state;
    const scores = this.#scores;
    let hasCost = false;
    for (let position = 0; position < length; position++) {
      for (let label = 0; label < size; label++) {
        const cost = this.#cost(set, gold[position], label);
        if (cost !== 0) {
          scores[position * labels + first + label] += cost;
          hasCost = true;
        }
      }
    }
    const predicted = this.#decode(example, length, state);
    let wrong = 0;
    let firstWrong = -1;
    for (let position = 0; position < length; position++) {
      if (predicted[position] !== gold[position]) {
        wrong++;
        if (firstWrong < 0) firstWrong = position;
      }
    }
    if (wrong === 0) return 0;
    let amount = 1;
    if (this.#aggressiveness > 0) {
      // The loss: how far the predicted sequence, its costs included, is above the right one.
      let loss = 0;
      let norm = 0;
      for (let position = 0; position < length; position++) {
        const good = gold[position];
        const bad = predicted[position];
        const edgeGood = position === 0 ? size * size + good : gold[position - 1] * size + good;
        const edgeBad = position === 0 ? size * size + bad : predicted[position - 1] * size + bad;
        if (edgeGood !== edgeBad) {
          loss += (allowed[edgeBad] ? weights[edgeBad] : 0) - weights[edgeGood];
          norm += 2;
        }
        if (good === bad) continue;
        const base = position * labels + first;
        loss += scores[base + bad] - scores[base + good];
        norm += 2 * (example.starts[position + 1] - example.starts[position]);
      }
      if (loss <= 0) return wrong;
      amount = Math.min(this.#aggressiveness, loss / norm);
    } else if (hasCost && this.#isBeaten(length, state, gold, predicted)) {
      return wrong;
    }
    this.#update(example, length, state, gold, predicted, amount);
    return wrong;
  }

  /** Whether the right sequence scores at least as much as the predicted one, costs included. */
  #isBeaten(length: number, state: SetState, gold: Uint8Array, predicted: Uint8Array): boolean {
    const { first, size, weights } = state;
    let difference = 0;
    for (let position = 0; position < length; position++) {
      const base = position * this.labels + first;
      difference += this.#scores[base + predicted[position]] - this.#scores[base + gold[position]];
      difference +=
        weights[position === 0 ? size * size + predicted[0] : predicted[position - 1] * size + predicted[position]];
      difference -= weights[position === 0 ? size * size + gold[0] : gold[position - 1] * size + gold[position]];
    }
    return difference <= 0;
  }

  #update(
    example: Example,
    length: number,
    state: SetState,
    gold: Uint8Array,
    predicted: Uint8Array,
    amount: number,
  ): void {
    const { first, size, weights, sums } = state;
    const { features } = this.#data;
    const { labels, rows } = this;
    const rowWeights = this.#weights;
    const rowSums = this.#sums;
    const step = this.#step;
    const stepAmount = step * amount;
    for (let position = 0; position < length; position++) {
      const good = gold[position];
      const bad = predicted[position];
      const edgeGood = position === 0 ? size * size + good : gold[position - 1] * size + good;
      const edgeBad = position === 0 ? size * size + bad : predicted[position - 1] * size + bad;
      if (edgeGood !== edgeBad) {
        weights[edgeGood] += amount;
        sums[edgeGood] += stepAmount;
        weights[edgeBad] -= amount;
        sums[edgeBad] -= stepAmount;
      }
      if (good === bad) continue;
      for (let i = example.starts[position]; i < example.starts[position + 1]; i++) {
        const row = rows[features[i]] * labels + first;
        if (row < 0) continue;
        rowWeights[row + good] += amount;
        rowSums[row + good] += stepAmount;
        rowWeights[row + bad] -= amount;
        rowSums[row + bad] -= stepAmount;
      }
    }
  }

  #decode(example: Example, length: number, state: SetState): Uint8Array {
    const { first, size, weights, allowed, all } = state;
    const { candidates } = example;
    const { labels } = this;
    const scores = this.#scores;
    const forward = this.#forward;
    const pointers = this.#pointers;
    const predicted = this.#predicted;
    const list = candidates?.labels ?? all;
    let before = 0;
    let beforeEnd = 0;
    for (let position = 0; position < length; position++) {
      const start = candidates === undefined ? 0 : candidates.starts[position];
      const end = candidates === undefined ? size : candidates.starts[position + 1];
      const base = position * size;
      for (let i = start; i < end; i++) {
        const label = list[i];
        let best = FORBIDDEN * 2;
        let bestBefore = 0;
        if (position === 0) best = allowed[size * size + label] ? weights[size * size + label] : FORBIDDEN;
        for (let j = before; j < beforeEnd; j++) {
          const previous = list[j];
          const edge = previous * size + label;
          const score = forward[base - size + previous] + (allowed[edge] ? weights[edge] : FORBIDDEN);
          if (score > best) {
            best = score;
            bestBefore = previous;
          }
        }
        forward[base + label] = Math.max(best, FORBIDDEN) + scores[position * labels + first + label];
        pointers[base + label] = bestBefore;
      }
      before = start;
      beforeEnd = end;
    }
    if (length === 0) return predicted;
    const lastBase = (length - 1) * size;
    let best = list[before];
    for (let i = before; i < beforeEnd; i++) if (forward[lastBase + list[i]] > forward[lastBase + best]) best = list[i];
    for (let position = length - 1; position >= 0; position--) {
      predicted[position] = best;
      best = pointers[position * size + best];
    }
    return predicted;
  }
}

/** Averages the weights, rounds them to 8 bits and lays them out as a hash table. */
function pack(data: SequenceTrainingData, learner: Learner, maxWeights: number): SequenceModelParts {
  const { labels, rows } = learner;
  const largest: number[] = [];
  let count = 0;
  for (let row = 0; row < learner.rowCount; row++) {
    for (let label = 0; label < labels; label++) {
      const weight = Math.abs(learner.getAverage(row, label));
      if (weight !== 0) count++;
      // Of many, a sample is enough to place the top of the range.
      if (weight !== 0 && (row & 7 & -Number(learner.rowCount > 100_000)) === 0) largest.push(weight);
    }
  }
  // The few largest weights are cut off, so that the many small ones keep more of their digits.
  largest.sort((a, b) => b - a);
  const top = largest[Math.floor(largest.length * 0.0005)] ?? 1;
  const scale = top / 127;
  const quantise = (weight: number): number => Math.max(-127, Math.min(127, Math.round(weight / scale)));

  // Below half a unit a weight rounds to nothing.
  let least = scale / 2;
  if (count > maxWeights) {
    const bins = new Int32Array(BIN_COUNT + 1);
    const binOf = (weight: number): number => Math.min(BIN_COUNT, Math.floor((Math.abs(weight) / top) * BIN_COUNT));
    for (let row = 0; row < learner.rowCount; row++) {
      for (let label = 0; label < labels; label++) bins[binOf(learner.getAverage(row, label))]++;
    }
    let bin = BIN_COUNT + 1;
    for (let sum = 0; bin > 0 && sum + bins[bin - 1] <= maxWeights; bin--) sum += bins[bin - 1];
    least = Math.max(least, (bin / BIN_COUNT) * top);
  }

  const kept: { hash: number; entries: number[] }[] = [];
  for (let id = 0; id < rows.length; id++) {
    if (rows[id] < 0) continue;
    const entries: number[] = [];
    for (let label = 0; label < labels; label++) {
      const weight = learner.getAverage(rows[id], label);
      if (Math.abs(weight) >= least) entries.push(label, quantise(weight));
    }
    if (entries.length > 0) kept.push({ hash: data.index.getHash(id), entries });
  }
  // In order of home slots, whatever the table's size, and the same for every order of the data's features.
  kept.sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0));
  let slotBits = 4;
  while (kept.length > (1 << slotBits) * 0.8) slotBits++;
  const slotCount = 1 << slotBits;
  const keys = new Uint16Array(slotCount);
  const counts = new Uint8Array(slotCount);
  const bySlot: (number[] | undefined)[] = Array(slotCount);
  for (const { hash, entries } of kept) {
    const key = hash & 0xffff;
    let slot = hash >>> (32 - slotBits);
    while (counts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (slotCount - 1);
    // Two features that the table cannot tell apart: the first stays. About one in a hundred thousand.
    if (counts[slot] !== 0) continue;
    keys[slot] = key;
    counts[slot] = entries.length / 2;
    bySlot[slot] = entries;
  }
  const rowLabels: number[] = [];
  const rowWeights: number[] = [];
  for (const entries of bySlot) {
    for (let i = 0; entries !== undefined && i < entries.length; i += 2) {
      rowLabels.push(entries[i]);
      rowWeights.push(entries[i + 1]);
    }
  }
  const transitions: number[] = [];
  for (const { weights, sums } of learner.sets) {
    for (let i = 0; i < weights.length; i++) transitions.push(learner.average(weights[i], sums[i]) / scale);
  }
  return {
    labelSets: data.labelSets,
    scale,
    keys,
    counts,
    rowLabels: Uint8Array.from(rowLabels),
    rowWeights: Int8Array.from(rowWeights),
    transitions: Int32Array.from(transitions, Math.round),
  };
}
