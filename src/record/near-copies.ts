/**
 * Near-copies: the same agency text in two reports, word for word but for a headline, a correction or a cut.
 *
 * MinHash (Broder 1997) over runs of five words, 128 permutations; bands of four rows find candidates, the estimate decides.
 * A cut version is a copy too, so what counts is how much of the shorter text the longer one holds.
 */
import { mix } from "./hash-text.ts";

const PERMUTATIONS = 128;
const ROWS_PER_BAND = 4;
const SHINGLE_WORDS = 5;

/** Share of the shorter text's runs that the other must hold. Below it, reports quote each other but are not copies. */
const MIN_CONTAINED = 0.8;

/** Shorter texts have too few runs to tell. */
const MIN_SHINGLES = 20;

export interface ReportSignature {
  readonly minima: Uint32Array;
  readonly shingleCount: number;
}

const MULTIPLIERS = new Uint32Array(PERMUTATIONS);
const ADDENDS = new Uint32Array(PERMUTATIONS);
for (let i = 0; i < PERMUTATIONS; i++) {
  MULTIPLIERS[i] = mix(0x9e37_79b1 * (2 * i + 1)) | 1;
  ADDENDS[i] = mix(0x85eb_ca77 * (2 * i + 2));
}

/** @param stems The words of the report, in order. Undefined where there are too few. */
export function makeSignature(stems: readonly string[]): ReportSignature | undefined {
  const hashes = new Set<number>();
  const words = new Uint32Array(stems.length);
  for (let i = 0; i < stems.length; i++) words[i] = hashWord(stems[i]);
  for (let i = 0; i + SHINGLE_WORDS <= stems.length; i++) {
    let hash = 0x811c_9dc5;
    for (let j = 0; j < SHINGLE_WORDS; j++) hash = Math.imul(hash ^ words[i + j], 0x0100_0193) ^ (hash >>> 13);
    hashes.add(mix(hash) >>> 0);
  }
  if (hashes.size < MIN_SHINGLES) return undefined;
  const minima = new Uint32Array(PERMUTATIONS).fill(0xffff_ffff);
  for (const hash of hashes) {
    for (let p = 0; p < PERMUTATIONS; p++) {
      let value = Math.imul(hash, MULTIPLIERS[p]) + ADDENDS[p];
      value = (value ^ (value >>> 15)) >>> 0;
      if (value < minima[p]) minima[p] = value;
    }
  }
  return { minima, shingleCount: hashes.size };
}

/** One number a band, equal where two signatures agree in all its rows. */
export function toBuckets({ minima }: ReportSignature): number[] {
  const buckets: number[] = [];
  for (let band = 0; band * ROWS_PER_BAND < PERMUTATIONS; band++) {
    let low = band + 1;
    let high = 0x9e37_79b1;
    for (let row = band * ROWS_PER_BAND; row < (band + 1) * ROWS_PER_BAND; row++) {
      low = mix(low ^ minima[row]);
      high = Math.imul(high ^ minima[row], 0x0100_0193) ^ (high >>> 15);
    }
    // 15 bits of the band's own beside 32 of the hash: two bands never share a bucket.
    buckets.push((band * 1024 + (mix(high) & 0x3ff)) * 0x1_0000_0000 + (low >>> 0));
  }
  return buckets;
}

/** Estimated share of the shorter text's runs that the other holds, 0 to 1. */
export function estimateContained(one: ReportSignature, other: ReportSignature): number {
  let equal = 0;
  for (let p = 0; p < PERMUTATIONS; p++) if (one.minima[p] === other.minima[p]) equal++;
  const jaccard = equal / PERMUTATIONS;
  const shared = (jaccard * (one.shingleCount + other.shingleCount)) / (1 + jaccard);
  return Math.min(1, shared / Math.min(one.shingleCount, other.shingleCount));
}

export function isNearCopy(one: ReportSignature, other: ReportSignature): boolean {
  return estimateContained(one, other) >= MIN_CONTAINED;
}

function hashWord(word: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x0100_0193);
  return hash;
}
