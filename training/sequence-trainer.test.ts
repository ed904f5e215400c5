import { describe, expect, it } from "vitest";
import { LanguageError } from "../src/language/errors.ts";
import { FeatureBuffer, hashText } from "../src/language/feature-buffer.ts";
import { readModelFile, writeModelFile } from "../src/language/model-file.ts";
import {
  fromModelSections,
  type LabelSet,
  SequenceLabeller,
  type SequenceModelParts,
  toModelSections,
} from "../src/language/sequence-model.ts";
import { createRandom } from "./random.ts";
import { SequenceTrainingData, trainSequenceModel } from "./sequence-trainer.ts";

const NAMES: LabelSet = { name: "names", labels: ["O", "B-x", "I-x"], scheme: "bio" };
const PARITY: LabelSet = { name: "parity", labels: ["even", "odd"] };
const WORDS = ["the", "Norring", "Vale", "Council", "met", "in", "Harrow", "today", "and", "Selby"];

/** Invented sentences: runs of capitalised words are names; the second set says whether the length of a word is odd. */
function makeSentences(count: number): string[][] {
  const random = createRandom(7);
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: 3 + (i % 7) }, () => WORDS[Math.floor(random() * WORDS.length)]),
  );
}

function fill(buffer: FeatureBuffer, words: string[]): void {
  buffer.clear();
  for (const word of words) {
    buffer.addPosition();
    buffer.add(0, 0);
    buffer.add(1, hashText(word));
    buffer.add(2, word[0] === word[0].toUpperCase() ? 1 : 0);
  }
}

function labelByRule(words: string[]): Uint8Array[] {
  const isName = words.map((word) => word[0] === word[0].toUpperCase());
  return [
    Uint8Array.from(isName, (named, i) => (named ? (isName[i - 1] ? 2 : 1) : 0)),
    Uint8Array.from(words, (word) => word.length % 2),
  ];
}

function train(options = {}): SequenceModelParts {
  const data = new SequenceTrainingData([NAMES, PARITY]);
  const buffer = new FeatureBuffer();
  for (const words of makeSentences(60)) {
    fill(buffer, words);
    data.add(buffer, labelByRule(words));
  }
  return trainSequenceModel(data, { epochs: 5, minCount: 1, ...options });
}

const content = (parts: SequenceModelParts) => ({
  name: "test",
  version: 1,
  settings: null,
  sections: toModelSections("test", parts),
});

describe("a trained sequence model", () => {
  it.each([
    ["perceptron", {}],
    ["aggressive", { aggressiveness: 0.1 }],
  ])("learns all label sets by %s steps", (_, options) => {
    const labeller = new SequenceLabeller(train(options));
    const buffer = new FeatureBuffer();
    for (const words of makeSentences(100)) {
      fill(buffer, words);
      labeller.read(buffer);
      expect([labeller.label(0), labeller.label(1)]).toEqual(labelByRule(words));
    }
  });

  it("never begins a span inside", () => {
    const labeller = new SequenceLabeller(train());
    const buffer = new FeatureBuffer();
    for (const words of makeSentences(50)) {
      fill(buffer, words);
      labeller.read(buffer);
      labeller.addBias(0, 2, 1000);
      const labels = labeller.label(0);
      labels.forEach((label, i) => {
        if (label === 2) expect(i > 0 && labels[i - 1] > 0).toBe(true);
      });
    }
  });

  it("gives margins that are what it costs to force another label", () => {
    const labeller = new SequenceLabeller(train());
    const buffer = new FeatureBuffer();
    fill(buffer, WORDS);
    labeller.read(buffer);
    const labels = labeller.label(0);
    const margins = labeller.findMargins(0, labels);
    expect(margins.every((margin) => margin >= 0)).toBe(true);
    for (let i = 0; i < WORDS.length; i++) {
      // Try every sequence of labels that differs at this position.
      let best = Number.NEGATIVE_INFINITY;
      let chosen = Number.NEGATIVE_INFINITY;
      const walk = (position: number, previous: number, score: number, differs: boolean): void => {
        if (position === WORDS.length) {
          if (differs) best = Math.max(best, score);
          else chosen = Math.max(chosen, score);
          return;
        }
        for (let label = 0; label < 3; label++) {
          if (label === 2 && previous !== 1 && previous !== 2) continue;
          const edge = position === 0 ? 9 + label : previous * 3 + label;
          walk(
            position + 1,
            label,
            score + parts.transitions[edge] + labeller.getScore(0, position, label),
            differs || (position === i && label !== labels[i]),
          );
        }
      };
      const parts = train();
      walk(0, -1, 0, false);
      expect(margins[i]).toBeCloseTo((Math.max(chosen, best) === chosen ? chosen - best : 0) * labeller.scale, 6);
    }
  });

  it("keeps to the candidates", () => {
    const labeller = new SequenceLabeller(train());
    const buffer = new FeatureBuffer();
    fill(buffer, ["Vale", "met"]);
    labeller.read(buffer);
    const candidates = { starts: Int32Array.from([0, 1, 2]), labels: Uint8Array.from([0, 1]) };
    expect([...labeller.label(1, candidates)]).toEqual([0, 1]);
  });

  it("labels an empty sequence", () => {
    const labeller = new SequenceLabeller(train());
    labeller.read(new FeatureBuffer());
    expect(labeller.label(0)).toEqual(new Uint8Array(0));
    expect(labeller.findMargins(0, new Uint8Array(0))).toEqual(new Float64Array(0));
  });

  it("is the same byte for byte when trained again, and another with another seed", () => {
    expect(writeModelFile(content(train()))).toEqual(writeModelFile(content(train())));
    expect(writeModelFile(content(train({ seed: 2 })))).not.toEqual(writeModelFile(content(train())));
  });

  it("survives being written and read", () => {
    const file = readModelFile(writeModelFile(content(train())), { name: "test", version: 1 });
    const labeller = fromModelSections("test", file);
    const buffer = new FeatureBuffer();
    fill(buffer, WORDS);
    labeller.read(buffer);
    expect([labeller.label(0), labeller.label(1)]).toEqual(labelByRule(WORDS));
  });

  it("is refused when its parts do not fit", () => {
    const parts = train();
    expect(() => new SequenceLabeller({ ...parts, rowLabels: parts.rowLabels.subarray(1) })).toThrow(LanguageError);
    expect(() => new SequenceLabeller({ ...parts, keys: parts.keys.subarray(1) })).toThrow(LanguageError);
    expect(() => new SequenceLabeller({ ...parts, transitions: parts.transitions.subarray(1) })).toThrow(LanguageError);
    expect(() => new SequenceLabeller({ ...parts, counts: parts.counts.map(() => 1) })).toThrow(LanguageError);
  });

  it.each(["test.rowLabels", "test.counts"])("is refused when %s is cut off in its file", (name) => {
    const { sections, ...rest } = content(train());
    const cut = (sections[name] as Uint8Array).subarray(1);
    const file = readModelFile(writeModelFile({ ...rest, sections: { ...sections, [name]: cut } }), rest);
    expect(() => fromModelSections("test", file)).toThrow(LanguageError);
  });

  it("leaves out the smallest weights when there are too many", () => {
    const parts = train({ maxWeights: 20 });
    expect(parts.rowWeights.length).toBeGreaterThan(0);
    expect(parts.rowWeights.length).toBeLessThanOrEqual(20);
  });
});
