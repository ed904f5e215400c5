import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatDigest, readCase } from "../training/reading/read-case.ts";

const folder = "tests/cases/reading";

describe("golden cases of reading", () => {
  it.each(readdirSync(folder).sort())("reads %s as accepted", (slug) => {
    const path = join(folder, slug);
    const actual = formatDigest(readCase(path));
    const expected = readFileSync(join(path, "expected.json"), "utf8");
    if (actual !== expected) writeFileSync(join(path, "actual.json"), actual);
    expect(JSON.parse(actual)).toEqual(JSON.parse(expected));
  });
});
