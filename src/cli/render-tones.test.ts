import { expect, it } from "vitest";
import { makeReading } from "../../tests/hand-made-reading.ts";
import type { Reading } from "../reading/index.ts";
import { renderTones } from "./render-tones.ts";
import { getStyle } from "./style.ts";

const style = getStyle({ isTerminal: false, write: async () => {} }, {});

function readTones(): Reading {
  const reading = makeReading({ text: "Jon Berg and Ann Dahl." }, [
    { name: "Jon Berg", kind: "person" },
    { name: "Ann Dahl", kind: "person" },
  ]);
  const one = { start: 0, end: 8 };
  const add = (of: string, by: string | null, tone: "positive" | "negative", sentences: number): void => {
    const evidence = Array.from({ length: sentences }, () => one);
    reading.tones.push({ id: `t${reading.tones.length + 1}`, of, by, tone, evidence, score: 0.7 });
  };
  add("e1", null, "negative", 3);
  add("e1", null, "positive", 1);
  add("e1", "e2", "positive", 1);
  add("e2", null, "positive", 1);
  return reading;
}

it("shows each voice with the tone of clearly more of its sentences, and counts the rest", () => {
  expect(renderTones({ reading: readTones(), width: 100, all: false, style }).slice(2)).toEqual([
    "  Jon Berg: badly by the report (3 sentences); well by Ann Dahl",
    "  ? 2 less clear: --all shows them",
  ]);
});

it("shows every tone where all is asked for", () => {
  expect(renderTones({ reading: readTones(), width: 100, all: true, style }).slice(2)).toEqual([
    "  Jon Berg: badly by the report (3 sentences); well by the report; well by Ann Dahl",
    "  Ann Dahl: well by the report",
  ]);
});
