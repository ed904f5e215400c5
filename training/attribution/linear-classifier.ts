/** Logistic regression over hashed features, trained by AdaGrad (Duchi, Hazan and Singer 2011). */
import { resolveRows } from "../../src/reading/attribution/feature-table.ts";
import { logistic } from "../../src/reading/attribution/stable-math.ts";
import { createRandom, shuffle } from "../random.ts";
import { FeatureCounts } from "./feature-index.ts";

/** Examples in one array: the features of example i are `features[starts[i] … ends[i]]`. */
export class Examples {
  features = new Int32Array(1 << 16);
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly labels: number[] = [];
  private used = 0;

  get count(): number {
    return this.labels.length;
  }

  /** Adds an example with the first `count` hashes of `features`. */
  add(features: Int32Array, count: number, label: boolean): void {
    if (this.used + count > this.features.length) {
      const larger = new Int32Array(this.features.length * 2);
      larger.set(this.features);
      this.features = larger;
    }
    this.features.set(features.subarray(0, count), this.used);
    this.starts.push(this.used);
    this.used += count;
    this.ends.push(this.used);
    this.labels.push(label ? 1 : 0);
  }

  /** Chooses the features to know, and turns all hashes into rows of their table. */
  index(rows: number, leastCount: number): Uint8Array<ArrayBuffer> {
    const counts = new FeatureCounts();
    for (let f = 0; f < this.used; f++) counts.add(this.features[f]);
    const prints = counts.toPrints(rows, leastCount);
    for (let i = 0; i < this.count; i++) {
      this.ends[i] = resolveRows(this.features, this.starts[i], this.ends[i], this.starts[i], prints);
    }
    return prints;
  }

  score(index: number, weights: Float32Array): number {
    let sum = 0;
    for (let f = this.starts[index]; f < this.ends[index]; f++) sum += weights[this.features[f]];
    return sum;
  }
}

export interface ClassifierSettings {
  rows: number;
  leastCount: number;
  epochs: number;
  rate: number;
  seed: number;
  decay: number;
}

/** Weights averaged over all epochs but the first. */
export function trainClassifier(
  examples: Examples,
  chosen: readonly number[],
  settings: ClassifierSettings,
): Float32Array {
  const { features, starts, ends, labels } = examples;
  const { rows, epochs, rate, seed, decay } = settings;
  const weights = new Float32Array(rows);
  const squares = new Float32Array(rows).fill(0.5);
  const average = new Float32Array(rows);
  const random = createRandom(seed);
  const order = [...chosen];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const example of order) {
      let sum = 0;
      const end = ends[example];
      for (let f = starts[example]; f < end; f++) {
        sum += weights[features[f]];
      }
      const error = labels[example] - logistic(sum);
      if (error < 0.002 && error > -0.002) continue;
      for (let f = starts[example]; f < end; f++) {
        const row = features[f];
        const gradient = error - decay * weights[row];
        squares[row] += gradient * gradient;
        weights[row] += (rate * gradient) / Math.sqrt(squares[row]);
      }
    }
    if (epoch > 0) for (let k = 0; k < weights.length; k++) average[k] += weights[k] / (epochs - 1);
  }
  return epochs > 1 ? average : weights;
}
