/**
 * Remembers what the pair of the word on top of the stack and the next word weighs: analyses side by side weigh many of the
 * same pairs.
 */
import { LEFT_1, LEFT_INNER, LEFT_LABELS, NODE_SIZE, TOKEN } from "./parse-nodes.ts";

/** Places, a power of two; a pair that falls on the place of another takes it. */
const PLACES = 512;
const KEY_SIZE = 6;

export class PairMemory {
  readonly #keys = new Int32Array(PLACES * KEY_SIZE);
  readonly #sums = new Int32Array(PLACES);
  /** Tells this sentence's pairs from those of all before. */
  #sentence = 0;
  #place = 0;

  beginSentence(): void {
    this.#sentence = (this.#sentence + 1) | 0;
  }

  /**
   * What was kept for the pair, or 0. Where it is 0, {@link keep} is to fill its place.
   *
   * It is the same pair where all that `listPairFeatures` looks at is the same.
   */
  find(data: Int32Array, top: number, next: number): number {
    const n = next * NODE_SIZE;
    const topToken = data[top * NODE_SIZE + TOKEN];
    const nextToken = data[n + TOKEN];
    const left = data[data[n + LEFT_1] * NODE_SIZE + TOKEN];
    const inner = data[data[n + LEFT_INNER] * NODE_SIZE + TOKEN];
    const labels = data[n + LEFT_LABELS];
    const place = (nextToken * 37 + topToken + (left << 2)) & (PLACES - 1);
    const keys = this.#keys;
    const k = place * KEY_SIZE;
    this.#place = place;
    if (
      keys[k] === this.#sentence &&
      keys[k + 1] === topToken &&
      keys[k + 2] === nextToken &&
      keys[k + 3] === left &&
      keys[k + 4] === inner &&
      keys[k + 5] === labels
    ) {
      return this.#sums[place];
    }
    keys[k] = this.#sentence;
    keys[k + 1] = topToken;
    keys[k + 2] = nextToken;
    keys[k + 3] = left;
    keys[k + 4] = inner;
    keys[k + 5] = labels;
    return 0;
  }

  /** Keeps the number of a sum for the pair that {@link find} did not know. */
  keep(sum: number): void {
    this.#sums[this.#place] = sum;
  }
}
