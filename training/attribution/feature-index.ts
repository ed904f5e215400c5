/** Chooses the features that a model is to know, and makes their table of prints. */
import { printOf, rowOf } from "../../src/reading/attribution/feature-table.ts";

/** Counts features by their hashes, in one table that grows. */
export class FeatureCounts {
  private keys = new Int32Array(1 << 16);
  private counts = new Int32Array(1 << 16);
  private used = 0;

  add(hash: number): void {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(hash, 0x9e37_79b1) >>> 7) & mask;
    while (this.counts[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & mask;
    if (this.counts[slot]++ === 0) {
      this.keys[slot] = hash;
      if (++this.used * 3 > this.keys.length * 2) this.grow();
    }
  }

  /**
   * A table of `rows` rows for the features met at least `least` times; of those that meet in one row it keeps the
   * most frequent.
   */
  toPrints(rows: number, least: number): Uint8Array<ArrayBuffer> {
    const prints = new Uint8Array(rows);
    const owner = new Int32Array(rows);
    const highest = new Int32Array(rows);
    for (let slot = 0; slot < this.keys.length; slot++) {
      const count = this.counts[slot];
      const hash = this.keys[slot];
      const row = rowOf(hash, rows);
      // Ties go by the hash, so that the order of counting does not matter.
      if (count < least || count < highest[row] || (count === highest[row] && hash < owner[row])) continue;
      highest[row] = count;
      owner[row] = hash;
      prints[row] = printOf(hash);
    }
    return prints;
  }

  private grow(): void {
    const { keys, counts } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.counts = new Int32Array(keys.length * 2);
    const mask = this.keys.length - 1;
    for (let old = 0; old < keys.length; old++) {
      if (counts[old] === 0) continue;
      let slot = (Math.imul(keys[old], 0x9e37_79b1) >>> 7) & mask;
      while (this.counts[slot] !== 0) slot = (slot + 1) & mask;
      this.keys[slot] = keys[old];
      this.counts[slot] = counts[old];
    }
  }
}
