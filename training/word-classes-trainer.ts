/**
 * Trains `word-classes`: classes of words that occur in like contexts, and how each word is usually written.
 */
import { hashText } from "../src/language/feature-buffer.ts";
import type { ModelContent } from "../src/language/model-file.ts";
import { packWordEntry, toWordClassSections, WORD_CLASSES_MODEL } from "../src/language/word-classes.ts";
import { findWordCase, normaliseWord } from "../src/language/word-shape.ts";
import { type ContextCounts, clusterByContexts } from "./exchange-clustering.ts";
import { HashIndex } from "./hash-index.ts";
import { readRawSentences } from "./raw-text.ts";
import type { Trainer } from "./trainer.ts";

interface WordClassOptions {
  shareOfRecords: number;
  /** Rarer words get no class. */
  minCount: number;
  /** Words that serve as contexts, the most frequent, on each side. */
  contextWords: number;
  /** Numbers of classes, finest first. The finest at most 1023, the others at most 255. */
  levels: readonly [number, number, number];
  rounds: number;
}

const DEFAULTS: WordClassOptions = {
  shareOfRecords: 1,
  minCount: 3,
  contextWords: 8000,
  levels: [640, 160, 40],
  rounds: 8,
};

interface WordCount {
  word: string;
  count: number;
  /** How often it stood inside a sentence in each case, by the index into `WORD_CASES`. */
  cases: number[];
}

export const wordClassesTrainer: Trainer = {
  model: WORD_CLASSES_MODEL.name,
  after: [],
  train({ dataFolder, progress }) {
    const { content, wordCount } = learnWordClasses(dataFolder, {}, progress);
    return {
      content,
      card: {
        purpose:
          "Gives a word the class of words it is used like (640 classes, in 160, in 40), the way it is usually " +
          "written and how frequent it is. Classes by predictive exchange over the neighbours on both sides.",
        data: ["Raw news text (AllSides, Reuters-21578, BBC): counts only, words kept as hashes; research"],
        seed: 0,
        scores: [["words with a class", String(wordCount)]],
        limits: ["American and British news up to 2020: later words have no class."],
      },
    };
  },
};

/** Learns the classes and lays them out as a model. */
export function learnWordClasses(
  dataFolder: string,
  options: Partial<WordClassOptions>,
  progress: (line: string) => void,
): { content: ModelContent; wordCount: number } {
  const { shareOfRecords, minCount, contextWords, levels, rounds } = { ...DEFAULTS, ...options };
  const { words, sentences } = countWords(dataFolder, shareOfRecords, minCount);
  progress(`${words.length} words`);
  const contexts = countContexts(sentences, words.length, Math.min(contextWords, words.length));
  const finest = clusterByContexts(contexts, {
    classCount: levels[0],
    rounds,
    initial: Uint16Array.from(words.keys(), (id) => id % levels[0]),
    onRound: (round, moved) => progress(`round ${round}: ${moved} words moved`),
  });
  const middle = clusterClasses(contexts, finest, levels[0], levels[1]);
  const coarse = clusterClasses(contexts, middle, levels[1], levels[2]);
  const coarseOf = new Uint8Array(levels[0] + 1);
  const coarsestOf = new Uint8Array(levels[0] + 1);
  const entries = new Map<number, number>();
  for (const [id, { word, count, cases }] of words.entries()) {
    const wordClass = finest[id] + 1;
    coarseOf[wordClass] = middle[id] + 1;
    coarsestOf[wordClass] = coarse[id] + 1;
    const hash = hashText(word);
    if (!entries.has(hash)) {
      entries.set(
        hash,
        packWordEntry({ wordClass, caseHabit: findCaseHabit(cases), frequency: findFrequencyBand(count) }),
      );
    }
  }
  const sections = toWordClassSections(entries, coarseOf, coarsestOf);
  return { content: { ...WORD_CLASSES_MODEL, settings: null, sections }, wordCount: words.length };
}

/** Classes of classes: each class is one item with the contexts of all its words. */
function clusterClasses(contexts: ContextCounts, classes: Uint16Array, from: number, to: number): Uint16Array {
  const perClass = Array.from({ length: from }, () => new Map<number, number>());
  for (const [item, itemClass] of classes.entries()) {
    const counts = perClass[itemClass];
    for (let i = contexts.starts[item]; i < contexts.starts[item + 1]; i++) {
      counts.set(contexts.contexts[i], (counts.get(contexts.contexts[i]) ?? 0) + contexts.counts[i]);
    }
  }
  const grouped = clusterByContexts(toContextCounts(perClass, contexts.contextCount), {
    classCount: to,
    rounds: 20,
    initial: Uint16Array.from(perClass.keys(), (id) => id % to),
  });
  return classes.map((itemClass) => grouped[itemClass]);
}

