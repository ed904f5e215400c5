import { expect, it } from "vitest";
import { analyse, type Name, type NameKind } from "../language/index.ts";
import { agreeNames } from "./agree-names.ts";

/** Names as "text/kind", after the layer of names was made to find just these. */
function agree(text: string, found: [name: string, kind: NameKind, occurrence?: number][]): string[] {
  const document = analyse(text);
  const names = found.map(([name, kind, occurrence = 0]): Name => {
    let start = -1;
    for (let i = 0; i <= occurrence; i++) start = text.indexOf(name, start + 1);
    const startToken = document.tokens.findIndex((token) => token.start === start);
    const endToken = document.tokens.findIndex((token) => token.end === start + name.length) + 1;
    return { start, end: start + name.length, startToken, endToken, kind };
  });
  names.sort((a, b) => a.start - b.start);
  return agreeNames({ ...document, names }).names.map(({ start, end, kind }) => `${text.slice(start, end)}/${kind}`);
}

it("finds a surname wherever the report has the full name", () => {
  const text = "Jon Marsh resigned. Marsh said so on Monday. MARSH: I am tired.";
  expect(agree(text, [["Jon Marsh", "person"]])).toEqual(["Jon Marsh/person", "Marsh/person", "MARSH/person"]);
});

it("leaves a word alone that the report uses in small letters, too", () => {
  const text = "Jon Marsh spoke of the old marsh. Marsh land is cheap.";
  expect(agree(text, [["Jon Marsh", "person"]])).toEqual(["Jon Marsh/person"]);
});

it("finds the whole of a full name again", () => {
  const text = "Will Hobb won the prize. It was Will Hobb again.";
  expect(agree(text, [["Will Hobb", "person"]])).toEqual(["Will Hobb/person", "Will Hobb/person"]);
});

it("takes a word for what it mostly is, and for a person where one bears it", () => {
  const text = "Oxmar fell. Oxmar rose. Then Oxmar closed. Mr Quill bought it. Quill was glad.";
  const found: [string, NameKind, number?][] = [
    ["Oxmar", "organisation"],
    ["Oxmar", "person", 1],
    ["Oxmar", "organisation", 2],
    ["Quill", "person"],
    ["Quill", "organisation", 1],
  ];
  expect(agree(text, found)).toEqual([
    "Oxmar/organisation",
    "Oxmar/organisation",
    "Oxmar/organisation",
    "Quill/person",
    "Quill/person",
  ]);
});

it("joins a name that was cut at its initial, and ends none with a small word", () => {
  const text = "Anna K. Berg Says No. She left.";
  expect(
    agree(text, [
      ["Anna K.", "person"],
      ["Berg", "organisation"],
    ]),
  ).toEqual(["Anna K. Berg/person"]);
  expect(agree("They Call Jon Berg As He Is.", [["Jon Berg As", "person"]])).toEqual(["Jon Berg/person"]);
});
