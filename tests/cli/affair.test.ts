/** `onrecord affair` over a temporary SQLite file and readings by hand. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { tollReport } from "../store/invented-reports.ts";
import { type Run, run } from "./captured-streams.ts";

const QUOTE = "we shall never let foreign captains pay for our broken harbour walls";
const CUT = "we shall never let foreign captains pay";

let folder: string;
let store: string;
let ids: string[];
const ask = (...argv: string[]) => run(argv, { env: { ONRECORD_STORE: store } });
const printed = (out: string): Run => ({ status: 0, out, err: "" });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-affair-"));
  store = join(folder, "test.db");
  const archive = await openStore(store);
  const reports = [
    tollReport("2031-05-02", QUOTE),
    tollReport("2031-05-04", CUT, "opposes", "Harbour Wire"),
    tollReport("2031-06-01", "a fair price for a fair harbour is what I have always wanted", "supports"),
  ];
  await archive.addReports(reports);
  ids = reports.map(({ report }) => report.id);
  await archive.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("onrecord affair", () => {
  it("is made of the reports that meet its query, and of those added by hand", async () => {
    expect(await ask("affair", "create", "The harbour toll", "--query", "toll", "--to", "2031-05")).toEqual(
      printed("the-harbour-toll: made, with 2 reports\n"),
    );
    expect(await ask("affair", "add", "harbour", "fair price")).toEqual(printed("the-harbour-toll: 3 reports now\n"));
    expect(await ask("affair", "remove", "harbour", ids[2])).toEqual(printed("the-harbour-toll: 2 reports now\n"));
    expect(await ask("affair", "add", "harbour", ids[2])).toEqual(printed("the-harbour-toll: 3 reports now\n"));
    expect(await ask("affair", "create", "The harbour toll")).toMatchObject({ status: 1, out: "" });
  });

  it("shows where people stand and turned, who cut what, and the people, within the width", async () => {
    await ask("affair", "issue", "add", "harbour", "the harbour toll should be raised");
    const { status, out, err } = await run(["affair", "show", "harbour"], {
      columns: 60,
      env: { ONRECORD_STORE: store, NO_COLOR: "1" },
    });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(out.replace(/per-[0-9a-f]+/, "PERSON")).toBe(`The harbour toll
the-harbour-toll · 3 reports, 2 outlets, 2031-05-02 to
  2031-06-01
reports with the words “toll”, dates up to 2031-05

Where they stand
  i1 · the harbour toll should be raised
    Ilse Marrant · supports, having turned once
      2031-05-02, Coast Post · opposes: “the harbour toll”
      2031-06-01, Coast Post · supports: “the harbour toll”

The same words in several reports
  Ilse Marrant: “${QUOTE.slice(0, 43)}
    ${QUOTE.slice(44)}”
    2031-05-02, Coast Post · in full
    2031-05-04, Harbour Wire · cut “for our broken harbour
      walls”

People
  Ilse Marrant, prime minister, Veldria
    3 reports, 3 statements · PERSON
`);
  });

  it("colours on a terminal only", async () => {
    const { out } = await run(["affair", "show", "harbour"], { columns: 80, env: { ONRECORD_STORE: store } });
    expect(out).toContain("\x1b[1mThe harbour toll\x1b[22m");
    expect((await ask("affair", "show", "harbour")).out).not.toContain("\x1b");
  });

  it("gives one part as a table, or all as JSON", async () => {
    const { out } = await ask("affair", "show", "harbour", "--format", "csv", "--part", "utterances");
    expect(out.split("\r\n").slice(1, 3)).toEqual([
      expect.stringContaining(`,Ilse Marrant,fullest,${QUOTE},,`),
      expect.stringContaining(`,Ilse Marrant,trimmed,${CUT},for our broken harbour walls,`),
    ]);
    const record = JSON.parse((await ask("affair", "show", "harbour", "--format", "json")).out);
    expect(record.stances[0]).toMatchObject({
      holder: { name: "Ilse Marrant" },
      current: "supports",
      turningPoints: [2],
    });
    expect(JSON.parse((await ask("affair", "list", "--format", "json")).out)).toMatchObject([{ reportCount: 3 }]);
  });

  it.each<[string, string[], number, string]>([
    ["an affair that is not there", ["show", "x"], 1, 'there is no affair "x"; there are: the-harbour-toll'],
    ["a report that may be several", ["add", "harbour", "toll"], 1, '"toll" may mean more than one report'],
    ["an issue that is not there", ["issue", "remove", "i9"], 1, "There is no issue i9."],
    ["an issue that says nothing", ["issue", "add", "harbour", "toll"], 1, "An issue is a proposition"],
    ["a verb that is not there", ["rename", "harbour"], 2, "unknown command"],
    ["a date that is none", ["create", "Y", "--from", "yesterday"], 2, "It is a date such as"],
  ])("refuses %s", async (_name, argv, status, message) => {
    const { err, ...rest } = await ask("affair", ...argv);
    expect(rest).toEqual({ status, out: "" });
    expect(err).toContain(message);
  });

  it("is deleted, its reports are not", async () => {
    await ask("affair", "create", "Short", "--query", "toll");
    expect(await ask("affair", "delete", "short")).toEqual(
      printed("short: deleted; its reports stay in the archive\n"),
    );
    expect(JSON.parse((await ask("stats")).out)).toMatchObject({ reports: 3, affairs: 1 });
  });
});
