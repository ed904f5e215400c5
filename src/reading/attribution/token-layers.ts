/**
 * A document's layers as integers, one typed array per layer, as the features of attributions read them.
 */
import {
  type AnalysedDocument,
  CLASS,
  COARSE_CLASS,
  FACTS_PER_WORD,
  getWordFacts,
  LOWER,
  NAME_KINDS,
  type Span,
  TAGS,
} from "../../language/index.ts";
import { indexTrees } from "../tree-index.ts";
import { findKind, MARKER } from "./child-kinds.ts";
import { hashText } from "./feature-hash.ts";

/** What attributions are found from: all layers of the language room, and where text is between quote marks. */
export type QuotedDocument = AnalysedDocument & {
  /** Quotations in text order with their marks, an outer one before those within it. */
  readonly quotations: readonly Span[];
};

export interface TokenLayers {
  readonly count: number;
  /** Hash of the lower-cased word. */
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  /** Classes of words used alike, finest and coarser; 0 where unknown. */
  readonly wordClass: Int32Array;
  readonly coarseClass: Int32Array;
  /** Index in TAGS. */
  readonly tag: Uint8Array;
  /** Hash of the tag with the verb form, tense, number and person. */
  readonly fineTag: Int32Array;
  /** Hash of the relation. */
  readonly relation: Int32Array;
  /** -1 for a root. */
  readonly head: Int32Array;
  /** First and last token of the subtree. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Children of token i: `children[childStart[i] … childStart[i + 1]]`, in text order. */
  readonly childStart: Int32Array;
  readonly children: Int32Array;
  /** The bit of a token's relation, of all its children's, and the lemma of its first child that is a preposition or conjunction. */
  readonly kind: Int32Array;
  readonly childKinds: Int32Array;
  readonly caseLemma: Int32Array;
  /** 0 for none, else 1 + index in NAME_KINDS. */
  readonly name: Uint8Array;
  /** Index of the quotation that holds the token, or -1. */
  readonly quotation: Int32Array;
  /** Index of the token's sentence and, per sentence, of its paragraph; paragraph 0 is a headline. */
  readonly sentence: Int32Array;
  readonly sentenceStart: Int32Array;
  readonly sentenceEnd: Int32Array;
  readonly paragraph: Int32Array;
  /** Per token a set of SHAPE bits. */
  readonly shape: Uint8Array;
}

export const SHAPE = { capital: 1, digit: 2, punctuation: 4, quoteMark: 8, comma: 16, stop: 32, cueMark: 64 } as const;

const QUOTE_MARKS = new Set(['"', "“", "”", "``", "''", "‘‘", "’’", "«", "»", "„", "‟"]);
const COMMAS = new Set([",", ";", "-", "--", "–", "—", "(", ")"]);
/** Marks that can stand for a cue: "Ann Quell: …". */
const CUE_MARKS = new Set([":", "-", "--", "–", "—"]);
const STOPS = new Set([".", "!", "?", ":", "…", "..."]);
/** Sentences of a first paragraph that is a headline. */
const LONGEST_HEADLINE = 3;
const tagIndex = new Map<string, number>(TAGS.map((tag, index) => [tag, index]));
const nameIndex = new Map<string, number>(NAME_KINDS.map((kind, index) => [kind, index + 1]));
const PUNCTUATION = tagIndex.get("PUNCT")!;

/** Reads a document's layers. Time and memory grow linearly with its tokens. */
export function toTokenLayers(document: QuotedDocument): TokenLayers {
  const { text, tokens, sentences, tags, features, lemmas, heads, relations, names, quotations } = document;
  const count = tokens.length;
  const word = new Int32Array(count);
  const lemma = new Int32Array(count);
  const wordClass = new Int32Array(count);
  const coarseClass = new Int32Array(count);
  const facts = getWordFacts();
  const rows = facts.findRows(tokens);
  const { values } = facts;
  const tag = new Uint8Array(count);
  const fineTag = new Int32Array(count);
  const relation = new Int32Array(count);
  const kind = new Int32Array(count);
  const shape = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const form = tokens[i].text;
    word[i] = values[rows[i] + LOWER];
    wordClass[i] = values[rows[i] + CLASS];
    coarseClass[i] = values[rows[i] + COARSE_CLASS];
    lemma[i] = lemmaHashes.get(lemmas[i], rows[i] / FACTS_PER_WORD);
    tag[i] = tagIndex.get(tags[i]) ?? 0;
    fineTag[i] = fineTagHash(tag[i], features[i]);
    const { hash, kind: bit } = relationFacts(relations[i]);
    relation[i] = hash;
    kind[i] = bit;
    shape[i] = shapeOf(form, tag[i] === PUNCTUATION);
  }
  const sentence = new Int32Array(count);
  const sentenceStart = Int32Array.from(sentences, ({ startToken }) => startToken);
  const sentenceEnd = Int32Array.from(sentences, ({ endToken }) => endToken);
  const paragraph = new Int32Array(sentences.length);
  let isHeadline = false;
  for (let s = 0; s < sentences.length; s++) {
    sentence.fill(s, sentenceStart[s], sentenceEnd[s]);
    const gap = s === 0 ? "" : text.slice(sentences[s - 1].end, sentences[s].start);
    paragraph[s] = s === 0 ? 0 : paragraph[s - 1] + (gap.includes("\n") ? 1 : 0);
    if (s > 0 && s <= LONGEST_HEADLINE && paragraph[s] === 1) isHeadline = true;
  }
  // A text without line breaks is no headline.
  if (!isHeadline) for (let s = 0; s < sentences.length; s++) paragraph[s]++;
  const childKinds = new Int32Array(count);
  const caseLemma = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const up = heads[i];
    if (up < 0) continue;
    if ((kind[i] & MARKER) !== 0 && (childKinds[up] & MARKER) === 0) caseLemma[up] = lemma[i];
    childKinds[up] |= kind[i];
  }
  return {
    count, word, lemma, wordClass, coarseClass, tag, fineTag, relation, head: heads, shape, sentence, sentenceStart, sentenceEnd, paragraph,
    kind, childKinds, caseLemma,
    ...indexTrees(heads),
    ...findSubtrees(heads, sentenceStart, sentenceEnd),
    name: markNames(count, names),
    quotation: markQuotations(document, quotations),
  }; // biome-ignore format: by rows
}

