/**
 * Finds sentences: a linear classifier decides on every place where one may end.
 *
 * A blank line always ends a sentence. The classifier is an averaged perceptron over hashed features with whole-number
 * weights, so that it decides alike on every machine; see `sentence-features.ts` for what it looks at.
 */
import type { Sentence } from "./document.ts";
import { LanguageError } from "./errors.ts";
import { getModelBytesOrThrow } from "./model-bytes.ts";
import { readModelFile } from "./model-file.ts";
import { SENTENCE_BUCKETS, SENTENCE_TEMPLATES, SentenceCandidates } from "./sentence-features.ts";
import type { TokenSpans } from "./split-tokens.ts";

export const SEGMENTER_MODEL = { name: "segmenter", version: 1 };

let loaded: Int16Array | undefined;

/**
 * Finds the sentences of a text from its tokens. Every token belongs to one sentence.
 *
 * @param weights One weight per bucket of features. Defaults to the model `segmenter`.
 * @throws {LanguageError} When the model is missing or damaged.
 */
export function splitSentences(text: string, spans: TokenSpans, weights: Int16Array = getWeights()): Sentence[] {
  const sentences: Sentence[] = [];
  const { starts, ends, count } = spans;
  const candidates = new SentenceCandidates(text, spans);
  const { features } = candidates;
  let first = 0;
  for (let i = 0; i < count; i++) {
    let isEnd = false;
    let isParagraph = false;
    if (candidates.look(i, first)) {
      let sum = 0;
      for (let k = 0; k < SENTENCE_TEMPLATES; k++) sum += weights[features[k]];
      isEnd = sum > 0;
    }
    if (i + 1 === count || (starts[i + 1] - ends[i] > 1 && candidates.endsParagraph(i))) isEnd = isParagraph = true;
    if (!isEnd) continue;
    candidates.endSentence(i, isParagraph);
    sentences.push({ start: starts[first], end: ends[i], startToken: first, endToken: i + 1 });
    first = i + 1;
  }
  return sentences;
}

function getWeights(): Int16Array {
  if (loaded !== undefined) return loaded;
  const model = readModelFile(getModelBytesOrThrow(SEGMENTER_MODEL.name), SEGMENTER_MODEL);
  const weights = model.getArrayOrThrow("weights", "i16");
  if (weights.length !== SENTENCE_BUCKETS) {
    throw new LanguageError("model_corrupt", `The model file "${SEGMENTER_MODEL.name}" has ${weights.length} weights.`);
  }
  loaded = weights;
  return weights;
}
