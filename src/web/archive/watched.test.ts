import { describe, expect, it } from "vitest";
import {
  canBeginAgain,
  describeLastRun,
  describeNextRun,
  describeProblem,
  type ShownWatch,
  toNewWatch,
} from "./watched.ts";

const person: ShownWatch = {
  id: "w2",
  kind: "entity",
  subject: "per-ilse-marr",
  name: "Ilse Marr",
  deliverTo: null,
  askedAt: null,
  failures: 0,
  problem: null,
  notBefore: null,
  reportedTo: "40",
};
const hook = { ...person, deliverTo: "https://desk.example/hook" };

describe("a watch that was ended", () => {
  it.each<[string, ShownWatch, Record<string, unknown> | undefined]>([
    [
      "of a feed begins anew",
      { ...person, kind: "feed", subject: "https://post.example/f", name: null },
      { kind: "feed", subject: "https://post.example/f" },
    ],
    ["goes on where it had come to", person, { kind: "entity", subject: "per-ilse-marr", after: "40" }],
    [
      "that reported nothing yet begins at the start again",
      { ...hook, reportedTo: null },
      { kind: "entity", subject: "per-ilse-marr", deliverTo: hook.deliverTo, fromStart: true },
    ],
    ["is not begun again where it wrote into a file", { ...person, deliverTo: "/var/lines.jsonl" }, undefined],
    ["is not begun again where its subject is gone", { ...person, name: null }, undefined],
  ])("%s", (_, watch, expected) => {
    expect(canBeginAgain(watch) ? toNewWatch(watch) : undefined).toEqual(expected);
  });
});

it.each([
  ["https://post.example/f: the server answers 503; wait", "the server answers 503; wait"],
  ["https://desk.example/hook: does not answer", "does not answer"],
  ["it does not answer", "it does not answer"],
  [null, ""],
])("says of the problem %j: %j", (problem, expected) => {
  const watch = { subject: "https://post.example/f", deliverTo: "https://desk.example/hook" };
  expect(describeProblem({ ...watch, problem })).toBe(expected);
});

it("is told with its last run and its next", () => {
  const now = Date.parse("2031-05-21T08:10:00Z");
  expect(describeLastRun(person)).toBe("none yet");
  expect(describeLastRun({ askedAt: null, notBefore: "2031-05-21T08:15:00Z" })).toBe("not known");
  expect(describeLastRun({ askedAt: "2031-05-21T08:00:00Z", notBefore: null })).toMatch(/^21 May 2031, \d\d:00$/);
  expect(describeNextRun(person, now)).toBe("due now");
  expect(describeNextRun({ notBefore: "2031-05-21T08:05:00Z" }, now)).toBe("due now");
  expect(describeNextRun({ notBefore: "2031-05-21T08:15:00Z" }, now)).toMatch(/^after 21 May 2031, \d\d:15$/);
});
