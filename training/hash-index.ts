/** Numbers 32-bit hashes in the order of their first appearance, and counts them: a map without boxes. */
export class HashIndex {
  /** Number of different hashes. */
  size = 0;
  #slots = new Int32Array(1 << 16).fill(-1);
  #hashes = new Int32Array(1 << 15);
  #counts = new Int32Array(1 << 15);

  /** The number of a hash, given to it now when it is new; counts one appearance. */
  count(hash: number): number {
    const slot = this.#findSlot(hash);
    let id = this.#slots[slot];
    if (id < 0) {
      id = this.size++;
      this.#slots[slot] = id;
      if (id >= this.#hashes.length) this.#grow();
      this.#hashes[id] = hash;
      if (this.size * 2 > this.#slots.length) this.#rehash();
    }
    this.#counts[id]++;
    return id;
  }

  /** The number of a hash, or -1 where it was never counted. */
  find(hash: number): number {
    return this.#slots[this.#findSlot(hash)];
  }

  getHash(id: number): number {
    return this.#hashes[id];
  }

  getCount(id: number): number {
    return this.#counts[id];
  }

  #findSlot(hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = Math.imul(hash, 0x9e37_79b1) >>> Math.clz32(mask);
    while (slots[slot] >= 0 && this.#hashes[slots[slot]] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const counts = new Int32Array(this.#counts.length * 2);
    counts.set(this.#counts);
    this.#counts = counts;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let id = 0; id < this.size; id++) this.#slots[this.#findSlot(this.#hashes[id])] = id;
  }
}
