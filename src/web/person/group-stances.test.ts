import { describe, expect, it } from "vitest";
import type { StanceLine } from "../../record/index.ts";
import { groupStances } from "./group-stances.ts";

function line(
  stance: StanceLine["stance"],
  text: string,
  publishedAt: string | null,
  status: StanceLine["status"] = "unjudged",
): StanceLine {
  const report = { id: "r", title: null, outlet: null, url: null, publishedAt, copyOf: null };
  return {
    key: `r/${stance}${publishedAt}`, report, evidence: [{ start: 0, end: 1 }], quote: text, score: 1, status,
    holder: { id: "e", name: "Ada Wren", kind: "person" }, target: { text, entity: null }, stance, strength: 1, statementKey: null,
  }; // biome-ignore format: a row
}

describe("stances by topic", () => {
  it("orders by time and finds where the holder turned", () => {
    const [toll, ferry] = groupStances([
      line("supports", "the toll", "2031-05-01"),
      line("opposes", "A toll", "2031-03-01"),
      line("opposes", "the ferry", "2031-01-01"),
      line("opposes", "the toll", "2031-04-01"),
    ]);
    expect(toll.lines.map(({ stance }) => stance)).toEqual(["opposes", "opposes", "supports"]);
    expect(toll.turns).toEqual([2]);
    expect(toll.target).toBe("the toll");
    expect(ferry.turns).toEqual([]);
  });

  it("leaves out what was rejected, and puts the undated last", () => {
    const [topic] = groupStances([
      line("opposes", "the toll", null),
      line("supports", "the toll", "2031-05-01"),
      line("mixed", "the toll", "2031-05-02", "rejected"),
    ]);
    expect(topic.lines.map(({ stance }) => stance)).toEqual(["supports", "opposes"]);
  });
});
