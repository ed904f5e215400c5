import { expect, it } from "vitest";
import type { EventLine, StatementLine } from "../../record/index.ts";
import {
  chooseOpenMonths,
  countActors,
  groupByDay,
  groupByMonth,
  groupByReport,
  groupByWords,
  listMoments,
} from "./list-moments.ts";

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

it("puts months and the entries of a report together, and opens as many months as one reads", () => {
  const said = (key: string, when: string | null, report: string) =>
    ({ key, when, report: { id: report, publishedAt: null } }) as unknown as StatementLine;
  const moments = listMoments(
    [],
    [said("a", "2031-05-03", "r1"), said("b", "2031-05-01", "r2"), said("c", "2031-05-01", "r1"), said("d", "2031", "r1"), said("e", null, "r1")],
    [],
  ); // biome-ignore format: a row
  const months = groupByMonth(moments);
  expect(months.map(([month, own]) => [month, own.map(({ of }) => of.line.key)])).toEqual([
    ["2031-05", ["a", "b", "c"]],
    ["2031", ["d"]],
    [null, ["e"]],
  ]);
  expect(groupByReport(months[0][1]).map(([report, own]) => [report, own.length])).toEqual([["r1", 2], ["r2", 1]]); // biome-ignore format: a row
  expect(chooseOpenMonths(months, 4)).toEqual(["2031-05", "2031"]);
  expect(chooseOpenMonths(months, 1)).toEqual(["2031-05"]);
});

it("counts whom the moments tell of, each once a moment", () => {
  const [orla, tor] = ["Orla", "Tor"].map((name) => ({ id: name, name, kind: "person" }) as const);
  const event = (actor: object | null, recipient: object | null) =>
    ({ key: "e", when: null, report: { id: "r", publishedAt: null }, actor, recipient }) as unknown as EventLine;
  const moments = listMoments([event(orla, tor), event(orla, orla), event(null, tor), event(orla, null)], [], []);
  expect(countActors(moments).map(({ actor, count }) => [actor.name, count])).toEqual([["Orla", 3], ["Tor", 2]]); // biome-ignore format: a row
});
