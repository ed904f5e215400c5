import { describe, expect, it } from "vitest";
import { cutPassage } from "./passage.ts";

const text = `${"Before it all. ".repeat(60)}The toll is too high, she said. ${"And after it. ".repeat(60)}`;

function find(words: string): { start: number; end: number } {
  return { start: text.indexOf(words), end: text.indexOf(words) + words.length };
}

describe("a passage", () => {
  const pieces = cutPassage(text, [find("she said"), find("The toll is too high")]);

  it("keeps the evidence apart, in the order of the text", () => {
    const evidence = pieces.filter(({ isEvidence }) => isEvidence).map((piece) => piece.text);
    expect(evidence).toEqual(["The toll is too high", "she said"]);
  });

  it("is cut at words, with a mark where words are left out", () => {
    const whole = pieces.map((piece) => piece.text).join("");
    expect(whole).toMatch(/^… \w.*\S …$/);
    expect(text).toContain(` ${whole.slice(2, -2)} `);
  });

  it("takes a short report whole, and shows the words of overlapping spans once", () => {
    const overlapping = [
      { start: 0, end: 7 },
      { start: 4, end: 13 },
    ];
    expect(cutPassage("one two three", overlapping).map((piece) => piece.text)).toEqual(["one two", " three"]);
    expect(cutPassage("one two", [])).toEqual([]);
  });
});
