import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readingSchema } from "../src/reading/schema.ts";
import { listExampleReports, printReport, recordCases } from "../training/record-cases.ts";

describe("the examples", () => {
  it.each(recordCases)("$report is printed as accepted", async ({ report, record }) => {
    const { status, out, err } = await printReport(report);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toBe(readFileSync(record, "utf8"));
  });

  it.each(listExampleReports())("%s gives a reading that keeps the contract", async (file) => {
    const { out } = await printReport(file, "--format", "json");
    const { report: read, sentences, entities, statements } = readingSchema.parse(JSON.parse(out));
    const spans = [
      ...sentences,
      ...entities.flatMap(({ mentions, roles }) => [...mentions, ...roles.flatMap(({ evidence }) => evidence)]),
      ...statements.flatMap(({ source, cue, content, evidence }) => [...source, ...cue, ...content, ...evidence]),
    ];
    for (const { start, end } of spans) expect(0 <= start && start < end && end <= read.text.length).toBe(true);
    const ids = new Set(entities.map(({ id }) => id));
    for (const { speaker, addressee, via, where } of statements) {
      for (const id of [speaker, addressee, via, where]) if (id !== null) expect(ids).toContain(id);
    }
  });
});
