import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNumbers, type NumberMention } from "./numbers.ts";
import { splitTokens } from "./split-tokens.ts";

function find(text: string): NumberMention[] {
  const { starts, ends, count } = splitTokens(text);
  const tokens = Array.from({ length: count }, (_, i) => {
    return { start: starts[i], end: ends[i], text: text.slice(starts[i], ends[i]) };
  });
  return findNumbers({ text, tokens, sentences: [] });
}

/** `words = value unit kind`, quantities without a kind. */
function show(text: string): string[] {
  return find(text).map(({ start, end, value, high, unit, kind, isYear, isVague }) =>
    [
      `${text.slice(start, end)} = ${value}${high === undefined ? "" : `..${high}`}`,
      ...(unit === undefined ? [] : [unit.kind === "percent" ? "%" : unit.code]),
      ...(kind === "quantity" ? [] : [isYear ? "year" : kind]),
      ...(isVague ? ["vague"] : []),
    ].join(" "),
  );
}

describe("findNumbers", () => {
  it.each<[string, string[]]>([
    ["Nobody spoke.", []],
    ["1,200 of 35,640 people", ["1,200 = 1200", "35,640 = 35640"]],
    ["1 , 200 people and 2 , 345 , 678 birds", ["1 , 200 = 1200", "2 , 345 , 678 = 2345678"]],
    ["a quake of 6 . 3 and 1 . 4 million homes", ["6 . 3 = 6.3", "1 . 4 million = 1400000"]],
    ["In 2019, 300 left. On May 5 , 300 came.", ["2019 = 2019 year", "300 = 300", "5 = 5 date", "300 = 300"]],
    ["1.2 million, 3.3 million", ["1.2 million = 1200000", "3.3 million = 3300000"]],
    ["$3.5bn, £3m, €20, US$5k", ["$3.5bn = 3500000000 USD", "£3m = 3000000 GBP", "€20 = 20 EUR", "US$5k = 5000 USD"]],
    [
      "21 billion euros, 3 million U.S. dollars",
      ["21 billion euros = 21000000000 EUR", "3 million U.S. dollars = 3000000 USD"],
    ],
    ["43%, 5 per cent, 90 percentage points", ["43% = 43 %", "5 per cent = 5 %", "90 percentage points = 90 %"]],
    ["twelve hundred", ["twelve hundred = 1200"]],
    ["twenty-three thousand and five", ["twenty-three thousand and five = 23005"]],
    ["a hundred and one, one hundred thousand", ["a hundred and one = 101", "one hundred thousand = 100000"]],
    ["five hundred and twelve thousand three hundred", ["five hundred and twelve thousand three hundred = 512300"]],
    ["three and a half million, half a million", ["three and a half million = 3500000", "half a million = 500000"]],
    ["a dozen, two dozen, dozens", ["a dozen = 12", "two dozen = 24", "dozens = 12 vague"]],
    [
      "hundreds of thousands, tens of thousands",
      ["hundreds of thousands = 100000 vague", "tens of thousands = 10000 vague"],
    ],
    ["40 to 50 people, 40-50 people, 40–50 people", ["40 to 50 = 40..50", "40-50 = 40..50", "40–50 = 40..50"]],
    ["between 40 and 50, but from 40 to 50", ["40 and 50 = 40..50", "40 = 40", "50 = 50"]],
    [
      "$3-4bn, two to three million",
      ["$3-4bn = 3000000000..4000000000 USD", "two to three million = 2000000..3000000"],
    ],
    ["10 to 15 per cent, 10% to 15%", ["10 to 15 per cent = 10..15 %", "10% to 15% = 10..15 %"]],
    ["from $40 to $50, fell by 10 to 40", ["$40 = 40 USD", "$50 = 50 USD", "10 = 10", "40 = 40"]],
    ["lost 3% to 1,628", ["3% = 3 %", "1,628 = 1628"]],
    ["20 pounds, 20 pounds of salt", ["20 pounds = 20 GBP", "20 = 20"]],
    ["by 5-4, won 3-2", ["5 = 5", "4 = 4", "3 = 3", "2 = 2"]],
    ["the third, the 21st, twenty-first", ["third = 3 ordinal", "21st = 21 ordinal", "twenty-first = 21 ordinal"]],
    ["No. 3, Article 5", ["3 = 3 label", "5 = 5 label"]],
    ["October 7, 2023, 7 October, since 1894", ["7 = 7 date", "2023 = 2023 year", "7 = 7 date", "1894 = 1894 year"]],
    ["2003-2007, 2000 people, from 2019 levels", ["2003-2007 = 2003..2007 year", "2000 = 2000", "2019 = 2019 year"]],
    ["10:30, 11am, 4/5/2021, 555-0199, F-16, COP28, the 1990s", []],
    ["two-thirds, 2½, 1/2", ["two-thirds = 0.6666666666666666", "2½ = 2.5", "1/2 = 0.5"]],
    ["no one, this one, one of them", ["one = 1"]],
    ["the 20-year war", ["20 = 20"]],
  ])("reads %j", (text, expected) => {
    expect(show(text)).toEqual(expected);
  });

  it("gives ordered spans of whole tokens and finite values, the same twice", () => {
    const part = fc.constantFrom(
      "1",
      "200",
      "1,000",
      "3.5",
      "7",
      ",",
      ".",
      "-",
      "to",
      "and",
      "a",
      "half",
      "hundred",
      "thousand",
      "million",
      "dozen",
      "dozens",
      "of",
      "twenty",
      "three",
      "third",
      "$",
      "%",
      "per",
      "cent",
      "May",
      "m",
      "½",
      "US$",
      "between",
      "\ud800",
      "999999999999999999999",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.boolean(), (parts, isSpaced) => {
        const text = parts.join(isSpaced ? " " : "");
        const numbers = find(text);
        let last = 0;
        for (const { start, end, startToken, endToken, value, low, high } of numbers) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(endToken).toBeGreaterThan(startToken);
          expect(Number.isFinite(value)).toBe(true);
          if (high !== undefined) expect(low! < high && low === value).toBe(true);
          last = end;
        }
        expect(find(text)).toEqual(numbers);
      }),
      { numRuns: 500 },
    );
  });

  it.each(["1 , ", "1,", "hundred ", "five hundred ", "and ", "1-", "to 1 ", "half a ", "twenty-"])(
    "takes a long line of %j in one go",
    (part) => {
      expect(find(part.repeat(40_000)).every(({ value }) => value >= 0)).toBe(true);
    },
  );
});
