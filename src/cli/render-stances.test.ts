import { describe, expect, it } from "vitest";
import { findWords, makeReading } from "../../tests/hand-made-reading.ts";
import type { Reading } from "../reading/index.ts";
import { getDisplayWidth } from "./display-width.ts";
import { renderStances } from "./render-stances.ts";
import { getStyle } from "./style.ts";

type Stance = Reading["stances"][number];

const style = getStyle({ isTerminal: false, write: async () => {} }, {});
const text =
  "Ada Wren praised the weir. Orrin rejected the weir, and the Weir had no friend in the Assembly of the Lower Fens. " +
  "Ada Wren is wary of Orrin.";

function makeBoard(): Reading {
  const reading = makeReading({ text }, [
    { name: "Ada Wren" },
    { name: "Orrin", kind: "state" },
    { name: "Assembly of the Lower Fens", kind: "organisation" },
  ]);
  const add = (holder: string, stance: Stance["stance"], target: string, words: string, more: Partial<Stance> = {}) =>
    reading.stances.push({
      id: `t${reading.stances.length + 1}`,
      holder,
      target: { text: target, entity: null, case: null },
      stance,
      strength: 0.5,
      statement: null,
      event: null,
      evidence: [findWords(text, words)],
      score: 0.8,
      ...more,
    });
  add("e3", "opposes", "the Weir", "had no friend", { score: 0.4 });
  add("e1", "neutral", "the state", "is wary of Orrin", { target: { text: "the state", entity: "e2", case: null } });
  add("e1", "supports", "the weir", "praised the weir");
  add("e2", "opposes", "the weir", "rejected the weir", { score: 0.5 });
  return reading;
}

describe("renderStances", () => {
  it("gathers under each target who stands where, with the words that show it and a mark for the uncertain", () => {
    expect(renderStances({ reading: makeBoard(), width: 80, style, all: true })).toEqual([
      "",
      "Where they stand",
      "  the Weir",
      "    supports   Ada Wren  praised the weir",
      "    opposes  ? Assembly of the Lower Fens  had no friend",
      "               Orrin  rejected the weir",
      "  Orrin",
      "    neutral   Ada Wren  is wary of Orrin",
    ]);
  });

  it("only names who is rather unsure, below the others", () => {
    expect(renderStances({ reading: makeBoard(), width: 80, style, all: false }).slice(3, 6)).toEqual([
      "    supports   Ada Wren  praised the weir",
      "    opposes    Orrin  rejected the weir",
      "             ? Assembly of the Lower Fens",
    ]);
  });

  it("puts words that do not fit beside a name below it", () => {
    expect(renderStances({ reading: makeBoard(), width: 44, style, all: true }).slice(4, 8)).toEqual([
      "    opposes  ? Assembly of the Lower Fens",
      "                 had no friend",
      "               Orrin  rejected the weir",
      "  Orrin",
    ]);
  });

  it("closes the quotation that the words end in", () => {
    const quoted = "Ada Wren called the weir “a wall of mud”.";
    const reading = makeReading({ text: quoted }, [{ name: "Ada Wren" }]);
    const { target, ...stance } = makeBoard().stances[2];
    const evidence = [findWords(quoted, "“a wall of mud")];
    reading.stances.push({ ...stance, target: { ...target, text: "the weir" }, evidence });
    expect(renderStances({ reading, width: 80, style, all: true }).at(-1)).toBe(
      "    supports   Ada Wren  “a wall of mud”",
    );
  });

  it.each([60, 80, 120])("fits %i columns", (width) => {
    const reading = makeBoard();
    const all = [{ start: 0, end: text.length }];
    reading.stances = reading.stances.map((stance) => ({
      ...stance,
      evidence: all,
      target: { ...stance.target, text },
    }));
    const lines = renderStances({ reading, width, style, all: true });
    expect(lines.length).toBeGreaterThan(8);
    expect(Math.max(...lines.map(getDisplayWidth))).toBeLessThanOrEqual(width);
  });

  it("prints nothing where nobody takes a stand", () => {
    expect(renderStances({ reading: makeReading({ text }, []), width: 80, style, all: true })).toEqual([]);
  });
});
