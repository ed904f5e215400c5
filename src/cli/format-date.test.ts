import { expect, it } from "vitest";
import { formatDate } from "./format-date.ts";

it.each([
  ["2031-04-02", "2 April 2031"],
  ["2031-04", "April 2031"],
  ["2031", "2031"],
])("%s is %s", (date, expected) => {
  expect(formatDate(date)).toBe(expected);
});