const fineTags = TAGS.map(() => new Map<string, number>());

// The full sets of features are too many to learn from: keep what tells "said" from "saying" and "he" from "they".
function fineTagHash(tag: number, features: string): number {
  let hash = fineTags[tag].get(features);
  if (hash === undefined) {
    const kept = features.split("|").filter((feature) => /^(VerbForm|Tense|Mood|Number|PronType|Voice)=/.test(feature));
    fineTags[tag].set(features, (hash = hashText(`${TAGS[tag]} ${kept.join("|")}`)));
  }
  return hash;
}

const EMPTY = hashText("");

/** Hashes of lemmas in lower case, kept by the number of their word in the table of words: a word nearly always has the same. */
class HashCache {
  readonly #lemmas: string[] = [];
  readonly #hashes: number[] = [];

  get(lemma: string, word: number): number {
    while (this.#lemmas.length <= word) {
      this.#lemmas.push("");
      this.#hashes.push(EMPTY);
    }
    if (this.#lemmas[word] !== lemma) {
      this.#lemmas[word] = lemma;
      this.#hashes[word] = hashText(lemma.toLowerCase());
    }
    return this.#hashes[word];
  }
}

const lemmaHashes = new HashCache();

interface RelationFacts {
  readonly hash: number;
  readonly kind: number;
}

const relationsSeen = new Map<string, RelationFacts>();

/** Relations are a closed set: all that are met are kept. */
function relationFacts(relation: string): RelationFacts {
  let facts = relationsSeen.get(relation);
  if (facts === undefined) {
    facts = { hash: hashText(relation.toLowerCase()), kind: findKind(relation) };
    relationsSeen.set(relation, facts);
  }
  return facts;
}

function shapeOf(form: string, isPunctuation: boolean): number {
  const code = form.charCodeAt(0);
  let shape = 0;
  if (code >= 65 && code <= 90) shape |= SHAPE.capital;
  if (code >= 48 && code <= 57) shape |= SHAPE.digit;
  if (isPunctuation) shape |= SHAPE.punctuation;
  if (!isPunctuation && form.length > 3) return shape;
  if (QUOTE_MARKS.has(form)) shape |= SHAPE.quoteMark;
  if (COMMAS.has(form)) shape |= SHAPE.comma;
  if (STOPS.has(form)) shape |= SHAPE.stop;
  if (CUE_MARKS.has(form)) shape |= SHAPE.cueMark;
  return shape;
}

interface Subtrees {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const subtrees = new WeakMap<Int32Array, Subtrees>();

/** First and last token of each token's subtree. Asked again for the same heads it gives the same arrays. */
export function findSubtrees(head: Int32Array, starts: Int32Array, ends: Int32Array): Subtrees {
  let found = subtrees.get(head);
  if (found === undefined) subtrees.set(head, (found = measureSubtrees(head, starts, ends)));
  return found;
}

function measureSubtrees(head: Int32Array, starts: Int32Array, ends: Int32Array): Subtrees {
  const first = new Int32Array(head.length);
  for (let i = 0; i < first.length; i++) first[i] = i;
  const last = first.slice();
  for (let s = 0; s < starts.length; s++) {
    for (let i = starts[s]; i < ends[s]; i++) {
      // The limit keeps a damaged tree with a circle from looping.
      for (let up = head[i], steps = 0; up >= 0 && steps < 64; up = head[up], steps++) {
        if (i < first[up]) first[up] = i;
        if (i > last[up]) last[up] = i;
      }
    }
  }
  return { first, last };
}

function markNames(count: number, names: AnalysedDocument["names"]): Uint8Array {
  const marks = new Uint8Array(count);
  for (const { startToken, endToken, kind } of names) marks.fill(nameIndex.get(kind) ?? 0, startToken, endToken);
  return marks;
}

// Of quotations within one another only the outermost: "same quotation" is to hold across those within it.
function markQuotations(document: QuotedDocument, quotations: readonly Span[]): Int32Array {
  const { tokens } = document;
  const marks = new Int32Array(tokens.length).fill(-1);
  let at = 0;
  for (const [index, { start, end }] of quotations.entries()) {
    while (at < tokens.length && tokens[at].start < start) at++;
    for (; at < tokens.length && tokens[at].start < end; at++) marks[at] = index;
  }
  return marks;
}
