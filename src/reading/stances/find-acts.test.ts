import { describe, expect, it } from "vitest";
import { board } from "./board.ts";

describe("acts that take a side", () => {
  it.each([
    ["“Employers must pay a living wage,” Ada Lorne said.", "Ada Lorne supports a living wage"],
    ["“We need a public inquiry,” Mayor Tobin Askerow said.", "Tobin Askerow supports a public inquiry"],
    ["Mayor Tobin Askerow wants a referendum on the toll.", "Tobin Askerow supports a referendum on the toll"],
    ["Mayor Tobin Askerow wants the toll to be abolished.", "Tobin Askerow opposes the toll"],
    ["Mayor Tobin Askerow wants the toll abolished.", "Tobin Askerow opposes the toll"],
    ["Mayor Tobin Askerow wants to scrap the toll.", "Tobin Askerow opposes the toll"],
    ["Minister Ilse Varnholt has promised a public inquiry.", "Ilse Varnholt supports a public inquiry"],
    [
      "Mayor Tobin Askerow called on the council to stop paying the subsidy.",
      "Tobin Askerow opposes paying the subsidy",
    ],
    [
      "Mayor Tobin Askerow urged the council to keep funding the library.",
      "Tobin Askerow supports to keep funding the library",
    ],
    ["Mayor Tobin Askerow demanded to know why the minister had lied.", "Tobin Askerow opposes the minister"],
    [
      "Opposition leader Ada Lorne demanded to know when Prime Minister Ilse Varnholt learned of the leak.",
      "Ada Lorne opposes Prime Minister Ilse Varnholt",
    ],
    ["Mayor Tobin Askerow said the directors should be prosecuted.", "Tobin Askerow opposes the directors"],
    ["The union said it trusted the court.", "union supports the court"],
    ["Norland agreed to the ceasefire plan on Monday.", "Norland supports the ceasefire plan"],
    ["Ada Lorne said the court should have waited.", "Ada Lorne opposes the court"],
    ["Ada Lorne said the government should not have closed the port.", "Ada Lorne opposes the government"],
    ["Ada Lorne said she had full confidence in the minister.", "Ada Lorne supports the minister"],
    ["Ada Lorne said she had lost confidence in the minister.", "Ada Lorne opposes the minister"],
    ["The Green Party has no confidence in Minister Ilse Varnholt.", "Green Party opposes Minister Ilse Varnholt"],
    ["Residents felt sorry for Minister Ilse Varnholt.", "Residents supports Minister Ilse Varnholt"],
    ["Ada Lorne sympathised with the strikers.", "Ada Lorne supports the strikers"],
    [
      "Ada Lorne said she was “deeply alarmed” by the bombing of the port.",
      "Ada Lorne opposes the bombing of the port",
    ],
    ["The ministry was outraged by the raid.", "ministry opposes the raid"],
    ["Norland said it was appalled at the execution of the poet.", "Norland opposes the execution of the poet"],
    [
      "Mayor Tobin Askerow voiced dismay over the closure of the port.",
      "Tobin Askerow opposes the closure of the port",
    ],
    [
      "Justice Minister Ilse Varnholt rejected any suggestion that the trial was unfair.",
      "Ilse Varnholt supports the trial",
    ],
    ["Mayor Tobin Askerow denied that the toll was unfair.", "Tobin Askerow supports the toll"],
    ["Mayor Tobin Askerow rejected criticism of the toll.", "Tobin Askerow supports the toll"],
    ["Mayor Tobin Askerow defended the toll.", "Tobin Askerow supports the toll"],
    ["Mayor Tobin Askerow rejected calls to scrap the toll.", "Tobin Askerow supports the toll"],
    ["Mayor Tobin Askerow rejected calls for an inquiry.", "Tobin Askerow opposes an inquiry"],
    ["Three ministers resigned over the deal.", "Three ministers opposes the deal"],
    ["Minister Ilse Varnholt resigned in protest at the deal.", "Ilse Varnholt opposes the deal"],
    ["The Green Party walked out of the vote on the budget.", "Green Party opposes the vote on the budget"],
    ["The Green Party boycotted the election.", "Green Party opposes the election"],
    ["Norland recalled its ambassador over the raid.", "Norland opposes the raid"],
    ["The Harbour Union went on strike over the pay cut.", "Harbour Union opposes the pay cut"],
    ["Twelve states signed the treaty.", "Twelve states supports the treaty"],
    ["Norland signed the treaty on Monday.", "Norland supports the treaty"],
    ["Norland has refused to ratify the treaty.", "Norland opposes the treaty"],
    ["The Harbour Union filed a lawsuit to block the merger.", "Harbour Union opposes the merger"],
    ["Ada Lorne launched a petition to save the library.", "Ada Lorne supports the library"],
    ["Ada Lorne campaigned to save the library.", "Ada Lorne supports the library"],
    ["Norland blocked the resolution.", "Norland opposes the resolution"],
    ["Norland vetoed the resolution.", "Norland opposes the resolution"],
    ["Norland lobbied for the pipeline.", "Norland supports the pipeline"],
    ["Norland pushed for a ceasefire.", "Norland supports a ceasefire"],
    ["Families of the victims called the verdict a betrayal.", "Families of the victims opposes the verdict"],
    ["The governor vowed to fight the ruling.", "governor opposes the ruling"],
    ["The governor said he would not sign the bill.", "governor opposes the bill"],
    ["The governor said he would sign the bill.", "governor supports the bill"],
    ["Ada Lorne hopes the bill will pass.", "Ada Lorne supports the bill"],
    [
      "Mayor Tobin Askerow called for the directors to be prosecuted.",
      "Tobin Askerow supports the directors to be prosecuted",
    ],
  ])("reads %s", (text, expected) => {
    expect(board(text)).toContain(expected);
  });

  it.each([
    "Mayor Tobin Askerow wants to go home.",
    "Mayor Tobin Askerow wants to see the bill.",
    "Mayor Tobin Askerow walked out of the house.",
    "Mayor Tobin Askerow signed his name.",
    "Mayor Tobin Askerow agreed to an interview.",
    "Norland would agree to the plan.",
    "Mayor Tobin Askerow was saddened by the death of his aunt.",
    "Mayor Tobin Askerow stepped down from the ferry.",
    "“You need a coat,” Mayor Tobin Askerow said.",
  ])("finds no stance in %s", (text) => {
    expect(board(text)).toEqual([]);
  });

  it("takes whoever an agreement is signed with to be for it as well", () => {
    const found = board("Minister Ilse Varnholt signed the contract with Halden Energy on Monday.");
    expect(found).toEqual(["Ilse Varnholt supports the contract", "Halden Energy supports the contract"]);
  });
});
