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
    ["a task", "The firm Brintex has set up a team charged with reviewing its products.", []],
    ["a wish", "Lawmakers suggested that Anton Brule be charged with fraud.", []],
  ])("reads %s", (_, text, cases) => {
    expect(readCases(text)).toEqual(cases);
  });
});
