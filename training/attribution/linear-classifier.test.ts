import { describe, expect, it } from "vitest";
import { Examples, trainClassifier } from "./linear-classifier.ts";

function makeExamples(): Examples {
  const examples = new Examples();
  // Feature 11 × 2^20 means yes, 13 × 2^20 no; 17 × 2^20 nothing.
  for (let i = 0; i < 40; i++) {
    examples.add(Int32Array.from([(i % 2 === 0 ? 11 : 13) << 20, 17 << 20]), 2, i % 2 === 0);
  }
  return examples;
}

describe("trainClassifier", () => {
  it("learns which features tell", () => {
    const examples = makeExamples();
    examples.index(4096, 1);
    const settings = { rows: 4096, leastCount: 1, epochs: 10, rate: 0.2, decay: 0, seed: 1 };
    const weights = trainClassifier(examples, [...Array(40).keys()], settings);
    expect(examples.score(0, weights)).toBeGreaterThan(1);
    expect(examples.score(1, weights)).toBeLessThan(-1);
    const again = makeExamples();
    again.index(4096, 1);
    expect(trainClassifier(again, [...Array(40).keys()], settings)).toEqual(weights);
  });

  it("gives a feature met too seldom no part", () => {
    const examples = makeExamples();
    examples.add(Int32Array.from([19 << 20]), 1, true);
    examples.index(4096, 2);
    expect(examples.ends[40]).toBe(examples.starts[40]);
  });
});
