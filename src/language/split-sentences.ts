/**
 * Finds sentences: a linear classifier decides on every place where one may end.
 *
 * A blank line always ends a sentence. The classifier is an averaged perceptron over hashed features with whole-number
 * weights, so that it decides alike on every machine; see `sentence-features.ts` for what it looks at.
 */
import { classAt, isWordClass, LOWER, UPPER } from "./character-classes.ts";
import type { Sentence } from "./document.ts";
import { LanguageError } from "./errors.ts";
import { getModelBytesOrThrow } from "./model-bytes.ts";
import { readModelFile } from "./model-file.ts";
import { SENTENCE_BUCKETS, SENTENCE_TEMPLATES, SentenceCandidates } from "./sentence-features.ts";
import type { TokenSpans } from "./split-tokens.ts";

export const SEGMENTER_MODEL = { name: "segmenter", version: 1 };

/** By how much more a sentence has to end where no mark and no line break shows it: that is rare in edited text. */
const UNMARKED_MARGIN = 4_000;

/**
 * A sentence is cut when it has grown to this many tokens: nobody writes such ones, and components behind this one look at
 * pairs of a sentence's tokens.
 */
const MAX_SENTENCE_TOKENS = 1_000;

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
  let paragraph = 0;
  for (let i = 0; i < count; i++) {
    let isEnd = false;
    let isParagraph = false;
    if (candidates.look(i, first)) {
      let sum = 0;
      for (let k = 0; k < SENTENCE_TEMPLATES; k++) sum += weights[features[k]];
      isEnd = sum > (candidates.isMarked ? 0 : UNMARKED_MARGIN);
    }
    if (i + 1 - first === MAX_SENTENCE_TOKENS) isEnd = true;
    if (first === paragraph && isDateline(text, spans, first, i)) isEnd = true;
    if (i + 1 === count || candidates.endsParagraph(i)) isEnd = isParagraph = true;
    if (!isEnd) continue;
    candidates.endSentence(i, isParagraph);
    sentences.push({ start: starts[first], end: ends[i], startToken: first, endToken: i + 1 });
    first = i + 1;
    if (isParagraph) paragraph = first;
  }
  return sentences;
}

/** Longest dateline, in tokens. */
const DATELINE_TOKENS = 16;

/**
 * Whether a dateline at the head of a paragraph ends with the dash at token `i`: a place in capitals, or a place and an
 * agency in brackets. Treebanks make it a sentence of its own, and parsers are the better for it.
 */
function isDateline(text: string, { starts, ends, count }: TokenSpans, first: number, i: number): boolean {
  if (i - first > DATELINE_TOKENS || i === first || i + 2 >= count || !isDash(text.charCodeAt(starts[i]))) return false;
  if (starts[i] === ends[i - 1] || starts[i + 1] === ends[i]) return false;
  // "( AP ) -"
  if (text[starts[i - 1]] === ")" && i - first > 3) {
    let open = i - 2;
    while (open > first && i - open < 6 && text[starts[open]] !== "(") open -= 1;
    return text[starts[open]] === "(" && open > first && isWordClass(classAt(text, starts[first]));
  }
  if (classAt(text, starts[first]) !== UPPER || classAt(text, starts[i + 1]) === LOWER) return false;
  // The place comes first, to the comma; behind it may stand a state or a date.
  let capitals = 0;
  for (let k = first; k < i && text[starts[k]] !== ","; k++) {
    const kind = classAt(text, starts[k]);
    if (kind === LOWER || (kind === UPPER && classAt(text, starts[k] + 1) === LOWER)) return false;
    if (kind === UPPER) capitals += ends[k] - starts[k];
  }
  return capitals > 3;
}

function isDash(unit: number): boolean {
  return unit === 45 || unit === 0x2013 || unit === 0x2014;
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
