import { expect, it } from "vitest";
import type { FigureSeries } from "../../record/index.ts";
import { isCharted, listFigures } from "./charted-figures.ts";

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
  ["votes on two matters", series("votes", ["court", 9], ["tribunal", 11]), false],
  ["times that things take", { ...series("count", ["ministry", 3, 4]), what: "months" }, false],
  ["one number", series("money", ["ministry", 4]), false],
] as const)("%s", (_, found, expected) => {
  expect(isCharted(found)).toBe(expected);
});

it("lists figures by what they count, the newest first", () => {
  const point = (of: string, at: string | null) => ({ line: { class: of, key: `${of} ${at}` }, at, revises: null });
  const found = [
    {
      givers: [{ source: null, points: [point("money", "2031-01"), point("money", null), point("money", "2031-02")] }],
    },
    { givers: [{ source: null, points: [point("killed", "2031-01"), point("injured", "2031-03")] }] },
  ] as unknown as FigureSeries[];
  expect(listFigures(found).map(({ head, figures }) => [head, figures.map(({ line }) => line.key)])).toEqual([
    ["People killed, hurt, missing, held or displaced", ["injured 2031-03", "killed 2031-01"]],
    ["Money", ["money 2031-02", "money 2031-01", "money null"]],
  ]);
});
