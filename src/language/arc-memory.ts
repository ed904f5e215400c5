/** Remembers which relation an arc of the sentence got: analyses side by side draw many of the same arcs. */
import { LEFT_1, LEFT_2, LEFT_LABELS, NODE_SIZE, RIGHT_1, RIGHT_LABELS, TOKEN } from "./parse-nodes.ts";

/** Places, a power of two; an arc that falls on the place of another takes it. */
const PLACES = 256;
const KEY_SIZE = 11;

export class ArcMemory {
  label = 0;
  score = 0;
  readonly #keys = new Int32Array(PLACES * KEY_SIZE);
  readonly #labels = new Int32Array(PLACES);
  readonly #scores = new Int32Array(PLACES);
  /** Tells this sentence's arcs from those of all before. */
  #sentence = 0;
  #place = 0;

  beginSentence(): void {
    this.#sentence = (this.#sentence + 1) | 0;
  }

  /**
   * Whether the arc is known: then `label` and `score` are what was kept. If it is not, {@link keep} fills its place.
   *
   * It is the same arc where all that `listLabelFeatures` looks at is the same.
   */
  find(data: Int32Array, head: number, child: number, next: number): boolean {
    const h = head * NODE_SIZE;
    const c = child * NODE_SIZE;
    const headToken = data[h + TOKEN];
    const childToken = data[c + TOKEN];
    const left1 = data[data[c + LEFT_1] * NODE_SIZE + TOKEN];
    const left2 = data[data[c + LEFT_2] * NODE_SIZE + TOKEN];
    const right1 = data[data[c + RIGHT_1] * NODE_SIZE + TOKEN];
    const childLeft = data[c + LEFT_LABELS];
    const childRight = data[c + RIGHT_LABELS];
    const headLeft = data[h + LEFT_LABELS];
    const headRight = data[h + RIGHT_LABELS];
    let hash =
      Math.imul(headToken * 31 + childToken, 0x2c1b_3c6d) ^ Math.imul(next + 7 * left1 + 3 * right1, 0x297a_2d39);
    hash ^= Math.imul(childLeft ^ (childRight << 3) ^ Math.imul(headLeft, 5) ^ Math.imul(headRight, 11), 0x85eb_ca6b);
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    const keys = this.#keys;
    const k = place * KEY_SIZE;
    this.#place = place;
    if (
      keys[k] === this.#sentence &&
      keys[k + 1] === headToken &&
      keys[k + 2] === childToken &&
      keys[k + 3] === next &&
      keys[k + 4] === left1 &&
      keys[k + 5] === left2 &&
      keys[k + 6] === right1 &&
      keys[k + 7] === childLeft &&
      keys[k + 8] === childRight &&
      keys[k + 9] === headLeft &&
      keys[k + 10] === headRight
    ) {
      this.label = this.#labels[place];
      this.score = this.#scores[place];
      return true;
    }
    keys[k] = this.#sentence;
    keys[k + 1] = headToken;
    keys[k + 2] = childToken;
    keys[k + 3] = next;
    keys[k + 4] = left1;
    keys[k + 5] = left2;
    keys[k + 6] = right1;
    keys[k + 7] = childLeft;
    keys[k + 8] = childRight;
    keys[k + 9] = headLeft;
    keys[k + 10] = headRight;
    return false;
  }

  /** Keeps what was found for the arc that {@link find} did not know. */
  keep(label: number, score: number): void {
    this.#labels[this.#place] = label;
    this.#scores[this.#place] = score;
  }
}
