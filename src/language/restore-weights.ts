/**
 * Sparse weights by place: the places are cut into buckets; a bucket is a run of remainders (sorted) with a weight each.
 *
 * A weight costs two bytes, and one that is not there is told from the others without error.
 */

const REMAINDER_BITS = 8;

export interface WeightData {
  /** Per bucket the first row, relative to its block of 64 buckets. */
  readonly offsets: Uint16Array;
  /** Per block of 64 buckets the first row. */
  readonly blocks: Uint32Array;
  readonly remainders: Uint8Array;
  readonly weights: Int8Array;
}

export class SparseWeights {
  readonly #starts: Uint32Array;
  readonly #remainders: Uint8Array;
  readonly #weights: Int8Array;

  constructor({ offsets, blocks, remainders, weights }: WeightData) {
    const starts = new Uint32Array(offsets.length + 1);
    for (let i = 0; i < offsets.length; i++) starts[i] = blocks[i >>> 6] + offsets[i];
    starts[offsets.length] = remainders.length;
    this.#starts = starts;
    this.#remainders = remainders;
    this.#weights = weights;
  }

  /** The weight at a place, 0 where there is none. */
  get(place: number): number {
    const bucket = place >>> REMAINDER_BITS;
    const remainder = place & ((1 << REMAINDER_BITS) - 1);
    const end = this.#starts[bucket + 1];
    const remainders = this.#remainders;
    for (let i = this.#starts[bucket]; i < end; i++) {
      if (remainders[i] >= remainder) return remainders[i] === remainder ? this.#weights[i] : 0;
    }
    return 0;
  }
}

/** Packs weights given in the order of their places. Weights are rounded to 1/scale and kept within a signed byte. */
export function packWeights(
  places: Iterable<[place: number, weight: number]>,
  bits: number,
  scale: number,
): WeightData {
  const rows: [number, number][] = [];
  for (const [place, weight] of places) {
    const rounded = Math.max(-127, Math.min(127, Math.round(weight * scale)));
    if (rounded !== 0) rows.push([place, rounded]);
  }
  const buckets = 2 ** (bits - REMAINDER_BITS);
  const offsets = new Uint16Array(buckets);
  const blocks = new Uint32Array(buckets >>> 6);
  const remainders = new Uint8Array(rows.length);
  const weights = new Int8Array(rows.length);
  let row = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    if ((bucket & 63) === 0) blocks[bucket >>> 6] = row;
    offsets[bucket] = row - blocks[bucket >>> 6];
    while (row < rows.length && rows[row][0] >>> REMAINDER_BITS === bucket) {
      remainders[row] = rows[row][0] & ((1 << REMAINDER_BITS) - 1);
      weights[row] = rows[row][1];
      row += 1;
    }
  }
  return { offsets, blocks, remainders, weights };
}
