import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, findNames, findQuotations, type Span } from "../../language/index.ts";
import { findAttributions } from "./find-attributions.ts";
import type { QuotedDocument } from "./token-layers.ts";

function analyseQuoted(text: string): QuotedDocument {
  const document = findNames(analyse(text));
  return { ...document, quotations: findQuotations(document) };
}

function read(text: string) {
  const words = (spans: readonly Span[]): string => spans.map(({ start, end }) => text.slice(start, end)).join(" ");
  return findAttributions(analyseQuoted(text)).map(({ source, cue, content }) => [
    words(source),
    words(cue),
    words(content),
  ]);
}

describe("findAttributions", () => {
  it.each([
    [
      "Opening.\n\nMinister Ada Quell said the harbour would close on Monday.",
      ["Minister Ada Quell", "said", "the harbour would close on Monday"],
    ],
    [
      "Opening.\n\n“The harbour will close on Monday,” said Ada Quell.",
      ["Ada Quell", "said", "“The harbour will close on Monday,”"],
    ],
    [
      "Opening.\n\nThe harbour will close on Monday, according to the ministry.",
      ["the ministry", "according to", "The harbour will close on Monday"],
    ],
    [
      "Opening.\n\n“The harbour will close,” Ms. Quell said. “We have no other choice.”",
      ["Ms. Quell", "said", "“The harbour will close,” “We have no other choice.”"],
    ],
    ["Opening.\n\nUnion leaders criticized the plan.", ["Union leaders", "criticized", "the plan"]],
  ])("reads %j", (text, expected) => {
    expect(read(text)).toContainEqual(expected);
  });

  it("finds nothing where nobody says anything", () => {
    expect(read("Rain.\n\nRain fell over the northern hills on Tuesday.")).toEqual([]);
    expect(read("")).toEqual([]);
  });

  it("points to the complementiser that opens a content", () => {
    const document = analyseQuoted("Talks.\n\nThe envoy said that the talks had failed.");
    const [{ complementiser, content }] = findAttributions(document);
    expect(document.tokens[complementiser]?.text).toBe("that");
    expect(content[0].start).toBe(document.tokens[complementiser].start);
  });

  it("gives valid, ordered, separate spans for any text, and the same twice", () => {
    const pieces = fc.constantFrom(
      "said",
      "“",
      "”",
      '"',
      "Ann",
      "the",
      "that",
      ",",
      ".",
      "\n\n",
      ":",
      "told",
      "it",
      "\ud800",
      "'",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces).map((list) => list.join(" ")),
        ),
        (text) => {
          const document = analyseQuoted(text);
          const found = findAttributions(document);
          for (const { source, cue, content, score } of found) {
            expect(content.length).toBeGreaterThan(0);
            expect(score >= 0 && score <= 1).toBe(true);
            for (const spans of [source, cue, content]) {
              let last = 0;
              for (const { start, end } of spans) {
                expect(start >= last && end > start && end <= text.length).toBe(true);
                last = end;
              }
            }
            const taken = [...source, ...cue, ...content].sort((a, b) => a.start - b.start);
            for (let i = 1; i < taken.length; i++) expect(taken[i].start).toBeGreaterThanOrEqual(taken[i - 1].end);
          }
          expect(findAttributions(document)).toEqual(found);
        },
      ),
      { numRuns: 200 },
    );
  });
});
