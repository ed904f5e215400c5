import { describe, expect, it } from "vitest";
import { listCases } from "../../../tests/list-cases.ts";

const COURT = "High Court of Merland";

describe("acts made of a verb and what it gives, takes, begins or bears", () => {
  it.each([
    [
      "bail",
      `The ${COURT} has granted bail to Anton Brule, who is accused of bribery.`,
      [`nobody at ${COURT}, issued: Anton Brule (bribery)`],
    ],
    [
      "a penalty that somebody was handed",
      "Ola Brandt has been handed a two-year ban, the Rowing Integrity Panel announced on Friday.",
      ["nobody at Rowing Integrity Panel, issued: Ola Brandt ()"],
    ],
    [
      "a licence that was revoked",
      "The Broadcasting Authority revoked the licence of Radio Quell for repeated incitement to hatred.",
      ["nobody at Broadcasting Authority, issued: Radio Quell (repeated incitement to hatred)"],
    ],
    [
      "an immunity that was lifted",
      "The National Assembly voted on Thursday to lift the immunity of former minister Anton Brule.",
      ["nobody at National Assembly, issued: Anton Brule ()"],
    ],
    [
      "proceedings that a body opens",
      "The Competition Commission has launched formal proceedings against Brintex Inc, saying the company had abused its position.",
      ["nobody at Competition Commission, requested: Brintex Inc (abused its position)"],
    ],
    [
      "suits that somebody faces",
      `Brintex Corp is facing four lawsuits over the spill. The first was filed in the ${COURT} by Clara Vess.`,
      [`nobody at ${COURT}, requested: Brintex Corp ()`],
    ],
    [
      "a payment that a body orders",
      "Brintex Bank has been ordered to pay a penalty of 9 million by the Credit Conduct Authority for charging hidden fees.",
      ["nobody at Credit Conduct Authority, issued: Brintex Bank (charging hidden fees)"],
    ],
    [
      "a body without a name",
      `The ${COURT} ordered the electoral board to stop the count.`,
      [`nobody at ${COURT}, issued: electoral board ()`],
    ],
    ["no challenge of politics", "Anton Brule is facing a primary challenge from Clara Vess.", []],
    ["no ban of politics", "Anton Brule said getting a ban on rifles was one of his goals.", []],
    ["no power of any government", "The bill would let any government arrest people without trial.", []],
  ])("reads %s", (_, text, cases) => {
    expect(listCases(text)).toEqual(cases);
  });
});

describe("what a ruling says of whom", () => {
  it.each([
    [
      "who may be handed over, before the court is named",
      `Anton Brule can be extradited to Tesmark, the ${COURT} decided on Monday.`,
      [`Tesmark at ${COURT}, issued: Anton Brule ()`],
    ],
    [
      "who must pay whom",
      `Brintex Corp must pay Clara Vess 200,000 crowns in damages for defamation, the ${COURT} ruled on Thursday.`,
      [`Clara Vess at ${COURT}, issued: Brintex Corp (defamation)`],
    ],
    [
      "a wrong told before its court",
      `Brintex Corp broke privacy law when it scanned letters, the ${COURT} ruled on Wednesday.`,
      [`nobody at ${COURT}, issued: Brintex Corp (broke privacy law)`],
    ],
    [
      "a fault told by a noun",
      "Neglect by the operator Brintex Ferries contributed to the death of a sailor, a coroner ruled on Friday.",
      ["nobody at nobody, issued: Brintex Ferries (neglect)"],
    ],
    [
      "who is to be kept in custody",
      `The ${COURT} has ordered that Anton Brule be kept in detention on suspicion of espionage.`,
      [`nobody at ${COURT}, issued: Anton Brule (espionage)`],
    ],
    [
      "whose decision is challenged",
      `The ${COURT} has thrown out a challenge by Clara Vess to the government's approval of the dam.`,
      [`Clara Vess at ${COURT}, refused: government ()`],
    ],
    [
      "what a court tells a state",
      `The European Court of Rights has told Tesmark not to expel Anton Brule.`,
      ["nobody at European Court of Rights, issued: Tesmark ()"],
    ],
    [
      "who was found to have done wrong",
      "Brintex was found to have violated accounting rules.",
      ["nobody at nobody, issued: Brintex (violated accounting rules)"],
    ],
    [
      "nobody to whom something is due",
      `The ${COURT} ruled that Clara Vess should get a tenth of the profits.`,
      [`nobody at ${COURT}, ended: `],
    ],
  ])("reads %s", (_, text, cases) => {
    expect(listCases(text)).toEqual(cases);
  });
});

describe("what an applicant claims", () => {
  it.each([
    [
      "lawyers who speak for one",
      `Clara Vess sued Brintex Corp in the ${COURT}. Vess's lawyers claim that Brintex Corp acted in bad faith.`,
      [`Clara Vess at ${COURT}, requested: Brintex Corp (acted in bad faith)`],
    ],
    [
      "a claim told before the case",
      `Lawyers for Merland told the Court of Nations on Monday that Tesmark had violated the Sea Convention. Merland filed the case in May.`,
      ["Merland at Court of Nations, requested: Tesmark (violated the Sea Convention)"],
    ],
    [
      "papers",
      `In papers filed at the ${COURT}, the Ground Staff Union says the transport ministry exceeded its powers.`,
      [`Ground Staff Union at ${COURT}, requested: transport ministry (exceeded its powers)`],
    ],
    [
      "all of several suits",
      `Clara Vess sued Brintex Corp in the ${COURT}. Three more suits followed. All accuse the company of negligence.`,
      [`Clara Vess at ${COURT}, requested: Brintex Corp (negligence)`],
    ],
    [
      "not what the applicant suffered",
      `Clara Vess is suing Brintex Corp in the ${COURT}. The lawsuit said the star has endured injuries.`,
      [`Clara Vess at ${COURT}, requested: Brintex Corp ()`],
    ],
  ])("reads %s", (_, text, cases) => {
    expect(listCases(text)).toEqual(cases);
  });
});
