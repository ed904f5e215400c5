/**
 * Trains the model `tones`: logistic regression over hashed features of a person in a sentence, by AdaGrad with features left
 * out at random; the mean of three runs, of whose features the weightiest stay. A feature counts the more the plainer its
 * examples alone speak for or against a tone (after Wang and Manning 2012).
 */
import { stableExp, stableLog } from "../../src/reading/attribution/stable-math.ts";
import { findToneFeatures, MOST_TONE_FEATURES } from "../../src/reading/tones/tone-features.ts";
import { findSlot, SPREAD, TONES, TONES_MODEL, toPrint } from "../../src/reading/tones/tone-model.ts";
import { ToneWords } from "../../src/reading/tones/tone-words.ts";
import { indexTrees } from "../../src/reading/tree-index.ts";
import { createRandom, shuffle } from "../random.ts";
import type { Trainer } from "../trainer.ts";
import { readNewsMtsc, type ToneExample } from "./read-newsmtsc.ts";

export const NEWSMTSC_TRAIN = "newsmtsc/train.jsonl.gz";
const SEEDS = [1, 2, 3];
const EPOCHS = 10;
const RATE = 0.05;
const DECAY = 0.01;
const LEFT_OUT = 0.4;
const LEAST_COUNT = 3;
const KEPT = 10_500;
const SLOTS = 16_384;
/** Added to the scores, in the order of `TONES`: best in five parts of the training data, each scored by what the other four teach. */
const SHIFT = [-0.1, 0, 0.2];

export const tonesTrainer: Trainer = {
  model: TONES_MODEL.name,
  after: ["segmenter", "forms", "word-classes", "tagger", "gazetteer", "names", "parser", "stance-words"],
  train({ dataFolder, progress }) {
    const counts = new Map<number, number>();
    const examples: { features: Uint32Array; label: number; isOfSeveral: boolean }[] = [];
    for (const example of readNewsMtsc(dataFolder, NEWSMTSC_TRAIN)) {
      const features = toToneFeatures(example);
      for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
      examples.push({ features, label: example.label, isOfSeveral: example.isOfSeveral });
      if (examples.length % 500 === 0) progress(`sentence ${examples.length}`);
    }
    const known = [...counts].filter(([, count]) => count >= LEAST_COUNT).map(([feature]) => feature);
    const rowOf = new Map(known.map((feature, row) => [feature, row]));
    const rows = examples.flatMap(({ features, label, isOfSeveral }): Row[] => {
      const row = { rows: Int32Array.from([...features].flatMap((feature) => rowOf.get(feature) ?? [])), label };
      // Sentences in which tones differ from person to person teach most, and are few.
      return isOfSeveral ? [row, row] : [row];
    });
    const mean = new Float64Array(known.length * TONES.length);
    for (const seed of SEEDS) {
      progress(`learning from ${examples.length} persons, run ${seed} of ${SEEDS.length}`);
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
      content: { ...TONES_MODEL, settings: { step, shift: SHIFT }, sections: { prints, weights } },
      card: {
        purpose:
          "Says whether a sentence speaks well, badly or neither of a person in it: logistic regression over words and their classes, their places, the tree's way from the person, and rated words. Names are hidden from it.",
        data: [
          "NewsMTSC train (Hamborg and Donnay 2021; research): sentences of US political news; weights of hashed features only.",
        ],
        seed: SEEDS[0],
        scores: [
          ["persons learnt from", String(examples.length)],
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

/** Features of one example, as rows of the weights. */
interface Row {
  readonly rows: Int32Array;
  readonly label: number;
}

const buffer = new Uint32Array(MOST_TONE_FEATURES);

/** Each once, in ascending order. */
export function toToneFeatures({ document, target }: ToneExample): Uint32Array {
  const count = findToneFeatures(document, indexTrees(document.heads), new ToneWords(document), target, buffer);
  return Uint32Array.from(new Set(buffer.subarray(0, count))).sort();
}

function learn(examples: readonly Row[], size: number, seed: number): Float64Array {
  const classes = TONES.length;
  const values = weighFeatures(examples, size);
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
      for (const row of own)
        for (let k = 0; k < classes; k++) odds[k] += weights[row * classes + k] * values[row * classes + k];
      let total = 0;
      for (let k = 0; k < classes; k++) total += odds[k] = stableExp(odds[k] * scale);
      for (let k = 0; k < classes; k++) {
        const error = (k === label ? 1 : 0) - odds[k] / total;
        if (Math.abs(error) < 0.01) continue;
        for (const row of own) {
          const at = row * classes + k;
          const gradient = error * scale * values[at] - DECAY * weights[at];
          squares[at] += gradient * gradient;
          weights[at] += (RATE * gradient) / Math.sqrt(squares[at]);
        }
      }
    }
    if (epoch >= 2) for (let i = 0; i < mean.length; i++) mean[i] += (weights[i] * values[i]) / (EPOCHS - 2);
  }
  return mean;
}

/**
 * How much each feature counts for each tone: half of it alike, half by how much likelier the feature is with the tone than
 * without, one example added to each side.
 */
function weighFeatures(examples: readonly Row[], size: number): Float64Array {
  const classes = TONES.length;
  const values = new Float64Array(size * classes);
  const labels = new Float64Array(classes);
  for (const { rows, label } of examples) {
    labels[label]++;
    for (const row of rows) values[row * classes + label]++;
  }
  for (let row = 0; row < size; row++) {
    const own = values.slice(row * classes, (row + 1) * classes);
    const all = own.reduce((sum, count) => sum + count, 0);
    for (let k = 0; k < classes; k++) {
      const within = (own[k] + 1) / (labels[k] + 1);
      const without = (all - own[k] + 1) / (examples.length - labels[k] + 1);
      values[row * classes + k] = 0.5 + 0.5 * Math.abs(stableLog(within / without));
    }
  }
  return values;
}
