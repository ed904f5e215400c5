import { expect, it } from "vitest";
import { describeFigure } from "./describe-line.ts";

it.each([
  ["exactly", 41, "people", "killed", "41 people, killed"],
  ["at least", 1200, "homes", "count", "at least 1,200 homes"],
  ["about", 60, "60 percent", "share", "about 60 percent"],
  ["exactly", 310_000_000, "$310 million", "money", "$310 million"],
  ["exactly", 9, "votes to four", "votes", "9 votes to four"],
  ["exactly", 4, "four", "votes", "4, votes"],
  ["exactly", 58, "58", "count", "58"],
  ["exactly", 61, "", "killed", "61, killed"],
] as const)("%s %d of “%s” (%s) is told as “%s”", (bound, value, what, of, expected) => {
  expect(describeFigure({ bound, value, what, class: of })).toBe(expected);
});
