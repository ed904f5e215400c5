/**
 * The restorer's lexicon: for a stem, the forms it may have come from, as rules that turn the stem into the form.
 *
 * Stems are kept as hashes and forms as rules ("take 1 letter off, add y"), so that no list of words lies in the model. Stems
 * that the lexicon does not know, or hardly knows, get the rules that other rare stems with the same last letters follow.
 */
import { hashText, mixHash } from "./restore-hash.ts";

/** The most forms that are weighed for one stem. */
export const MAX_CANDIDATES = 10;

/** Stems seen less often than this also get the forms that their last letters suggest. */
const RARE_TOTAL = countBucket(60);

/** Sorted keys, each with a run of rows. */
export interface LexiconTable {
  readonly keys: Int32Array;
  readonly first: Uint32Array;
  readonly rules: Uint16Array;
  readonly classes: Uint8Array;
}

export interface LexiconData {
  /** "1y": take one letter off the stem, add "y". Rule 0 is "0": the stem as it stands. */
  readonly rules: readonly string[];
  readonly stems: LexiconTable;
  /** Per row of `stems`: how often the form was seen, as {@link countBucket} gives it. */
  readonly counts: Uint8Array | Uint32Array;
  /** Per key of `stems`. */
  readonly totals: Uint8Array | Uint32Array;
  /** Per row of `stems`: how often the form has capitals within sentences, as a bucket. */
  readonly capitals: Uint8Array;
  /** Per row of `stems`: the cluster of the form. */
  readonly formClusters: Uint8Array;
  /** Per key of `stems`: its cluster. */
  readonly clusters: Uint8Array;
  /** Names of persons and places, as a Bloom filter over the hashes of their forms; see {@link addName}. */
  readonly names: Uint32Array;
  /** By the hash of the last letters of a stem. */
  readonly endings: LexiconTable;
}

/** The candidates of one token, filled by {@link Lexicon.fillCandidates}. */
export interface Candidates {
  count: number;
  readonly rules: Uint16Array;
  readonly classes: Uint8Array;
  readonly clusters: Uint8Array;
  /** How often each was seen, as a bucket. */
  readonly counts: Uint8Array;
  total: number;
  /** Whether last letters were asked. */
  rare: boolean;
}

export function createCandidates(): Candidates {
  return {
    count: 0,
    rules: new Uint16Array(MAX_CANDIDATES),
    classes: new Uint8Array(MAX_CANDIDATES),
    clusters: new Uint8Array(MAX_CANDIDATES),
    counts: new Uint8Array(MAX_CANDIDATES),
    total: 0,
    rare: false,
  };
}

/** A count as a number below 128 that grows by four with each doubling. */
export function countBucket(count: number): number {
  if (count < 4) return count;
  const length = 31 - Math.clz32(count);
  return (length - 1) * 4 + ((count >>> (length - 2)) & 3);
}

/** The hash of the last letters of a stem. */
export function hashEnding(text: string, end: number, letters: number): number {
  return hashText(text, end - letters, end) ^ 0x5bd1_e995;
}

/** Puts a form into a filter of names; the filter's length is a power of two. */
export function addName(names: Uint32Array, form: number): void {
  for (let probe = 0; probe < NAME_PROBES; probe++) {
    const bit = findNameBit(names, form, probe);
    names[bit >>> 5] |= 1 << (bit & 31);
  }
}

const NAME_PROBES = 5;

function findNameBit(names: Uint32Array, form: number, probe: number): number {
  return mixHash(form, probe + 0x51ed) & (names.length * 32 - 1);
}

export class Lexicon {
  readonly data: LexiconData;
  readonly #stems: Index;
  readonly #endings: Index;
  readonly #cuts: Uint8Array;
  readonly #additions: string[];
  readonly #isExact: boolean;
  #ruleNumbers: Map<string, number> | undefined;

  constructor(data: LexiconData) {
    this.data = data;
    this.#stems = createIndex(data.stems.keys);
    this.#endings = createIndex(data.endings.keys);
    this.#cuts = Uint8Array.from(data.rules, (rule) => rule.charCodeAt(0) - 48);
    this.#additions = data.rules.map((rule) => rule.slice(1));
    this.#isExact = data.counts instanceof Uint32Array;
  }

