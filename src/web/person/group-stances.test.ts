import { describe, expect, it } from "vitest";
import type { StanceLine } from "../../record/index.ts";
import { chooseLines, groupStances } from "./group-stances.ts";

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

it.each([
  [[], 2, [4, 5]],
  [[2], 4, [1, 2, 4, 5]],
  [[1, 2, 3, 4, 5], 2, [3, 4, 5]],
  [[], 9, [0, 1, 2, 3, 4, 5]],
])("of six stances that turn at %j, %d or a little more tell most: %j", (turns, most, expected) => {
  const lines = Array.from({ length: 6 }, (_, index) => ({ key: String(index) }) as StanceLine);
  expect(chooseLines({ target: "the toll", lines, turns }, most)).toEqual(expected);
});
