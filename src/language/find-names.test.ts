import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNames } from "./find-names.ts";
import { tokenise } from "./tokenise.ts";

function listNames(text: string): string[] {
  return findNames(tokenise(text)).names.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe("findNames", () => {
  it.each([
    [
      "President Maria Lindgren met Peter Novak in Hamburg.",
      ["person: Maria Lindgren", "person: Peter Novak", "place: Hamburg"],
    ],
    ["The French government rejected the plan, said Mr. Novak.", ["state: French", "person: Novak"]],
    ["france and germany signed the treaty in paris.", ["state: france", "state: germany", "place: paris"]],
    ["Officials from the United Nations arrived in Kenya on Monday.", ["organisation: United Nations", "state: Kenya"]],
    ["He said it would rain.", []],
    ["", []],
  ])("finds the names of %j", (text, names) => {
    expect(listNames(text)).toEqual(names);
  });

  it("gives ordered names inside the text that begin and end with tokens, twice alike", () => {
    const words = fc.constantFrom(
      "Anna",
      "Berg",
      "of",
      "the",
      "UN",
      "-",
      "al",
      "said",
      ".",
      "Paris",
      "’s",
      "1984",
      "\ud800",
      "émile",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words).map((list) => list.join(" ")),
    );
    fc.assert(
      fc.property(text, (report) => {
        const document = findNames(tokenise(report));
        let end = 0;
        for (const name of document.names) {
          expect(name.start).toBeGreaterThanOrEqual(end);
          expect(name.endToken).toBeGreaterThan(name.startToken);
          expect(document.tokens[name.startToken].start).toBe(name.start);
          expect(document.tokens[name.endToken - 1].end).toBe(name.end);
          end = name.end;
        }
        expect(findNames(tokenise(report)).names).toEqual(document.names);
      }),
    );
  });
});
