import { describe, expect, it } from "vitest";
import { read } from "../read.ts";

/** Designations as "holder = name (by whom)". */
function readDesignations(text: string): string[] {
  const { entities, designations } = read({ text });
  const name = (id: string): string => entities.find((entity) => entity.id === id)?.name ?? "nobody";
  return designations.map((each) => `${name(each.of)} = ${each.as} (${each.by.map(name).join(", ")})`);
}

const GROUP = "Dawn Front = terrorist organisation";

describe("findDesignations", () => {
  it.each([
    ["a participle with a list", "The Dawn Front, proscribed as a terrorist organisation by Norland, Estaria and other states, denied the charge.", `${GROUP} (Norland, Estaria)`],
    ["a passive without as", "The Dawn Front is designated a terrorist organisation by Norland and Estaria.", `${GROUP} (Norland, Estaria)`],
    ["a passive in a relative clause", "The Dawn Front, which has been designated a terrorist organisation by Norland, met envoys.", `${GROUP} (Norland)`],
    ["a name behind its giver", "The Dawn Front, banned by Norland as a terrorist organisation, held a rally.", `${GROUP} (Norland)`],
    ["a participle that opens the sentence", "Designated a terrorist organisation by Norland, the Dawn Front met envoys.", `${GROUP} (Norland)`],
    ["an active verb", "Norland has listed the Dawn Front as a terrorist organisation.", `${GROUP} (Norland)`],
    ["a relative clause with a subject", "The Dawn Front, which Norland considers a terrorist organisation, denied the charge.", `${GROUP} (Norland)`],
    ["an appositive", "The Dawn Front, a designated terrorist organisation in Norland, denied the charge.", `${GROUP} (Norland)`],
    ["a compound", "The Norland-listed Dawn Front denied the charge.", "Dawn Front = listed (Norland)"],
    ["a clause about who gives it", "Norland, which designated the Dawn Front a terrorist organisation, met envoys.", `${GROUP} (Norland)`],
    ["an adverb between", "Norland, too, has listed the Dawn Front as a terrorist organisation.", `${GROUP} (Norland)`],
    ["lists", "The Dawn Front is on the terrorist lists of Norland and Estaria.", "Dawn Front = terrorist list (Norland, Estaria)"],
    ["a list with its keeper before", "The Dawn Front remains on Norland's sanctions list.", "Dawn Front = sanctions list (Norland)"],
    ["a quantifier before the verb", "The Dawn Front stormed the harbour. The group wants money. Norland and Estaria all list it as a terrorist organisation.", `${GROUP} (Norland, Estaria)`],
    ["dubbing", "The Dawn Front, dubbed a terrorist organisation by Norland, denied it.", `${GROUP} (Norland)`],
    ["a remark between dashes", "The Dawn Front — listed as a terrorist organisation by Norland — denied it.", `${GROUP} (Norland)`],
    ["others along with", "France and Chile, along with Norway, list the Dawn Front as a terrorist organisation.", `${GROUP} (France, Chile, Norway)`],
    ["where it is held", "The Dawn Front, deemed a terrorist organisation in France and Norway, denied it.", `${GROUP} (France, Norway)`],
    ["being put on a list", "France added the Dawn Front to its sanctions list.", "Dawn Front = sanctions list (France)"],
    ["a ban that names nothing", "The Dawn Front was outlawed by Norland.", "Dawn Front = outlawed organisation (Norland)"],
    ["both behind by", "The Dawn Front is designated as a terrorist organisation by both Norland and Estaria.", `${GROUP} (Norland, Estaria)`],
    ["some of several", "Several states, including Norland and Canada, designate the Dawn Front as a terrorist organisation.", `${GROUP} (Norland, Canada)`],
    ["an ally", "Norland and its ally Estaria have designated the Dawn Front a terrorist organisation.", `${GROUP} (Norland, Estaria)`],
    ["a participle that the bare noun needs", "The Dawn Front, a proscribed group in Norland, held a rally.", "Dawn Front = proscribed group (Norland)"],
  ])("reads %s", (_, text, designation) => {
    expect(readDesignations(text)).toEqual([designation]);
  }); // biome-ignore format: one text a line

  it.each([
    ["a denial", "Norland has not listed the Dawn Front as a terrorist organisation."],
    ["a plan", "Norland may list the Dawn Front as a terrorist organisation."],
    ["an insult", "Lena Marsk called the Dawn Front a disgrace."],
    ["an exclusion", "The Dawn Front was banned by Norland from the tournament."],
    ["a shopping list", "The Dawn Front is on the list of guests of Norland."],
    ["a denial of both", "Neither Norland nor Estaria lists the Dawn Front as a terrorist organisation."],
    ["a win", "The Dawn Front was declared the winner by Norland."],
  ])("takes %s for none", (_, text) => {
    expect(readDesignations(text)).toEqual([]);
  });
});
