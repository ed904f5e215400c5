import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCsvRow } from "./format-csv.ts";

/** Reads one row as RFC 4180 says. */
function parseRow(row: string): string[] {
  const cells: string[] = [];
  for (const match of row.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2]);
  }
  return cells;
}

describe("formatCsvRow", () => {
  it("quotes what needs it", () => {
    expect(formatCsvRow(["a", 1.5, null, "b,c", 'say "so"', "x\ny", " z"])).toBe(
      'a,1.5,,"b,c","say ""so""","x\ny"," z"\r\n',
    );
  });

  it("gives rows that read back as they were", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (cells) => {
        expect(parseRow(formatCsvRow(cells))).toEqual(cells);
      }),
    );
  });
});
