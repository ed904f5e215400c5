/**
 * What the features of tone ask of each word, looked up once for all persons of a sentence: its hash, its rating, whether it
 * is negated, the clause that it stands in.
 */
import { CLASS, getWordFacts, type ParsedDocument, type Quotation } from "../../language/index.ts";
import { hashWord } from "../hash-word.ts";
import { rememberWords } from "../stances/remember-words.ts";
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
const LONGEST_NEGATION = 7;
const STRUCTURAL = /^(?:punct|det|case|aux|mark|cc)/;
const CLAUSE = /^(?:acl|advcl|ccomp|conj|parataxis|root)/;

interface RelationFacts {
  readonly hash: number;
  readonly isStructural: boolean;
  readonly isClause: boolean;
}

const getRelationFacts = rememberWords(
  (relation): RelationFacts => ({
    hash: hashWord(relation.replace(/:(?!pass|poss).*/, "")),
    isStructural: STRUCTURAL.test(relation),
    isClause: CLAUSE.test(relation),
  }),
);

interface LemmaFacts {
  readonly hash: number;
  readonly isEmpty: boolean;
  readonly valence: number;
}

const getLemmaFacts = rememberWords((word): LemmaFacts => {
  const lemma = word.toLowerCase();
  return { hash: hashWord(lemma), isEmpty: EMPTY.has(lemma), valence: getStanceWord(lemma).valence };
});

function isNegation(text: string): boolean {
  return text.length <= LONGEST_NEGATION && NEGATIONS.has(text.toLowerCase());
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
  /** The class of words that each is used like; 0 for an unknown word. */
  readonly wordClass: Uint16Array;
  /** The token that the word's clause hangs on. */
  readonly clause: Int32Array;
  readonly #document: ParsedDocument & { readonly quotations: readonly Quotation[] };
  readonly #isClause: Uint8Array;
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
    this.wordClass = new Uint16Array(length);
    this.clause = new Int32Array(length);
    this.#isClause = new Uint8Array(length);
    this.#isFilled = new Uint8Array(document.sentences.length);
  }

  /** Looks the sentence's words up, unless that is done. */
  fill(sentence: number): void {
    if (this.#isFilled[sentence] !== 0) return;
    this.#isFilled[sentence] = 1;
    const { tokens, tags, lemmas, heads, relations, sentences, quotations } = this.#document;
    const { startToken, endToken, start, end } = sentences[sentence];
    const facts = getWordFacts();
    const rows = facts.findRows(tokens);
    for (let token = startToken; token < endToken; token++) {
      const lemma = getLemmaFacts(lemmas[token]);
      const { text } = tokens[token];
      this.lemma[token] = lemma.hash;
      this.wordClass[token] = facts.values[rows[token] + CLASS];
      this.word[token] = tags[token] === "NUM" ? NUMBER : lemma.hash;
      this.isEmpty[token] = lemma.isEmpty ? 1 : 0;
      this.valence[token] = lemma.valence === 0 ? getStanceWord(text).valence : lemma.valence;
      if (heads[token] >= 0 && isNegation(text)) this.isNegated[heads[token]] = 1;
      const { hash, isStructural, isClause } = getRelationFacts(relations[token]);
      this.relation[token] = hash;
      this.isStructural[token] = isStructural ? 1 : 0;
      this.#isClause[token] = isClause || heads[token] < 0 ? 1 : 0;
    }
    for (let token = startToken; token < endToken; token++) {
      let up = token;
      for (let steps = 0; steps < DEEPEST && this.#isClause[up] === 0; steps++) up = heads[up];
      this.clause[token] = up;
    }
    for (const quotation of quotations) {
      if (quotation.end <= start || quotation.start >= end) continue;
      for (let token = startToken; token < endToken; token++)
        if (tokens[token].start >= quotation.start && tokens[token].start < quotation.end) this.isQuoted[token] = 1;
    }
  }
}
