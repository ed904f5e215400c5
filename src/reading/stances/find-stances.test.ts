import { describe, expect, it } from "vitest";
import { read } from "../index.ts";

/** Who stands where, as "holder stance target". */
function board(text: string): string[] {
  const reading = read({ text }, { form: "plain" });
  const nameOf = new Map(reading.entities.map(({ id, name }) => [id, name]));
  return reading.stances.map(({ holder, stance, target }) => `${nameOf.get(holder)} ${stance} ${target.text}`);
}

describe("stances", () => {
  it.each([
    ["Foreign Minister Ilse Varnholt welcomed the ferry treaty.", "Ilse Varnholt supports the ferry treaty"],
    ["Foreign Minister Ilse Varnholt condemned the ferry treaty.", "Ilse Varnholt opposes the ferry treaty"],
    ["Mayor Tobin Askerow voted against the budget on Monday.", "Tobin Askerow opposes the budget"],
    ["“The tunnel is a disgrace,” Mayor Tobin Askerow said.", "Tobin Askerow opposes The tunnel"],
    ["“The plan must be rejected,” Mayor Tobin Askerow said.", "Tobin Askerow opposes The plan"],
    [
      "“The permit has no basis in our law,” Mayor Tobin Askerow said. The permit was issued on Monday.",
      "Tobin Askerow opposes The permit",
    ],
    [
      "Mayor Tobin Askerow said that the toll would have terrible consequences for the port.",
      "Tobin Askerow opposes the toll",
    ],
    ["Mayor Tobin Askerow called for a new ferry.", "Tobin Askerow supports a new ferry"],
    ["Mayor Tobin Askerow did not oppose the budget.", "Tobin Askerow neutral the budget"],
    ["Mayor Tobin Askerow called the toll “incomprehensible”.", "Tobin Askerow opposes the toll"],
    ["Mayor Tobin Askerow said that the toll has to be abolished.", "Tobin Askerow opposes the toll"],
    [
      "Mayor Tobin Askerow welcomed the toll but doubted that it would pay for the bridge.",
      "Tobin Askerow mixed the toll",
    ],
  ])("reads %s", (text, expected) => {
    expect(board(text)).toContain(expected);
  });

  it.each([
    "Mayor Tobin Askerow asked who was alive.",
    "“I was out when he shouted, in case the line was bad,” Mayor Tobin Askerow said.",
    "No country rejected the treaty.",
  ])("finds no stance in %s", (text) => {
    expect(board(text)).toEqual([]);
  });

  it("gives no stance for what only happened", () => {
    expect(board("Mayor Tobin Askerow said that two sailors were killed in the storm.")).toEqual([]);
  });
});
