/**
 * Which features a model knows: a table of hashes that keeps one byte of each. A feature not known gets no row, so that
 * words never seen in training add nothing, but for one in some hundreds that is taken for another.
 */

/** The byte by which a feature is known again; 0 marks an empty row. */
export function printOf(hash: number): number {
  return hash >>> 24 || 1;
}

/** Replaces the hashes from `from` to `to` by the rows of the known ones, moved to `into`; gives the end of the rows. */
export function resolveRows(hashes: Int32Array, from: number, to: number, into: number, prints: Uint8Array): number {
  const mask = prints.length - 1;
  let end = into;
  for (let i = from; i < to; i++) {
    const hash = hashes[i];
    const row = hash & mask;
    if (prints[row] === (hash >>> 24 || 1)) hashes[end++] = row;
  }
  return end;
}
