import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeReportId } from "./report-id.ts";

describe("makeReportId", () => {
  it("stays the same from version to version", () => {
    expect(makeReportId("The ferry sank.")).toMatchInlineSnapshot(`"f74c97a45ba53f5113feb965f4e22555"`);
    expect(makeReportId("")).toMatchInlineSnapshot(`"a909e5dc912938aa0fe7d2dc77a51174"`);
  });

  it.each([
    ["line breaks", "The ferry\nsank. ", "The  ferry sank."],
    ["curly quotes", "“Now,” she said. It’s over.", '"Now," she said. It\'s over.'],
    ["composed letters", "Zoe\u0308", "Zo\u00eb"],
    ["compatibility forms", "\u201cNow\u201d\u00a0\u2014 a ﬁne\u2026", " 'Now'\n— a fine...".replaceAll("'", '"')],
    [
      "other characters beside the usual ones",
      "\t\u201eZo\u00eb\u201f \u2013 ‘\u00c5ben’\u00a0",
      "\"Zo\u00eb\" \u2013 'A\u030aben'",
    ],
  ])("does not depend on %s", (_, one, other) => {
    expect(makeReportId(one)).toBe(makeReportId(other));
  });

  it("is 32 hexadecimal digits, others for other words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (text, more) => {
        expect(makeReportId(text)).toMatch(/^[0-9a-f]{32}$/);
        if (more.trim() !== "") expect(makeReportId(`${text} ${more}x`)).not.toBe(makeReportId(text));
      }),
    );
  });
});
