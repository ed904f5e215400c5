/**
 * Puts stems into clusters by the company they keep: each stem goes where the likelihood of a class bigram model grows most.
 *
 * Method: the exchange algorithm (S. Martin, J. Liermann, H. Ney, "Algorithms for bigram and trigram word clustering",
 * Speech Communication 24, 1998). Counts are whole numbers and n log n comes from a table, so the result is the same everywhere.
 */
import { exactLog } from "../src/language/exact-exponential.ts";
import type { RestorerCorpus } from "./restorer-corpus.ts";

/** Rounds of exchange; after these hardly anything moves. */
const ROUNDS = 6;

/** Bigrams of the stems to be clustered, both ways. */
interface Neighbours {
  first: Uint32Array;
  other: Uint32Array;
  count: Uint32Array;
}

/**
 * Clusters the most frequent members of a sequence.
 *
 * @param sequence Ids in text order, below `size`; breaks between documents do not matter.
 * @param ranked The ids to be clustered, most frequent first; all others form cluster 0.
 * @param clusters How many, at most 255, cluster 0 beside.
 * @returns Per id its cluster.
 */
function clusterByExchange(
  sequence: Int32Array,
  size: number,
  ranked: readonly number[],
  clusters: number,
  rounds: number,
): Uint8Array {
  // Inner numbers: 0 for all others, then by rank.
  const inner = new Uint32Array(size);
  for (const [rank, id] of ranked.entries()) inner[id] = rank + 1;
  const words = ranked.length + 1;
  const total = clusters + 1;
  const right = countNeighbours(sequence, inner, words, 0);
  const left = countNeighbours(sequence, inner, words, 1);
  const cluster = new Uint8Array(words);
  for (let word = 1; word < words; word++) cluster[word] = ((word - 1) % clusters) + 1;
  const wordCount = new Uint32Array(words);
  for (const id of sequence) wordCount[inner[id]] += 1;
  const pairs = new Int32Array(total * total);
  const firsts = new Int32Array(total);
  const seconds = new Int32Array(total);
  for (let word = 0; word < words; word++) {
    for (let i = right.first[word]; i < right.first[word + 1]; i++) {
      pairs[cluster[word] * total + cluster[right.other[i]]] += right.count[i];
      firsts[cluster[word]] += right.count[i];
      seconds[cluster[right.other[i]]] += right.count[i];
    }
  }
  const table = new Float64Array(1 << 16);
  for (let n = 2; n < table.length; n++) table[n] = n * exactLog(n);
  const score = (n: number): number => (n < table.length ? table[n] : n * exactLog(n));
  const after = new Int32Array(total);
  const before = new Int32Array(total);
  const touchedAfter = new Int32Array(total);
  const touchedBefore = new Int32Array(total);
  for (let round = 0; round < rounds; round++) {
    let moves = 0;
    for (let word = 1; word < words; word++) {
      const own = cluster[word];
      // Counts of the word with each cluster; with itself apart.
      let afters = 0;
      let befores = 0;
      let self = 0;
      let outgoing = 0;
      let incoming = 0;
      for (let i = right.first[word]; i < right.first[word + 1]; i++) {
        const count = right.count[i];
        outgoing += count;
        if (right.other[i] === word) {
          self = count;
          continue;
        }
        const other = cluster[right.other[i]];
        if (after[other] === 0) touchedAfter[afters++] = other;
        after[other] += count;
      }
      for (let i = left.first[word]; i < left.first[word + 1]; i++) {
        const count = left.count[i];
        incoming += count;
        if (left.other[i] === word) continue;
        const other = cluster[left.other[i]];
        if (before[other] === 0) touchedBefore[befores++] = other;
        before[other] += count;
      }
      // Take the word out of its cluster.
      for (let i = 0; i < afters; i++) pairs[own * total + touchedAfter[i]] -= after[touchedAfter[i]];
      for (let i = 0; i < befores; i++) pairs[touchedBefore[i] * total + own] -= before[touchedBefore[i]];
      pairs[own * total + own] -= self;
      firsts[own] -= outgoing;
      seconds[own] -= incoming;
      let best = own;
      let bestGain = Number.NEGATIVE_INFINITY;
      for (let to = 1; to < total; to++) {
        let gain = 0;
        const row = to * total;
        for (let i = 0; i < afters; i++) {
          const other = touchedAfter[i];
          if (other === to) continue;
          const n = pairs[row + other];
          gain += score(n + after[other]) - score(n);
        }
        for (let i = 0; i < befores; i++) {
          const other = touchedBefore[i];
          if (other === to) continue;
          const n = pairs[other * total + to];
          gain += score(n + before[other]) - score(n);
        }
        const inside = pairs[row + to];
        gain += score(inside + after[to] + before[to] + self) - score(inside);
        gain -= score(firsts[to] + outgoing) - score(firsts[to]) + score(seconds[to] + incoming) - score(seconds[to]);
        if (gain > bestGain) {
          bestGain = gain;
          best = to;
        }
      }
      for (let i = 0; i < afters; i++) {
        pairs[best * total + touchedAfter[i]] += after[touchedAfter[i]];
        after[touchedAfter[i]] = 0;
      }
      for (let i = 0; i < befores; i++) {
        pairs[touchedBefore[i] * total + best] += before[touchedBefore[i]];
        before[touchedBefore[i]] = 0;
      }
      pairs[best * total + best] += self;
      firsts[best] += outgoing;
      seconds[best] += incoming;
      if (best !== own) {
        moves += 1;
        cluster[word] = best;
      }
    }
    if (moves * 200 < words) break;
  }
  return Uint8Array.from({ length: size }, (_, id) => cluster[inner[id]]);
}

