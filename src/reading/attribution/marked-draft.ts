/** A draft with the role of every token at hand. */
import type { Draft } from "./keep-features.ts";
import { ROLES } from "./role-features.ts";
import { SHAPE, type TokenLayers } from "./token-layers.ts";

/** Where the head of a token lies that has none. */
export const NO_HEAD = 4;

/** One object is filled for draft after draft of a document. */
export class MarkedDraft {
  readonly layers: TokenLayers;
  /** Of ROLES, by token. */
  readonly roles: Uint8Array;
  draft!: Draft;
  /** The cue's sentence. */
  start = 0;
  end = 0;
  /** The first and the last word of the content. */
  contentEnds: readonly [first: number, last: number] = [0, 0];

  constructor(layers: TokenLayers) {
    this.layers = layers;
    this.roles = new Uint8Array(layers.count);
  }

  mark(draft: Draft): void {
    const { roles, layers } = this;
    if (this.draft !== undefined) {
      for (const part of [this.draft.source, this.draft.cue, this.draft.content])
        for (const token of part) roles[token] = 0;
    }
    this.draft = draft;
    for (const token of draft.source) roles[token] = ROLES.source;
    for (const token of draft.cue) roles[token] = ROLES.cue;
    for (const token of draft.content) roles[token] = ROLES.content;
    const sentence = layers.sentence[draft.cueToken];
    this.start = layers.sentenceStart[sentence];
    this.end = layers.sentenceEnd[sentence];
    this.contentEnds = findEnds(layers, draft.content);
  }

  /** The role of a token's head, or NO_HEAD. */
  headRole(token: number): number {
    const head = this.layers.head[token];
    return head < 0 ? NO_HEAD : this.roles[head];
  }
}

export function isPunctuation(layers: TokenLayers, token: number): boolean {
  return (layers.shape[token] & SHAPE.punctuation) !== 0;
}

/** The first and the last token of a part, the marks at its ends aside. */
export function findEnds(layers: TokenLayers, tokens: readonly number[]): [first: number, last: number] {
  let from = 0;
  let to = tokens.length - 1;
  while (from < to && isPunctuation(layers, tokens[from])) from++;
  while (to > from && isPunctuation(layers, tokens[to])) to--;
  return [tokens[from], tokens[to]];
}

/** Stretches without a word left out between. */
export function countPieces(layers: TokenLayers, tokens: readonly number[]): number {
  let pieces = tokens.length === 0 ? 0 : 1;
  for (let k = 1; k < tokens.length; k++) {
    let next = tokens[k - 1] + 1;
    while (next < tokens[k] && isPunctuation(layers, next)) next++;
    if (next < tokens[k]) pieces++;
  }
  return pieces;
}

/** A number of words in steps. */
export function stepLength(length: number): number {
  return length < 6 ? length : length < 9 ? 6 : length < 14 ? 7 : length < 22 ? 8 : length < 40 ? 9 : 10;
}
