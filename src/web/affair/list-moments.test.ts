import { expect, it } from "vitest";
import type { StatementLine } from "../../record/index.ts";
import { groupByDay, listMoments } from "./list-moments.ts";

const line = (key: string, when: string | null, publishedAt: string | null) =>
  ({ key, when, report: { publishedAt } }) as StatementLine;

it("puts the newest day first, the undated last, and those of a day together", () => {
  const lines = [
    line("a", null, "2031-05-02T08:00:00Z"),
    line("b", null, null),
    line("c", "2031-05-03", "2031-05-09"),
    line("d", "2031-05-02", null),
  ];
  const days = groupByDay(listMoments([], lines, []));
  expect(days.map(([day, moments]) => [day, moments.map(({ of }) => of.line.key)])).toEqual([
    ["2031-05-03", ["c"]],
    ["2031-05-02", ["a", "d"]],
    [null, ["b"]],
  ]);
});
