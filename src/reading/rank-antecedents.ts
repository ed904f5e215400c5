/** Chooses a pronoun's antecedent by the linear model `antecedents`. */
import { getModelBytesOrThrow, readModelFile } from "../language/index.ts";
import type { Mention, QuotedDocument } from "./mention.ts";
import {
  type Candidate,
  findNoneFeatures,
  findPronounFeatures,
  keepPossible,
  PRONOUN_FEATURE_COUNT,
  type SpeechSigns,
} from "./pronoun-features.ts";

export const ANTECEDENTS_MODEL = { name: "antecedents", version: 1 } as const;

let weights: Float32Array | undefined;

function load(): Float32Array {
  if (weights === undefined) {
    const file = readModelFile(getModelBytesOrThrow(ANTECEDENTS_MODEL.name), ANTECEDENTS_MODEL);
    const { step } = file.settings as { step: number };
    weights = Float32Array.from(file.getArrayOrThrow("weights", "i8"), (weight) => weight * step);
  }
  return weights;
}

const features = new Int32Array(64);

/** The sum of the weights of some features. */
export function sumWeights(table: Float32Array | Float64Array, list: Int32Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += table[list[i]];
  return sum;
}

/**
 * The place in `candidates` of the likeliest antecedent, or -1 where none is likelier than no antecedent by `minMargin`.
 *
 * @param isNewParagraph Per candidate, whether a paragraph begins between it and the pronoun.
 */
export function chooseAntecedent(
  document: QuotedDocument,
  pronoun: Mention,
  candidates: readonly Candidate[],
  isNewParagraph: (candidate: Candidate) => boolean,
  signs: SpeechSigns,
  minMargin: number,
  table: Float32Array | Float64Array = load(),
): number {
  let best = -1;
  const possible = keepPossible(document, pronoun, candidates, signs);
  // "He" and "she" are always somebody: who alone may be meant is. Who speaks was mostly named in the sentence before.
  if (pronoun.gender !== undefined) {
    const isSpeaker = signs.speakers.has(pronoun.index);
    const isNear = (candidate: Candidate | undefined): boolean =>
      candidate !== undefined && (!isSpeaker || pronoun.sentence - candidate.mention.sentence <= 1);
    const only = possible.findIndex(isNear);
    if (only >= 0 && possible.findLastIndex(isNear) === only) return only;
  }
  let bestScore = sumWeights(table, features, findNoneFeatures(document, pronoun, signs, features)) + minMargin;
  let second = Number.NEGATIVE_INFINITY;
  for (const [index, candidate] of possible.entries()) {
    if (candidate === undefined) continue;
    const count = findPronounFeatures(document, pronoun, candidate, isNewParagraph(candidate), signs, features);
    const score = sumWeights(table, features, count);
    if (score > bestScore) {
      second = best >= 0 ? bestScore : second;
      best = index;
      bestScore = score;
    } else if (score > second) second = score;
  }
  return best >= 0 && bestScore - second >= minMargin ? best : -1;
}

export function createAntecedentWeights(): Float64Array {
  return new Float64Array(PRONOUN_FEATURE_COUNT);
}
