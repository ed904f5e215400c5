import { describe, expect, it } from "vitest";
import { readingSchema } from "../src/reading/schema.ts";
import { listRecordCases, printReport } from "../training/record-cases.ts";

describe("the examples", () => {
  it.each(listRecordCases())("$report gives a reading that keeps the contract", async ({ report }) => {
    const { out } = await printReport(report, "--format", "json");
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
