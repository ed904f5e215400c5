/** The commands of the archive, over a temporary SQLite file and readings by hand. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reading, Report } from "../../src/reading/index.ts";
import { makeReading } from "../hand-made-reading.ts";
import { handMadeRooms, type Run, run } from "./captured-streams.ts";
import { councilReport, readCouncilReport } from "./council-report.ts";

const COUNCIL_ID = "c".repeat(32);
const INSPECTION_ID = "d".repeat(32);

const inspectionReport: Report = {
  title: "Bridge needs new bearings, inspector finds",
  outlet: "Harbour Wire",
  publishedAt: "2031-05-09",
  text: "The bearings of the bridge must be replaced, the engineer Cosmo Treadgar wrote on Friday.\n",
};

function readByHand(report: Report): Reading {
  const isCouncil = report.title === councilReport.title;
  const reading = isCouncil
    ? readCouncilReport(report)
    : makeReading(
        report,
        [{ name: "Cosmo Treadgar", roles: [["engineer"]] }],
        [{ speaker: "e1", content: ["The bearings of the bridge must be replaced"], cue: "wrote" }],
      );
  return { ...reading, report: { ...reading.report, id: isCouncil ? COUNCIL_ID : INSPECTION_ID } };
}

const rooms = { ...handMadeRooms, loadRead: async () => readByHand };

let folder: string;
let store: string;
let first: Run;
let again: Run;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-archive-"));
  store = join(folder, "test.db");
  const file = join(folder, "reports.jsonl");
  writeFileSync(file, [councilReport, inspectionReport].map((report) => `${JSON.stringify(report)}\n`).join(""));
  first = await run(["add", "--store", store, file], {}, rooms);
  again = await run(["add", file], { env: { ONRECORD_STORE: store } }, rooms);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const ask = (...argv: string[]) => run(argv, { env: { ONRECORD_STORE: store } }, rooms);
const printed = (out: string): Run => ({ status: 0, out, err: "" });

describe("onrecord add", () => {
  it("tells what is new, and adds nothing twice", () => {
    expect(first).toEqual(printed("2 added (0 copies), 0 known already, 0 read anew\n"));
    expect(again).toEqual(printed("0 added (0 copies), 2 known already, 0 read anew\n"));
  });

  it("keeps what could be read, and names what could not", async () => {
    const missing = join(folder, "missing.txt");
    const mixed = join(folder, "mixed.jsonl");
    writeFileSync(mixed, `${JSON.stringify(inspectionReport)}\n`);
    expect(await run(["add", "--store", join(folder, "mixed.db"), missing, mixed], {}, rooms)).toEqual({
      status: 1,
      out: "1 added (0 copies), 0 known already, 0 read anew\n",
      err: `onrecord: ${missing}: no such file or folder; check the name\n`,
    });
  });

  it("counts copies, and shows them with their report", async () => {
    const copies = join(folder, "copies.jsonl");
    const reports = [councilReport, { ...councilReport, title: "Mayor: bridge stands", outlet: "The Fen Echo" }];
    writeFileSync(copies, reports.map((report) => `${JSON.stringify(report)}\n`).join(""));
    const copyRooms = {
      ...rooms,
      loadRead: async () => (report: Report) => {
        const { report: read, ...found } = readCouncilReport(report);
        return {
          ...found,
          report: { ...read, id: report.outlet === councilReport.outlet ? COUNCIL_ID : INSPECTION_ID },
        };
      },
    };
    const address = ["--store", join(folder, "copies.db")];
    expect(await run(["add", ...address, copies], {}, copyRooms)).toEqual(
      printed("2 added (1 copy), 0 known already, 0 read anew\n"),
    );
    const { out } = await ask("show", "report", ...address, COUNCIL_ID);
    expect(out).toContain(`\ncopied by ${INSPECTION_ID} (2031-04-02, The Fen Echo)\n`);
    const copy = await ask("show", "report", ...address, INSPECTION_ID);
    expect(copy.out).toContain(`\na copy of ${COUNCIL_ID}\n`);
    expect(copy.out).toContain("\n  s4    harbour office: the bridge closes in May\n");
  });

  it("refuses an address that is no archive's", async () => {
    expect(await ask("stats", "--store", "ftp://archive.example/a")).toEqual({
      status: 1,
      out: "",
      err: 'onrecord: "ftp://archive.example/a" is neither a file nor an address that begins with postgres://. Check the address that --store or ONRECORD_STORE gives.\n',
    });
  });
});

const BEARINGS = `Cosmo Treadgar: The bearings of the bridge must be replaced
  2031-05-09, Harbour Wire  ${INSPECTION_ID}/s1
`;
const CLOSURE = `harbour office: the bridge closes in May
  2031-04-02, The Fenwater Post  ${COUNCIL_ID}/s4
`;
const SAFE = `Brigid Solheim-Aday: the bridge was safe
  2031-04-02, The Fenwater Post  ${COUNCIL_ID}/s1
`;

describe("onrecord search", () => {
  it.each<[string, string[], string]>([
    ["words, the newest first", ["bridges"], BEARINGS + CLOSURE + SAFE],
    ["all words", ["bridge", "closing"], CLOSURE],
    ["not a word", ["--", "bridge", "-safe"], BEARINGS + CLOSURE],
    ["a speaker", ["--speaker", "solheim", "bridge"], SAFE],
    ["an outlet", ["--outlet", "harbour wire"], BEARINGS],
    ["dates", ["--to", "2031-04", "bridge"], CLOSURE + SAFE],
    ["so many", ["--limit", "1", "bridge"], BEARINGS],
    ["a speaker who is not there", ["--speaker", "nobody"], ""],
  ])("finds by %s", async (_name, argv, out) => {
    expect(await ask("search", ...argv)).toEqual(printed(out));
  });

  it("gives a line of JSON each", async () => {
    const { out } = await ask("search", "--json", "bearings");
    expect(JSON.parse(out)).toMatchObject({
      key: `${INSPECTION_ID}/s1`,
      speaker: { name: "Cosmo Treadgar", kind: "person" },
      text: "The bearings of the bridge must be replaced",
      report: { id: INSPECTION_ID, outlet: "Harbour Wire", publishedAt: "2031-05-09", copyOf: null },
      status: "unjudged",
    });
  });
});

describe("onrecord show", () => {
  const withoutId = ({ out, ...rest }: Run) => ({ ...rest, out: out.replace(/per-[0-9a-f]+/g, "PERSON") });

  it("shows a person in all reports, by name or id", async () => {
    const byName = await ask("show", "person", "Treadgar");
    expect(withoutId(byName)).toEqual(
      printed(`Cosmo Treadgar
PERSON  2 reports, 3 statements

Roles
  engineer  2031-04-02 to 2031-05-09, 2 reports

Statements
  The bearings of the bridge must be replaced
    2031-05-09, Harbour Wire  ${INSPECTION_ID}/s1
  not said: when he would report
    2031-04-02, The Fenwater Post  ${COUNCIL_ID}/s6
  the remark "brave
    2031-04-02, The Fenwater Post  ${COUNCIL_ID}/s3
`),
    );
    expect(await ask("show", "person", /per-\w+/.exec(byName.out)![0])).toEqual(byName);
  });

  it("shows the lines of a report, by id or words", async () => {
    const shown = printed(`Old bridge will stand, mayor tells council
2031-04-02, The Fenwater Post
${COUNCIL_ID}
added from ${join(folder, "reports.jsonl")}

Statements
  s1    Brigid Solheim-Aday: the bridge was safe
  s2    Brigid Solheim-Aday: "It has stood for ninety years," "and it will stand for ninety more."
  s3    Cosmo Treadgar: the remark "brave
  s4    harbour office: the bridge closes in May
  s5    (nobody named): "We never agreed to that,"
  s6    Cosmo Treadgar: not said: when he would report
`);
    expect(await ask("show", "report", COUNCIL_ID)).toEqual(shown);
    expect(await ask("show", "report", "ninety years")).toEqual(shown);
  });

  it("lists what a name may mean instead of guessing", async () => {
    expect(await ask("show", "report", "bridge")).toEqual({
      status: 1,
      out: "",
      err: `onrecord: "bridge" may mean more than one report; give the id of one
  ${INSPECTION_ID}  Bridge needs new bearings, inspector finds  2031-05-09, Harbour Wire
  ${COUNCIL_ID}  Old bridge will stand, mayor tells council  2031-04-02, The Fenwater Post
`,
    });
  });

  it("tells when there is none", async () => {
    expect(await ask("show", "person", "Nobody")).toEqual({
      status: 1,
      out: "",
      err: 'onrecord: no person "Nobody" in the archive; try a part of the name, or look with `onrecord search`\n',
    });
  });

  it("shows nothing but persons and reports", async () => {
    const { status, out, err } = await ask("show", "bridge", "x");
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("Allowed choices are person, report.");
  });
});

it("counts what the archive holds", async () => {
  const { status, out } = await ask("stats");
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({
    reports: 2,
    copies: 0,
    unread: 0,
    words: expect.any(Number),
    statements: 7,
    statementsWithSpeaker: 6,
    stances: 0,
    events: 0,
    cases: 0,
    figures: 0,
    entities: 5,
    persons: 2,
    affairs: 0,
    judgements: 0,
    firstDate: "2031-04-02",
    lastDate: "2031-05-09",
    outlets: [
      { outlet: "Harbour Wire", reports: 1 },
      { outlet: "The Fenwater Post", reports: 1 },
    ],
    engine: "sqlite",
  });
});

describe("onrecord check", () => {
  it("finds a sound archive sound", async () => {
    expect(await ask("check")).toEqual(printed("The archive is sound.\n"));
  });

  it("names what does not hold", async () => {
    const address = ["--store", join(folder, "unsound.db")];
    const unsoundRooms = {
      ...rooms,
      loadRead: async () => (report: Report) => {
        const reading = readByHand(report);
        const [statement] = reading.statements;
        return { ...reading, statements: [{ ...statement, content: [{ start: 4, end: 9000 }] }] };
      },
    };
    const file = join(folder, "unsound.jsonl");
    writeFileSync(file, `${JSON.stringify(inspectionReport)}\n`);
    await run(["add", ...address, file], {}, unsoundRooms);
    expect(await ask("check", ...address)).toEqual({
      status: 1,
      out: `${INSPECTION_ID}/s1: a span is not within the text\n`,
      err: "",
    });
  });
});
