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
  ])("reads %s", (text, expected) => {
    expect(board(text)).toContain(expected);
  });

  it("gives no stance for what only happened", () => {
    expect(board("Mayor Tobin Askerow said that two sailors were killed in the storm.")).toEqual([]);
  });
});
