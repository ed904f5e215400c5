import { expect, it } from "vitest";
import { closeQuotes, dropContained, dropRepeated } from "./tidy-words.ts";

it.each([
  ["the vote … called the vote a farce … the vote", "called the vote a farce"],
  ["left the hall … left the hall", "left the hall"],
  ["left … came back", "left … came back"],
  ["left", "left"],
])("shows no words twice: %s", (words, expected) => {
  expect(dropRepeated(words)).toBe(expected);
});

it("drops spans that lie in others", () => {
  const spans = [{ start: 4, end: 9 }, { start: 0, end: 9 }, { start: 12, end: 14 }, { start: 12, end: 14 }]; // biome-ignore format: a row
  expect(dropContained(spans)).toEqual([
    { start: 0, end: 9 },
    { start: 12, end: 14 },
  ]);
});

it.each([
  ["called it a “farce", "called it a “farce”"],
  ["farce” and left", "“farce” and left"],
  ['that figure "numerology.', 'that figure "numerology."'],
  ['Tides turn," was all', '"Tides turn," was all'],
  ["a “farce”", "a “farce”"],
  ["nothing quoted", "nothing quoted"],
  ['"one" "two" "three', '"one" "two" "three'],
])("closes marks of quotation: %s", (words, expected) => {
  expect(closeQuotes(words)).toBe(expected);
});
