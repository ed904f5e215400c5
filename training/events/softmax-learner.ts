/** Multinomial logistic regression over hashed features, trained by AdaGrad; weights averaged and kept in eight bits. */
import { stableExp } from "../../src/reading/attribution/stable-math.ts";
import { createRandom, shuffle } from "../random.ts";

export interface WeighedExample {
  features: Uint32Array;
  label: number;
  weight: number;
}

export interface LearntSoftmax {
  /** Row of each feature that has weights. */
  rows: Map<number, number>;
  weights: Int8Array;
  step: number;
  /** Share of held-out examples whose class is right, in percent. */
  accuracy: number;
}

const EPOCHS = 8;
const RATE = 0.15;
const DECAY = 2e-4;
const LEAST_COUNT = 4;
const HELD_OUT = 20;

/** @param mostRows The most frequent features have weights, this many. */
export function trainSoftmax(
  examples: readonly WeighedExample[],
  classes: number,
  mostRows: number,
  seed: number,
): LearntSoftmax {
  const counts = new Map<number, number>();
  for (const { features, weight } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + weight);
  const chosen = [...counts]
    .filter(([, count]) => count >= LEAST_COUNT)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostRows);
  const rows = new Map(chosen.map(([feature], row) => [feature, row]));
  const indexed = examples.map(({ features, label, weight }) => ({
    rows: Int32Array.from([...new Set([...features].flatMap((f) => rows.get(f) ?? []))]),
    label,
    weight,
  }));
  const taught = indexed.filter((_, i) => i % HELD_OUT !== 0);
  const held = indexed.filter((_, i) => i % HELD_OUT === 0);
  const weights = new Float64Array(rows.size * classes);
  const squares = new Float64Array(rows.size * classes).fill(1);
  const average = new Float64Array(rows.size * classes);
  const random = createRandom(seed);
  const odds = new Float64Array(classes);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(taught, random);
    for (const { rows: own, label, weight } of taught) {
      scoreInto(odds, own, weights, classes);
      for (let k = 0; k < classes; k++) {
        const error = weight * ((k === label ? 1 : 0) - odds[k]);
        if (error < 0.002 && error > -0.002) continue;
        for (const row of own) {
          const at = row * classes + k;
          const gradient = error - DECAY * weights[at];
          squares[at] += gradient * gradient;
          weights[at] += (RATE * gradient) / Math.sqrt(squares[at]);
        }
      }
    }
    if (epoch > 1) for (let k = 0; k < weights.length; k++) average[k] += weights[k] / (EPOCHS - 2);
  }
  let right = 0;
  for (const { rows: own, label } of held) {
    scoreInto(odds, own, average, classes);
    if (odds.indexOf(Math.max(...odds)) === label) right++;
  }
  const largest = average.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = largest / 127;
  return {
    rows,
    weights: Int8Array.from(average, (weight) => Math.round(weight / step)),
    step,
    accuracy: (100 * right) / held.length,
  };
}

/** Probabilities of the classes. */
function scoreInto(odds: Float64Array, rows: Int32Array, weights: Float64Array, classes: number): void {
  odds.fill(0);
  for (const row of rows) for (let k = 0; k < classes; k++) odds[k] += weights[row * classes + k];
  let total = 0;
  for (let k = 0; k < classes; k++) total += odds[k] = stableExp(odds[k]);
  for (let k = 0; k < classes; k++) odds[k] /= total;
}