  /** The form that a rule makes. */
  makeForm(stem: string, rule: number): string {
    return stem.slice(0, stem.length - this.#cuts[rule]) + this.#additions[rule];
  }

  /**
   * Fills in the forms of the stem `text.slice(start, end)`, most frequent first.
   *
   * @param without For training: a rule to be counted once less than it was seen, as if the token asked about were not
   *   there; -1 otherwise. Needs exact counts.
   */
  fillCandidates(into: Candidates, text: string, start: number, end: number, stem: number, without: number): void {
    const { stems, counts, totals, endings, rules, formClusters } = this.data;
    into.count = 0;
    into.total = 0;
    into.rare = true;
    const row = findIndex(this.#stems, stems.keys, stem);
    if (row >= 0) {
      const rawTotal = totals[row] - (without >= 0 ? 1 : 0);
      into.total = this.#isExact ? countBucket(rawTotal) : rawTotal;
      if (rawTotal >= 2) {
        into.rare = into.total < RARE_TOTAL;
        for (let i = stems.first[row]; i < stems.first[row + 1] && into.count < MAX_CANDIDATES; i++) {
          const raw = counts[i] - (stems.rules[i] === without ? 1 : 0);
          if (raw <= 0) continue;
          into.rules[into.count] = stems.rules[i];
          into.classes[into.count] = stems.classes[i];
          into.clusters[into.count] = formClusters[i];
          into.counts[into.count] = this.#isExact ? countBucket(raw) : raw;
          into.count += 1;
        }
      } else {
        into.total = 0;
      }
    }
    if (!into.rare) return;
    for (let letters = Math.min(4, end - start); letters > 0; letters--) {
      const ending = findIndex(this.#endings, endings.keys, hashEnding(text, end, letters));
      if (ending < 0) continue;
      for (let i = endings.first[ending]; i < endings.first[ending + 1] && into.count < MAX_CANDIDATES; i++) {
        const rule = endings.rules[i];
        if (rules[rule].charCodeAt(0) - 48 >= end - start) continue;
        let known = false;
        for (let k = 0; k < into.count; k++) if (into.rules[k] === rule) known = true;
        if (known) continue;
        into.rules[into.count] = rule;
        into.classes[into.count] = endings.classes[i];
        into.clusters[into.count] = 0;
        into.counts[into.count] = 0;
        into.count += 1;
      }
      break;
    }
    if (into.count === 0) {
      into.rules[0] = 0;
      into.classes[0] = 0;
      into.clusters[0] = 0;
      into.counts[0] = 0;
      into.count = 1;
    }
  }

  /** Whether a form is a known name; one in some hundred other forms is taken for one. */
  isName(form: number): boolean {
    const { names } = this.data;
    for (let probe = 0; probe < NAME_PROBES; probe++) {
      const bit = findNameBit(names, form, probe);
      if (((names[bit >>> 5] >>> (bit & 31)) & 1) === 0) return false;
    }
    return true;
  }

  /** The cluster of a stem, 0 where it has none. */
  getCluster(stem: number): number {
    const row = findIndex(this.#stems, this.data.stems.keys, stem);
    return row < 0 ? 0 : this.data.clusters[row];
  }

  /** The row of a form, or -1. */
  findForm(stem: number, rule: number): number {
    const { stems } = this.data;
    const row = findIndex(this.#stems, stems.keys, stem);
    if (row < 0) return -1;
    for (let i = stems.first[row]; i < stems.first[row + 1]; i++) if (stems.rules[i] === rule) return i;
    return -1;
  }

  /** The class that the last letters of a stem suggest for a form of it, or 0. */
  guessClass(stem: string, rule: number): number {
    const { endings } = this.data;
    for (let letters = Math.min(4, stem.length); letters > 0; letters--) {
      const ending = findIndex(this.#endings, endings.keys, hashEnding(stem, stem.length, letters));
      if (ending < 0) continue;
      for (let i = endings.first[ending]; i < endings.first[ending + 1]; i++) {
        if (endings.rules[i] === rule) return endings.classes[i];
      }
    }
    return 0;
  }

  /** The number of the rule that makes a form of its stem; one past the last where the lexicon has no such rule. */
  findRule(stem: string, form: string): number {
    let same = 0;
    while (same < stem.length && same < form.length && stem[same] === form[same]) same += 1;
    return this.findRuleNumber(`${stem.length - same}${form.slice(same)}`) ?? this.data.rules.length;
  }

  /** The number of a rule as {@link LexiconData.rules} writes it. */
  findRuleNumber(rule: string): number | undefined {
    this.#ruleNumbers ??= new Map(this.data.rules.map((text, number) => [text, number]));
    return this.#ruleNumbers.get(rule);
  }

  /** The class of the commonest form of a stem, 0 where the stem is not known. */
  getStemClass(stem: number): number {
    const row = findIndex(this.#stems, this.data.stems.keys, stem);
    return row < 0 ? 0 : this.data.stems.classes[this.data.stems.first[row]];
  }
}

/** Open addressing over the keys: places hold row + 1. */
type Index = Int32Array;

function createIndex(keys: Int32Array): Index {
  let size = 16;
  while (size < keys.length * 2) size *= 2;
  const index = new Int32Array(size);
  for (let row = 0; row < keys.length; row++) {
    let place = keys[row] & (size - 1);
    while (index[place] !== 0) place = (place + 1) & (size - 1);
    index[place] = row + 1;
  }
  return index;
}

function findIndex(index: Index, keys: Int32Array, key: number): number {
  const mask = index.length - 1;
  for (let place = key & mask; index[place] !== 0; place = (place + 1) & mask) {
    if (keys[index[place] - 1] === key) return index[place] - 1;
  }
  return -1;
}
