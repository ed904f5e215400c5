import { expect, it } from "vitest";
import type { EventLine, StatementLine } from "../../record/index.ts";
import { groupByDay, groupByWords, listMoments } from "./list-moments.ts";

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

it("puts deeds that rest on the same words together, and keeps statements apart", () => {
  const evidence = [{ start: 4, end: 9 }];
  const report = { id: "r", publishedAt: "2031-05-02" };
  const event = (key: string, start = 4) =>
    ({ key, when: null, report, evidence: [{ start, end: 9 }] }) as unknown as EventLine;
  const said = (key: string) => ({ key, when: null, report, evidence }) as unknown as StatementLine;
  const moments = listMoments([event("e1"), event("e2"), event("e3", 5)], [said("s1"), said("s2")], []);
  expect(groupByWords(moments).map((group) => group.map(({ of }) => of.line.key))).toEqual([
    ["e1", "e2"], ["e3"], ["s1"], ["s2"],
  ]); // biome-ignore format: a row
});
