import { describe, expect, it } from "vitest";
import { fromLabels, fromTags, repairGmbTags, retokenise, toLabels } from "./names-labels.ts";

const words = (text: string): string[] => text.split(" ");

function list(text: string, tags: string): string[] {
  const tokens = words(text);
  return fromTags(tokens, words(tags)).map(({ start, end, kind }) => `${kind}: ${tokens.slice(start, end).join(" ")}`);
}

describe("labels of the sets", () => {
  it.each([
    ["President Anna Berg left", "B-per I-per I-per O", ["person: Anna Berg"]],
    ["Mr. Berg left", "B-per O O", []],
    ["the French plan", "O B-MISC O", ["state: French"]],
    ["Kenya agreed", "B-org O", ["state: Kenya"]],
    ["on Monday", "O B-tim", []],
    ["the Norring Party", "O B-politicalparty I-politicalparty", ["organisation: Norring Party"]],
  ])("become our kinds in %j", (text, tags, names) => {
    expect(list(text, tags)).toEqual(names);
  });

  it("are repaired where a person after a title was taken for an organisation or for nothing", () => {
    expect(repairGmbTags(words("General Tomas Norring spoke"), words("B-org I-org I-org O"))[1]).toBe("B-per");
    expect(repairGmbTags(words("Senator Berg spoke"), words("B-per B-org O"))).toEqual(["B-per", "B-per", "O"]);
    expect(repairGmbTags(words("the Norring Bank"), words("O B-org I-org"))).toEqual(["O", "B-org", "I-org"]);
  });

  it("follow the words when these are cut as the product cuts them", () => {
    const sentence = retokenise({ words: ["The", "U.S.-led", "force"], names: [{ start: 1, end: 2, kind: "other" }] });
    expect(sentence.words).toEqual(["The", "U.S.", "-", "led", "force"]);
    expect(sentence.names).toEqual([{ start: 1, end: 2, kind: "state" }]);
  });

  it("come back from the numbers that a model learns", () => {
    const names = [
      { start: 0, end: 2, kind: "person" as const },
      { start: 2, end: 3, kind: "person" as const },
      { start: 4, end: 5, kind: "state" as const },
    ];
    expect(fromLabels(toLabels([{ words: words("Anna Berg Tomas in Kenya"), names }]))).toEqual(names);
  });
});
