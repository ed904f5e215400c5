import { describe, expect, it } from "vitest";
import { NO_HEADER } from "../find-report-header.ts";
import { nameEntity } from "../name-entity.ts";
import { runComponents } from "../pipeline.ts";
import type { EventfulDocument } from "./draft-events.ts";

/** Events of every score by the verb dictionary and moves of law, as "status class actor > recipient". */
function readEvents(text: string): string[] {
  const document: EventfulDocument = runComponents(
    { text, header: NO_HEADER, form: "plain" },
    "tokenise",
    "draftEvents",
  );
  const name = (entity: number): string =>
    entity < 0 ? "nobody" : nameEntity(document, document.resolvedEntities[entity]);
  return document.eventDrafts.map(
    (draft) => `${draft.status} ${draft.class} ${name(draft.actor)} > ${name(draft.recipient)}`,
  );
}

describe("draftEvents", () => {
  it.each([
    ["attacked the Dawn Front on Monday", "asserted ASSAULT"],
    ["imposed sanctions on the Dawn Front", "asserted SANCTION"],
    ["will impose tariffs on the Dawn Front", "planned SANCTION"],
    ["accused the Dawn Front of fraud", "asserted ACCUSE"],
  ])("tells who %s", (deed, told) => {
    expect(readEvents(`The Northern Union ${deed}.`)).toEqual([`${told} Northern Union > Dawn Front`]);
  });

  it("takes the agent of a passive for the actor", () => {
    const events = readEvents("Lena Marsk was arrested by the Northern Union on Monday.");
    expect(events).toEqual(["asserted COERCE Northern Union > Lena Marsk"]);
  });

  it("takes two people who meet for both sides", () => {
    const events = readEvents("President Tomas Berg met Chancellor Lena Marsk on Monday.");
    expect(events).toEqual(["asserted CONSULT Tomas Berg > Lena Marsk"]);
  });

  it("tells what did not happen as denied", () => {
    expect(readEvents("The Northern Union did not attack Estaria.")).toEqual([
      "denied ASSAULT Northern Union > Estaria",
    ]);
    const denied = readEvents("Tomas Berg denied that the Northern Union attacked the Dawn Front.");
    expect(denied).toEqual(["denied ASSAULT Northern Union > Dawn Front"]);
  });

  it.each([
    ["Tomas Berg is facing a persecution by the Northern Union.", "COERCE Northern Union > Tomas Berg"],
    ["The Northern Union's war on the Dawn Front has killed forty people.", "ASSAULT Northern Union > Dawn Front"],
    ["The Northern Union suspended aid when the Dawn Front took power.", "SANCTION Northern Union > Dawn Front"],
  ])("finds both sides by the shape of the sentence: %s", (text, told) => {
    expect(readEvents(text)).toEqual([`asserted ${told}`]);
  });

  it("takes aid without a recipient for aid to the state told of most", () => {
    const text =
      "France was flooded. The mayors of France asked for tents. Norway and Spain sent medical supplies to hospitals.";
    expect(readEvents(text).filter((event) => event.includes(" AID "))).toEqual([
      "asserted AID Norway > France",
      "asserted AID Spain > France",
    ]);
  });

  it.each([
    "Tomas Berg sent medical supplies to hospitals.",
    "Norway and Spain will send medical supplies to hospitals.",
    "The aid was approved by Norway.",
  ])("takes no plan, person or noun for aid to the state told of most: %s", (text) => {
    const told = readEvents(`France was flooded. The mayors of France asked for tents. ${text}`);
    expect(told.filter((event) => event.endsWith("> France") && event.includes(" AID "))).toEqual([]);
  });

  it.each([
    // A verb with a sense of its own makes nobody the doer of the noun behind it.
    ["Tomas Berg called the attack on Estaria a crime.", "ASSAULT"],
    // What is yielded or cleared by a noun alone is no event.
    ["Norland discussed a clearance for Estaria.", "RETREAT"],
    // Without a doer only moves of law, told of once.
    ["Tomas Berg's campaign in Estaria was long.", "REQUEST"],
    ["Reports list people convicted of theft.", "COERCE"],
    // A move of law is done to its object.
    ["Norland was not charging for the Northern Union.", "ACCUSE"],
    ["The Northern Union charged Lena Marsk for the drugs.", "ACCUSE"],
    ["The Northern Union attacked Lena Marsk.", "ASSAULT"],
    ["The Northern Union engages with Estaria.", "ASSAULT"],
    ["Lena Marsk asked Tomas Berg about the fire.", "REQUEST"],
    ["Tomas Berg will need the Northern Union.", "REQUEST"],
    ["Tomas Berg suggested a Northern Union.", "REQUEST"],
  ])("finds no such event in %j: %s", (text, cls) => {
    expect(readEvents(text).filter((event) => event.includes(cls))).toEqual([]);
  });

  it("takes whose thing it is for the recipient, before what it is about", () => {
    expect(readEvents("Lena Marsk criticized Tomas Berg's handling of Estaria.")).toEqual([
      "asserted ACCUSE Lena Marsk > Tomas Berg",
    ]);
  });

  it.each([
    // Only thought of, a chance or an effort, an intent denied, a gerund that nobody tells as done.
    ["Any attack on Estaria by Norland would fail.", "ASSAULT"],
    ["Lena Marsk turned down the chance to meet with Tomas Berg.", "CONSULT"],
    ["The Northern Union will not impose sanctions on Estaria.", "SANCTION"],
    ["Tomas Berg endorsed arresting Lena Marsk.", "COERCE"],
    ["Lena Marsk was convicted of killing two policemen.", "ASSAULT"],
    // Questions, and what is only asked for.
    ["Lena Marsk asked Tomas Berg if the bridge was safe.", "REQUEST"],
    ["Tomas Berg proposed reducing Norwegian fishing fleets.", "REQUEST"],
    // A mere modifier, a preposition of another class, and what stands before the verb.
    ["Lena Marsk condemned the bombing of Norway.", "ACCUSE"],
    ["Tomas Berg condemned violence on both sides.", "ACCUSE"],
    ["Tomas Berg's support in parliament fell.", "SUPPORT"],
    // Words, dismissals and figures of speech.
    ["Tomas Berg attacked the Northern Union in a speech.", "ASSAULT"],
    ["The Northern Union fired the police chief.", "ASSAULT"],
    ["The Northern Union warned Estaria of rain.", "THREATEN"],
    ["Lena Marsk led police on a chase.", "MOBILIZE"],
    ["Tomas Berg gave the voters relief.", "AID"],
    // A kind of people, told of once.
    ["The law helps prisoners who were convicted of theft.", "COERCE"],
    // A verb that only describes.
    ["The case went to the army prosecuting authority.", "ACCUSE"],
  ])("tells no deed in %j: %s", (text, cls) => {
    expect(readEvents(text).filter((event) => event.includes(cls))).toEqual([]);
  });

  it.each([
    ["Lena Marsk accused Tomas Berg of war crimes.", "asserted ACCUSE Lena Marsk > Tomas Berg"],
    ["Accused of theft by Lena Marsk, Tomas Berg resigned.", "asserted ACCUSE Lena Marsk > Tomas Berg"],
    ["Tomas Berg rejected a Norwegian offer.", "asserted REJECT Tomas Berg > Norway"],
    ["The Northern Union eased its sanctions on Norway.", "asserted RETREAT Northern Union > Norway"],
    ["The Northern Union announced the easing of sanctions on Norway.", "asserted RETREAT Northern Union > Norway"],
  ])("tells in %j: %s", (text, told) => {
    expect(readEvents(text)).toContain(told);
  });

  it("takes no match for a war", () => {
    expect(readEvents("The striker scored twice as the home side won the cup final by three goals.")).toEqual([]);
  });
});
