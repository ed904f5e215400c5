import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenise } from "../language/index.ts";
import { findDates } from "./find-dates.ts";
import { read } from "./read.ts";

/** A Monday. */
const PUBLISHED = "2024-11-18";

function findWordsAndDates(text: string, publishedAt: string | null = PUBLISHED): [string, string][] {
  return findDates(tokenise(text), publishedAt).map(({ start, end, date }) => [text.slice(start, end), date]);
}

describe("findDates", () => {
  it.each([
    ["She resigned on Monday.", "on Monday", "2024-11-18"],
    ["She resigned late on Sunday night.", "on Sunday night", "2024-11-17"],
    ["She resigned on Tuesday.", "on Tuesday", "2024-11-12"],
    ["The council will meet on Tuesday.", "on Tuesday", "2024-11-19"],
    ["The council is due to meet on Friday.", "on Friday", "2024-11-22"],
    ["The pact was signed in May.", "May", "2024-05"],
    ["The pact was signed in December.", "December", "2023-12"],
    ["The pact will lapse in March.", "March", "2025-03"],
    ["The raid of 7 October changed that.", "7 October", "2024-10-07"],
    ["The court ruled on May 3, 2023, that it could.", "May 3, 2023", "2023-05-03"],
    ["The war began in April 2023.", "April 2023", "2023-04"],
    ["The law dates from 1994.", "1994", "1994"],
    ["He left yesterday.", "yesterday", "2024-11-17"],
    ["Prices rose last month.", "last month", "2024-10"],
    ["Prices rose last week.", "last week", "2024-11"],
    ["The rules change next year.", "next year", "2025"],
  ])("reads %j: %j is %s", (text, words, date) => {
    expect(findWordsAndDates(text)).toEqual([[words, date]]);
  });

  it.each([
    "They may go.",
    "A week of rain and two months of drought.",
    "The march went on.",
    "Room 1994 was empty.",
    "She scored 2024 points.",
  ])("finds no date in %j", (text) => {
    expect(findWordsAndDates(text)).toEqual([]);
  });

  it("resolves nothing against a day that is not known", () => {
    const text = "On Monday, last month and in May it rained; on 3 May 2023 it did not.";
    expect(findWordsAndDates(text, null)).toEqual([["on 3 May 2023", "2023-05-03"]]);
    expect(findWordsAndDates(text, "2024-11")).toEqual([["on 3 May 2023", "2023-05-03"]]);
  });

  it("gives valid, ordered spans and dates on any text", () => {
    const words = fc.constantFrom(
      "on",
      "Monday",
      "May",
      "3",
      "2023",
      ",",
      "last",
      "week",
      "ago",
      "12/30",
      "the",
      "1999",
      "0000",
      ".",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: "binary" }))), (parts) => {
        const text = parts.join(" ");
        let end = 0;
        for (const mention of findDates(tokenise(text), PUBLISHED)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          expect(mention.date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
          end = mention.end;
        }
      }),
    );
  });
});

it("dates a statement by the words that report it, not by those it reports", () => {
  const text = "Mayor Orla Tamsin said on Friday that the bridge would open in May. “It was closed in 2019,” she said.";
  const { statements } = read({ text, publishedAt: PUBLISHED });
  expect(statements.map(({ when }) => when)).toEqual(["2024-11-15", null]);
});
