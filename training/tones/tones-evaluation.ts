/** Measures tone towards persons on NewsMTSC: macro F1 over negative, neutral and positive. */
import { getToneModel, scoreTones, TONES } from "../../src/reading/tones/tone-model.ts";
import { hasCorpusFile } from "../corpus-files.ts";
import type { Evaluation, Score } from "../evaluation.ts";
import { readNewsMtsc } from "./read-newsmtsc.ts";
import { toToneFeatures } from "./tones-trainer.ts";

const PARTS = [
  ["rw", "NewsMTSC, as news comes"],
  ["mt", "NewsMTSC, several persons"],
] as const;

export const tonesEvaluation: Evaluation = {
  layer: "tones",
  evaluate({ dataFolder, split }) {
    return PARTS.flatMap(([part, set]) => {
      const file = `newsmtsc/${split}_${part}.jsonl.gz`;
      return hasCorpusFile(dataFolder, file) ? evaluate(dataFolder, file, set) : [];
    });
  },
};

function evaluate(dataFolder: string, file: string, set: string): Score[] {
  const model = getToneModel();
  const right = TONES.map(() => 0);
  const given = TONES.map(() => 0);
  const wanted = TONES.map(() => 0);
  for (const example of readNewsMtsc(dataFolder, file)) {
    const odds = [...scoreTones(model, toToneFeatures(example))];
    const chosen = odds.indexOf(Math.max(...odds));
    given[chosen]++;
    wanted[example.label]++;
    if (chosen === example.label) right[chosen]++;
  }
  const macro = TONES.reduce((sum, _, k) => sum + (2 * right[k]) / (given[k] + wanted[k] || 1), 0) / TONES.length;
  const share = right.reduce((sum, n) => sum + n, 0) / wanted.reduce((sum, n) => sum + n, 0);
  return [
    { set, measure: "macro F1", value: 100 * macro },
    { set, measure: "right", value: 100 * share },
  ];
}
