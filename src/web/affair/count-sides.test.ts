import { expect, it } from "vitest";
import type { StanceBoard } from "../../record/index.ts";
import { countSides, listSides, withoutEmpty } from "./count-sides.ts";

type Row = StanceBoard["rows"][number];
const row = (id: string, ...stances: (string | null)[]) =>
  ({ holder: { id }, role: null, cells: stances.map((current) => current && { current }) }) as unknown as Row;
const rows = [
  row("a", "supports", null),
  row("b", "opposes", "mixed"),
  row("c", "supports", "mixed"),
  row("d", null, null),
];

it("puts everybody on the side they take on an issue, in their order", () => {
  const names = (column: number) =>
    [...listSides(rows, column)].map(([stance, own]) => [stance, own.map(({ holder }) => holder.id)]);
  expect(names(0)).toEqual([["supports", ["a", "c"]], ["opposes", ["b"]]]); // biome-ignore format: a row
  expect(names(1)).toEqual([["mixed", ["b", "c"]]]);
});

it("counts those of each side", () => {
  expect(countSides(rows, 0)).toEqual({ supports: 2, opposes: 1, mixed: 0, neutral: 0 });
});

it("leaves out issues on which nobody takes a side", () => {
  const issues = [{ id: "i1" }, { id: "i2" }] as unknown as StanceBoard["issues"];
  const kept = withoutEmpty({ issues, rows: [rows[0]] });
  expect(kept.issues.map(({ id }) => id)).toEqual(["i1"]);
  expect(kept.rows[0].cells).toHaveLength(1);
});
