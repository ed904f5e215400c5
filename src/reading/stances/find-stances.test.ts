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
    ["Mayor Tobin Askerow welcomed the toll but warned that it would hurt the port.", "Tobin Askerow mixed the toll"],
    ["Mayor Tobin Askerow demanded the “cancellation of the contract”.", "Tobin Askerow opposes the contract"],
    ["Mayor Tobin Askerow can live with the toll.", "Tobin Askerow mixed the toll"],
    ["Mayor Tobin Askerow is not about to vote for the budget.", "Tobin Askerow opposes the budget"],
    ["Mayor Tobin Askerow said that the bill had been cleverly timed.", "Tobin Askerow supports the bill"],
    [
      "Minister Ilse Varnholt vetoed the bill. “This veto is a disgrace,” Mayor Tobin Askerow said.",
      "Tobin Askerow supports the bill",
    ],
    ["Minister Ilse Varnholt welcomed the toll. Mayor Tobin Askerow agreed.", "Tobin Askerow supports the toll"],
    [
      "Mayor Tobin Askerow was asked whether the toll would stay. “Yes, of course,” he said.",
      "Tobin Askerow supports the toll would stay",
    ],
    ["“I opposed the toll. I was wrong,” Mayor Tobin Askerow said.", "Tobin Askerow supports the toll"],
    [
      "Minister Ilse Varnholt said she respected the decision of the council.",
      "Ilse Varnholt supports the decision of the council",
    ],
  ])("reads %s", (text, expected) => {
    expect(board(text)).toContain(expected);
  });

  it.each([
    "Mayor Tobin Askerow asked who was alive.",
    "“I was out when he shouted, in case the line was bad,” Mayor Tobin Askerow said.",
    "No country rejected the treaty.",
    "Mayor Tobin Askerow failed to restore the bridge.",
    "Mayor Tobin Askerow sought a loan and pushed the cart into the yard.",
    "Mayor Tobin Askerow lectured on the history of the port.",
    "“We will look at the rule of thumb,” Mayor Tobin Askerow said.",
  ])("finds no stance in %s", (text) => {
    expect(board(text)).toEqual([]);
  });

  it("gives no stance for what only happened", () => {
    expect(board("Mayor Tobin Askerow said that two sailors were killed in the storm.")).toEqual([]);
  });
});
