/** The program as a process: what only a real one shows. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const program = resolve(import.meta.dirname, "../../bin/onrecord.js");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-process-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function onrecord(argv: string[], input = ""): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return { status, out: stdout, err: stderr };
}

describe("the process", () => {
  it("reads standard input and exits with 0", () => {
    expect(onrecord(["stem", "-"], "Bells rang.")).toEqual({ status: 0, out: "bell rang .\n", err: "" });
  });

  it("exits with 1 where something could not be read and with 2 for wrong use", () => {
    expect(onrecord(["stem", join(folder, "none")])).toMatchObject({ status: 1, out: "" });
    expect(onrecord(["stem"])).toMatchObject({ status: 2, out: "" });
    expect(onrecord([])).toMatchObject({ status: 2, out: "" });
  });

  it("refuses 50 MB in one line and reads the line after it", () => {
    const file = join(folder, "huge.jsonl.gz");
    const huge = Buffer.alloc(50_000_000, "a ");
    writeFileSync(
      file,
      gzipSync(Buffer.concat([Buffer.from('{"text": "'), huge, Buffer.from('"}\n{"text": "Bells."}\n')])),
    );
    expect(onrecord(["stem", file])).toEqual({
      status: 1,
      out: "bell .\n",
      err: `onrecord: ${file}, line 1: is larger than 4 MB, the most for one report; split it into single reports\n`,
    });
  });

  it("refuses 50 MB of text from a pipe without taking it all", () => {
    const { status, err } = onrecord(["stem", "-"], "a ".repeat(25_000_000));
    expect({ status, err }).toEqual({
      status: 1,
      err: "onrecord: standard input: is larger than 4 MB, the most for one report; split it into single reports\n",
    });
  });

  it("ends quietly when the pipe it writes to is closed", async () => {
    const file = join(folder, "many.jsonl");
    writeFileSync(file, '{"text": "Bells rang all over the town."}\n'.repeat(20_000));
    const child = spawn(process.execPath, [program, "stem", file], { stdio: ["ignore", "pipe", "pipe"] });
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((done) => child.on("close", done));
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });
});

describe("the stemmed examples", () => {
  it.each(["lake-tribunal", "zinc-tariffs"])("%s is what `onrecord stem` makes of its report", (slug) => {
    const file = `examples/${slug}/report`;
    expect(onrecord(["stem", `${file}.txt`]).out).toBe(readFileSync(`${file}.stem.txt`, "utf8"));
  });
});

describe("the example programs", () => {
  it("list quotations through the library", () => {
    const { stdout } = spawnSync(process.execPath, ["examples/list-quotations.js", "examples/ferry-fares/report.txt"], {
      encoding: "utf8",
    });
    expect(stdout).toMatch(/^\d+-\d+ {2}Halvard Brisk: “?The sea is a road/);
  });

  it("show one record, a line for each other example, and an archive", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["examples/start.js"], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("Who said what");
    expect(stdout.match(/^\d+ statements, .*report\.txt/gm)).toHaveLength(7);
    expect(stdout).toContain("\n14 added (1 copy), 0 known already, 0 read anew\n");
    expect(stdout).toContain('"reports": 14,');
    expect(stdout).toMatch(
      /\nJuna Corvay\nper-\w+ {2}\d+ reports, \d+ statements\n\nRoles\n {2}foreign minister, Tesmark {2}/,
    );
    expect(stdout).toContain("Try next:");
  }, 90_000);
});
