import { describe, expect, it } from "vitest";
import { toIsoDate } from "./iso-date.ts";
import { read } from "./read.ts";

describe("toIsoDate", () => {
  it.each([
    ["2024", "2024"],
    ["2024-05", "2024-05"],
    ["2024-05-21T10:00:00Z", "2024-05-21"],
    ["2023-02-29", undefined],
    ["2024-13-45", undefined],
    ["May 3", undefined],
  ])("takes %j for %j", (text, date) => {
    expect(toIsoDate(text)).toBe(date);
  });
});

it.each([
  ["given", { text: "It rained.", publishedAt: "2023-02-29" }],
  ["in the report", { text: "Rain at last\nThe Port Times | 2023-02-29 | Ann Berg\n\nIt rained." }],
])("believes no day that never was, %s", (_, report) => {
  expect(read(report).report.publishedAt).toBeNull();
});
