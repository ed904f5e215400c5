/**
 * What the features of tone ask of each word, looked up once for all persons of a sentence: its hash, its rating, whether it
 * is negated, the clause that it stands in.
 */
import type { ParsedDocument, Quotation } from "../../language/index.ts";
import { hashWord } from "../hash-word.ts";
import { getStanceWord } from "../stances/stance-words.ts";

/** What a number stands for in place of a hash. */
export const NUMBER = 3;
/** Levels of the tree that a clause may reach down. */
const DEEPEST = 30;

const EMPTY = new Set(
  "the a an of to in on at and or for with by 's ’s is was are were be been is has have had that this it as from , . “ ” \" ’ ' - he his her she they their him its".split(
    " ",
  ),
);
const NEGATIONS = new Set("not n't n’t never no neither nor".split(" "));
const STRUCTURAL = /^(?:punct|det|case|aux|mark|cc)/;
const CLAUSE = /^(?:acl|advcl|ccomp|conj|parataxis|root)/;

interface RelationFacts {
  readonly hash: number;
  readonly isStructural: boolean;
  readonly isClause: boolean;
}

const relationFacts = new Map<string, RelationFacts>();

function getRelationFacts(relation: string): RelationFacts {
  let facts = relationFacts.get(relation);
  if (facts === undefined) {
    const hash = hashWord(relation.replace(/:(?!pass|poss).*/, ""));
    facts = { hash, isStructural: STRUCTURAL.test(relation), isClause: CLAUSE.test(relation) };
    relationFacts.set(relation, facts);
  }
  return facts;
}

/** Arrays with a place for each token of a document, filled sentence by sentence. */
export class ToneWords {
  /** Hash of the lemma; `NUMBER` for numbers. */
  readonly word: Uint32Array;
  readonly lemma: Uint32Array;
  /** 1 for words that say nothing by themselves. */
  readonly isEmpty: Uint8Array;
  readonly valence: Float64Array;
  readonly isNegated: Uint8Array;
  readonly isQuoted: Uint8Array;
  readonly relation: Uint32Array;
  readonly isStructural: Uint8Array;
  /** The token that the word's clause hangs on. */
  readonly clause: Int32Array;
  readonly #document: ParsedDocument & { readonly quotations: readonly Quotation[] };
  readonly #isFilled: Uint8Array;

  constructor(document: ParsedDocument & { readonly quotations: readonly Quotation[] }) {
    const { length } = document.tokens;
    this.#document = document;
    this.word = new Uint32Array(length);
    this.lemma = new Uint32Array(length);
    this.isEmpty = new Uint8Array(length);
    this.valence = new Float64Array(length);
    this.isNegated = new Uint8Array(length);
    this.isQuoted = new Uint8Array(length);
    this.relation = new Uint32Array(length);
    this.isStructural = new Uint8Array(length);
    this.clause = new Int32Array(length);
    this.#isFilled = new Uint8Array(document.sentences.length);
  }

  /** Looks the sentence's words up, unless that is done. */
  fill(sentence: number): void {
    if (this.#isFilled[sentence] !== 0) return;
    this.#isFilled[sentence] = 1;
    const { tokens, tags, lemmas, heads, relations, sentences, quotations } = this.#document;
    const { startToken, endToken, start, end } = sentences[sentence];
    for (let token = startToken; token < endToken; token++) {
      const lemma = lemmas[token].toLowerCase();
      const text = tokens[token].text.toLowerCase();
      this.lemma[token] = hashWord(lemma);
      this.word[token] = tags[token] === "NUM" ? NUMBER : this.lemma[token];
      // The longest empty words have five letters.
      if (lemma.length < 6 && EMPTY.has(lemma)) this.isEmpty[token] = 1;
      const { valence } = getStanceWord(lemma);
      this.valence[token] = valence === 0 && text !== lemma ? getStanceWord(text).valence : valence;
      if (text.length < 8 && heads[token] >= 0 && NEGATIONS.has(text)) this.isNegated[heads[token]] = 1;
      const { hash, isStructural } = getRelationFacts(relations[token]);
      this.relation[token] = hash;
      this.isStructural[token] = isStructural ? 1 : 0;
      let up = token;
      for (let steps = 0; steps < DEEPEST && heads[up] >= 0 && !getRelationFacts(relations[up]).isClause; steps++)
        up = heads[up];
      this.clause[token] = up;
    }
    for (const quotation of quotations) {
      if (quotation.end <= start || quotation.start >= end) continue;
      for (let token = startToken; token < endToken; token++)
        if (tokens[token].start >= quotation.start && tokens[token].start < quotation.end) this.isQuoted[token] = 1;
    }
  }
}
