import { describe, expect, it } from "vitest";
import { resolveRows, rowOf } from "../../src/reading/attribution/feature-table.ts";
import { FeatureCounts } from "./feature-index.ts";

describe("FeatureCounts", () => {
  const frequent = 0x1234_5678;
  const rare = 0x7654_3210;
  const counts = new FeatureCounts();
  for (let i = 0; i < 3; i++) counts.add(frequent);
  counts.add(rare);

  it("makes a table that knows what was met often enough, and nothing else", () => {
    const prints = counts.toPrints(1000, 2);
    const features = Int32Array.from([rare, frequent, -5]);
    expect(resolveRows(features, 0, 3, 0, prints)).toBe(1);
    expect(features[0]).toBe(rowOf(frequent, 1000));
  });

  it("keeps the most frequent of those that meet in one row", () => {
    const prints = counts.toPrints(1, 1);
    expect([...prints]).toEqual([frequent & 255]);
  });

  it("grows without losing counts", () => {
    const many = new FeatureCounts();
    for (let round = 0; round < 2; round++) for (let i = 0; i < 100_000; i++) many.add(Math.imul(i, 0x9e37_79b1));
    const prints = many.toPrints(1 << 22, 2);
    const features = Int32Array.from({ length: 100_000 }, (_, i) => Math.imul(i, 0x9e37_79b1));
    expect(resolveRows(features, 0, features.length, 0, prints)).toBeGreaterThan(98_000);
  });
});
