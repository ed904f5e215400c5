/** Classes of forms for the restorer: common words and marks alone, all others by the parts of speech they can have. */
import { hashText } from "../src/language/restore-hash.ts";
import { hashMark } from "../src/language/restore-tokens.ts";
import { hasCorpusFile, readCorpusRecords, readCorpusText } from "./corpus-files.ts";
import type { RestorerCorpus } from "./restorer-corpus.ts";

/** Common words, function words above all, that form a class of their own. */
const OWN_CLASSES = 130;
const MAX_CLASSES = 255;

export interface FormClasses {
  /** Class 0 is unknown. Per class: its main Penn tag, or "." or "," for marks, "#" for numbers. */
  tags: string[];
  /** The class of a mark or number. */
  classOfToken(hash: number, kind: number): number;
  /** The class of a form, guessed from its last letters where it was never seen tagged. */
  classOf(form: string): number;
  /** Hashes of the marks and numbers that have a class of their own, which is their index + 1. */
  marks: number[];
  /** Classes below this one are single words, marks or numbers. */
  ownEnd: number;
}

const MARKS = [".", ",", '"', "'", "-", "—", ":", ";", "(", ")", "?", "!", "$", "%", "...", "/", "&", "["];
const STOPS = new Set([".", "?", "!"]);
const NUMBERS = ["7", "42", "100", "1987"];

type TagCounts = Map<string, number>;

/** Makes the classes of a corpus, with the tags of PolNeAR's CoreNLP layer and of EWT. */
export function makeFormClasses(dataFolder: string, corpus: RestorerCorpus): FormClasses {
  const tagged = countTags(dataFolder);
  const frequency = new Int32Array(corpus.vocabulary.length);
  for (const id of corpus.ids) frequency[id] += 1;

  const tags = ["?"];
  const marks: number[] = [];
  for (const mark of MARKS) {
    marks.push(hashMark(mark));
    tags.push(STOPS.has(mark) ? "." : mark === '"' || mark === "'" ? "''" : ",");
  }
  for (const number of NUMBERS) {
    marks.push(hashText(number));
    tags.push("#");
  }
  // Then one for all other marks, one for numbers with letters in them.
  tags.push(",", "#");

  const classes = new Map<string, number>();
  const byFrequency = corpus.vocabulary
    .map(({ form, kind }, id) => ({ form, kind, count: frequency[id] }))
    .filter(({ kind }) => kind === 1)
    .sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : 1));
  for (const { form } of byFrequency) {
    if (tags.length >= OWN_CLASSES + marks.length + 3) break;
    const main = rankTags(tagged.get(form))[0]?.[0] ?? "NN";
    // Open classes are better off with their kind, but for the verbs of speaking.
    if (/^(NN|JJ|NNP|NNS)/.test(main) && form.length > 1) continue;
    classes.set(form, tags.length);
    tags.push(main);
  }
  const ownEnd = tags.length;

  // A class of tags: the main tag, and a second one where it is common enough.
  const kinds = new Map<string, number>();
  const kindOf = new Map<string, string>();
  for (const [form, counts] of tagged) {
    if (classes.has(form)) continue;
    const kind = describeTags(counts);
    kindOf.set(form, kind);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const kept = [...kinds]
    .filter(([, count]) => count >= 12)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_CLASSES - tags.length);
  const kindClasses = new Map<string, number>();
  for (const [kind] of kept) {
    kindClasses.set(kind, tags.length);
    tags.push(kind.split("/")[0]);
  }
  for (const [form, kind] of kindOf) {
    const found = kindClasses.get(kind) ?? kindClasses.get(kind.split("/")[0]);
    if (found !== undefined) classes.set(form, found);
  }

  // Guesses: the commonest class of rare forms with the same last letters.
  const bySuffix = new Map<string, Map<number, number>>();
  for (const [form, counts] of tagged) {
    const found = classes.get(form);
    if (found === undefined || found < ownEnd || sum(counts) > 12) continue;
    for (let letters = 1; letters <= Math.min(5, form.length - 1); letters++) {
      const suffix = form.slice(-letters);
      const row = bySuffix.get(suffix) ?? new Map<number, number>();
      row.set(found, (row.get(found) ?? 0) + 1);
      bySuffix.set(suffix, row);
    }
  }
  const guesses = new Map<string, number>();
  for (const [suffix, row] of bySuffix) {
    if (sum(row) < 5 && suffix.length > 1) continue;
    guesses.set(suffix, [...row].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0][0]);
  }
  return {
    tags,
    marks,
    ownEnd,
    classOfToken: (hash, kind) => {
      const index = marks.indexOf(hash);
      return index >= 0 ? index + 1 : marks.length + (kind === 2 ? 2 : 1);
    },
    classOf(form) {
      const own = classes.get(form);
      if (own !== undefined) return own;
      for (let letters = Math.min(5, form.length - 1); letters > 0; letters--) {
        const guess = guesses.get(form.slice(-letters));
        if (guess !== undefined) return guess;
      }
      return 0;
    },
  };
}

function countTags(dataFolder: string): Map<string, TagCounts> {
  const tagged = new Map<string, TagCounts>();
  const add = (form: string, tag: string): void => {
    if (!/^[a-z]+$/.test(form) || !/^[A-Z]+\$?$/.test(tag)) return;
    const counts = tagged.get(form) ?? new Map<string, number>();
    // Names in singular and plural are alike to the restorer.
    const plain = tag === "NNPS" ? "NNP" : tag;
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
    tagged.set(form, counts);
  };
  interface Layer {
    id: string;
    sentences: { tokens: [number, number, string, string, string][] }[];
  }
  const texts = new Map(
    readCorpusRecords<{ id: string; text: string }>(dataFolder, "polnear/train.jsonl.gz").map(({ id, text }) => [
      id,
      text,
    ]),
  );
  for (const { id, sentences } of readCorpusRecords<Layer>(dataFolder, "polnear/train.corenlp.jsonl.gz")) {
    const text = texts.get(id);
    if (text === undefined) continue;
    for (const { tokens } of sentences) {
      for (const [start, end, tag] of tokens) add(text.slice(start, end).toLowerCase(), tag);
    }
  }
  if (hasCorpusFile(dataFolder, "ud/en_ewt-ud-train.conllu.gz")) {
    for (const line of readCorpusText(dataFolder, "ud/en_ewt-ud-train.conllu.gz").split("\n")) {
      const fields = line.split("\t");
      if (fields.length === 10) add(fields[1].toLowerCase(), fields[4]);
    }
  }
  return tagged;
}

function describeTags(counts: TagCounts): string {
  const ranked = rankTags(counts);
  const total = sum(counts);
  const [main, second] = ranked;
  if (second === undefined || second[1] < total * 0.12 || (second[1] < 2 && total > 3)) return main[0];
  return `${main[0]}/${second[0]}`;
}

function rankTags(counts: TagCounts | undefined): [string, number][] {
  return [...(counts ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function sum(counts: Map<unknown, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
