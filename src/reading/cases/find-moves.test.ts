import { describe, expect, it } from "vitest";
import { listCases } from "../../../tests/list-cases.ts";

const COURT = "High Court of Merland";
const ABOVE = "Supreme Court of Merland";

describe("what courts do", () => {
  it.each([
    [
      "a suspension that is upheld",
      `The ${ABOVE} has upheld a six-month suspension of Anton Brule.`,
      [`nobody at ${ABOVE}, ended: Anton Brule ()`],
    ],
    [
      "a law that is struck down",
      "The Constitutional Court of Merland struck down a law that banned protests.",
      ["nobody at Constitutional Court of Merland, ended: "],
    ],
    [
      "a conviction that is overturned",
      "An appeals court in Merland has overturned the conviction of Anton Brule for bribery.",
      ["nobody at appeals court in Merland, ended: Anton Brule (bribery)"],
    ],
    [
      "who is found guilty, with him between",
      "A special tribunal found the former general Anton Brule guilty of torture and sentenced him to life in prison.",
      ["nobody at special tribunal, ended: Anton Brule (torture)"],
    ],
    [
      "who is found liable",
      "A jury found Anton Brule liable for fraud and defamation of Clara Vess.",
      ["nobody at nobody, ended: Anton Brule (fraud, defamation of Clara Vess)"],
    ],
    [
      "what an inquiry found",
      "A parliamentary inquiry found that Anton Brule misled the house.",
      ["nobody at parliamentary inquiry, issued: Anton Brule (misled the house)"],
    ],
    [
      "a fine of a body that is no court",
      "The Rowing Federation has suspended Ola Brandt for ten months for betting on races.",
      ["nobody at Rowing Federation, issued: Ola Brandt (betting on races)"],
    ],
    [
      "who is ordered to pay",
      `Anton Brule was ordered to pay 300 crowns by the ${COURT}.`,
      [`nobody at ${COURT}, issued: Anton Brule ()`],
    ],
    [
      "an arrest on a warrant",
      "Anton Brule was arrested in Arden on a warrant issued by the International Criminal Court.",
      ["nobody at International Criminal Court, executed: Anton Brule ()"],
    ],
    [
      "who is handed over",
      "Anton Brule was handed over to the International Criminal Court on Tuesday.",
      ["nobody at International Criminal Court, executed: Anton Brule ()"],
    ],
    [
      "an extradition allowed",
      `The ${COURT} ruled that Anton Brule can be extradited to Germany to face charges of espionage.`,
      [`Germany at ${COURT}, issued: Anton Brule (espionage)`],
    ],
    [
      "an extradition asked for",
      "Germany has asked France to extradite Anton Brule.",
      ["Germany at nobody, requested: Anton Brule ()"],
    ],
    [
      "an appeal that will be heard",
      `The ${ABOVE} agreed to hear Anton Brule's appeal against the ruling.`,
      [`Anton Brule at ${ABOVE}, appealed: `],
    ],
    ["a case that is not heard", `The ${ABOVE} declined to hear the case.`, [`nobody at ${ABOVE}, refused: `]],
    [
      "a bid that is turned away",
      `The ${ABOVE} on Monday turned away a bid by Clara Vess to see the papers.`,
      [`Clara Vess at ${ABOVE}, refused: `],
    ],
    [
      "the answer of the court that was asked",
      `The ${ABOVE} refused to stop the work. Clara Vess had asked the court to overturn the ruling.`,
      [`Clara Vess at ${ABOVE}, refused: `],
    ],
    [
      "a court order gained",
      "Anton Brule has received a court order requiring Clara Vess to stop selling boats.",
      ["Anton Brule at court, issued: Clara Vess ()"],
    ],
    ["what courts do at large", "Courts have blocked many laws of Merland.", []],
    ["a case of years ago", `The ${ABOVE} ruled in a case of 1974 that Anton Brule must show his tapes.`, []],
    ["a chance to appeal", "The board gave a chance to appeal to Anton Brule.", []],
    ["what is prevented", "The ministry prevented Anton Brule from enforcing the suit.", []],
  ])("reads %s", (_, text, cases) => {
    expect(listCases(text)).toEqual(cases);
  });
});

