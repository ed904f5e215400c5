import { describe, expect, it } from "vitest";
import { AttributionScores } from "./attribution-scores.ts";

const text = 'Ann said "rain would fall". Bob agreed with her.';
const gold = [
  { source: [[0, 3]], cue: [[4, 8]], content: [[9, 26]] },
  { source: [[28, 31]], cue: [[32, 43]], content: [[44, 47]] },
] as Parameters<AttributionScores["add"]>[1];

describe("AttributionScores", () => {
  it("counts the same words as exact, quote marks and punctuation aside", () => {
    const scores = new AttributionScores();
    const { exact } = scores.add(text, gold, [{ source: [[0, 3]], cue: [[4, 8]], content: [[10, 25]] }]);
    expect(exact).toEqual([true]);
    expect(scores.content.precision).toBe(100);
    expect(scores.content.recall).toBe(50);
  });

  it("asks that every role overlaps, and that an empty one is empty", () => {
    const scores = new AttributionScores();
    const { overlap, exact } = scores.add(text, gold, [
      { source: [], cue: [[4, 8]], content: [[9, 26]] },
      { source: [[28, 31]], cue: [[32, 38]], content: [[44, 47]] },
    ]);
    expect(overlap).toEqual([false, true]);
    expect(exact).toEqual([false, false]);
    expect(scores.linkedOverlap.f1).toBe(50);
  });
});
