import { expect, it } from "vitest";
import type { FigureSeries } from "../../record/index.ts";
import { isCharted } from "./charted-figures.ts";

type Given = [source: string | null, ...values: number[]];

function series(of: FigureSeries["class"], ...givers: Given[]): FigureSeries {
  const toPoint = (value: number, index: number, values: number[], source: string | null) => ({
    line: { value },
    at: null,
    revises: source !== null && index > 0 ? values[index - 1] : null,
  });
  return {
    what: "people",
    class: of,
    where: null,
    givers: givers.map(([source, ...values]) => ({
      source: source === null ? null : { id: source, name: source, kind: "organisation" },
      points: values.map((value, index) => toPoint(value, index, values, source)),
    })),
    disagreements: [],
  } as unknown as FigureSeries;
}

it.each([
  ["tolls of several givers", series("killed", ["ministry", 4], [null, 9]), true],
  ["a toll that all agree on", series("killed", ["ministry", 4], [null, 4]), false],
  ["numbers of things that have the name alone in common", series("count", ["ministry", 4], [null, 9, 700]), false],
  ["a number that its giver changes", series("count", ["ministry", 4, 6]), true],
  ["one number", series("money", ["ministry", 4]), false],
] as const)("%s", (_, found, expected) => {
  expect(isCharted(found)).toBe(expected);
});
