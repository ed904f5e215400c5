/** Measures whole readings on reports with keys made by hand, in plain and in stemmed form. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { read } from "../../src/reading/index.ts";
import type { Evaluation, Score } from "../evaluation.ts";
import { type FactCounts, type FactsKey, scoreFacts } from "./score-facts.ts";
import { type ReadingCounts, type ReadingKey, scoreReading } from "./score-reading.ts";

/** A report with a key: in the data, `NAME.txt` beside `NAME.key.json`; our own, `report.txt` beside `key.json`. */
interface KeyedReport {
  readonly set: string;
  readonly key: string;
  readonly text: string;
}

export const readingEvaluation: Evaluation = {
  layer: "reading",
  evaluate({ dataFolder }) {
    const counts = new Map<string, (ReadingCounts & FactCounts)[]>();
    for (const { set, key, text } of findKeyedReports(dataFolder)) {
      if (!existsSync(text)) continue;
      const reading = read({ text: readFileSync(text, "utf8") });
      const wanted = JSON.parse(readFileSync(key, "utf8")) as ReadingKey & FactsKey;
      const score = { ...scoreReading(wanted, reading), ...scoreFacts(wanted, reading) };
      counts.set(set, [...(counts.get(set) ?? []), score]);
    }
    return [...counts].sort().flatMap(([set, all]) => toScores(set, all));
  },
};

/** Those of the data, where they are there, and our own; in plain and in stemmed form. */
export function findKeyedReports(dataFolder: string): KeyedReport[] {
  return [
    ...findGivenReports(dataFolder),
    ...findOwnReports(),
    ...listKeyedReports("our development reports", "training/keyed-reports/development"),
    ...listKeyedReports("our held-out reports", "training/keyed-reports/held-out"),
  ];
}

function findGivenReports(dataFolder: string): KeyedReport[] {
  const folder = [join(dataFolder, "examples/reports"), join(dataFolder, "../examples/reports")].find((path) =>
    existsSync(path),
  );
  return folder === undefined ? [] : listKeyedReports("keys", folder);
}

/** Those of a folder with `NAME.key.json` beside `NAME.txt` and `NAME.stem.txt`. */
function listKeyedReports(set: string, folder: string): KeyedReport[] {
  if (!existsSync(folder)) return [];
  const keys = readdirSync(folder).filter((name) => name.endsWith(".key.json"));
  return keys.sort().flatMap((name) => {
    const toText = (ending: string) => join(folder, name.replace(".key.json", ending));
    return toPair(set, join(folder, name), toText(".txt"), toText(".stem.txt"));
  });
}

/** Those that come with the project, when it is run from its folder. */
function findOwnReports(): KeyedReport[] {
  if (!existsSync("examples")) return [];
  const keys = readdirSync("examples").map((name) => join("examples", name, "key.json"));
  return keys
    .filter((key) => existsSync(key))
    .flatMap((key) => {
      const toText = (name: string) => join(dirname(key), name);
      return toPair("our examples", key, toText("report.txt"), toText("report.stem.txt"));
    });
}

function toPair(set: string, key: string, plain: string, stemmed: string): KeyedReport[] {
  return [
    { set: `${set}, plain`, key, text: plain },
    { set: `${set}, stemmed`, key, text: stemmed },
  ];
}

function toScores(set: string, all: (ReadingCounts & FactCounts)[]): Score[] {
  const sum = (part: keyof (ReadingCounts & FactCounts)): number =>
    all.reduce((total, counts) => total + counts[part], 0);
  const f1 = (right: number): number => (200 * right) / (sum("given") + sum("wanted"));
  const row = (measure: string, value: number): Score => ({ set, measure, value });
  const toRecall = (what: string, wanted: number, found: number): Score[] =>
    wanted > 0 ? [row(`${what} found, %`, (100 * found) / wanted)] : [];
  return [
    row("statements F1", f1(sum("found"))),
    row("statements with speaker F1", f1(sum("rightSpeaker"))),
    row("mode right, %", (100 * sum("rightMode")) / sum("found")),
    row("people found, %", (100 * sum("peopleFound")) / sum("people")),
    row("people with their role, %", (100 * sum("peopleWithRole")) / sum("people")),
    ...toRecall("figures", sum("figures"), sum("figuresFound")),
    ...toRecall("stances", sum("stances"), sum("stancesFound")),
    ...toRecall("events", sum("events"), sum("eventsFound")),
    ...toRecall("designations", sum("designations"), sum("designationsFound")),
    ...(sum("slots") > 0 ? [row("facts of cases right, %", (100 * sum("slotsRight")) / sum("slots"))] : []),
  ];
}
