import { describe, expect, it } from "vitest";
import type { Judgement } from "../../record/index.ts";
import { toDecisions } from "./judgement-keeper.ts";

const judgement = (id: string, changes: Partial<Judgement>): Judgement => ({
  id, verdict: "accept", by: "ada", at: "2031-01-01T00:00:00Z", note: null, anchor: null, key: "r1/s1", entityId: null,
  correction: null, into: null, link: null, undoes: null, undoneBy: null, before: null, ...changes,
}); // biome-ignore format: a row

describe("earlier judgements of a report", () => {
  const entityIds = { e1: "per-1", e2: "per-2" };

  it("come oldest first, with the speaker as the reading knows it", () => {
    const decisions = toDecisions(
      [
        judgement("j2", { verdict: "correct", correction: { speaker: "per-2" } }),
        judgement("j1", { key: "r1/t4", verdict: "reject" }),
      ],
      "r1",
      entityIds,
    );
    expect(decisions).toEqual([
      { decision: { itemId: "t4", verdict: "reject" }, savedAs: "j1" },
      { decision: { itemId: "s1", verdict: "correct", speaker: "e2" }, savedAs: "j2" },
    ]);
  });

  it("are left out when undone, of another report, or not about an item", () => {
    const left = [
      judgement("j1", { undoneBy: "j2" }),
      judgement("j2", { verdict: "undo", undoes: "j1" }),
      judgement("j3", { key: "r2/s1" }),
      judgement("j4", { verdict: "merge", key: null }),
    ];
    expect(toDecisions(left, "r1", entityIds)).toEqual([]);
  });
});
