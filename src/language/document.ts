/**
 * A report while it is analysed: its text and the layers that components add to it.
 *
 * Layers refer to one another by index and to the text by UTF-16 offsets, start included, end excluded. No component
 * changes the text or an earlier layer.
 */

/** A stretch of text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word or mark as Universal Dependencies cuts it: `don't` is `do` and `n't`, `Ann's` is `Ann` and `'s`. */
export interface Token extends Span {
  readonly text: string;
}

export interface Sentence extends Span {
  /** Index of the first token. */
  readonly startToken: number;
  /** Index after the last token. */
  readonly endToken: number;
}

/** The first layers: what a text is made of. */
export interface Document {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/** Universal part-of-speech tags. */
export const TAGS = [
  "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
] as const; // biome-ignore format: one line

export type Tag = (typeof TAGS)[number];

export interface TaggedDocument extends Document {
  /** One universal part of speech per token. */
  readonly tags: readonly Tag[];
  /** One set of morphological features per token in the form of CoNLL-U, `Number=Sing|Person=3`, `_` where there are none. */
  readonly features: readonly string[];
  /** One lemma per token. */
  readonly lemmas: readonly string[];
}

export interface ParsedDocument extends TaggedDocument {
  /** Per token the index of its head token in the document, or -1 for the root of a sentence. */
  readonly heads: Int32Array;
  /** Per token its Universal Dependencies relation to the head, with subtype: `nsubj`, `nsubj:pass`, `root`. */
  readonly relations: readonly string[];
}

export const NAME_KINDS = ["person", "organisation", "place", "state", "other"] as const;

/** `state` is for states and their nationalities ("France", "French"); `place` for all other places. */
export type NameKind = (typeof NAME_KINDS)[number];

export interface Name extends Span {
  readonly startToken: number;
  readonly endToken: number;
  readonly kind: NameKind;
}

export interface NamedDocument extends Document {
  /** Names in text order, none within another. */
  readonly names: readonly Name[];
}

/** Every layer that `analyse` adds. */
export type AnalysedDocument = ParsedDocument & NamedDocument;
