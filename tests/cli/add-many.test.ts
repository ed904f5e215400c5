/** `onrecord add` as a process: several threads, going on after an interruption. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";

const program = resolve(import.meta.dirname, "../../bin/onrecord.js");
const affair = resolve(import.meta.dirname, "../../examples/affair/reports");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-many-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function add(store: string, ...argv: string[]) {
  const all = [program, "add", "--store", join(folder, store), ...argv];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

async function listAll(store: string) {
  const archive = await openStore(join(folder, store));
  const reports = [];
  for await (const { addedAt: _, ...report } of archive.eachReport()) reports.push({ ...report, copies: [] });
  const statements = (await archive.findStatements({ copies: true }, { limit: 500 })).items;
  const faults = [];
  for await (const fault of archive.check()) faults.push(fault);
  await archive.close();
  return { reports, statements, faults };
}

it("makes the same archive with three threads as with one, and adds nothing again", async () => {
  const summary = "14 added (1 copy), 0 known already, 0 read anew\n";
  expect(add("one.db", "--workers", "1", affair)).toEqual({ status: 0, out: summary, err: "" });
  expect(add("three.db", "--workers", "3", affair)).toEqual({ status: 0, out: summary, err: "" });
  const [one, three] = [await listAll("one.db"), await listAll("three.db")];
  expect(one.reports).toHaveLength(14);
  expect(one.faults).toEqual([]);
  expect(three).toEqual(one);
  expect(add("three.db", affair).out).toBe("0 added (0 copies), 14 known already, 0 read anew\n");
}, 120_000);

it("ends after the batch when it is interrupted, keeps what was added, and goes on from there", async () => {
  const file = join(folder, "many.jsonl");
  const texts = Array.from(
    { length: 3000 },
    (_, i) => `Harbour warden Ada Brisk said on day ${i} that gate ${i * 7} of the lock would open.`,
  );
  writeFileSync(file, texts.map((text) => `${JSON.stringify({ text })}\n`).join(""));
  const store = join(folder, "stopped.db");
  const child = spawn(process.execPath, [program, "add", "--store", store, "--workers", "2", file]);
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const ended = new Promise((done) => child.on("close", done));
  for (let isBegun = false; !isBegun && child.exitCode === null; ) {
    await new Promise((done) => setTimeout(done, 100));
    const archive = await openStore(store);
    isBegun = (await archive.getStats()).reports > 0;
    await archive.close();
  }
  child.kill("SIGINT");
  expect({ status: await ended, err }).toEqual({
    status: 1,
    err: "onrecord: stopped; what was added is kept, and the same command goes on from there\n",
  });
  const added = Number(/^\d+/.exec(out)?.[0]);
  expect(added).toBeGreaterThan(0);
  expect(added).toBeLessThan(3000);
  const { faults, reports } = await listAll("stopped.db");
  expect(faults).toEqual([]);
  expect(reports).toHaveLength(added);
  expect(add("stopped.db", file).out).toContain(`${3000 - added} added`);
}, 240_000);
