/** PolNeAR's articles stemmed and restored: what a report looks like of which only the stems were left. */
import { restore, stemText, stemTokens } from "../../src/language/index.ts";

type Pair = [start: number, end: number];

interface RestoredArticle {
  readonly text: string;
  /** Spans of the restored text as spans of the article, and back: whole tokens. */
  toOriginal(spans: readonly Pair[]): Pair[];
  fromOriginal(spans: readonly Pair[]): Pair[];
}

export function restoreArticle(text: string): RestoredArticle {
  const tokens = stemTokens(text);
  const { text: restored, alignment } = restore(stemText(text), "stemmed");
  const count = Math.min(tokens.length, alignment.length);
  const original: Pair[] = [];
  const made: Pair[] = [];
  for (let i = 0; i < count; i++) {
    original.push([tokens[i].start, tokens[i].end]);
    made.push([alignment[i][0], alignment[i][1]]);
  }
  return {
    text: restored,
    toOriginal: (spans) => translate(spans, made, original),
    fromOriginal: (spans) => translate(spans, original, made),
  };
}

function translate(spans: readonly Pair[], from: readonly Pair[], to: readonly Pair[]): Pair[] {
  const found: Pair[] = [];
  for (const [start, end] of spans) {
    const first = from.findIndex((pair) => pair[1] > start);
    if (first < 0) continue;
    let last = first;
    while (last + 1 < from.length && from[last + 1][0] < end) last++;
    if (from[first][0] < end) found.push([to[first][0], to[last][1]]);
  }
  return found;
}
