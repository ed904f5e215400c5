/** Weights of the parser while it learns: averaged perceptrons over hashed features. */

const ROW = 4;
const MAX_PROBES = 8;

/**
 * Three weights for each feature, one a move, found by the feature's whole hash, so that features never share weights.
 * A feature for which there is no room any more gets none.
 */
export class MoveWeights {
  /** Per row the hash and three weights. */
  private readonly rows: Int32Array;
  /** Per row and move the changes, each multiplied by the number of the step at which it was made. */
  private readonly moments: Float64Array;
  private readonly shiftBits: number;

  constructor(bits: number) {
    this.rows = new Int32Array(ROW << bits);
    this.moments = new Float64Array(ROW << bits);
    this.shiftBits = 32 - bits;
  }

  /** Adds up the weights of the features into `scores`. */
  score(hashes: Int32Array, count: number, scores: Float64Array): void {
    const { rows, shiftBits } = this;
    let shift = 0;
    let left = 0;
    let right = 0;
    const mask = rows.length - 1;
    for (let i = 0; i < count; i++) {
      const hash = hashes[i];
      let at = (hash >>> shiftBits) * ROW;
      while (rows[at] !== hash) {
        if (rows[at] === 0) break;
        at = (at + ROW) & mask;
      }
      if (rows[at] === 0) continue;
      shift += rows[at + 1];
      left += rows[at + 2];
      right += rows[at + 3];
    }
    scores[0] = shift;
    scores[1] = left;
    scores[2] = right;
  }

  /** Adds `change` to the weights of the features for `move`. */
  update(hashes: Int32Array, count: number, move: number, change: number, step: number): void {
    const { rows, moments, shiftBits } = this;
    const mask = rows.length - 1;
    for (let i = 0; i < count; i++) {
      const hash = hashes[i];
      let at = (hash >>> shiftBits) * ROW;
      let probes = 0;
      while (rows[at] !== hash && rows[at] !== 0 && probes++ < MAX_PROBES) at = (at + ROW) & mask;
      if (rows[at] === 0) rows[at] = hash;
      if (rows[at] !== hash) continue;
      rows[at + 1 + move] += change;
      moments[at + 1 + move] += change * step;
    }
  }

  /**
   * Packs the averaged weights as the parser reads them, in 2^bits numbers: see `ParserModel.moveWeights`. Where two features
   * meet at one place, the one with the greater weights stays.
   */
  pack(bits: number, steps: number): { packed: Int32Array<ArrayBuffer>; scale: number } {
    const { rows, moments } = this;
    const average = (at: number): number => rows[at] - moments[at] / steps;
    const order: { at: number; size: number }[] = [];
    const sizes: number[] = [];
    for (let at = 0; at < rows.length; at += ROW) {
      if (rows[at] === 0) continue;
      let size = 0;
      for (let move = 1; move < ROW; move++) size = Math.max(size, Math.abs(average(at + move)));
      order.push({ at, size });
      sizes.push(size);
    }
    order.sort((one, other) => other.size - one.size || one.at - other.at);
    sizes.sort((one, other) => one - other);
    const scale = 127 / (sizes[Math.floor(sizes.length * 0.9995)] ?? 1);
    const packed = new Int32Array(1 << bits);
    for (const { at } of order) {
      const hash = rows[at];
      const place = hash >>> (32 - bits);
      if (packed[place] !== 0) continue;
      const quantised = [1, 2, 3].map((move) => Math.max(-127, Math.min(127, Math.round(average(at + move) * scale))));
      if (quantised.every((weight) => weight === 0)) continue;
      packed[place] =
        (hash & 0xff) | ((quantised[0] & 0xff) << 8) | ((quantised[1] & 0xff) << 16) | ((quantised[2] & 0xff) << 24);
    }
    return { packed, scale };
  }
}

/** One weight for each feature and relation together, at the place that the upper bits of the hash name. */
export class LabelWeights {
  readonly weights: Int32Array;
  private readonly moments: Float64Array;
  readonly shiftBits: number;

  constructor(bits: number) {
    this.weights = new Int32Array(1 << bits);
    this.moments = new Float64Array(1 << bits);
    this.shiftBits = 32 - bits;
  }

  update(hash: number, change: number, step: number): void {
    const place = hash >>> this.shiftBits;
    this.weights[place] += change;
    this.moments[place] += change * step;
  }

  /** The averaged weights, a signed byte each. */
  pack(steps: number): { packed: Int8Array<ArrayBuffer>; scale: number } {
    const averages = Float64Array.from(this.weights, (weight, place) => weight - this.moments[place] / steps);
    const sizes = averages
      .map(Math.abs)
      .filter((size) => size > 0)
      .sort();
    const scale = 127 / (sizes[Math.floor(sizes.length * 0.9995)] ?? 1);
    const packed = Int8Array.from(averages, (weight) => Math.max(-127, Math.min(127, Math.round(weight * scale))));
    return { packed, scale };
  }
}
