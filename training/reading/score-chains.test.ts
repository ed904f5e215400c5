import { describe, expect, it } from "vitest";
import { scoreChains } from "./score-chains.ts";

describe("scoreChains", () => {
  it("gives one for the same chains, nought for none", () => {
    const key = [[1, 2, 3], [4, 5]]; // biome-ignore format: one line
    expect(scoreChains([{ key, response: key }])).toEqual({ muc: 1, b3: 1, lea: 1 });
    expect(scoreChains([{ key, response: [] }])).toEqual({ muc: 0, b3: 0, lea: 0 });
  });

  it("counts a chain cut in two as the papers do", () => {
    const { muc, b3, lea } = scoreChains([{ key: [[1, 2, 3, 4]], response: [[1, 2], [3, 4]] }]); // biome-ignore format: one line
    expect(muc).toBeCloseTo((2 * (2 / 3) * 1) / (2 / 3 + 1));
    expect(b3).toBeCloseTo((2 * 0.5 * 1) / 1.5);
    expect(lea).toBeCloseTo((2 * (1 / 3) * 1) / (1 / 3 + 1));
  });
});
