import { describe, expect, it } from "vitest";
import type { Judgement } from "../../record/index.ts";
import { measureAgreement } from "./agreement.ts";

function judge(key: string, verdict: Judgement["verdict"], score: number, undoneBy: string | null = null): Judgement {
  return {
    id: key, verdict, by: "ada", at: "2031-01-01T00:00:00Z", note: null, key, entityId: null, correction: null, into: null, link: null,
    anchor: { reportId: "r", kind: "statement", evidence: [], contentHash: "" }, undoes: null, undoneBy, before: { score },
  }; // biome-ignore format: a row
}

describe("agreement", () => {
  it("counts the last judgement of an item, by how sure the reader was", () => {
    const bands = measureAgreement(
      [judge("r/s1", "accept", 0.95), judge("r/s1", "reject", 0.95), judge("r/s2", "correct", 0.6), judge("r/s3", "accept", 1)],
      "statement",
    ); // biome-ignore format: a row
    expect(bands.map(({ from, judged, accepted }) => [from, judged, accepted])).toEqual([
      [0, 0, 0],
      [0.5, 1, 0],
      [0.7, 0, 0],
      [0.9, 2, 2],
    ]);
  });

  it("leaves out what was undone, and other kinds", () => {
    expect(measureAgreement([judge("r/s1", "accept", 0.2, "j9")], undefined)[0].judged).toBe(0);
    expect(measureAgreement([judge("r/s1", "accept", 0.2)], "event")[0].judged).toBe(0);
  });
});
