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

/**
 * Unpacks weights into a table with a byte per place: a look-up then costs one access, which the speed of restoring hangs
 * on. The rows come in the order of their places, so that unpacking runs through memory once.
 */
export function unpackWeights({ offsets, blocks, remainders, weights }: WeightData): Int8Array {
  const table = new Int8Array(offsets.length << REMAINDER_BITS);
  for (let bucket = 0; bucket < offsets.length; bucket++) {
    const start = blocks[bucket >>> 6] + offsets[bucket];
    const end = bucket + 1 === offsets.length ? remainders.length : blocks[(bucket + 1) >>> 6] + offsets[bucket + 1];
    const base = bucket << REMAINDER_BITS;
    for (let i = start; i < end; i++) table[base + remainders[i]] = weights[i];
  }
  return table;
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
