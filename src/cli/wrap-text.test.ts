import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getDisplayWidth } from "./display-width.ts";
import { wrapText } from "./wrap-text.ts";

describe("wrapText", () => {
  it.each<[string, number, string[]]>([
    ["", 10, [""]],
    ["  \n ", 10, [""]],
    ["one two three", 7, ["one two", "three"]],
    ["one\n\ttwo", 20, ["one two"]],
    ["incomprehensible", 6, ["incomp", "rehens", "ible"]],
    ["a incomprehensible b", 6, ["a", "incomp", "rehens", "ible b"]],
    ["no break here", 8, ["no break", "here"]],
    ["no\u00a0break", 4, ["no\u00a0b", "reak"]],
    ["記者会見で", 4, ["記者", "会見", "で"]],
    ["e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]],
  ])("%j in %i columns", (text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
  });

  it("never exceeds the width and loses nothing but white space", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrapText(text, width);
        for (const line of lines) expect(getDisplayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});

describe("getDisplayWidth", () => {
  it.each<[string, number]>([
    ["abc", 3],
    ["ü", 1],
    ["u\u0308", 1],
    ["東京", 4],
    ["한국", 4],
    ["🌧", 2],
    ["👩‍🚒", 2],
    ["—“”…", 4],
    ["\u200b", 0],
  ])("%s takes %i columns", (text, width) => {
    expect(getDisplayWidth(text)).toBe(width);
  });
});
