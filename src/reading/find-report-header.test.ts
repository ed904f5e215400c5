import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findReportHeader } from "./find-report-header.ts";

const nothing = { title: null, outlet: null, byline: null, publishedAt: null };

describe("findReportHeader", () => {
  it.each([
    ["a text without header", "The ferry sank. Nobody was hurt.", nothing, "The ferry"],
    [
      "headline, then outlet, date and byline",
      "Ferry sinks off Quell\nThe Quell Argus | 2031-02-03 | Ann Dahl\n\nThe ferry sank.",
      { title: "Ferry sinks off Quell", outlet: "The Quell Argus", byline: "Ann Dahl", publishedAt: "2031-02-03" },
      "The ferry",
    ],
    [
      "no byline",
      "Ferry sinks\nQuell Argus | 2031-02\n\nThe ferry sank.",
      { title: "Ferry sinks", outlet: "Quell Argus", byline: null, publishedAt: "2031-02" },
      "The ferry",
    ],
    [
      "lines of their own",
      "Ferry sinks\nBy Ann Dahl\nMay 3, 2031\n\nThe ferry sank.",
      { title: "Ferry sinks", outlet: null, byline: "Ann Dahl", publishedAt: "2031-05-03" },
      "The ferry",
    ],
    ["a dateline with agency", "QUELL, May 3 (XX) - The ferry sank.", nothing, "The ferry"],
    [
      "a dateline with year",
      "QUELL, 13 December 2031 - The ferry sank.",
      { ...nothing, publishedAt: "2031-12-13" },
      "The ferry",
    ],
    ["a dateline with state", "SANKT QUELL, Norland — The ferry sank.", nothing, "The ferry"],
    ["capitals that are no dateline", "NATO said so. The ferry sank.", nothing, "NATO said"],
    ["a first line that is a sentence", "The ferry sank.\n\nNobody was hurt.", nothing, "The ferry"],
    [
      "a vertical bar without date",
      "Ferry | harbour\n\nThe ferry sank.",
      { ...nothing, title: "Ferry | harbour" },
      "The ferry",
    ],
    ["empty text", "", nothing, ""],
  ])("reads %s", (_, text, expected, body) => {
    const { titleSpan, bodyStart, ...header } = findReportHeader(text);
    expect(header).toEqual(expected);
    expect(text.slice(bodyStart).startsWith(body)).toBe(true);
    expect(titleSpan === null ? null : text.slice(titleSpan.start, titleSpan.end)).toBe(header.title);
  });

  it("never leaves the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { bodyStart } = findReportHeader(text);
        expect(bodyStart).toBeGreaterThanOrEqual(0);
        expect(bodyStart).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
