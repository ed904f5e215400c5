/**
 * Learns to choose one of a few candidates: a log-linear model over hashed features, trained by AdaGrad.
 *
 * Only additions, multiplications, divisions and square roots, which are exact by the standard, so that the same data give
 * the same weights everywhere.
 */
import { exactExp } from "../src/language/exact-exponential.ts";

export class HashedLearner {
  readonly weights: Float32Array;
  readonly #squares: Float32Array;
  /** How often a place was touched for the right candidate, up to 255. */
  readonly touches: Uint8Array;
  /** Once set, only places whose bit is set are learnt; see {@link HashedLearner.keep}. */
  #kept: Uint32Array | undefined;
  rate: number;
  readonly #scores = new Float64Array(64);

  constructor(bits: number, rate: number) {
    this.weights = new Float32Array(2 ** bits);
    this.#squares = new Float32Array(2 ** bits);
    this.touches = new Uint8Array(2 ** bits);
    this.rate = rate;
  }

  /**
   * Learns from one choice.
   *
   * @param places `count` runs of `width` places, a run a candidate; places below 0 are none.
   * @param right Index of the right candidate.
   * @returns Whether the right one had the best score before.
   */
  learn(places: Int32Array, count: number, width: number, right: number): boolean {
    const { weights, touches } = this;
    const squares = this.#squares;
    const scores = this.#scores;
    const kept = this.#kept;
    if (kept !== undefined) {
      for (let i = 0; i < count * width; i++) {
        const place = places[i];
        if (place >= 0 && ((kept[place >>> 5] >>> (place & 31)) & 1) === 0) places[i] = -1;
      }
    }
    let best = 0;
    for (let k = 0; k < count; k++) {
      let score = 0;
      for (let i = k * width; i < (k + 1) * width; i++) if (places[i] >= 0) score += weights[places[i]];
      scores[k] = score;
      if (score > scores[best]) best = k;
    }
    const top = scores[best];
    let sum = 0;
    for (let k = 0; k < count; k++) {
      scores[k] = exactExp(scores[k] - top);
      sum += scores[k];
    }
    for (let k = 0; k < count; k++) {
      const gradient = (k === right ? 1 : 0) - scores[k] / sum;
      const isRight = k === right;
      if (gradient < 0.002 && gradient > -0.002) {
        if (isRight && kept === undefined) {
          for (let i = k * width; i < (k + 1) * width; i++)
            if (places[i] >= 0 && touches[places[i]] < 255) touches[places[i]] += 1;
        }
        continue;
      }
      const square = gradient * gradient;
      for (let i = k * width; i < (k + 1) * width; i++) {
        const place = places[i];
        if (place < 0) continue;
        const squaresHere = squares[place] + square;
        squares[place] = squaresHere;
        weights[place] += (this.rate * gradient) / Math.sqrt(squaresHere + 1);
        if (isRight && kept === undefined && touches[place] < 255) touches[place] += 1;
      }
    }
    return best === right;
  }

  /** Forgets all but the `count` places that weigh most, and learns nothing else from now on. */
  keep(count: number, minTouches: number): number {
    const { weights, touches } = this;
    // A histogram instead of a sort: there are tens of millions.
    const bins = new Uint32Array(4096);
    const importance = (place: number): number => {
      const weight = weights[place] < 0 ? -weights[place] : weights[place];
      if (weight === 0 || touches[place] < minTouches) return 0;
      return Math.min(4095, Math.floor(weight * Math.sqrt(touches[place] + 1) * 128) + 1);
    };
    for (let place = 0; place < weights.length; place++) bins[importance(place)] += 1;
    let threshold = 4095;
    let total = 0;
    while (threshold > 1 && total + bins[threshold] <= count) total += bins[threshold--];
    threshold += 1;
    const kept = new Uint32Array(weights.length >>> 5);
    let survivors = 0;
    for (let place = 0; place < weights.length; place++) {
      if (importance(place) >= threshold) {
        kept[place >>> 5] |= 1 << (place & 31);
        survivors += 1;
      } else {
        weights[place] = 0;
      }
    }
    this.#kept = kept;
    return survivors;
  }

  /** The places kept, in order, with their weights. */
  *places(): Generator<[place: number, weight: number]> {
    for (let place = 0; place < this.weights.length; place++) {
      if (this.weights[place] !== 0) yield [place, this.weights[place]];
    }
  }
}
