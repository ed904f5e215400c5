/** PolNeAR's articles with their attributions mapped to the tokens of a document. */

import { TAGS } from "../../src/language/index.ts";
import type { QuotedDocument, TokenLayers } from "../../src/reading/attribution/token-layers.ts";
import { findFirst } from "../../src/reading/find-first.ts";
import { readCorpusRecords } from "../corpus-files.ts";

type Pair = [start: number, end: number];

export interface PolnearAttribution {
  source: Pair[];
  cue: Pair[];
  content: Pair[];
}

export interface PolnearArticle {
  id: string;
  text: string;
  attributions: PolnearAttribution[];
}

/** An annotated attribution on tokens; `cueToken` carries the cue. */
export interface GoldAttribution {
  cueToken: number;
  source: number[];
  cue: number[];
  content: number[];
}

export function readPolnearArticles(dataFolder: string, split: string): PolnearArticle[] {
  return readCorpusRecords<PolnearArticle>(dataFolder, `polnear/${split}.jsonl.gz`);
}

/** Attributions with a cue, in text order; of several with one cue token only the first. */
export function findGoldAttributions(
  article: PolnearArticle,
  document: QuotedDocument,
  layers: TokenLayers,
): GoldAttribution[] {
  const found = new Map<number, GoldAttribution>();
  for (const { source, cue, content } of article.attributions) {
    const cueTokens = findTokens(document, cue);
    if (cueTokens.length === 0 || content.length === 0) continue;
    const cueToken = findCueToken(layers, cueTokens);
    if (found.has(cueToken)) continue;
    const taken = new Set(cueTokens);
    const sourceTokens = findTokens(document, source).filter((token) => !taken.has(token));
    for (const token of sourceTokens) taken.add(token);
    const contentTokens = findTokens(document, content).filter((token) => !taken.has(token));
    found.set(cueToken, { cueToken, source: sourceTokens, cue: cueTokens, content: contentTokens });
  }
  return [...found.values()].sort((a, b) => a.cueToken - b.cueToken);
}

function findTokens(document: QuotedDocument, spans: Pair[]): number[] {
  const found = new Set<number>();
  const { tokens } = document;
  for (const [start, end] of spans) {
    for (let i = findFirst(tokens, start + 1, (token) => token.end); i < tokens.length && tokens[i].start < end; i++)
      found.add(i);
  }
  return [...found].sort((a, b) => a - b);
}

const CARRIES = ["VERB", "NOUN", "ADJ", "PROPN", "ADP", "ADV", "AUX"].map((tag) => TAGS.indexOf(tag as "VERB"));

/** The cue's token nearest to the root; where the cue is in several parts of the tree, first a verb, then a noun. */
function findCueToken(layers: TokenLayers, tokens: number[]): number {
  const own = new Set(tokens);
  const tops = tokens.filter((token) => !own.has(layers.head[token]));
  for (const tag of CARRIES) {
    const found = tops.find((token) => layers.tag[token] === tag);
    if (found !== undefined) return found;
  }
  return tops[0] ?? tokens[0];
}
