/**
 * Trains the model `tones`: logistic regression over hashed features of a person in a sentence, by AdaGrad with features left
 * out at random; the mean of three runs, of whose features the weightiest stay.
 */
import { stableExp } from "../../src/reading/attribution/stable-math.ts";
import { findToneFeatures, MOST_TONE_FEATURES } from "../../src/reading/tones/tone-features.ts";
import { findSlot, TONES, TONES_MODEL, toPrint } from "../../src/reading/tones/tone-model.ts";
import { ToneWords } from "../../src/reading/tones/tone-words.ts";
import { indexTrees } from "../../src/reading/tree-index.ts";
import { createRandom, shuffle } from "../random.ts";
import type { Trainer } from "../trainer.ts";
import { readNewsMtsc, type ToneExample } from "./read-newsmtsc.ts";

export const NEWSMTSC_TRAIN = "newsmtsc/train.jsonl.gz";
const SEEDS = [1, 2, 3];
const EPOCHS = 10;
const RATE = 0.1;
const DECAY = 0.01;
const LEFT_OUT = 0.4;
const LEAST_COUNT = 3;
const SPREAD = 6;
const KEPT = 10_500;
const SLOTS = 16_384;

export const tonesTrainer: Trainer = {
  model: TONES_MODEL.name,
  after: ["segmenter", "forms", "word-classes", "tagger", "gazetteer", "names", "parser", "stance-words"],
  train({ dataFolder, progress }) {
    const counts = new Map<number, number>();
    const examples: { features: Uint32Array; label: number }[] = [];
    for (const example of readNewsMtsc(dataFolder, NEWSMTSC_TRAIN)) {
      const features = toToneFeatures(example);
      for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
      examples.push({ features, label: example.label });
      if (examples.length % 500 === 0) progress(`sentence ${examples.length}`);
    }
    const known = [...counts].filter(([, count]) => count >= LEAST_COUNT).map(([feature]) => feature);
    const rowOf = new Map(known.map((feature, row) => [feature, row]));
    const rows = examples.map(({ features, label }) => ({
      rows: Int32Array.from([...features].flatMap((feature) => rowOf.get(feature) ?? [])),
      label,
    }));
    const mean = new Float64Array(known.length * TONES.length);
    for (const seed of SEEDS) {
      progress(`learning from ${rows.length} persons, run ${seed} of ${SEEDS.length}`);
      const weights = learn(rows, known.length, seed);
      for (let i = 0; i < mean.length; i++) mean[i] += weights[i] / SEEDS.length;
    }
    const weightOf = (row: number): number =>
      Math.max(...TONES.map((_, k) => Math.abs(mean[row * TONES.length + k]))) *
      Math.sqrt(counts.get(known[row]) as number);
    const kept = known
      .map((feature, row) => ({ feature, row, weight: weightOf(row) }))
      .sort((a, b) => b.weight - a.weight || a.feature - b.feature)
      .slice(0, KEPT);
    const largest = kept.reduce(
      (most, { row }) => Math.max(most, ...TONES.map((_, k) => Math.abs(mean[row * TONES.length + k]))),
      0,
    );
    const step = largest / 127;
    const prints = new Uint16Array(SLOTS);
    const weights = new Int8Array(SLOTS * TONES.length);
    for (const { feature, row } of kept) {
      const slot = findSlot(prints, feature);
      if (prints[slot] !== 0) continue;
      prints[slot] = toPrint(feature);
      for (let k = 0; k < TONES.length; k++)
        weights[slot * TONES.length + k] = Math.round(mean[row * TONES.length + k] / step);
    }
    return {
      content: { ...TONES_MODEL, settings: { step }, sections: { prints, weights } },
      card: {
        purpose:
          "Says whether a sentence speaks well, badly or neither of a person in it: logistic regression over words, their places, the tree's way from the person, and rated words. Names are hidden from it.",
        data: [
          "NewsMTSC train (Hamborg and Donnay 2021; research): sentences of US political news; weights of hashed features only.",
        ],
        seed: SEEDS[0],
        scores: [
          ["persons learnt from", String(rows.length)],
          ["features kept", `${kept.length} of ${known.length}`],
        ],
        limits: [
          "Learnt from US political news: other subjects have other words of praise and blame.",
          "Says how a sentence sounds, whoever speaks in it; where somebody stands on an issue is another layer's.",
        ],
      },
    };
  },
};

const buffer = new Uint32Array(MOST_TONE_FEATURES);

/** Each once, in ascending order. */
export function toToneFeatures({ document, target }: ToneExample): Uint32Array {
  const count = findToneFeatures(document, indexTrees(document.heads), new ToneWords(document), target, buffer);
  return Uint32Array.from(new Set(buffer.subarray(0, count))).sort();
}

function learn(examples: readonly { rows: Int32Array; label: number }[], size: number, seed: number): Float64Array {
  const classes = TONES.length;
  const weights = new Float64Array(size * classes);
  const squares = new Float64Array(size * classes).fill(1);
  const mean = new Float64Array(size * classes);
  const random = createRandom(seed);
  const order = [...examples];
  const odds = new Float64Array(classes);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const { rows, label } of order) {
      const own = rows.filter(() => random() >= LEFT_OUT);
      const scale = SPREAD / Math.sqrt(own.length || 1);
      odds.fill(0);
      for (const row of own) for (let k = 0; k < classes; k++) odds[k] += weights[row * classes + k];
      let total = 0;
      for (let k = 0; k < classes; k++) total += odds[k] = stableExp(odds[k] * scale);
      for (let k = 0; k < classes; k++) {
        const error = (k === label ? 1 : 0) - odds[k] / total;
        if (Math.abs(error) < 0.01) continue;
        for (const row of own) {
          const at = row * classes + k;
          const gradient = error * scale - DECAY * weights[at];
          squares[at] += gradient * gradient;
          weights[at] += (RATE * gradient) / Math.sqrt(squares[at]);
        }
      }
    }
    if (epoch >= 2) for (let i = 0; i < mean.length; i++) mean[i] += weights[i] / (EPOCHS - 2);
  }
  return mean;
}
