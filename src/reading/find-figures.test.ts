import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, tag, tokenise } from "../language/index.ts";
import { findFigures } from "./find-figures.ts";
import { read } from "./read.ts";

const findIn = (text: string) => findFigures(parse(tag(tokenise(text))));

describe("findFigures", () => {
  it.each([
    ["The flood has killed at least 35 people.", 35, "at least", "killed"],
    ["More than 1,200 villagers were injured in the storm.", 1200, "more than", "injured"],
    ["About 40 miners are still missing.", 40, "about", "missing"],
    ["Police detained up to 60 protesters.", 60, "at most", "detained"],
    ["Some 25,000 people have been displaced by the dam.", 25_000, "about", "displaced"],
    ["The gunmen took 12 teachers hostage.", 12, "exactly", "hostages"],
    ["The fund is worth nearly $3.5bn.", 3_500_000_000, "about", "money"],
    ["Turnout fell to 43 per cent.", 43, "exactly", "share"],
    ["The motion was defeated by 148 votes.", 148, "exactly", "votes"],
    ["The network has 61 offices.", 61, "exactly", "count"],
    ["No fewer than 17 ships were searched.", 17, "at least", "count"],
    ["The toll stood at 2,445 dead.", 2445, "exactly", "killed"],
  ])("reads %j as %s, %s, %s", (text, value, bound, cls) => {
    expect(findIn(text).map((figure) => [figure.value, figure.bound, figure.class])).toEqual([[value, bound, cls]]);
  });

  it("gives both ends of a range", () => {
    const figures = findIn("Between 40 and 50 people were killed.");
    expect(figures.map(({ value, bound }) => [value, bound])).toEqual([
      [40, "at least"],
      [50, "at most"],
    ]);
  });

  it.each([
    "The talks lasted three days.",
    "Orla Tamsin, 26, drives a lorry.",
    "She was born in 1984.",
    "A 45-year-old man spoke.",
    "Two of them left.",
    "Hundreds came.",
  ])("finds no figure in %j", (text) => {
    expect(findIn(text)).toEqual([]);
  });

  it("names who gives a figure, and where", () => {
    const reading = read({ text: "The interior ministry said at least 35 people had been killed in Port Aster." });
    const [figure] = reading.figures;
    const nameOf = (id: string | null) => reading.entities.find((entity) => entity.id === id)?.name;
    expect([nameOf(figure.source), nameOf(figure.where), figure.statement]).toEqual([
      "interior ministry",
      "Port Aster",
      "s1",
    ]);
  });

  it("gives valid spans on any text", () => {
    const words = fc.constantFrom(
      "at",
      "least",
      "40",
      "1,200",
      "%",
      "$",
      "people",
      "killed",
      "to",
      "-",
      "or",
      "more",
      ".",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: "binary" })), { maxLength: 20 }), (parts) => {
        const text = parts.join(" ");
        for (const { start, end, evidence, what } of findIn(text)) {
          expect(evidence.start).toBeLessThanOrEqual(start);
          expect(evidence.end).toBeGreaterThanOrEqual(end);
          expect(evidence.end).toBeLessThanOrEqual(text.length);
          expect(text).toContain(what);
        }
      }),
      { numRuns: 50 },
    );
  });
});
