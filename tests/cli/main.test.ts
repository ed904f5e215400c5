import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Rooms } from "../../src/cli/rooms.ts";
import { LanguageError } from "../../src/language/index.ts";
import { readingSchema } from "../../src/reading/schema.ts";
import { handMadeRooms, run } from "./captured-streams.ts";
import { COUNCIL_TEXT, councilReport } from "./council-report.ts";

let folder: string;
let textFile: string;
let lineFile: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-cli-"));
  textFile = join(folder, "council.txt");
  lineFile = join(folder, "council.jsonl");
  writeFileSync(textFile, COUNCIL_TEXT);
  writeFileSync(lineFile, `${JSON.stringify({ id: "a1", ...councilReport })}\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const RECORD = `Old bridge will stand, mayor tells council
The Fenwater Post · 2 April 2031

People
  Brigid Solheim-Aday  mayor, Fenwater
  Cosmo Treadgar       engineer

Who said what  6 statements
  Brigid Solheim-Aday  mayor, Fenwater
          told   the bridge was safe  (to council)
          said   “It has stood for ninety years … and it will stand for ninety
                 more.”

  Cosmo Treadgar  engineer
        called ? the remark "brave"
      not: say   when he would report

  harbour office
  According to   the bridge closes in May  (May 2031)

  Speaker not known
          said   “We never agreed to that”  (source: one member of the council)

Others
  Organisations  harbour office
  Groups         council
  Places         Fenwater

  ? rather unsure: look it up in the report before you rely on it
`;

describe("onrecord read", () => {
  it("prints a record for people", async () => {
    expect(await run(["read", lineFile])).toEqual({ status: 0, out: RECORD, err: "" });
  });

  it("heads a report without a title with where it came from", async () => {
    const { out } = await run(["read", "-"], { stdin: COUNCIL_TEXT });
    expect(out.split("\n")[0]).toBe("standard input");
  });

  it("puts a rule between two records", async () => {
    const { out } = await run(["read", lineFile, lineFile]);
    expect(out).toBe(`${RECORD}\n${"─".repeat(80)}\n\n${RECORD}`);
  });

  it("wraps to the window, and colours there only", async () => {
    const narrow = await run(["read", lineFile], { columns: 48 });
    const plain = narrow.out.replace(/\x1b\[[\d;]*m/g, "");
    expect(narrow.out).not.toBe(plain);
    for (const line of plain.split("\n")) expect(line.length).toBeLessThanOrEqual(48);
  });

  it.each<[string, { columns?: number; env?: Record<string, string> }, boolean]>([
    ["on a terminal", { columns: 80 }, true],
    ["in a pipe", {}, false],
    ["on a terminal with NO_COLOR", { columns: 80, env: { NO_COLOR: "1" } }, false],
    ["on a terminal with an empty NO_COLOR", { columns: 80, env: { NO_COLOR: "" } }, true],
    ["on a dumb terminal", { columns: 80, env: { TERM: "dumb" } }, false],
    ["in a pipe with FORCE_COLOR", { env: { FORCE_COLOR: "1" } }, true],
    ["in a pipe with an empty FORCE_COLOR", { env: { FORCE_COLOR: "" } }, true],
    ["on a terminal with FORCE_COLOR=0", { columns: 80, env: { FORCE_COLOR: "0" } }, false],
    ["in a pipe with both", { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }, true],
  ])("%s: colours %o %s", async (_, surroundings, isColoured) => {
    const { out } = await run(["read", lineFile], surroundings);
    expect(out.includes("\x1b[")).toBe(isColoured);
  });

  it("makes control characters of a report harmless", async () => {
    const title = "A \x1b]0;title\x07 \u202eright to left \x9b31m";
    const line = JSON.stringify({ ...councilReport, title, outlet: "\x1b[2J" });
    const { out } = await run(["read", "-"], { stdin: line, columns: 80, env: { NO_COLOR: "1" } });
    expect(out.split("\n").slice(0, 2)).toEqual(["A ␛]0;title␇ \ufffdright to left \ufffd31m", "␛[2J · 2 April 2031"]);
  });

  it("prints one reading as JSON, several as an array, each valid", async () => {
    const one = await run(["read", "--format", "json", lineFile]);
    expect(readingSchema.parse(JSON.parse(one.out)).report.givenId).toBe("a1");
    const two = await run(["read", "--format", "json", lineFile, textFile]);
    expect(JSON.parse(two.out).map((reading: unknown) => readingSchema.parse(reading).report.title)).toEqual([
      councilReport.title,
      null,
    ]);
  });

  it.each<[string, string[], number, string]>([
    ["nothing for one report that failed", ["none.txt"], 1, ""],
    ["an empty array for two that failed", ["none.txt", "none.txt"], 1, "[]\n"],
  ])("prints as JSON %s", async (_, files, status, out) => {
    expect(await run(["read", "--format", "json", ...files])).toMatchObject({ status, out });
  });

  it("keeps an array an array where one of two reports fails", async () => {
    const { status, out } = await run(["read", "--format", "json", lineFile, "none.txt"]);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toHaveLength(1);
  });

  it("prints a reading a line", async () => {
    const { out } = await run(["read", "--format", "jsonl", lineFile, textFile]);
    const lines = out.trimEnd().split("\n");
    expect(lines.map((line) => readingSchema.parse(JSON.parse(line)).statements.length)).toEqual([6, 6]);
  });

  it("prints a table of statements", async () => {
    const { out } = await run(["read", "--format", "csv", lineFile]);
    const rows = out.split("\r\n");
    expect(rows[0]).toBe(
      "report,givenId,file,url,outlet,publishedAt,title,statement,kind,act,mode,polarity,speaker,speakerRoles,source,cue,text,addressee,via,when,where,repeats,score,start,end,evidence",
    );
    expect(rows[1]).toBe(
      `0123456789abcdef0123456789abcdef,a1,${lineFile}:1,,The Fenwater Post,2031-04-02,"Old bridge will stand, mayor tells council",s1,speech,assert,indirect,affirmed,Brigid Solheim-Aday,"mayor, Fenwater",Brigid Solheim-Aday,told,the bridge was safe,council,,,,,0.9,26,78,told the council on Tuesday that the bridge was safe`,
    );
    expect(rows[3]).toContain(',"called the remark ""brave"');
    expect(rows).toHaveLength(8);
  });

  it("writes a table of each kind into a folder, and nothing to standard output", async () => {
    const tables = join(folder, "tables", "of-today");
    const { status, out } = await run(["read", "--format", "csv", "--out", tables, lineFile]);
    expect({ status, out }).toEqual({ status: 0, out: "" });
    const printed = await run(["read", "--format", "csv", lineFile]);
    expect(readFileSync(join(tables, "statements.csv"), "utf8")).toBe(printed.out);
    const kinds = [
      "cases",
      "designations",
      "entities",
      "events",
      "figures",
      "relations",
      "stances",
      "statements",
      "tones",
    ];
    expect(readdirSync(tables).sort()).toEqual(kinds.map((kind) => `${kind}.csv`));
    const entities = readFileSync(join(tables, "entities.csv"), "utf8");
    expect(entities).toContain(',person,Brigid Solheim-Aday,,,"mayor, Fenwater",');
    expect(readFileSync(join(tables, "designations.csv"), "utf8")).toBe(
      "report,file,of,as,by,score,start,end,evidence\r\n",
    );
  });

  it("says where a table cannot be written", async () => {
    const { status, err } = await run(["read", "--format", "csv", "--out", join(textFile, "tables"), lineFile]);
    expect({ status, err }).toEqual({
      status: 1,
      err: `onrecord: ${join(textFile, "tables")}: cannot be written (ENOTDIR); choose another folder\n`,
    });
  });

  it("says which of the tables cannot be written", async () => {
    const tables = join(folder, "half-taken");
    mkdirSync(join(tables, "events.csv"), { recursive: true });
    const { status, err } = await run(["read", "--format", "csv", "--out", tables, lineFile]);
    expect({ status, err }).toEqual({
      status: 1,
      err: `onrecord: ${join(tables, "events.csv")}: cannot be written (EISDIR); choose another folder\n`,
    });
  });

  it("leaves a folder of tables as it was where it fails midway or is stopped", async () => {
    const tables = join(folder, "as-before");
    await run(["read", "--format", "csv", "--out", tables, lineFile]);
    const look = () => readdirSync(tables).map((name) => [name, readFileSync(join(tables, name), "utf8")]);
    const before = look();
    expect(before).not.toEqual([]);
    const rooms: Rooms = {
      ...handMadeRooms,
      async loadRead() {
        const read = await handMadeRooms.loadRead();
        let count = 0;
        return (report, options) => {
          if (++count > 1) throw new LanguageError("model_missing", "The model is not there.");
          return read(report, options);
        };
      },
    };
    const argv = ["read", "--format", "csv", "--out", tables, lineFile, textFile];
    const failed = await run(argv, {}, rooms);
    expect(failed.status).toBe(1);
    expect(failed.err).toContain("The model is not there.");
    expect(look()).toEqual(before);
    const stopped = await run(argv, { isInterrupted: true });
    expect(stopped).toEqual({ status: 1, out: "", err: `onrecord: stopped; ${tables} is as it was before\n` });
    expect(look()).toEqual(before);
  });

  it("prints the heads of a table without rows", async () => {
    const { status, out } = await run(["read", "--format", "csv", "none.txt"]);
    expect({ status, lines: out.split("\r\n").length }).toEqual({ status: 1, lines: 2 });
  });

  it("leaves out statements below --min-score", async () => {
    const { out } = await run(["read", "--format", "json", "--min-score", "0.5", lineFile]);
    expect(JSON.parse(out).statements).toHaveLength(5);
    expect((await run(["read", "--min-score", "1", lineFile])).out).toContain("\n  No statements found.\n");
  });

  it("adds the layers underneath with --layers", async () => {
    const { out } = await run(["read", "--format", "json", "--layers", lineFile]);
    const { layers, report } = JSON.parse(out);
    expect(layers.tokens.slice(0, 2)).toMatchObject([
      { start: 0, end: 5, tag: "PROPN" },
      { start: 6, end: 12, tag: "PROPN" },
    ]);
    expect(layers.names[0]).toMatchObject({ kind: "person" });
    const { start, end } = layers.quotations[0];
    expect(report.text.slice(start, end)).toContain("ninety years");
  });

  it("prints a line a report with --brief", async () => {
    const { out } = await run(["read", "--brief", lineFile, textFile]);
    expect(out).toBe(
      `6 statements, 3 speakers      Old bridge will stand, mayor tells council (${lineFile}:1)\n` +
        `6 statements, 3 speakers      ${textFile}\n`,
    );
  });

  it("names what cannot be read, reads the rest and exits with 1", async () => {
    const lines = [
      '{"text": ',
      JSON.stringify({ text: "FAULT" }),
      JSON.stringify(councilReport),
      JSON.stringify({ ...councilReport, title: 1 }),
    ];
    const { status, out, err } = await run(["read", "--brief", "none.txt", "-"], { stdin: lines.join("\n") });
    expect(status).toBe(1);
    expect(out.split("\n")).toHaveLength(3);
    expect(err).toBe(
      [
        "onrecord: none.txt: no such file or folder; check the name",
        'onrecord: standard input, line 1: is not valid JSON (it ends too early); write one JSON object a line: {"text": "…"}',
        "onrecord: standard input, line 2: could not be analysed (a fault in the analysis); please report this as a fault, with the text",
        'onrecord: standard input, line 4: the field "title" is a number and was left out',
        "",
      ].join("\n"),
    );
  });

  it("tells a note without failing", async () => {
    const top = join(folder, "mixed");
    mkdirSync(top);
    writeFileSync(join(top, "council.txt"), COUNCIL_TEXT);
    writeFileSync(join(top, "map.png"), "");
    const { status, err } = await run(["read", "--brief", top]);
    expect({ status, err }).toEqual({ status: 0, err: `onrecord: ${top}: 1 other file left alone\n` });
  });

  it("stops quietly when nobody reads its output any more", async () => {
    expect(await run(["read", textFile, textFile, "none.txt"], { closesAfter: 1300 })).toMatchObject({
      status: 0,
      err: "",
    });
  });
});

describe("onrecord stem and restore", () => {
  it("prints stems and nothing else", async () => {
    const { status, out, err } = await run(["stem", "-"], { stdin: "The mayor's bridges stood.\n" });
    expect({ status, out, err }).toEqual({ status: 0, out: "the mayor ' s bridg stood .\n", err: "" });
  });

  it("prints restored text and nothing else", async () => {
    const { out } = await run(["restore", "--form", "stemmed", "-"], { stdin: "the bridg stood .\n" });
    expect(out).toBe("stemmed: THE BRIDG STOOD .\n");
  });

  it("keeps control characters for a pipe and shows them on a terminal", async () => {
    expect((await run(["stem", "-"], { stdin: "a\x1b" })).out).toBe("a \x1b\n");
    expect((await run(["stem", "-"], { stdin: "a\x1b", columns: 80 })).out).toBe("a ␛\n");
  });
});

describe("onrecord", () => {
  it("prints the schema of a reading", async () => {
    const { status, out } = await run(["schema"]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      title: "Reading",
      type: "object",
      required: expect.arrayContaining(["statements"]),
    });
  });

  it("prints its version and its help", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await run(["--version"])).toEqual({ status: 0, out: `${version}\n`, err: "" });
    const help = await run(["--help"]);
    expect(help).toMatchObject({ status: 0, err: "" });
    expect(help.out).toMatch(/^Usage: onrecord .*\n[\s\S]*\n {2}read .*\n[\s\S]*Exit status: /);
    expect((await run(["help", "read"])).out).toMatch(/^Usage: onrecord read .*[\s\S]*--min-score/);
  });

  it.each<[string[], string]>([
    [[], "Usage: onrecord [options] [command]"],
    [["reed"], "onrecord: unknown command 'reed'"],
    [["read"], "onrecord: missing required argument 'file'"],
    [
      ["read", "--format", "xml", "a"],
      "onrecord: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, jsonl, csv.",
    ],
    [
      ["read", "--min-score", "2", "a"],
      "onrecord: option '--min-score <score>' argument '2' is invalid. It is a number from 0 to 1.",
    ],
    [
      ["read", "--min-score", "", "a"],
      "onrecord: option '--min-score <score>' argument '' is invalid. It is a number from 0 to 1.",
    ],
    [["read", "--out", "d", "a"], "onrecord: --out needs --format csv"],
    [["read", "--layers", "a"], "onrecord: --layers needs --format json or jsonl"],
    [["read", "--brief", "--format", "csv", "a"], "onrecord: --brief needs --format text"],
    [["read", "--all", "--format", "json", "a"], "onrecord: --all needs --format text"],
    [["read", "--all", "--brief", "a"], "onrecord: --all and --brief do not go together"],
    [["schema", "a"], "onrecord: too many arguments for 'schema'. Expected 0 arguments but got 1."],
  ])("refuses %o as wrong use", async (argv, message) => {
    const { status, out, err } = await run(argv);
    expect({ status, out, first: err.split("\n")[0] }).toEqual({ status: 2, out: "", first: message });
  });

  it("says in one line what is wrong with the installation", async () => {
    const rooms = {
      loadRead: () => Promise.reject(new Error("The model is missing.\nInstall again.")),
      loadRestore: async () => String,
    };
    const result = await run(["read", textFile], {}, rooms);
    expect(result).toEqual({ status: 1, out: "", err: "onrecord: The model is missing. Install again.\n" });
  });
});
