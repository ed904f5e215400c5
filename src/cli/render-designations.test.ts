import { describe, expect, it } from "vitest";
import { makeReading } from "../../tests/hand-made-reading.ts";
import { getDisplayWidth } from "./display-width.ts";
import { renderDesignations } from "./render-designations.ts";
import { getStyle } from "./style.ts";

const style = getStyle({ isTerminal: false, write: async () => {} }, {});
const reading = makeReading({ text: "x" }, [
  { name: "Grey Hand", kind: "organisation" },
  { name: "Norland", kind: "state" },
  { name: "The United Principalities of the Upper and the Lower Fens", kind: "state" },
]);
const shown = { evidence: [{ start: 0, end: 1 }], score: 0.9 };
reading.designations.push(
  { of: "e1", as: "terrorist organisation", by: ["e2", "e3"], ...shown },
  { of: "e3", as: "safe country", by: [], ...shown, score: 0.2 },
);

describe("renderDesignations", () => {
  it("says who is called what, and by whom where that is known", () => {
    expect(renderDesignations({ reading, width: 100, style, all: true }).slice(0, 3)).toEqual([
      "",
      "Designations",
      "  Grey Hand: terrorist organisation, by Norland, The United Principalities of the Upper and the",
    ]);
    expect(renderDesignations({ reading, width: 120, style, all: true }).slice(3)).toEqual([
      " ?The United Principalities of the Upper and the Lower Fens: safe country",
    ]);
  });

  it.each([60, 80, 120])("fits %i columns", (width) => {
    expect(
      Math.max(...renderDesignations({ reading, width, style, all: true }).map(getDisplayWidth)),
    ).toBeLessThanOrEqual(width);
  });

  it("prints nothing where there are none", () => {
    expect(renderDesignations({ reading: makeReading({ text: "x" }, []), width: 80, style, all: true })).toEqual([]);
  });
});
