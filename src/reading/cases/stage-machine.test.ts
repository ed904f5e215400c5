import { describe, expect, it } from "vitest";
import type { Stage } from "./case-draft.ts";
import { isLegalCourse, orderMoves } from "./stage-machine.ts";

const told = (stage: Stage, token: number, when: string | null = null, isEarlier = false, court = -1) => ({
  stage,
  token,
  when,
  isEarlier,
  court,
  evidence: { start: token, end: token + 1 },
});

describe("orderMoves", () => {
  it.each<[string, Parameters<typeof orderMoves>[0], Stage[]]>([
    ["puts the request that is told later first", [told("issued", 1), told("requested", 9)], ["requested", "issued"]],
    ["keeps one move a stage", [told("issued", 1), told("issued", 5)], ["issued"]],
    ["lets dates decide", [told("ended", 1, "2031-05"), told("appealed", 9, "2031-03")], ["appealed", "ended"]],
    [
      "an appeal told as earlier lies before the end",
      [told("ended", 1), told("appealed", 9, null, true)],
      ["appealed", "ended"],
    ],
    [
      "the court that was asked decides afterwards",
      [told("refused", 1, null, false, 3), told("appealed", 9, null, false, 3)],
      ["appealed", "refused"],
    ],
    [
      "what is told as earlier does not undo what is not",
      [told("ended", 1, null, true), told("issued", 9)],
      ["ended", "issued"],
    ],
    ["an appeal that is pending stands last", [told("ended", 1), told("appealed", 9)], ["ended", "appealed"]],
  ])("%s", (_, moves, expected) => {
    expect(orderMoves(moves).map(({ stage }) => stage)).toEqual(expected);
  });
});

describe("isLegalCourse", () => {
  it.each<[Stage[], boolean]>([
    [["requested", "issued", "executed", "ended", "appealed"], true],
    [["requested", "refused", "appealed", "issued"], true],
    [["withdrawn", "executed"], false],
    [["requested", "executed"], false],
  ])("%s: %s", (stages, expected) => {
    expect(isLegalCourse(stages)).toBe(expected);
  });
});