describe("who asks, of whom, before which court", () => {
  it.each([
    [
      "taken to court",
      `Clara Vess took Anton Brule to the ${COURT} over the house.`,
      [`Clara Vess at ${COURT}, requested: Anton Brule ()`],
    ],
    [
      "whom the applicant accuses",
      "Germany filed a case against France at the International Court of Justice, accusing it of breaching the water treaty.",
      ["Germany at International Court of Justice, requested: France (breaching the water treaty)"],
    ],
    [
      "who loses the suit that he brought",
      `Clara Vess sued Anton Brule over a fence. The ${ABOVE} ruled against Vess.`,
      [`Clara Vess at ${ABOVE}, ended: Anton Brule (fence)`],
    ],
    [
      "whose rights were violated",
      "The European Court of Human Rights ruled that France had violated the rights of Clara Vess.",
      ["Clara Vess at European Court of Human Rights, issued: France (violated the rights of Clara Vess)"],
    ],
    [
      "a step of the accused",
      "Anton Brule was charged with fraud. The court rejected a bid by Brule to keep his letters out of the trial.",
      ["nobody at nobody, requested: Anton Brule (fraud)"],
    ],
    [
      "a suit told again with its court",
      `The Association of Sailors filed a suit. The suit was filed with the ${COURT}.`,
      [`Association of Sailors at ${COURT}, requested: `],
    ],
    [
      "a court that is named behind its judge",
      `A federal judge ruled on Friday against Clara Vess. Judge Nadine Moss, of the ${COURT}, said the ban was sound.`,
      [`nobody at ${COURT}, ended: Clara Vess ()`],
    ],
    [
      "a court that may never have the case",
      `The case could end before the ${ABOVE}. Anton Brule was convicted of arson by a jury.`,
      ["nobody at nobody, ended: Anton Brule (arson)"],
    ],
    [
      "prosecutors who accuse",
      "Prosecutors accused Anton Brule and Clara Vess of taking bribes.",
      ["Prosecutors at nobody, requested: Anton Brule (taking bribes), Clara Vess (taking bribes)"],
    ],
    [
      "a commission that charges",
      "The Securities Commission has charged Anton Brule with misleading investors.",
      ["Securities Commission at nobody, requested: Anton Brule (misleading investors)"],
    ],
    ["what may become of somebody", "Anton Brule could end up accused of lying to a court.", []],
    ["whoever is responsible", "Those responsible for the fire will be tried, Anton Brule told the court.", []],
  ])("reads %s", (_, text, cases) => {
    expect(listCases(text)).toEqual(cases);
  });
});

describe("charges", () => {
  it.each([
    [
      "acts of a class",
      `The ${COURT} sentenced Anton Brule for war crimes, including the conscription of children.`,
      [`nobody at ${COURT}, ended: Anton Brule (conscription of children)`],
    ],
    [
      "one noun for two",
      "Anton Brule was indicted for several drug and firearm offences.",
      ["nobody at nobody, requested: Anton Brule (drug and firearm offences)"],
    ],
    [
      "a day before the list",
      "Anton Brule pleaded guilty on Monday to 12 counts of fraud and one of perjury.",
      ["nobody at nobody, ended: Anton Brule (fraud, perjury)"],
    ],
    [
      "two crimes before the noun",
      "Anton Brule faces steroid distribution and fraud charges.",
      ["nobody at nobody, requested: Anton Brule (steroid distribution, fraud)"],
    ],
    [
      "places between",
      "Anton Brule was charged with stealing boats in Berlin, Paris and London and failing to pay.",
      ["nobody at nobody, requested: Anton Brule (stealing boats, failing to pay)"],
    ],
    [
      "a crime behind a deed",
      "Anton Brule was convicted of making false statements to investigators and tax fraud.",
      ["nobody at nobody, ended: Anton Brule (making false statements to investigators, tax fraud)"],
    ],
    ["all charges", "The judges acquitted Anton Brule of all charges.", ["nobody at nobody, ended: Anton Brule ()"]],
    [
      "whose trial it is",
      "The trial of Anton Brule, accused of plotting to flee, opened on Monday.",
      ["nobody at nobody, requested: Anton Brule (plotting to flee)"],
    ],
    [
      "a preposition said again before a deed",
      "Anton Brule, the mayor, went on trial on Monday accused of taking bribes and of obstructing justice.",
      ["nobody at nobody, requested: Anton Brule (taking bribes, obstructing justice)"],
    ],
    [
      "what is admitted in court",
      "Dan Orrin, 23, and Lee Fask, 25, admitted conspiracy to murder in court on Thursday.",
      ["nobody at nobody, ended: Dan Orrin (conspiracy to murder), Lee Fask (conspiracy to murder)"],
    ],
    [
      "counted breaches",
      "Clara Vess was charged by prosecutors with 52 breaches of the betting rules.",
      ["prosecutors at nobody, requested: Clara Vess (breaches of the betting rules)"],
    ],
  ])("reads %s", (_, text, cases) => {
    expect(listCases(text)).toEqual(cases);
  });
});
