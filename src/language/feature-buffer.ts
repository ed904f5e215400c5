/**
 * Features of a sequence as 32-bit hashes, and the functions that make such hashes from integers.
 *
 * A feature is a template number joined with one or more values that are integers already (hashes of words, classes,
 * labels): nothing is spelt out as text, so that a token with fifty features costs fifty multiplications and no garbage.
 */

/** Spreads the bits of an integer over all 32 bits (the finaliser of MurmurHash3). */
export function mixBits(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}

/** Joins two integers into one, in order: `joinHashes(a, b)` differs from `joinHashes(b, a)`. */
export function joinHashes(first: number, second: number): number {
  return (Math.imul(first, 0x9e37_79b1) + ((second << 7) | (second >>> 25))) ^ second;
}

/** The hash of the code units of a text (FNV-1a over 16-bit units, mixed). */
export function hashText(text: string): number {
  let hash = 0x811c_9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
  return mixBits(hash);
}

/**
 * The features of the positions of one sequence, in order; made once and filled again and again.
 *
 * @example
 * buffer.clear();
 * for (const token of tokens) {
 *   buffer.addPosition();
 *   buffer.add(1, formHash[token]);
 *   buffer.add(2, joinHashes(formHash[token], formHash[token - 1]));
 * }
 */
export class FeatureBuffer {
  /** Hashes of all positions, one after the other; those of position `i` stand at `starts[i]` to `starts[i + 1]`. */
  hashes = new Int32Array(4096);
  starts = new Int32Array(257);
  /** Number of positions. */
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Opens the next position: features added from now on belong to it. */
  addPosition(): void {
    if (this.length + 2 > this.starts.length) this.starts = grow(this.starts, this.length + 2);
    const end = this.starts[this.length];
    this.starts[++this.length] = end;
    // Room for one more position's features, so that `add` need not look for most tokens.
    if (end + 256 > this.hashes.length) this.hashes = grow(this.hashes, end + 256);
  }

  /** Adds a feature to the open position. The same template and value must always mean the same feature. */
  add(template: number, value: number): void {
    this.addHash(mixBits(value ^ Math.imul(template, 0x3c6e_f372)));
  }

  /** Adds a feature that is a well mixed hash already. */
  addHash(hash: number): void {
    const end = this.starts[this.length]++;
    if (end >= this.hashes.length) this.hashes = grow(this.hashes, end + 1);
    this.hashes[end] = hash;
  }
}

function grow(array: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}