function toContextCounts(perItem: readonly ReadonlyMap<number, number>[], contextCount: number): ContextCounts {
  const starts = new Int32Array(perItem.length + 1);
  for (const [i, counts] of perItem.entries()) starts[i + 1] = starts[i] + counts.size;
  const contexts = new Int32Array(starts[perItem.length]);
  const counts = new Int32Array(starts[perItem.length]);
  for (const [i, map] of perItem.entries()) {
    let at = starts[i];
    for (const [context, count] of [...map].sort((a, b) => a[0] - b[0])) {
      contexts[at] = context;
      counts[at++] = count;
    }
  }
  return { starts, contexts, counts, contextCount };
}

/** The words of the raw text with their counts, most frequent first, and its sentences as numbers of words (-1: rare). */
function countWords(
  dataFolder: string,
  shareOfRecords: number,
  minCount: number,
): { words: WordCount[]; sentences: Int32Array } {
  const counts = new Map<string, WordCount & { id: number }>();
  const forms = new Map<string, { entry: WordCount & { id: number }; wordCase: number }>();
  let running = new Int32Array(1 << 20);
  let length = 0;
  const push = (value: number): void => {
    if (length === running.length) {
      const larger = new Int32Array(length * 2);
      larger.set(running);
      running = larger;
    }
    running[length++] = value;
  };
  const SENTENCE_END = -2;
  readRawSentences(
    dataFolder,
    (sentence) => {
      const isHeadline = sentence.filter((word) => findWordCase(word) === 1).length * 2 < sentence.length;
      for (const [position, form] of sentence.entries()) {
        let known = forms.get(form);
        if (known === undefined) {
          const word = normaliseWord(form);
          let entry = counts.get(word);
          if (entry === undefined)
            counts.set(word, (entry = { word, count: 0, cases: [0, 0, 0, 0, 0], id: counts.size }));
          forms.set(form, (known = { entry, wordCase: findWordCase(form) }));
        }
        known.entry.count++;
        // The first word and headlines are capitalised whatever the word.
        if (position > 1 && !isHeadline) known.entry.cases[known.wordCase]++;
        push(known.entry.id);
      }
      push(SENTENCE_END);
    },
    shareOfRecords,
  );
  const words = [...counts.values()].filter(({ count }) => count >= minCount);
  words.sort((a, b) => b.count - a.count || a.id - b.id);
  const ranks = new Int32Array(counts.size).fill(-1);
  for (const [rank, { id }] of words.entries()) ranks[id] = rank;
  const sentences = running.subarray(0, length);
  for (let i = 0; i < length; i++) if (sentences[i] !== SENTENCE_END) sentences[i] = ranks[sentences[i]];
  return { words, sentences };
}

/** Counts, for each word, the frequent words before and after it; sentence ends and rare words are contexts too. */
function countContexts(sentences: Int32Array, wordCount: number, contextWords: number): ContextCounts {
  const contextSide = contextWords + 2;
  const toContext = (word: number): number =>
    word === -2 ? contextWords : word >= 0 && word < contextWords ? word : contextWords + 1;
  const pairs = new HashIndex();
  const contextCount = contextSide * 2;
  if (wordCount * contextCount > 2 ** 32) throw new RangeError("Too many words and contexts to number their pairs.");
  for (let i = 0; i < sentences.length; i++) {
    const word = sentences[i];
    if (word < 0) continue;
    const before = i === 0 ? -2 : sentences[i - 1];
    const after = sentences[i + 1];
    pairs.count((word * contextCount + toContext(before)) | 0);
    pairs.count((word * contextCount + contextSide + toContext(after)) | 0);
  }
  const order = new Float64Array(pairs.size);
  for (let id = 0; id < pairs.size; id++) order[id] = pairs.getHash(id) >>> 0;
  order.sort();
  const starts = new Int32Array(wordCount + 1);
  const contexts = new Int32Array(pairs.size);
  const counts = new Int32Array(pairs.size);
  for (let i = 0; i < order.length; i++) {
    starts[Math.floor(order[i] / contextCount) + 1] = i + 1;
    contexts[i] = order[i] % contextCount;
    counts[i] = pairs.getCount(pairs.find(order[i] | 0));
  }
  for (let word = 1; word <= wordCount; word++) starts[word] = Math.max(starts[word], starts[word - 1]);
  return { starts, contexts, counts, contextCount };
}

/** The index into `CASE_HABITS`. */
function findCaseHabit([, lower, initial, upper, mixed]: readonly number[]): number {
  const total = lower + initial + upper + mixed;
  if (total < 2) return 0;
  if (lower >= total * 0.95) return 1;
  if (lower >= total * 0.7) return 2;
  if (lower > total * 0.2) return 3;
  return upper + mixed > initial ? 5 : 4;
}

function findFrequencyBand(count: number): number {
  return Math.max(1, 1 + [10, 50, 250, 1500, 10_000, 80_000].filter((limit) => count >= limit).length);
}
