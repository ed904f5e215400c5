/**
 * What the parser sees of the words of one sentence: a few 32-bit hashes a word.
 *
 * Positions start at 1. Position 0 stands for "no word" (an empty stack, a missing child) and the positions after the last
 * word for the end of the sentence, so that features need no bounds.
 */
import type { TaggedDocument } from "./document.ts";
import { hashText } from "./feature-buffer.ts";
import { CLASS, getWordFacts, LOWER } from "./word-facts.ts";

/** Positions after the last word that features may look at. */
const END_POSITIONS = 4;
const NONE_HASH = 0x5bd1_e995;
const END_HASH = 0x1b87_3593;
const CLASS_STEP = 0x61c8_8647;

export interface ParseAtoms {
  /** Words in the sentence. */
  length: number;
  /** Per position the hash of the word in lower case, digits alike. */
  words: Int32Array;
  /** Per position the hash of the tag with those features that matter to a tree (number, case, form of the verb…). */
  tags: Int32Array;
  /** Per position the coarser class of the word (see `word-classes.ts`) spread over 32 bits. */
  classes: Int32Array;
  /** Per position the number of the universal tag, 1 to 17; 0 for no word and for the end. */
  coarse: Uint8Array;
}

/** Room for a sentence of `length` words. */
export function createParseAtoms(length: number): ParseAtoms {
  const size = length + 1 + END_POSITIONS;
  return {
    length,
    words: new Int32Array(size),
    tags: new Int32Array(size),
    classes: new Int32Array(size),
    coarse: new Uint8Array(size),
  };
}

/**
 * Fills the atoms of a sentence; grows the arrays where they are too small.
 *
 * @param tokenAt Per position from 0 the token that stands there: the first `length` are read.
 */
export function fillParseAtoms(atoms: ParseAtoms, document: TaggedDocument, tokenAt: Int32Array, length: number): void {
  if (atoms.words.length < length + 1 + END_POSITIONS) Object.assign(atoms, createParseAtoms(length * 2));
  atoms.length = length;
  const { words, tags, classes, coarse } = atoms;
  const facts = getWordFacts();
  const rows = facts.findRows(document.tokens);
  const { values } = facts;
  for (let i = 1; i <= length; i++) {
    const token = tokenAt[i - 1];
    words[i] = values[rows[token] + LOWER];
    classes[i] = Math.imul(values[rows[token] + CLASS] + 1, CLASS_STEP);
    const entry = tagEntry(document.tags[token], document.features[token]);
    tags[i] = entry.hash;
    coarse[i] = entry.coarse;
  }
  words[0] = tags[0] = classes[0] = NONE_HASH;
  coarse[0] = 0;
  for (let i = 1; i <= END_POSITIONS; i++) {
    words[length + i] = tags[length + i] = classes[length + i] = END_HASH;
    coarse[length + i] = 0;
  }
}

const COARSE = new Map(
  [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
  ].map((tag, index) => [tag, index + 1]),
); // biome-ignore format: one line

/** Features that tell apart what takes different places in a tree; the others would only make tags rarer. */
const KEPT_FEATURES = [
  "Case=",
  "Degree=",
  "Mood=Imp",
  "Number=",
  "Poss=",
  "PronType=",
  "Tense=",
  "VerbForm=",
  "Voice=",
];

interface TagEntry {
  hash: number;
  coarse: number;
}

// Few combinations of tag and features exist, so each is hashed once.
const tagEntries = new Map<string, Map<string, TagEntry>>();
const MAX_ENTRIES = 4096;

function tagEntry(tag: string, features: string): TagEntry {
  let byFeatures = tagEntries.get(tag);
  if (byFeatures === undefined) tagEntries.set(tag, (byFeatures = new Map()));
  let entry = byFeatures.get(features);
  if (entry === undefined) {
    if (byFeatures.size >= MAX_ENTRIES) byFeatures.clear();
    // Whether a past verb is singular is a guess from its subject, which the parser is to find.
    const isPast = features.includes("Tense=Past");
    const kept = features
      .split("|")
      .filter((feature) => KEPT_FEATURES.some((start) => feature.startsWith(start)))
      .filter((feature) => !(isPast && feature.startsWith("Number=")));
    entry = { hash: hashText(`${tag} ${kept.join("|")}`), coarse: COARSE.get(tag) ?? 17 };
    byFeatures.set(features, entry);
  }
  return entry;
}

const QUOTE_MARK = /^(?:["“”„«»‘’]|``|''|'|`)$/;

/** Whether a word is a quotation mark, which trees are drawn without. */
export function isQuoteMark(text: string, tag: string): boolean {
  return tag === "PUNCT" && QUOTE_MARK.test(text);
}
