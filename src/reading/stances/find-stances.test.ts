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
    ["Mayor Tobin Askerow rejected most of the proposals.", "Tobin Askerow opposes the proposals"],
    [
      "Mayor Tobin Askerow promised to put all nine of the report’s proposals into law.",
      "Tobin Askerow supports the report’s proposals",
    ],
    ["Mayor Tobin Askerow has appealed the ruling.", "Tobin Askerow opposes the ruling"],
    ["Mayor Tobin Askerow appealed against the ruling.", "Tobin Askerow opposes the ruling"],
    ["The Harbour Union vowed to appeal the verdict.", "Harbour Union opposes the verdict"],
    ["The Harbour Union is suing the ministry over the toll.", "Harbour Union opposes the ministry"],
    ["Mayor Tobin Askerow called for the closure of the port.", "Tobin Askerow supports the closure of the port"],
    [
      "Mayor Tobin Askerow called for the resignation of Minister Ilse Varnholt.",
      "Tobin Askerow opposes Minister Ilse Varnholt",
    ],
    ["Mayor Tobin Askerow demanded an end to the blockade.", "Tobin Askerow opposes the blockade"],
    ["Mayor Tobin Askerow called for the toll to be scrapped.", "Tobin Askerow opposes the toll"],
    [
      "Mayor Tobin Askerow called for the ministry to release the minutes.",
      "Tobin Askerow supports the ministry to release the minutes",
    ],
    [
      "“It is time for the council to vote for the budget,” Mayor Tobin Askerow said.",
      "Tobin Askerow supports the budget",
    ],
    ["Twelve deputies voted against the bill.", "Twelve deputies opposes the bill"],
    ["Opposition parties rejected the plan.", "Opposition parties opposes the plan"],
    ["The unions welcomed the deal.", "unions supports the deal"],
    ["Two unions and the Green Party opposed the merger.", "Green Party opposes the merger"],
    ["The Green Party is opposed to the merger.", "Green Party opposes the merger"],
    ["Mayor Tobin Askerow remains opposed to the toll.", "Tobin Askerow opposes the toll"],
    ["Mayor Tobin Askerow came out against the toll.", "Tobin Askerow opposes the toll"],
    ["Mayor Tobin Askerow spoke out against the toll.", "Tobin Askerow opposes the toll"],
    ["Mayor Tobin Askerow came out in favour of the toll.", "Tobin Askerow supports the toll"],
    ["Mayor Tobin Askerow is in favour of the toll.", "Tobin Askerow supports the toll"],
    ["Mayor Tobin Askerow is critical of the toll.", "Tobin Askerow opposes the toll"],
    ["Mayor Tobin Askerow is unhappy with the deal.", "Tobin Askerow opposes the deal"],
    ["Mayor Tobin Askerow said she was disappointed with the deal.", "Tobin Askerow opposes the deal"],
    ["Mayor Tobin Askerow said he was pleased with the deal.", "Tobin Askerow supports the deal"],
    ["Mayor Tobin Askerow said he was proud of the deal.", "Tobin Askerow supports the deal"],
    ["“We will not accept the deal,” Mayor Tobin Askerow said.", "Tobin Askerow opposes the deal"],
    ["Mayor Tobin Askerow said he would not accept the deal.", "Tobin Askerow opposes the deal"],
    ["Mayor Tobin Askerow said he could not support the bill.", "Tobin Askerow opposes the bill"],
    ["Mayor Tobin Askerow ruled out a merger.", "Tobin Askerow opposes a merger"],
    ["Mayor Tobin Askerow said a ban would be a catastrophe for the port.", "Tobin Askerow opposes a ban"],
    ["Mayor Tobin Askerow argued the toll was unfair.", "Tobin Askerow opposes the toll"],
    ["Mayor Tobin Askerow slammed the toll as unfair.", "Tobin Askerow opposes the toll"],
    ["Mayor Tobin Askerow dismissed the report as nonsense.", "Tobin Askerow opposes the report"],
    ["Mayor Tobin Askerow hailed the ruling as a victory.", "Tobin Askerow supports the ruling"],
    ["Mayor Tobin Askerow warned against the toll.", "Tobin Askerow opposes the toll"],
    ["The Harbour Board accepted the findings in full.", "Harbour Board supports the findings"],
    ["Mayor Tobin Askerow signed a petition against the toll.", "Tobin Askerow opposes the toll"],
    ["Hundreds of residents protested against the toll.", "Hundreds of residents opposes the toll"],
    ["Residents marched against the toll.", "Residents opposes the toll"],
    ["Mayor Tobin Askerow gave his backing to the bill.", "Tobin Askerow supports the bill"],
    ["The bill is backed by Mayor Tobin Askerow.", "Tobin Askerow supports The bill"],
    ["Mayor Tobin Askerow stands behind the bill.", "Tobin Askerow supports the bill"],
    ["Mayor Tobin Askerow threw his weight behind the bill.", "Tobin Askerow supports the bill"],
    ["The City Hospital opposed the merger.", "City Hospital opposes the merger"],
    ["Mayor Tobin Askerow regretted the decision.", "Tobin Askerow opposes the decision"],
    ["Mayor Tobin Askerow challenged the decision in court.", "Tobin Askerow opposes the decision in court"],
    ["Mayor Tobin Askerow said the toll should be scrapped.", "Tobin Askerow opposes the toll"],
    ["Mayor Tobin Askerow said Minister Ilse Varnholt must resign.", "Tobin Askerow opposes Minister Ilse Varnholt"],
    ["Mayor Tobin Askerow said no ferry should be cancelled.", "Tobin Askerow supports ferry"],
    ["“It is time to scrap the toll,” Mayor Tobin Askerow said.", "Tobin Askerow opposes the toll"],
    ["The unions are opposed to the merger.", "unions opposes the merger"],
    ["Mayor Tobin Askerow is against the toll.", "Tobin Askerow opposes the toll"],
    ["“I am delighted with the deal,” Mayor Tobin Askerow said.", "Tobin Askerow supports the deal"],
    ["Mayor Tobin Askerow refused to sign the deal.", "Tobin Askerow opposes the deal"],
    [
      "Mayor Tobin Askerow said there was no place for the toll in a modern port.",
      "Tobin Askerow opposes the toll in a modern port",
    ],
    ["“There is no justification for this decision,” Mayor Tobin Askerow said.", "Tobin Askerow opposes this decision"],
    ["“The decision is the right one,” Mayor Tobin Askerow said.", "Tobin Askerow supports The decision"],
    ["“The bill is a step in the right direction,” Mayor Tobin Askerow said.", "Tobin Askerow supports The bill"],
    ["“This bill goes too far,” Mayor Tobin Askerow said.", "Tobin Askerow opposes This bill"],
    ["“This bill does not go far enough,” Mayor Tobin Askerow said.", "Tobin Askerow opposes This bill"],
    ["“The decision makes no sense,” Mayor Tobin Askerow said.", "Tobin Askerow opposes The decision"],
    ["“The minister was a liar,” Mayor Tobin Askerow said.", "Tobin Askerow opposes The minister"],
    ["“Minister Ilse Varnholt is a liar,” Mayor Tobin Askerow said.", "Tobin Askerow opposes Minister Ilse Varnholt"],
    ["“The ministry ignored the warnings,” Mayor Tobin Askerow said.", "Tobin Askerow opposes The ministry"],
    ["“The ministry failed the families,” Mayor Tobin Askerow said.", "Tobin Askerow opposes The ministry"],
    ["Mayor Tobin Askerow said the ministry had failed the families.", "Tobin Askerow opposes the ministry"],
    ["“Minister Ilse Varnholt lied to us,” Mayor Tobin Askerow said.", "Tobin Askerow opposes Minister Ilse Varnholt"],
    ["“Closing the port would be a disaster,” Mayor Tobin Askerow said.", "Tobin Askerow opposes Closing the port"],
    ["“It would be a mistake to close the port,” Mayor Tobin Askerow said.", "Tobin Askerow opposes to close the port"],
    ["Mayor Tobin Askerow insisted that the port’s methods were sound.", "Tobin Askerow supports the port’s methods"],
    [
      "The laboratory was closed. Its director, Prof. Lorn Ebbick, insisted that its methods were sound.",
      "Lorn Ebbick supports its methods",
    ],
    ["Mayor Tobin Askerow warned that the deal would ruin the port.", "Tobin Askerow opposes the deal"],
    ["Mayor Tobin Askerow expressed concern about the deal.", "Tobin Askerow opposes the deal"],
    ["While welcoming the deal, Mayor Tobin Askerow warned that it came too late.", "Tobin Askerow mixed the deal"],
    ["Although he welcomed the deal, Mayor Tobin Askerow said it was too weak.", "Tobin Askerow mixed the deal"],
    ["Mayor Tobin Askerow co-sponsored the bill.", "Tobin Askerow supports the bill"],
    ["The bill has the backing of Mayor Tobin Askerow.", "Tobin Askerow supports The bill"],
    ["“No toll should be raised,” Mayor Tobin Askerow said.", "Tobin Askerow opposes toll"],
    [
      "Mayor Tobin Askerow accused the harbour ministry of hiding the minutes.",
      "Tobin Askerow opposes the harbour ministry",
    ],
    ["The bill is the greatest threat to the port, Mayor Tobin Askerow said.", "Tobin Askerow opposes The bill"],
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
    "Mayor Tobin Askerow denied that the port was to blame.",
    "Mayor Tobin Askerow doubts that General Orm Skelde will ever be arrested.",
    "Mayor Tobin Askerow said he regretted any distress.",
    "“These results must rank as the worst in years,” Mayor Tobin Askerow said.",
    "Iran is not supporting the rebels, according to the ministry.",
    "Mayor Tobin Askerow is unlikely to support the bill.",
    "Should Mayor Tobin Askerow support the bill?",
    "Mayor Tobin Askerow can have confidence in the council.",
    "Pressed for details on the bill, Mayor Tobin Askerow laughed.",
    "Mayor Tobin Askerow declined the chance to comment on the bill.",
    "Few deputies rejected the bill.",
    "Mayor Tobin Askerow did not propose any changes to the law.",
    "“The bill is not a disaster,” Mayor Tobin Askerow said.",
    "“The question is, how long it takes,” Mayor Tobin Askerow said.",
    "“The council is under threat,” Mayor Tobin Askerow said.",
  ])("finds no stance in %s", (text) => {
    expect(board(text)).toEqual([]);
  });

  it("gives no stance for what only happened", () => {
    expect(board("Mayor Tobin Askerow said that two sailors were killed in the storm.")).toEqual([]);
  });
});