/** Distinct neighbours of every word with their counts: those that follow it, or those before it. */
function countNeighbours(sequence: Int32Array, inner: Uint32Array, words: number, way: 0 | 1): Neighbours {
  const length = sequence.length - 1;
  const starts = new Uint32Array(words + 1);
  for (let i = 0; i < length; i++) starts[inner[sequence[i + way]] + 1] += 1;
  for (let word = 0; word < words; word++) starts[word + 1] += starts[word];
  const fill = starts.slice();
  const all = new Uint32Array(length);
  for (let i = 0; i < length; i++) all[fill[inner[sequence[i + way]]]++] = inner[sequence[i + 1 - way]];
  const first = new Uint32Array(words + 1);
  const other = new Uint32Array(length);
  const count = new Uint32Array(length);
  let size = 0;
  for (let word = 0; word < words; word++) {
    first[word] = size;
    const own = all.subarray(starts[word], starts[word + 1]).sort();
    for (let i = 0; i < own.length; i++) {
      if (i > 0 && own[i] === own[i - 1]) count[size - 1] += 1;
      else {
        other[size] = own[i];
        count[size++] = 1;
      }
    }
  }
  first[words] = size;
  return { first, other: other.slice(0, size), count: count.slice(0, size) };
}

/** Clusters of a corpus: of stems by hash, of forms by their place in the vocabulary; both with marks and numbers. */
export interface CorpusClusters {
  ofStem(hash: number): number;
  readonly ofForms: Uint8Array;
}

export function clusterCorpus(corpus: RestorerCorpus, clusters: number, members: number): CorpusClusters {
  const numbers = new Map<number, number>();
  const numberOf = Int32Array.from(corpus.vocabulary, ({ hash }) => {
    const number = numbers.get(hash) ?? numbers.size;
    numbers.set(hash, number);
    return number;
  });
  const stems = clusterCommon(
    corpus.ids.map((id) => numberOf[id]),
    numbers.size,
    clusters,
    members,
  );
  return {
    ofStem: (hash) => stems[numbers.get(hash) ?? -1] ?? 0,
    ofForms: clusterCommon(corpus.ids, corpus.vocabulary.length, clusters, members),
  };
}

function clusterCommon(sequence: Int32Array, size: number, clusters: number, members: number): Uint8Array {
  const frequency = new Uint32Array(size);
  for (const number of sequence) frequency[number] += 1;
  const ranked = Array.from(frequency, (_, number) => number)
    .sort((a, b) => frequency[b] - frequency[a] || a - b)
    .slice(0, members)
    .filter((number) => frequency[number] >= 10);
  return clusterByExchange(sequence, size, ranked, clusters, ROUNDS);
}
