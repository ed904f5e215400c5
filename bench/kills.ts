/** What is left of an archive after processes that write it were killed: `npm run bench -- kills`, and a shorter run in the tests. */
import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openStore, type RecordStore } from "../src/store/index.ts";

const root = new URL(import.meta.url.endsWith(".ts") ? "../" : "../../", import.meta.url);
const program = fileURLToPath(new URL("bin/onrecord.js", root));

export interface KillRun {
  /** Where the archive is; nothing is in it yet. */
  readonly address: string;
  /** For temporary files. */
  readonly folder: string;
  readonly kills: number;
  readonly reports: number;
  /** Longest time before a kill, in ms. */
  readonly maxMs: number;
  readonly random: () => number;
}

export interface KillOutcome {
  readonly kills: number;
  /** Reports there after each kill. */
  readonly counts: readonly number[];
  /** What does not hold, in words; empty where all is well. */
  readonly faults: readonly string[];
}

/**
 * Adds reports with processes that are killed at random moments, until as many kills are done; then lets one finish.
 *
 * After each kill, what another connection saw before must still be there, and the archive must be sound. In the end every report
 * is there once.
 */
export async function killWhileAdding(run: KillRun): Promise<KillOutcome> {
  const file = join(run.folder, "killed.jsonl");
  const texts = Array.from(
    { length: run.reports },
    (_, i) => `Warden Ada Brisk of Veldria said on day ${i} that gate ${i * 7} of the old lock would open to ships.`,
  );
  writeFileSync(file, texts.map((text) => `${JSON.stringify({ text })}\n`).join(""));
  const faults: string[] = [];
  const counts: number[] = [];
  // Another connection, as a running server would have it: what it saw must never go away.
  const store = await openStore(run.address);
  const count = async () => (await store.getStats()).reports;
  let confirmed = 0;
  for (let kill = 0; kill < run.kills && confirmed < run.reports; kill++) {
    const child = start(["add", "--workers", "1", "--store", run.address, file]);
    // Every third dies at any moment, perhaps before it has written; the others soon after they have.
    if (kill % 3 === 0) await wait(run.random() * run.maxMs);
    else {
      while (child.exitCode === null && (await count()) === confirmed) await wait(40);
      await wait((run.random() * run.maxMs) / 10);
    }
    const before = await count();
    await end(child);
    const after = await count();
    if (after < before) faults.push(`kill ${kill}: ${after} reports, there were ${before}`);
    confirmed = after;
    counts.push(after);
    for (const fault of await listFaults(store)) faults.push(`kill ${kill}: ${fault}`);
  }
  const last = start(["add", "--workers", "1", "--store", run.address, file]);
  if ((await new Promise((done) => last.on("close", done))) !== 0) faults.push("the last run failed");
  const found: string[] = [];
  for await (const { report } of store.eachReport()) found.push(report.text);
  if (found.length !== run.reports || new Set(found).size !== run.reports)
    faults.push(`${found.length} reports in the end`);
  faults.push(...(await listFaults(store)));
  await store.close();
  return { kills: counts.length, counts, faults };
}

/**
 * Kills processes that make an archive's tables, at random moments of the time that it takes one that is not killed.
 *
 * @param addresses Of archives that are not there yet; the first is made in peace.
 */
export async function killWhileMigrating(addresses: readonly string[], random: () => number): Promise<KillOutcome> {
  const faults: string[] = [];
  const counts: number[] = [];
  const begun = performance.now();
  const first = start(["stats", "--store", addresses[0]]);
  await new Promise((done) => first.on("close", done));
  const wholeMs = performance.now() - begun;
  for (const [kill, address] of addresses.slice(1).entries()) {
    const child = start(["stats", "--store", address]);
    await wait((0.4 + 0.6 * random()) * wholeMs);
    await end(child);
    try {
      const store = await openStore(address);
      counts.push((await store.getStats()).reports);
      for (const fault of await listFaults(store)) faults.push(`kill ${kill}: ${fault}`);
      await store.close();
    } catch (error) {
      faults.push(`kill ${kill}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { kills: counts.length, counts, faults };
}

function start(argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, ...argv], { stdio: "ignore" });
}

async function end(child: ChildProcess): Promise<void> {
  const closed = new Promise((done) => child.on("close", done));
  if (child.exitCode !== null || !child.kill("SIGKILL")) return;
  await closed;
}

async function listFaults(store: RecordStore): Promise<string[]> {
  const faults: string[] = [];
  for await (const { where, message } of store.check()) faults.push(`${where}: ${message}`);
  return faults;
}
