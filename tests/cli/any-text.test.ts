import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realRooms } from "../../src/cli/rooms.ts";
import { readingSchema } from "../../src/reading/schema.ts";
import { run } from "./captured-streams.ts";

const PIECES = [
  "Ada Wren", "Mr Wren", "she", "the mayor of Fenwater", "said", "denied", "according to", "that", "the bridge", "will close",
  "“", "”", '"', "'", "‘", "’", "``", "''", ",", ".", "?", "\n", "\n\n", " | ", "2031-04-02", "By ", "FENWATER —", "…", "(", ")",
  "🌧", "e\u0301", "記者会見", "\u202e", "\x1b[2J", "\ufffd", "\u00a0", "1,200", "not",
]; // biome-ignore format: by rows

const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 40 })
  .map((pieces) => pieces.join(" "))
  .filter((text) => /\S/.test(text.replaceAll("\ufeff", "")) && !text.includes("\0"));

describe("whatever text comes in", () => {
  it.each(["auto", "plain", "tokenised", "stemmed"])(
    "is read as %s within the contract, the same way twice",
    async (form) => {
      await fc.assert(
        fc.asyncProperty(text, async (text) => {
          const argv = ["read", "--input", "text", "--form", form, "--format", "jsonl", "-"];
          const { status, out, err } = await run(argv, { stdin: text }, realRooms);
          expect(status).toBe(0);
          // Pieces thrown together may look like another language: a note says so, and nothing else is told.
          expect(err).toMatch(/^(?:onrecord: standard input: is not in English but in [^\n]+: kept, not read\n)?$/);
          const { report, statements, entities } = readingSchema.parse(JSON.parse(out));
          for (const { content, evidence } of statements) {
            for (const { start, end } of [...content, ...evidence]) expect(report.text.slice(start, end)).not.toBe("");
          }
          expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
          expect((await run(argv, { stdin: text }, realRooms)).out).toBe(out);
        }),
        { numRuns: 60 },
      );
    },
  );

  it("is shown to people without a control character", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (text) => {
        const { status, out } = await run(["read", "--input", "text", "-"], { stdin: text }, realRooms);
        expect(status).toBe(0);
        expect(out).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 60 },
    );
  });
});
