/** Reads clauses from trees: where phrases begin and end, which verbs carry a sentence of their own, what lies in quotation marks. */
import type { Span } from "../../language/index.ts";
import { listChildren, type TreeLayer } from "../tree-index.ts";
import type { Attribution } from "./attribution.ts";
import { findSubtrees, type QuotedDocument } from "./token-layers.ts";

export type ClauseDocument = QuotedDocument & TreeLayer;

/** Words that open a clause of its own behind a mark. */
const CLAUSE_OPENINGS =
  /^(?:which|who|while|when|after|before|although|though|as|citing|saying|adding|according|whose|where)$/;

/** Relations of clauses that say something about a word or a time, not what the sentence says. */
const SUBORDINATE = /^(?:acl|advcl)/;

export class ClauseReader {
  readonly document: ClauseDocument;
  /** First and last token of each token's subtree. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Per token the index of a quotation that holds it, or -1. */
  readonly quotationAt: Int32Array;

  constructor(document: ClauseDocument) {
    this.document = document;
    const { tokens, heads, sentences, quotations } = document;
    const starts = Int32Array.from(sentences, ({ startToken }) => startToken);
    const ends = Int32Array.from(sentences, ({ endToken }) => endToken);
    const { first, last } = findSubtrees(heads, starts, ends);
    this.first = first;
    this.last = last;
    this.quotationAt = new Int32Array(tokens.length).fill(-1);
    let from = 0;
    for (const [index, { start, end }] of quotations.entries()) {
      while (from < tokens.length && tokens[from].start < start) from++;
      for (let token = from; token < tokens.length && tokens[token].end <= end; token++)
        this.quotationAt[token] = index;
    }
  }

  children(token: number): number[] {
    return listChildren(this.document.tree, token);
  }

  word(token: number): string {
    return this.document.tokens[token]?.text.toLowerCase() ?? "";
  }

  isFinite(token: number): boolean {
    const { tags, features } = this.document;
    return (tags[token] === "VERB" || tags[token] === "AUX") && features[token].includes("VerbForm=Fin");
  }

  /** Whether a finite verb between the tokens says something that hangs on no other word there. */
  hasMainClause(start: number, end: number): boolean {
    for (let token = start; token < end; token++)
      if (this.isFinite(token) && !this.#isSubordinate(token, start, end) && this.#hasSubject(token, start, end))
        return true;
    return false;
  }

  /** Whether a finite verb, or the word that it helps, has a subject between the tokens. */
  #hasSubject(verb: number, start: number, end: number): boolean {
    const { heads, relations } = this.document;
    for (let at = verb, steps = 0; at >= 0 && steps < 4; at = heads[at], steps++) {
      for (const child of this.children(at))
        if (child >= start && child < end && /^(?:nsubj|csubj|expl)/.test(relations[child])) return true;
      if (!/^(?:aux|cop|conj)/.test(relations[at])) return false;
    }
    return false;
  }

  #isSubordinate(token: number, start: number, end: number): boolean {
    const { heads, relations } = this.document;
    for (let at = token, steps = 0; at >= start && at < end && steps < 30; at = heads[at], steps++)
      if (SUBORDINATE.test(relations[at])) return true;
    return false;
  }

  /** An active, finite verb's subject, or -1. */
  findSubject(verb: number): number {
    const { relations } = this.document;
    return this.children(verb).find((child) => relations[child] === "nsubj") ?? -1;
  }

  /**
   * Who does what a verb says: its subject, or that of the verb that it is joined to or hangs on ("…, accusing them of …"); else
   * the subject of the sentence before it. -1 for none.
   */
  findAgent(verb: number, startToken: number): number {
    const { heads, relations } = this.document;
    for (let at = verb, steps = 0; at >= startToken && steps < 5; at = heads[at], steps++) {
      const subject = this.findSubject(at);
      if (subject >= 0) return subject < verb && this.quotationAt[subject] < 0 ? subject : -1;
      if (!/^(?:conj|advcl|xcomp|goeswith|parataxis|list|ccomp)/.test(relations[at])) break;
    }
    for (let token = startToken; token < verb; token++)
      if (relations[token] === "nsubj" && heads[token] >= 0 && relations[heads[token]] === "root")
        return this.quotationAt[token] < 0 ? token : -1;
    return -1;
  }

  /** The tokens of a noun's phrase before a verb, without marks at its end; the noun alone where its phrase holds the verb. */
  findPhrase(noun: number, verb: number): number[] {
    const { tags } = this.document;
    const holds = this.first[noun] <= verb && this.last[noun] >= verb;
    const start = holds ? this.#startOfNoun(noun) : this.first[noun];
    let end = (holds ? noun : this.last[noun]) + 1;
    while (end > start + 1 && tags[end - 1] === "PUNCT") end--;
    return range(start, end);
  }

  #startOfNoun(noun: number): number {
    const { tags } = this.document;
    let start = noun;
    while (start > 0 && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tags[start - 1])) start--;
    return start;
  }

  /** Where the clause around a token ends: at a mark before another clause, at "and" or "but" before a verb. */
  findClauseEnd(from: number, endToken: number): number {
    for (let token = from + 1; token < endToken; token++) {
      const word = this.word(token);
      if (/^[;.!?:–—]$/.test(word)) return token;
      if (word !== "," && word !== "and" && word !== "but") continue;
      const next = word === "," && /^(?:and|but)$/.test(this.word(token + 1)) ? token + 2 : token + 1;
      if (CLAUSE_OPENINGS.test(this.word(next))) return token;
      for (let at = next; at < Math.min(endToken, next + 4); at++) {
        if (this.word(at) === "," || this.word(at) === "and") break;
        if (this.isFinite(at)) return token;
      }
    }
    return endToken;
  }

  toSpans(list: readonly number[]): Span[] {
    const { tokens } = this.document;
    const spans: { start: number; end: number }[] = [];
    for (const [k, token] of list.entries()) {
      const { start, end } = tokens[token];
      if (k > 0 && list[k - 1] === token - 1) spans[spans.length - 1].end = end;
      else spans.push({ start, end });
    }
    return spans;
  }

  /** "direct" where all words are quoted, "mixed" where some are. */
  findMode(list: readonly number[]): Attribution["mode"] {
    const { tags } = this.document;
    const words = list.filter((token) => tags[token] !== "PUNCT");
    const quoted = words.filter((token) => this.quotationAt[token] >= 0).length;
    return quoted === 0 ? "indirect" : quoted === words.length ? "direct" : "mixed";
  }

  toAttribution(
    cueToken: number,
    source: readonly number[],
    cue: readonly number[],
    content: readonly number[],
    score: number,
  ): Attribution {
    return {
      source: this.toSpans(source),
      cue: this.toSpans(cue),
      content: this.toSpans(content),
      cueToken,
      sourceTokens: source,
      cueTokens: cue,
      contentTokens: content,
      complementiser: -1,
      mode: this.findMode(content),
      score,
    };
  }

  /** The same attribution with another content. */
  withContent(attribution: Attribution, content: readonly number[]): Attribution {
    const { complementiser } = attribution;
    return {
      ...attribution,
      contentTokens: content,
      content: this.toSpans(content),
      complementiser: content.includes(complementiser) ? complementiser : -1,
      mode: this.findMode(content),
    };
  }
}

/** The numbers from `start` up to `end`, which is left out. */
export function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, k) => start + k);
}
