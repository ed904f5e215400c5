/** The texts that the restorer learns from: cut into tokens, each with the form it has and the stem it leaves. */
import { cutForRestoring, hashMark } from "../src/language/restore-tokens.ts";
import { stemTokens } from "../src/language/stem-text.ts";
import { hasCorpusFile, readCorpusRecords } from "./corpus-files.ts";
import { createRandom, shuffle } from "./random.ts";

/** A distinct token: a word in lower case, a number, a mark. */
export interface VocabularyEntry {
  /** The form in lower case; marks and numbers as they stand in the stemmed text. */
  form: string;
  stem: string;
  kind: number;
  /** Hash of the stem, mark or number, as the restorer will see it. */
  hash: number;
  /** The rule that makes the form of the stem; filled in when the lexicon is made. */
  rule: number;
}

export const CASE_LOWER = 0;
export const CASE_CAPITAL = 1;
export const CASE_UPPER = 2;
export const CASE_MIXED = 3;

export interface RestorerCorpus {
  vocabulary: VocabularyEntry[];
  /** All tokens of all documents. */
  ids: Int32Array;
  cases: Uint8Array;
  /** Gap before the token: nothing, blanks, a line break. */
  gaps: Uint8Array;
  /** Where each document starts; one more for the end. */
  starts: number[];
  /** Per entry written with capitals within: how often with which letters, a bit each. */
  mixed: Map<number, Map<number, number>>;
}

const RAW_TEXT = [
  "text/allsides-news-2012-2020.jsonl.gz",
  "text/reuters-21578.jsonl.gz",
  "text/bbc-news-2004-2005.jsonl.gz",
];

interface TextRecord {
  id: string;
  title?: string;
  text: string;
}

/**
 * Reads the training texts in a shuffled order, leaving out those that share twelve words in a row with a development text.
 *
 * @param share Part of the texts to read, for trials.
 */
export function readRestorerCorpus(dataFolder: string, share = 1): RestorerCorpus {
  const held = new Set<number>();
  if (hasCorpusFile(dataFolder, "polnear/dev.jsonl.gz")) {
    for (const { text } of readCorpusRecords<TextRecord>(dataFolder, "polnear/dev.jsonl.gz")) {
      forEachShingle(text, (hash) => held.add(hash));
    }
  }
  const random = createRandom(20_240_521);
  // What is old and far from today's news comes in the first half, mixed with as much of the rest.
  const early: string[] = [];
  const late: string[] = [];
  const add = (text: string, isFar: boolean, part: number): void => {
    const isEarly = isFar || random() < 0.5;
    if (random() < part) (isEarly ? early : late).push(text);
  };
  for (const path of RAW_TEXT) {
    const isReuters = path.includes("reuters");
    for (const { title, text } of readCorpusRecords<TextRecord>(dataFolder, path)) {
      // Some with their headline, closed with a point as in PolNeAR, so that headlines are learnt too.
      add(!isReuters && random() < 0.35 ? addTitle(title, text) : text, isReuters, isReuters ? share * 0.7 : share);
    }
  }
  for (const { title, text } of readCorpusRecords<TextRecord>(dataFolder, "basil/train.jsonl.gz")) {
    add(random() < 0.35 ? addTitle(title, text) : text, false, share);
  }
  for (const { text } of readCorpusRecords<TextRecord>(dataFolder, "cameo/ngec-synthetic-events.jsonl.gz")) {
    add(text, true, share);
  }
  for (const { text } of readCorpusRecords<TextRecord>(dataFolder, "polnear/train.jsonl.gz")) {
    add(text, false, Math.max(share, 0.5));
  }
  shuffle(early, random);
  shuffle(late, random);
  const texts = [...early, ...late].filter((text) => {
    let isShared = false;
    forEachShingle(text, (hash) => {
      if (held.has(hash)) isShared = true;
    });
    return !isShared;
  });
  return cutTexts(texts);
}

function addTitle(title: string | undefined, text: string): string {
  return title === undefined ? text : `${title}${/[.?!]$/.test(title) ? "" : "."}\n\n${text}`;
}

/** Cuts texts and stems them, as one corpus. */
export function cutTexts(texts: readonly string[]): RestorerCorpus {
  const vocabulary: VocabularyEntry[] = [];
  const known = new Map<string, number>();
  let size = 1 << 20;
  let ids = new Int32Array(size);
  let cases = new Uint8Array(size);
  let gaps = new Uint8Array(size);
  const starts = [0];
  const mixed = new Map<number, Map<number, number>>();
  let length = 0;
  for (const text of texts) {
    let last = 0;
    let isFirst = true;
    for (const { start, end, stem } of stemTokens(text)) {
      if (length === size) {
        size *= 2;
        ids = grow(ids, new Int32Array(size));
        cases = grow(cases, new Uint8Array(size));
        gaps = grow(gaps, new Uint8Array(size));
      }
      const unit = stem.charCodeAt(0);
      const isWord = unit >= 97 && unit <= 122;
      const written = text.slice(start, end);
      const isLetters = isWord && !/[0-9]/.test(written);
      const key = isLetters ? written.toLowerCase() : stem;
      let id = known.get(key);
      if (id === undefined) {
        id = vocabulary.length;
        const cut = cutForRestoring(isLetters ? stem : key);
        vocabulary.push({
          form: key,
          stem,
          kind: cut.length === 1 ? cut.kinds[0] : 0,
          hash: cut.length === 1 ? cut.hashes[0] : hashMark(key),
          rule: 0,
        });
        known.set(key, id);
      }
      ids[length] = id;
      cases[length] = isLetters ? getCase(written) : 0;
      if (cases[length] === CASE_MIXED) {
        const masks = mixed.get(id) ?? new Map<number, number>();
        const mask = getMask(written);
        masks.set(mask, (masks.get(mask) ?? 0) + 1);
        mixed.set(id, masks);
      }
      gaps[length] = isFirst ? 2 : start === last ? 0 : text.slice(last, start).includes("\n") ? 2 : 1;
      length += 1;
      last = end;
      isFirst = false;
    }
    starts.push(length);
  }
  return {
    vocabulary,
    ids: ids.slice(0, length),
    cases: cases.slice(0, length),
    gaps: gaps.slice(0, length),
    starts,
    mixed,
  };
}

export function getCase(word: string): number {
  if (word === word.toLowerCase()) return CASE_LOWER;
  const rest = word.slice(1);
  if (word.length > 1 && word === word.toUpperCase()) return CASE_UPPER;
  if (rest === rest.toLowerCase()) return CASE_CAPITAL;
  return CASE_MIXED;
}

function getMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < Math.min(16, word.length); i++) if (word[i] !== word[i].toLowerCase()) mask |= 1 << i;
  return mask;
}

function grow<Kind extends Int32Array | Uint8Array>(from: Kind, to: Kind): Kind {
  to.set(from);
  return to;
}

function forEachShingle(text: string, visit: (hash: number) => void): void {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const hashes = words.map((word) => {
    let hash = 7;
    for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0;
    return hash;
  });
  for (let i = 0; i + 12 <= hashes.length; i++) {
    let low = 0;
    let high = 0;
    for (let k = i; k < i + 12; k++) {
      low = (Math.imul(low, 0x0100_0193) ^ hashes[k]) | 0;
      high = (Math.imul(high, 0x85eb_ca6b) + hashes[k]) | 0;
    }
    visit((low >>> 0) * 0x20_0000 + (high >>> 11));
  }
}
