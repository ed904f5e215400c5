/**
 * How fast each layer works on one core, what the models cost to load and to hold, how long a report of one line takes from
 * start to end, and the same of peers where they are installed.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { analyse, findNames, parse, tag, tokenise } from "../src/language/index.ts";
import { read } from "../src/reading/index.ts";
import { countWords, readExampleReports } from "./example-text.ts";
import { measureRuns } from "./measure.ts";
import { loadPeers } from "./peers.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** @param seconds Processor time for each line of the table. */
export async function benchSpeed(seconds: number): Promise<void> {
  const reports = readExampleReports(`${root}examples`);
  const words = reports.reduce((sum, report) => sum + countWords(report), 0);

  console.log(`${cpus()[0].model}, Node ${process.version}; ${reports.length} reports, ${words} words\n`);

  const modelFiles = readdirSync(`${root}models`).filter((name) => name.endsWith(".bin"));
  const modelBytes = modelFiles.reduce((sum, name) => sum + statSync(`${root}models/${name}`).size, 0);
  const heapBefore = collectAndMeasure();
  const loadStart = process.cpuUsage();
  read({ text: "A minister resigned." });
  const loadUsed = process.cpuUsage(loadStart);
  const heapAfter = collectAndMeasure();
  printLine("all models on disk", `${toMebibytes(modelBytes)} MiB in ${modelFiles.length} files`);
  printLine("first reading, models loaded", `${((loadUsed.user + loadUsed.system) / 1000).toFixed(0)} ms`);
  printLine("memory held after it", `${toMebibytes(heapAfter - heapBefore)} MiB`);
  printLine("one line, whole process", `${startToEnd("bin/onrecord.js").toFixed(0)} ms processor time`);

  console.log("\nwords per second, one core (processor time)\n");
  const tokenised = () => reports.map((report) => tokenise(report));
  const tagged = () => tokenised().map((document) => tag(document));
  const layers: [name: string, prepare: () => unknown[], run: (input: never) => unknown][] = [
    ["tokens and sentences", () => reports, (report: string) => tokenise(report)],
    ["tags, features, lemmas", tokenised, (document: ReturnType<typeof tokenise>) => tag(document)],
    ["names", tagged, (document: ReturnType<typeof tag>) => findNames(document)],
    ["trees", tagged, (document: ReturnType<typeof tag>) => parse(document)],
    ["all layers of language together", () => reports, (report: string) => analyse(report)],
    ["whole reading", () => reports, (report: string) => read({ text: report })],
  ];
  for (const [name, prepare, run] of layers) {
    const perSecond = measureRuns(prepare, (inputs) => inputs.map((input) => run(input as never)), seconds);
    printLine(name, formatSpeed(perSecond * words));
  }
  // Before the peers are loaded, whose models and dictionaries take as much again.
  printLine("memory after these", `${toMebibytes(process.memoryUsage().rss)} MiB resident`);
  for (const { name, layers: peerLayers, run } of await loadPeers()) {
    const perSecond = measureRuns(
      () => reports,
      (texts) => texts.map((text) => run(text)),
      seconds,
    );
    printLine(`${name}: ${peerLayers}`, formatSpeed(perSecond * words));
  }
  printLine("memory with the peers", `${toMebibytes(process.memoryUsage().rss)} MiB resident`);
}

function printLine(name: string, value: string): void {
  console.log(`${name.padEnd(68)} ${value.padStart(12)}`);
}

function formatSpeed(perSecond: number): string {
  return `${Math.round(perSecond / 1000)}k`;
}

function toMebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

/** Heap and array buffers in use, in bytes; exact where the process was started with `--expose-gc`. */
function collectAndMeasure(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Processor time in ms of a process that reads a report of one line from standard input. */
function startToEnd(script: string): number {
  const report =
    'process.on("exit", () => { const { user, system } = process.cpuUsage();' +
    ' process.stderr.write("@" + (user + system) / 1000 + "@"); });';
  const { stderr } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(report)}`, `${root}${script}`, "read", "-"],
    { input: "A minister resigned.", encoding: "utf8" },
  );
  return Number(/@([\d.]+)@/.exec(stderr)?.[1] ?? Number.NaN);
}
