/**
 * Which features a model knows: a table of hashes that keeps one byte of each. A feature not known gets no row, so that
 * words never seen in training add nothing, but for one in some hundreds that is taken for another.
 */

/** The byte by which a feature is known again; 0 marks an empty row. */
export function printOf(hash: number): number {
  return hash & 255 || 1;
}

/** The row of a feature in a table of any number of rows, from the high bits of its hash. */
export function rowOf(hash: number, rows: number): number {
  return Math.floor((hash >>> 0) * (rows / 0x1_0000_0000));
}

/** Prints and weights side by side, so that a feature costs one look into memory: print + 256 × weight. */
export function packWeights(prints: Uint8Array, weights: Int8Array): Int16Array {
  const packed = new Int16Array(prints.length);
  for (let row = 0; row < packed.length; row++) packed[row] = (weights[row] << 8) | prints[row];
  return packed;
}

/** As `packWeights`, for three weights a row, the last in the highest byte. */
export function packTriples(prints: Uint8Array, weights: Int8Array): Int32Array {
  const packed = new Int32Array(prints.length);
  for (let row = 0, at = 0; row < packed.length; row++, at += 3) {
    packed[row] = prints[row] | ((weights[at] & 255) << 8) | ((weights[at + 1] & 255) << 16) | (weights[at + 2] << 24);
  }
  return packed;
}

/**
 * Rows of weights seen as four to a number, the first in the lowest byte, as model files lay out numbers: see `RAISED` for
 * how two of them are added up at a time.
 */
export function viewRows(weights: Int8Array): Int32Array {
  return new Int32Array(weights.buffer, weights.byteOffset, weights.length / 4);
}

/**
 * Raises the four weights of a number by 128 each, by exclusive or, so that none is below 0. The even and the odd ones are
 * then added up apart, as `number & 0x00ff_00ff` and `(number >>> 8) & 0x00ff_00ff`.
 */
export const RAISED = 0x8080_8080 | 0;

/** Sum of the weights of the first `count` hashes. */
export function sumKnown(hashes: Int32Array, count: number, packed: Int16Array): number {
  const scale = packed.length / 0x1_0000_0000;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const hash = hashes[i];
    const entry = packed[((hash >>> 0) * scale) | 0];
    if ((entry & 255) === (hash & 255 || 1)) sum += entry >> 8;
  }
  return sum;
}

/** Replaces the hashes from `from` to `to` by the rows of the known ones, moved to `into`; gives the end of the rows. */
export function resolveRows(hashes: Int32Array, from: number, to: number, into: number, prints: Uint8Array): number {
  const scale = prints.length / 0x1_0000_0000;
  let end = into;
  for (let i = from; i < to; i++) {
    const hash = hashes[i];
    const row = ((hash >>> 0) * scale) | 0;
    if (prints[row] === (hash & 255 || 1)) hashes[end++] = row;
  }
  return end;
}
