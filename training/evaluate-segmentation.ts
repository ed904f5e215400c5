/** Measures tokens and sentences of raw text. */
import type { Span } from "../src/language/document.ts";
import { splitSentences } from "../src/language/split-sentences.ts";
import { splitTokens } from "../src/language/split-tokens.ts";
import { hasCorpusFile } from "./corpus-files.ts";
import type { Evaluation, EvaluationContext, Score } from "./evaluation.ts";
import { type RawDocument, readRawDocuments } from "./raw-documents.ts";

export const segmentationEvaluation: Evaluation = {
  layer: "segmentation",
  evaluate: (context) => scoreSegmentation(context),
};

/** Scores on the treebanks found; with `weights`, of a model that is not yet written. */
export function scoreSegmentation({ dataFolder, split }: EvaluationContext, weights?: Int16Array): Score[] {
  const scores: Score[] = [];
  const add = (set: string, documents: readonly RawDocument[]): void => {
    if (documents.length === 0) return;
    const words = new Tally();
    const sentences = new Tally();
    for (const { text, words: goldWords, sentences: goldSentences } of documents) {
      const spans = splitTokens(text);
      const found = Array.from({ length: spans.count }, (_, i) => ({ start: spans.starts[i], end: spans.ends[i] }));
      words.add(goldWords, found);
      sentences.add(goldSentences, splitSentences(text, spans, weights));
    }
    scores.push({ set, measure: "token F1", value: words.f1 }, { set, measure: "sentence F1", value: sentences.f1 });
  };
  for (const [set, file] of [
    ["EWT", `ud/en_ewt-ud-${split}.conllu.gz`],
    ["GUM", `ud/en_gum-ud-${split}.conllu.gz`],
  ]) {
    if (!hasCorpusFile(dataFolder, file)) continue;
    const documents = readRawDocuments(dataFolder, file);
    add(set, documents);
    if (set === "GUM")
      add(
        "GUM news",
        documents.filter(({ id }) => id.startsWith("GUM_news_")),
      );
  }
  return scores;
}

class Tally {
  #right = 0;
  #gold = 0;
  #found = 0;

  add(gold: readonly Span[], found: readonly Span[]): void {
    const ends = new Map(gold.map(({ start, end }) => [start, end]));
    for (const { start, end } of found) if (ends.get(start) === end) this.#right += 1;
    this.#gold += gold.length;
    this.#found += found.length;
  }

  get f1(): number {
    return (200 * this.#right) / Math.max(1, this.#gold + this.#found);
  }
}
