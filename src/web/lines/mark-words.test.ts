import { describe, expect, it } from "vitest";
import { markWords } from "./mark-words.ts";

const found = (text: string, query: string) =>
  markWords(text, query)
    .filter(({ isFound }) => isFound)
    .map((piece) => piece.text);

describe("words found", () => {
  it.each([
    ["They were arrested; the arrest was lawful.", "arrest", ["arrested", "arrest"]],
    ["A warrant and two warrants", "warrants", ["warrant", "warrants"]],
    ["The art of war", "arrest", []],
    ["Café Óvar", "cafe", ["Café"]],
    ["court but no case", "court -case", ["court"]],
    ["nothing asked", "", []],
  ])("of %s by %s", (text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  it("leaves the text whole", () => {
    const text = "  “Warrants, warrants!” he said…";
    expect(
      markWords(text, "warrant")
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });
});
