/** The model `tones`: three weights for each feature that it knows, found by hash. */
import { getModelBytesOrThrow, type ModelFile, readModelFile } from "../../language/index.ts";
import { stableExp } from "../attribution/stable-math.ts";

export const TONES_MODEL = { name: "tones", version: 2 } as const;

/** In the order of the weights. */
export const TONES = ["negative", "neutral", "positive"] as const;

export interface ToneModel {
  /** Upper half of the hash of the feature in each slot, 0 for an empty one; open addressing by the lower half. */
  readonly prints: Uint16Array;
  /** Three weights a slot. */
  readonly weights: Int8Array;
  /** What one step of a weight is worth. */
  readonly step: number;
  /** What is added to the score of each tone. */
  readonly shift: readonly number[];
}

let loaded: ToneModel | undefined;

/** @throws {LanguageError} as `getModelBytesOrThrow` and `readModelFile` do. */
export function getToneModel(): ToneModel {
  loaded ??= readToneModel(readModelFile(getModelBytesOrThrow(TONES_MODEL.name), TONES_MODEL));
  return loaded;
}

function readToneModel(file: ModelFile): ToneModel {
  const { step, shift } = file.settings as { step: number; shift: number[] };
  return { prints: file.getArrayOrThrow("prints", "u16"), weights: file.getArrayOrThrow("weights", "i8"), step, shift };
}

/** The slot of a feature, or the empty one where it would stand. */
export function findSlot(prints: Uint16Array, feature: number): number {
  const mask = prints.length - 1;
  const print = toPrint(feature);
  let slot = feature & mask;
  while (prints[slot] !== 0 && prints[slot] !== print) slot = (slot + 1) & mask;
  return slot;
}

export function toPrint(feature: number): number {
  return feature >>> 16 || 1;
}

/** Scores are spread as if a sentence had this many features, squared; in learning too. */
export const SPREAD = 4;
const odds = new Float64Array(TONES.length);

/** Features met so far, by open addressing; a place is taken where it has the round's number. */
const met = new Uint32Array(1 << 13);
const metIn = new Uint32Array(met.length);
let round = 0;

/** Whether the feature has been met before in this round. */
function isMet(feature: number): boolean {
  let place = Math.imul(feature, 0x9e37_79b1) >>> 19;
  while (metIn[place] === round) {
    if (met[place] === feature) return true;
    place = (place + 1) & (met.length - 1);
  }
  met[place] = feature;
  metIn[place] = round;
  return false;
}

/**
 * Probabilities in the order of `TONES`; the array is used again by the next call.
 *
 * @param features At most `MOST_TONE_FEATURES`; one that stands there twice counts once.
 */
export function scoreTones({ prints, weights, step, shift }: ToneModel, features: Uint32Array): Float64Array {
  let negative = 0;
  let neutral = 0;
  let positive = 0;
  let known = 0;
  round = (round + 1) >>> 0 || 1;
  for (let i = 0; i < features.length; i++) {
    const feature = features[i];
    const slot = findSlot(prints, feature);
    if (prints[slot] === 0 || isMet(feature)) continue;
    known++;
    negative += weights[slot * TONES.length];
    neutral += weights[slot * TONES.length + 1];
    positive += weights[slot * TONES.length + 2];
  }
  const scale = (step * SPREAD) / Math.sqrt(known || 1);
  odds[0] = stableExp(negative * scale + shift[0]);
  odds[1] = stableExp(neutral * scale + shift[1]);
  odds[2] = stableExp(positive * scale + shift[2]);
  const total = odds[0] + odds[1] + odds[2];
  for (let k = 0; k < TONES.length; k++) odds[k] /= total;
  return odds;
}
