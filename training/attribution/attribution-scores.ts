/**
 * The measures of PolNeAR: exact spans of every role, whole attributions exactly and by overlap. Words are compared, quote
 * marks and punctuation aside; each distinct span of a role counts once an article.
 */
import { findFirst } from "../../src/reading/find-first.ts";
import type { PolnearAttribution } from "./polnear-articles.ts";

const ROLE_NAMES = ["source", "cue", "content"] as const;
type WordSets = Record<(typeof ROLE_NAMES)[number], Set<number>>;

/** Hits, false alarms and misses. */
export class Count {
  hits = 0;
  extra = 0;
  missed = 0;

  get precision(): number {
    return (100 * this.hits) / Math.max(1, this.hits + this.extra);
  }
  get recall(): number {
    return (100 * this.hits) / Math.max(1, this.hits + this.missed);
  }
  get f1(): number {
    return (200 * this.hits) / Math.max(1, 2 * this.hits + this.extra + this.missed);
  }
}

export class AttributionScores {
  readonly source = new Count();
  readonly cue = new Count();
  readonly content = new Count();
  readonly linkedExact = new Count();
  readonly linkedOverlap = new Count();

  /** @returns Per predicted attribution whether it matches an annotated one, every role overlapping, and exactly. */
  add(text: string, gold: PolnearAttribution[], found: PolnearAttribution[]): { overlap: boolean[]; exact: boolean[] } {
    const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => [match.index, match.index + match[0].length]);
    const goldSets = gold.map((one) => toSets(words, one));
    const foundSets = found.map((one) => toSets(words, one));
    for (const role of ROLE_NAMES) {
      const expected = new Set(goldSets.map((sets) => toKey(sets[role])).filter(Boolean));
      const given = new Set(foundSets.map((sets) => toKey(sets[role])).filter(Boolean));
      let hits = 0;
      for (const key of given) if (expected.has(key)) hits++;
      this[role].hits += hits;
      this[role].extra += given.size - hits;
      this[role].missed += expected.size - hits;
    }
    const pairs: [number, number, number][] = [];
    for (const [i, one] of goldSets.entries()) {
      for (const [j, other] of foundSets.entries()) {
        const shared = countShared(one.content, other.content);
        if (shared > 0) pairs.push([(2 * shared) / (one.content.size + other.content.size), i, j]);
      }
    }
    pairs.sort((a, b) => b[0] - a[0]);
    const matchOf = new Map<number, number>();
    const taken = new Set<number>();
    for (const [, i, j] of pairs) {
      if (matchOf.has(i) || taken.has(j)) continue;
      matchOf.set(i, j);
      taken.add(j);
    }
    const overlap = found.map(() => false);
    const exact = found.map(() => false);
    for (const [i, j] of matchOf) {
      exact[j] = ROLE_NAMES.every((role) => toKey(goldSets[i][role]) === toKey(foundSets[j][role]));
      overlap[j] = ROLE_NAMES.every((role) => {
        const [one, other] = [goldSets[i][role], foundSets[j][role]];
        return (one.size === 0 && other.size === 0) || countShared(one, other) > 0;
      });
    }
    for (const [count, hits] of [[this.linkedExact, exact], [this.linkedOverlap, overlap]] as const) {
      const number = hits.filter(Boolean).length;
      count.hits += number;
      count.extra += found.length - number;
      count.missed += gold.length - number;
    } // biome-ignore format: two at once
    return { overlap, exact };
  }
}

function toSets(words: number[][], attribution: PolnearAttribution): WordSets {
  const sets = {} as WordSets;
  for (const role of ROLE_NAMES) {
    const set = new Set<number>();
    for (const [start, end] of attribution[role]) {
      for (let i = findFirst(words, start + 1, (word) => word[1]); i < words.length && words[i][0] < end; i++)
        set.add(i);
    }
    sets[role] = set;
  }
  return sets;
}

function toKey(set: Set<number>): string {
  return [...set].sort((a, b) => a - b).join(",");
}

function countShared(one: Set<number>, other: Set<number>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared;
}
