import type { Span } from "../../language/index.ts";

/**
 * Words of somebody that a report reports: who, by which words, and what.
 *
 * The lists of spans are in text order and may be empty but for the content: "it was announced that …" names no source, a
 * statement by another's words has no cue. Spans of different roles of one attribution do not overlap; the content of one
 * attribution may hold whole other attributions.
 */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** The token that carries the cue: the reporting verb, noun or mark. */
  readonly cueToken: number;
  /** Tokens of the source, the cue and the content, in text order. */
  readonly sourceTokens: readonly number[];
  readonly cueTokens: readonly number[];
  readonly contentTokens: readonly number[];
  /** The token "that" (or "whether", "if") which opens the content as its complementiser, or -1. The content includes it. */
  readonly complementiser: number;
  readonly mode: "direct" | "indirect" | "mixed";
  /** Calibrated probability, 0 to 1, that an annotator has this attribution, its three roles overlapping. */
  readonly score: number;
}
