/** `onrecord review` over a temporary SQLite file: by key, and at a terminal with answers given by the test. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { holdReview } from "../../src/cli/review/review-session.ts";
import type { Streams } from "../../src/cli/streams.ts";
import { openStore } from "../../src/store/index.ts";
import { invent, tollReport } from "../store/invented-reports.ts";
import { run } from "./captured-streams.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-review-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = invent({
  text: 'The toll is high. Ilse Marrant said the toll "is a gift to nobody" on Friday. Bram Oster was there.',
  publishedAt: "2031-05-02",
  outlet: "Coast Post",
  entities: [{ name: "Ilse Marrant" }, { name: "Bram Oster" }],
  statements: [{ content: ["is a gift to nobody"], cue: "said", speaker: "e1", mode: "direct", score: 0.4 }],
  stances: [["e1", "opposes", "the toll"]],
});
const id = report.report.id;
const statement = `${id}/s1`;
const stance = `${id}/t1`;

let count = 0;
let store: string;
beforeEach(async () => {
  store = join(folder, `${count++}.db`);
  const archive = await openStore(store);
  await archive.addReports([report]);
  await archive.close();
});
const ask = (...argv: string[]) => run(["review", ...argv], { env: { ONRECORD_STORE: store, USER: "ada" } });
const show = async () => (await run(["show", "report", id], { env: { ONRECORD_STORE: store } })).out;

describe("onrecord review", () => {
  it("lists what nobody judged, the least certain first, with the words", async () => {
    expect((await ask("list")).out).toBe(`${statement}
  statement · Ilse Marrant (assert, direct): “is a gift to nobody”
  40 % sure · 2031-05-02, Coast Post · said the toll "is a gift to nobody
${stance}
  stance · Ilse Marrant opposes the toll (strength 0.8)
  80 % sure · 2031-05-02, Coast Post · the toll
`);
    await ask("accept", statement);
    expect((await ask("list", "--kind", "statement")).out).toBe("Nothing is left to judge.\n");
  });

  it("keeps who decided what, and what was undone by whom", async () => {
    expect((await ask("reject", stance, "--by", "Bo", "--note", "irony")).out).toBe(`j1: reject ${stance}, by Bo\n`);
    expect(await show()).not.toContain("Stances");
    expect((await ask("undo", stance)).out).toBe("j2: j1 undone by ada\n");
    expect(await show()).toContain("Ilse Marrant: opposes the toll");
    const log = (await ask("log")).out.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, "TIME");
    expect(log).toBe(`j2 · undo j1
  ada, TIME UTC
j1 · reject ${stance}
  Bo, TIME UTC · undone by j2
  irony
`);
    expect((await ask("log", "--by", "Bo", "--format", "csv")).out).toMatch(/\r\nj1,[^\n]*,Bo,reject,/);
    expect((await ask("undo", "j1")).status).toBe(1);
  });

  it("corrects fields, with words looked up in the report and names found", async () => {
    const fields = ["speaker=Bram Oster", "act=condemn", "content=the toll … gift to nobody", "when=2031-05"];
    expect((await ask("correct", statement, ...fields)).status).toBe(0);
    const { out } = await run(["search", "--json", "gift"], { env: { ONRECORD_STORE: store } });
    const { text } = report.report;
    const [one, other] = [text.indexOf("the toll"), text.indexOf("gift")];
    expect(JSON.parse(out)).toMatchObject({
      speaker: { name: "Bram Oster" },
      act: "condemn",
      text: "the toll gift to nobody",
      when: "2031-05",
      status: "corrected",
      content: [
        { start: one, end: one + 8 },
        { start: other, end: other + 14 },
      ],
    });
  });

  it.each<[string, string[], number, string]>([
    ["a value that is none", ["correct", stance, "stance=likes"], 1, "it is one of supports, opposes, mixed, neutral"],
    ["words that are not there", ["correct", statement, "content=a tax"], 1, 'does not have the words "a tax"'],
    [
      "a field that is none",
      ["correct", stance, "act=deny"],
      1,
      'a stance has no "act" to correct; it has holder, stance',
    ],
    ["no field", ["correct", stance, "opposes"], 2, '"opposes" is not field=value'],
    ["a key that is none", ["accept", "x/s1"], 1, "There is no item x/s1."],
    ["a date that is none", ["correct", statement, "when=Friday"], 1, '"Friday" is no date'],
    ["to ask without a terminal", [], 2, "needs a terminal"],
    ["an unknown verb", ["bless", stance], 2, "too many arguments"],
  ])("refuses %s", async (_name, argv, status, message) => {
    const { err, ...rest } = await ask(...argv);
    expect(rest).toEqual({ status, out: "" });
    expect(err).toContain(message);
  });

  it("goes on with the other keys when one is none", async () => {
    const { status, out } = await ask("accept", "x/s1", stance);
    expect({ status, out }).toEqual({ status: 1, out: `j1: accept ${stance}, by ada\n` });
  });

  it("merges, splits and links entities", async () => {
    const archive = await openStore(store);
    await archive.addReports([tollReport("2031-05-09", "the toll will be paid by the ships")]);
    await archive.close();
    expect((await ask("merge", "Bram Oster", "Veldria")).out).toMatch(/^j1: merge per-\w+ into sta-\w+, by ada\n$/);
    expect((await ask("undo", "j1")).status).toBe(0);
    expect((await ask("link", "Veldria", "wikidata=Q0")).status).toBe(0);
    expect((await ask("split", `${id}/e1`)).status).toBe(0);
  });
});

describe("at a terminal", () => {
  /** Answers in order: a key, or for a correction the field and the value. */
  async function answer(...answers: string[]): Promise<{ out: string; counts: unknown; log: string[] }> {
    let out = "";
    const streams = {
      stdout: { isTerminal: false, write: async (text: string) => void (out += text) },
      env: {},
    } as unknown as Streams;
    const next = async () => answers.shift();
    const archive = await openStore(store);
    const counts = await holdReview(archive, {}, "ada", { pressKey: next, choose: next, ask: next }, streams);
    const { items } = await archive.findJudgements();
    await archive.close();
    return { out, counts, log: items.map(({ verdict, key, undoes }) => `${verdict} ${undoes ?? key}`).reverse() };
  }

  it("shows the words among their sentences", async () => {
    const { out } = await answer("q");
    expect(out).toBe(`
Ilse Marrant (assert, direct): “is a gift to nobody”
statement · 40 % sure · 2031-05-02, Coast Post ·
  ${statement}

  The toll is high. Ilse Marrant ⟦said the toll "is a gift to nobody⟧" on
  Friday. Bram Oster was there.

`);
  });

  it("accepts, rejects, and ends when nothing is left", async () => {
    const { out, counts, log } = await answer("a", "r");
    expect(counts).toEqual({ judged: 2, skipped: 0 });
    expect(log).toEqual([`accept ${statement}`, `reject ${stance}`]);
    expect(out.endsWith("Nothing is left to judge.\n")).toBe(true);
  });

  it("comes back to what was skipped or undone", async () => {
    const { counts, log } = await answer("s", "a", "u", "u", "c", "act", "deny", "q");
    expect(log).toEqual([`accept ${stance}`, "undo j1", `correct ${statement}`]);
    expect(counts).toEqual({ judged: 1, skipped: 0 });
  });

  it("judges nothing where a correction cannot be", async () => {
    const { out, log } = await answer("c", "content", "words of another report", "q");
    expect(out).toContain('the report does not have the words "words of another report"');
    expect(log).toEqual([]);
  });
});
