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
