import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTableFile } from "./table-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-table-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string) => readFileSync(join(folder, name), "utf8");

describe("openTableFile", () => {
  it("keeps what the file held until the new table is whole", async () => {
    writeFileSync(join(folder, "facts.csv"), "before");
    const file = await openTableFile(folder, "facts.csv");
    await file.write("after");
    expect(read("facts.csv")).toBe("before");
    await file.close();
    expect(read("facts.csv")).toBe("after");
    expect(readdirSync(folder)).toEqual(["facts.csv"]);
  });

  it("leaves nothing of a table that is given up", async () => {
    writeFileSync(join(folder, "facts.csv"), "before");
    const file = await openTableFile(folder, "facts.csv");
    await file.write("half of");
    await file.discard();
    expect(readdirSync(folder)).toEqual(["facts.csv"]);
    expect(read("facts.csv")).toBe("before");
  });

  it("writes to what a link leads to", async () => {
    writeFileSync(join(folder, "facts.csv"), "before");
    symlinkSync("facts.csv", join(folder, "link.csv"));
    const file = await openTableFile(folder, "link.csv");
    await file.write("after");
    await file.close();
    expect(read("facts.csv")).toBe("after");
  });

  it("writes straight to what is no file", async () => {
    const file = await openTableFile("/dev", "null");
    await file.write("anything");
    await file.close();
    expect(readdirSync("/dev")).not.toContain("null.part");
  });

  it("says so where a folder is in the way", async () => {
    await expect(openTableFile(join(folder, ".."), folder.split("/").at(-1) ?? "")).rejects.toThrow(
      /cannot be written \(EISDIR\); choose another folder$/,
    );
  });
});
