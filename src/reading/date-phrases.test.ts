import * as chrono from "chrono-node/en";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDatePhrases, findNeeds } from "./date-phrases.ts";

const REFERENCE = { instant: new Date("2024-11-18T12:00:00Z"), timezone: 0 };

/** Words of date phrases and between them. */
const WORDS = (
  "on in at from to the of this last next past after before within for about a an two 21 7th 2024 2024-05-21 5/21/2024 5/2024 10:30 " +
  "pm days week weeks month year hours ago earlier later out now today tonight tomorrow yesterday night morning noon Monday sat. " +
  "second twelfth weekend May march Sept. December first end day half couple few ship sailed , - + ( )"
).split(" ");

function describePhrases(phrases: readonly chrono.ParsedResult[]): unknown[] {
  return phrases.map(({ index, text, start, end }) => [index, text, start.date(), start.tags(), end?.date()]);
}

describe("findDatePhrases", () => {
  it("knows what each of chrono's patterns needs", () => {
    const parse = chrono.casual.clone();
    const unknown: string[] = [];
    parse.parsers = parse.parsers.map((parser) => ({
      pattern(context) {
        const pattern = parser.pattern(context);
        if (findNeeds(pattern) === undefined) unknown.push(pattern.source);
        return pattern;
      },
      extract: (context, match) => parser.extract(context, match),
    }));
    parse.parse("yesterday");
    expect(unknown).toEqual([]);
  });

  it("finds what chrono finds", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }), (words) => {
        const text = words.join(" ");
        expect(describePhrases(findDatePhrases(text, REFERENCE))).toEqual(
          describePhrases(chrono.parse(text, REFERENCE)),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
