import { describe, expect, it } from "vitest";
import { read } from "../read.ts";

/** Each case as "stage at court: who (of what), …". */
function readCases(text: string): string[] {
  const { entities, cases } = read({ text });
  const name = (id: string | null): string => entities.find((entity) => entity.id === id)?.name ?? "nobody";
  return cases.map(
    ({ stage, court, respondents }) =>
      `${stage} at ${name(court)}: ${respondents
        .map(({ person, allegations }) => `${name(person)} (${allegations.map((each) => each.name).join(", ")})`)
        .join(", ")}`,
  );
}

describe("findCases", () => {
  it.each([
    [
      "charges of all and of some",
      "The High Court of Merland has issued arrest warrants for Anton Brule and Piet Harrow. Mr Brule and Mr Harrow are accused of murder and torture. The charges against Mr Harrow also include bribery.",
      ["issued at High Court of Merland: Anton Brule (murder, torture), Piet Harrow (murder, torture, bribery)"],
    ],
    [
      "a preposition said again",
      "The High Court of Merland has issued an arrest warrant for Anton Brule. Mr Brule is accused of the war crime of starvation as a method of warfare and of the crimes against humanity of murder and persecution.",
      ["issued at High Court of Merland: Anton Brule (starvation, murder, persecution)"],
    ],
    [
      "a second warrant",
      "The High Court of Merland has issued an arrest warrant for Anton Brule. A second warrant names Clara Vess. Judges said both bore responsibility for the torture of prisoners.",
      ["issued at High Court of Merland: Anton Brule (torture of prisoners), Clara Vess (torture of prisoners)"],
    ],
    [
      "a list of names with ages",
      "Dan Orrin, 34, and Lee Fask, 29, were found guilty of murder and robbery on Monday.",
      ["ended at nobody: Dan Orrin (murder, robbery), Lee Fask (murder, robbery)"],
    ],
    [
      "a ban with its term",
      "The Sports Tribunal has banned sprinter Ola Brandt for two years for using a banned steroid.",
      ["issued at Sports Tribunal: Ola Brandt (using a banned steroid)"],
    ],
    [
      "a term that lies in a charge",
      "Coach Anton Brule was found guilty of bringing the game into disrepute at a hearing on Monday.",
      ["ended at nobody: Anton Brule (bringing the game into disrepute)"],
    ],
    [
      "charges denied, not guilty pleaded",
      "Anton Brule has denied charges of fraud and perjury. Clara Vess pleaded not guilty to bribery last week.",
      ["requested at nobody: Anton Brule (fraud, perjury)", "requested at nobody: Clara Vess (bribery)"],
    ],
    [
      "charges named by a noun",
      "Anton Brule faces three corruption charges in Merland.",
      ["requested at nobody: Anton Brule (corruption)"],
    ],
    [
      "what somebody did beside his plea",
      "Anton Brule pleaded guilty to making false statements and agreed to cooperate.",
      ["ended at nobody: Anton Brule (making false statements)"],
    ],
    [
      "a prison term",
      "Singer Anton Brule, whose tour was cancelled, has been jailed in Merland for insulting the police.",
      ["ended at nobody: Anton Brule (insulting the police)"],
    ],
    [
      "a description, then the name",
      "A former accountant at Brintex Inc was charged by a grand jury with stealing pensions. Anton Brule, 31, faces ten years in jail.",
      ["requested at nobody: Anton Brule (stealing pensions)"],
    ],
    [
      "the only man named before",
      "Anton Brule was held on Monday. The Merlandish immigrant was charged in a federal court on Tuesday with smuggling.",
      ["requested at nobody: Anton Brule (smuggling)"],
    ],
    [
      "what a court found",
      "The High Court of Merland ruled on Monday that Tesmark had repeatedly breached the treaty.",
      ["issued at High Court of Merland: Tesmark (breached the treaty)"],
    ],
    [
      "who is cleared by a panel",
      "Ola Brandt, the sprinter, was cleared on Thursday by the Sports Tribunal.",
      ["ended at Sports Tribunal: Ola Brandt ()"],
    ],
    [
      "people charged first and named later",
      "Three men were charged on Monday with running a fraud. The three indicted were named as Anton Brule, Piet Harrow and Clara Vess.",
      [
        "requested at nobody: Anton Brule (running a fraud), Piet Harrow (running a fraud), Clara Vess (running a fraud)",
      ],
    ],
    [
      "charges laid against somebody",
      "Prosecutors said charges of fraud and tax evasion were laid against Anton Brule.",
      ["requested at nobody: Anton Brule (fraud, tax evasion)"],
    ],
    [
      "other people than those named before",
      "Anton Brule was charged with espionage. Two other soldiers were charged with theft, and a third soldier, Piet Harrow, was charged with arson.",
      [
        "requested at nobody: Anton Brule (espionage)",
        "requested at nobody: Two other soldiers (theft)",
        "requested at nobody: Piet Harrow (arson)",
      ],
    ],
    [
      "a fine by a regulator that is named later",
      "Norway's financial regulator has fined Halden Bank 1.3bn crowns for failing to stop fraud. The Financial Conduct Authority also barred the bank from taking new clients.",
      ["issued at Financial Conduct Authority: Halden Bank (failing to stop fraud)"],
    ],
    [
      "people charged whom nobody names",
      "Prosecutors have charged two former managers with fraud. Both men deny the charge. Their trial is due to begin in Halden City Court in March.",
      ["requested at Halden City Court: two former managers (fraud)"],
    ],
    [
      "what judges found and what an applicant says of a plan",
      "The Supreme Administrative Court struck down a cap on payments on Tuesday. The five judges found unanimously that the farm ministry had exceeded its powers. The case was brought by the Grain League. It argued that the cap breached the principle of equal treatment.",
      [
        "issued at Supreme Administrative Court: farm ministry (exceeded its powers, breached the principle of equal treatment)",
      ],
    ],
    [
      "an impeachment",
      "The lower house of parliament voted on Tuesday to impeach President Ivan Corbel, sending him to a trial in the Senate. He is accused of bribery and abuse of office.",
      ["requested at Senate: Ivan Corbel (bribery, abuse of office)"],
    ],
    [
      "how an impeachment ends",
      "The Senate acquitted President Ivan Corbel on Tuesday. The House of Representatives had impeached him in May for abuse of power and obstruction.",
      ["ended at Senate: Ivan Corbel (abuse of power, obstruction)"],
    ],
    [
      "an advisory opinion",
      "The International Court of Justice said in an advisory opinion on Friday that states must cut emissions. The General Assembly had asked the court for the opinion in 2023.",
      ["issued at International Court of Justice: "],
    ],
    [
      "the counts of a verdict",
      "A United Nations-backed court on Thursday sentenced former General Dragan Maric to 40 years in prison. The Special Tribunal for Chad found him guilty on seven of nine counts, including murder and persecution. He was cleared of one count of hostage-taking.",
      ["ended at Special Tribunal for Chad: Dragan Maric (murder, persecution, hostage-taking)"],
    ],
    [
      "a witness who pleaded guilty to something of his own",
      "The Senate acquitted Vice President Lucia Ferro, who was impeached for bribery. The chief witness was Matteo Cruz, a former clerk of the port, who has pleaded guilty to taking kickbacks.",
      ["ended at Senate: Lucia Ferro (bribery)", "ended at nobody: Matteo Cruz (taking kickbacks)"],
    ],
    [
      "an appeal for money",
      "The United Nations has launched an appeal for 20 million dollars to rebuild the port.",
      [],
    ],
    [
      "whose request a court denies",
      "The Supreme Court of Merland on Monday denied the Tesmark Ministry of Justice's request to change its lawyers.",
      ["refused at Supreme Court of Merland: "],
    ],
    [
      "whose plan a court blocks",
      "The Supreme Court of Merland on Monday blocked Tesmark's ban on fishing.",
      ["issued at Supreme Court of Merland: Tesmark ()"],
    ],
    [
      "against whom a court rules",
      "The Supreme Court of Merland ruled against Clara Vess on Friday.",
      ["ended at Supreme Court of Merland: Clara Vess ()"],
    ],
    ["an appeal to the public", "Anton Brule appealed to the crowd outside the court.", []],
    ["a committee's task", "Mr Anton Brule has charged the Harbour Committee with exploring the accident.", []],
    [
      "a ban by its noun",
      "Sprinter Ola Brandt has received an eight-year ban for doping offences.",
      ["issued at nobody: Ola Brandt (doping)"],
    ],
    [
      "what came of a crime",
      "Anton Brule was sentenced to ten years in prison on Monday for a breach of secrecy, sparking a debate.",
      ["ended at nobody: Anton Brule (breach of secrecy)"],
    ],
    [
      "what somebody asks of a court",
      "The Harbour Association has asked the Supreme Court of Merland to overturn the ruling, its lawyer said.",
      ["appealed at Supreme Court of Merland: "],
    ],
    [
      "a suit without its object",
      "Brintex Association had sued over its records at the High Court of Merland.",
      ["requested at High Court of Merland: "],
    ],
    [
      "a trial that opens",
      "The trial of Anton Brule, former head of the bank, has opened in Merland. Mr Brule is accused of fraud.",
      ["requested at nobody: Anton Brule (fraud)"],
    ],
    [
      "an injunction gained",
      "Clara Vess has gained an injunction stopping Anton Brule from selling the house.",
      ["issued at nobody: Anton Brule ()"],
    ],
    [
      "an appeal lost",
      "Clara Vess has lost her appeal against the High Court of Merland's ruling.",
      ["refused at High Court of Merland: "],
    ],
    [
      "another clause behind the charges",
      "Anton Brule has been charged with fraud and tax evasion, and repeatedly denied bail.",
      ["requested at nobody: Anton Brule (fraud, tax evasion)"],
    ],
    [
      "a suit for a sum alone",
      "Anton Brule has been sued for $25 million by a singer.",
      ["requested at nobody: Anton Brule ()"],
    ],
    [
      "a day that is no charge",
      "Anton Brule was charged with fraud. Mr Brule pleaded not guilty on Monday.",
      ["requested at nobody: Anton Brule (fraud)"],
    ],
    [
      "an application to an office",
      "Brintex Association said it submitted a new drug application to the Health Office.",
      [],
    ],
    ["evidence that is clear", "There is clear evidence that Anton Brule fled the court.", []],
    ["claims that are denied", "Anton Brule has made claims of fraud, which are denied by the council.", []],
    ["a comment declined", "A bank spokesman declined comment on the charges against Anton Brule.", []],
    ["a task", "The firm Brintex has set up a team charged with reviewing its products.", []],
    ["a wish", "Lawmakers suggested that Anton Brule be charged with fraud.", []],
  ])("reads %s", (_, text, cases) => {
    expect(readCases(text)).toEqual(cases);
  });
});
