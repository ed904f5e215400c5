/** `onrecord export` and `import` over temporary SQLite files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { fillArchive } from "../exchange/fill-archive.ts";
import { run } from "./captured-streams.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-exchange-"));
const store = join(folder, "full.db");
const ask = (...argv: string[]) => run(argv, { env: { ONRECORD_STORE: store } });
const none = "0 reports, 0 affairs, 0 judgements, 0 watches";
const all = "4 reports, 1 affair, 8 judgements, 2 watches";
const unwatched = "4 reports, 1 affair, 8 judgements, 0 watches";

beforeAll(async () => {
  const archive = await openStore(store);
  await fillArchive(archive);
  await archive.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("onrecord export", () => {
  it("writes to standard output or a file, the same", async () => {
    const file = join(folder, "out", "archive.jsonl");
    const { out, ...rest } = await ask("export", "--as", "jsonl");
    expect(rest).toEqual({ status: 0, err: "" });
    expect(await ask("export", "--as", "jsonl", "--out", file)).toEqual({
      status: 0,
      out: "",
      err: `onrecord: 4 reports written to ${file}\n`,
    });
    expect(readFileSync(file, "utf8")).toBe(out);
  });

  it("writes tables into a folder, or one to standard output", async () => {
    const tables = join(folder, "tables");
    expect((await ask("export", "--as", "csv", "--out", tables)).status).toBe(0);
    expect(readdirSync(tables)).toHaveLength(7);
    const { out } = await ask("export", "--as", "csv", "--table", "events", "--affair", "toll");
    expect(out.split("\r\n")).toHaveLength(2);
    expect(readFileSync(join(tables, "events.csv"), "utf8").split("\r\n")).toHaveLength(3);
    expect((await ask("export", "--as", "parquet", "--out", tables)).status).toBe(0);
    expect(readFileSync(join(tables, "events.parquet")).subarray(0, 4).toString()).toBe("PAR1");
  });

  it("begins names as it is asked to", async () => {
    const { out } = await ask("export", "--as", "prov", "--base", "https://archive.example/");
    expect(out).toContain('"id":"https://archive.example/report/');
    expect(out).not.toContain("urn:onrecord:");
  });

  it.each<[string, string[], number, string]>([
    ["a format that is none", ["--as", "xml"], 2, "Allowed choices are jsonl"],
    ["no format", [], 2, "--as <format>"],
    ["tables without a folder", ["--as", "csv"], 2, "needs --out"],
    ["a table of lines", ["--as", "ftm", "--table", "cases"], 2, "--table needs --as csv or parquet"],
    ["an affair that is none", ["--as", "jsonl", "--affair", "x"], 1, 'there is no affair "x"'],
    ["a folder that is none", ["--as", "jsonl", "--out", join(store, "x")], 1, "cannot be written"],
  ])("refuses %s", async (_name, argv, status, message) => {
    const { err, ...rest } = await ask("export", ...argv);
    expect(rest).toEqual({ status, out: "" });
    expect(err).toContain(message);
  });
});

describe("onrecord import", () => {
  it("puts in what export wrote, packed or not, once", async () => {
    const { out: lines } = await ask("export", "--as", "jsonl");
    const file = join(folder, "archive.jsonl.gz");
    writeFileSync(file, gzipSync(lines));
    const other = ["--watches", "--store", join(folder, "other.db")];
    expect(await ask("import", file, ...other)).toEqual({
      status: 0,
      out: `${all} added; ${none} known already\n`,
      err: "",
    });
    expect((await run(["import", "-", ...other], { stdin: lines })).out).toBe(`${none} added; ${all} known already\n`);
    expect((await ask("export", "--as", "jsonl", ...other.slice(1))).out).toBe(lines);
  });

  it("names bad lines and files, and does the rest", async () => {
    const { out: lines } = await ask("export", "--as", "jsonl");
    const bad = join(folder, "bad.jsonl");
    const missing = join(folder, "missing.jsonl");
    writeFileSync(bad, lines.replace("\n", "\n{]\n"));
    expect(await ask("import", missing, bad, "--store", join(folder, "third.db"))).toEqual({
      status: 1,
      out: `${unwatched} added; ${none} known already\n`,
      err: `onrecord: ${missing}: no such file; check the name
onrecord: ${bad}, line 2: is not JSON
onrecord: left out 2 watches: --watches takes them too
`,
    });
  });
});
