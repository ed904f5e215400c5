import { describe, expect, it } from "vitest";
import { read } from "../index.ts";
import { findCaseOfTarget, type NamedCase } from "./find-case-of-target.ts";

const warrant: NamedCase = { kind: "arrest warrant", court: 3, applicant: 4 };
const appeal: NamedCase = { kind: "appeal", court: 5, applicant: 6 };

describe("findCaseOfTarget", () => {
  it.each<[string, number[], NamedCase[], number]>([
    ["the warrants", [], [warrant, appeal], 0],
    ["the appeal", [], [warrant, appeal], 1],
    ["the court’s decision", [5], [warrant, appeal], 1],
    ["the ruling", [], [warrant], 0],
    ["the ruling", [], [warrant, appeal], -1],
    ["the warrant", [], [warrant, warrant], -1],
    ["the harbour toll", [3], [warrant], -1],
  ])("%s of %j", (text, entities, cases, expected) => {
    expect(findCaseOfTarget(text, entities, cases)).toBe(expected);
  });

  it("links a stance to the case of its report", () => {
    const text =
      "The High Court of Varmia issued an arrest warrant for Admiral Osk Tellarin on Monday. " +
      "Foreign Minister Ilse Varnholt welcomed the warrant.";
    const { stances, cases } = read({ text }, { form: "plain" });
    expect(stances.find(({ target }) => target.text === "the warrant")?.target.case).toBe(cases[0].id);
  });
});
