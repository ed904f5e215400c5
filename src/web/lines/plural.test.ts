import { expect, it } from "vitest";
import type { EntityRef } from "../../record/index.ts";
import { agree, isPlural } from "./plural.ts";

type Kind = EntityRef["kind"];
it.each<[string, Kind, boolean]>([
  ["judges", "group", true],
  ["the harbour’s pilots", "group", true],
  ["Three wardens", "group", true],
  ["at least nine people", "group", true],
  ["all 37 member states", "organisation", true],
  ["Twenty-two women", "group", true],
  ["Judges of the Lake Tribunal", "organisation", true],
  ["Fishers", "group", true],
  ["police in Ostrel", "organisation", true],
  ["Velmarians", "state", true],
  ["family of the driver", "group", false],
  ["crowd", "group", false],
  ["United States", "state", false],
  ["United Nations", "organisation", false],
  ["Doctors Without Borders", "organisation", false],
  ["Reuters", "organisation", false],
  ["journalists’ union", "organisation", false],
  ["congress", "organisation", false],
  ["one of the judges", "person", false],
  ["Orla Jonas", "person", false],
  ["lower house of the two chambers", "organisation", false],
])("%s (%s) means several: %s", (name, kind, expected) => {
  expect(isPlural({ name, kind })).toBe(expected);
});

it.each([
  ["rejects the deal", "reject the deal"],
  ["denies", "deny"],
  ["accuses", "accuse"],
  ["is of two minds on", "are of two minds on"],
  ["is an ally of", "are allies of"],
  ["has signed", "have signed"],
])("“%s” goes with several as “%s”", (phrase, expected) => {
  expect(agree(phrase, { name: "judges", kind: "group" })).toBe(expected);
  expect(agree(phrase, { name: "Orla Jonas", kind: "person" })).toBe(phrase);
  expect(agree(phrase, null)).toBe(phrase);
});
