import { describe, expect, it } from "vitest";
import { NO_HEADER } from "../find-report-header.ts";
import { nameEntity } from "../name-entity.ts";
import { analyseReport } from "../pipeline.ts";

/** Every event as "class actor > recipient". */
function readEvents(text: string): string[] {
  const document = analyseReport(text, NO_HEADER);
  const name = (entity: number): string =>
    entity < 0 ? "nobody" : nameEntity(document, document.resolvedEntities[entity]);
  return document.eventDrafts.map((draft) => `${draft.class} ${name(draft.actor)} > ${name(draft.recipient)}`);
}

describe("findToldDeeds", () => {
  it.each([
    ["The Northern Union raised tariffs on Monday. Norway welcomed the step.", "SUPPORT Norway > Northern Union"],
    ["The Northern Union raised tariffs on Monday. Norway did not accept the move.", "REJECT Norway > Northern Union"],
    ['Norway imposed tariffs on Monday. Lena Marsk called the move "a tax on bread".', "ACCUSE Lena Marsk > Norway"],
    ["Norway accused Estonia of theft. Estonia denied the charge.", "REJECT Estonia > Norway"],
    ["Norway demanded that Estonia and Latvia withdraw their troops.", "REQUEST Norway > Latvia"],
    ["Norway recalled its ambassador from Tallinn after a quarrel with Estonia.", "SANCTION Norway > Estonia"],
    ["Norway congratulated Lena Marsk, as did Estonia.", "SUPPORT Estonia > Lena Marsk"],
    ["Norway and Estonia drafted the resolution.", "COOPERATE Norway > Estonia"],
    ["France filed a complaint against Norway at the Northern Union.", "REQUEST France > Northern Union"],
    ["Norway said it would leave the Northern Union.", "THREATEN Norway > Northern Union"],
    [
      "The Northern Union sanctioned twelve people. The list includes Lena Marsk.",
      "SANCTION Northern Union > Lena Marsk",
    ],
    ["Norway said on Monday that Estonia had shelled a village.", "ACCUSE Norway > Estonia"],
    ["Norway must pull back its troops, Lena Marsk of Estonia said.", "REQUEST Lena Marsk > Norway"],
    ["Norway must pay or face strikes, Lena Marsk said.", "THREATEN Lena Marsk > Norway"],
    ["Norway and Estonia accused each other of theft.", "ACCUSE Estonia > Norway"],
    ["The Northern Union offered to mediate. Norway accepted the initiative.", "AGREE Norway > Northern Union"],
    ["Norway summoned the Estonian ambassador.", "ACCUSE Norway > Estonia"],
    [
      "A court in Norway has sentenced the editor Lena Marsk to six years. She stood before the Second Criminal Court on Monday.",
      "COERCE Second Criminal Court > Lena Marsk",
    ],
    [
      "The Dawn Front stormed a village in Norway. Lena Marsk accused the rebels of murder.",
      "ACCUSE Lena Marsk > Dawn Front",
    ],
    ["Ms Marsk called for a review. Tomas Berg backed her.", "SUPPORT Tomas Berg > Marsk"],
    ["Lena Marsk has described him as a thief. Tomas Berg resigned.", "RETREAT Tomas Berg > nobody"],
    ["Tomas Berg stepped down on Monday.", "RETREAT Tomas Berg > nobody"],
    ["Norway demanded the return of the ship. Estonia rejected that demand.", "REJECT Estonia > Norway"],
    ["Fighting between the armies of Norway and Estonia has spread.", "ASSAULT Estonia > Norway"],
    ["Norway and Estonia signed a treaty on Monday.", "AGREE Norway > Estonia"],
    ["Lena Marsk alleged that the village had been shelled by Norway.", "ACCUSE Lena Marsk > Norway"],
    ["Norway did not support Lena Marsk.", "REJECT Norway > Lena Marsk"],
    ["Lena Marsk said sanctions would follow unless Norway withdrew.", "THREATEN Lena Marsk > Norway"],
    ["Police said six people were arrested near the bridge.", "COERCE Police > six people"],
    ["Norway issued an order. Estonia said the order was void.", "REJECT Estonia > Norway"],
    ["Tens of thousands of people marched through the city.", "PROTEST people > nobody"],
  ])("tells in %j: %s", (text, told) => {
    expect(readEvents(text)).toContain(told);
  });

  it.each([
    ["Reports list people convicted of theft.", "COERCE"],
    ["The Northern Union charged Lena Marsk for the drugs.", "ACCUSE"],
    ["Tomas Berg attacked the Northern Union in a speech.", "ASSAULT"],
    ["Lena Marsk condemned the bombing of Norway.", "ACCUSE Lena Marsk > Norway"],
    ["The Northern Union warned Estaria of rain.", "THREATEN"],
    ["Tomas Berg gave the voters relief.", "AID"],
    ["Lena Marsk told reporters that it rained.", "REQUEST"],
    ["Lena Marsk asked whether Norway had paid.", "REQUEST"],
    ["Norway declined to comment.", "REJECT"],
    ["Norway imposed tariffs. Legal experts said the tariffs were unjust.", "ACCUSE"],
    ["Norway should have left, Lena Marsk said.", "REQUEST"],
    ["Lena Marsk said that Norway would never attack Estonia.", "ACCUSE"],
    ["Norway raised tariffs. A diplomat who asked not to be named criticised the step.", "ACCUSE"],
    ["Lena Marsk opposes wind farms. Norway raised tariffs.", "REJECT"],
    ["Tomas Berg denied that the bridge had cracked.", "REJECT"],
    ["Lena Marsk warned that prices would rise.", "THREATEN"],
    ["Tomas Berg walked out of the house.", "PROTEST"],
    ["Tomas Berg held a rally in Oslo.", "PROTEST"],
    ["Lena Marsk called for a ban on smoking. Tomas Berg laughed.", "REQUEST Lena Marsk > Tomas"],
    ["The Northern Union sent its reporters to Norway.", "AID"],
    ["The Northern Union seized on the remark by Norway.", "COERCE"],
    ["Norway demonstrated that the engine works.", "PROTEST"],
    ["Nobody in Norway denies the charge.", "REJECT"],
    ["Most states rejected the plan of Norway.", "REJECT"],
    ["Lena Marsk said that people who lie had betrayed Norway.", "ACCUSE"],
  ])("tells no such deed in %j: %s", (text, cls) => {
    expect(readEvents(text).filter((event) => event.startsWith(cls))).toEqual([]);
  });
});
