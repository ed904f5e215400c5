/** A read-only map from 32-bit hashes to small numbers, in two typed arrays of a model: open addressing, linear probing. */
export class HashTable {
  readonly #keys: Uint32Array;
  /** Value + 1; 0 for an empty slot. */
  readonly #values: Uint16Array;

  constructor(keys: Uint32Array, values: Uint16Array) {
    this.#keys = keys;
    this.#values = values;
  }

  /** How many entries it has. */
  get size(): number {
    return this.#values.reduce((count, value) => count + Number(value !== 0), 0);
  }

  /** The value of a hash, or -1. */
  get(hash: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    const key = hash >>> 0;
    let slot = (key ^ (key >>> 16)) & mask;
    while (this.#values[slot] !== 0) {
      if (keys[slot] === key) return this.#values[slot] - 1;
      slot = (slot + 1) & mask;
    }
    return -1;
  }
}

/** The arrays of a table with these entries; of two with one hash the first stays. */
export function toHashTable(entries: ReadonlyMap<number, number>): { keys: Uint32Array; values: Uint16Array } {
  let size = 16;
  while (entries.size > size * 0.75) size *= 2;
  const keys = new Uint32Array(size);
  const values = new Uint16Array(size);
  for (const [hash, value] of entries) {
    const key = hash >>> 0;
    let slot = (key ^ (key >>> 16)) & (size - 1);
    while (values[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
    if (values[slot] !== 0) continue;
    keys[slot] = key;
    values[slot] = value + 1;
  }
  return { keys, values };
}
