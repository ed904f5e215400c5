/** Measures whole readings on reports with keys made by hand, in plain and in stemmed form. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "../../src/reading/index.ts";
import type { Evaluation, Score } from "../evaluation.ts";
import { type ReadingCounts, type ReadingKey, scoreReading } from "./score-reading.ts";

const FORMS = [
  ["plain", ".txt"],
  ["stemmed", ".stem.txt"],
] as const;

export const readingEvaluation: Evaluation = {
  layer: "reading",
  evaluate({ dataFolder }) {
    const folder = [join(dataFolder, "examples/reports"), join(dataFolder, "../examples/reports")].find((path) =>
      existsSync(path),
    );
    if (folder === undefined) return [];
    const keys = readdirSync(folder)
      .filter((name) => name.endsWith(".key.json"))
      .sort();
    return FORMS.flatMap(([form, ending]): Score[] => {
      const counts: ReadingCounts[] = [];
      for (const name of keys) {
        const path = join(folder, name.replace(".key.json", ending));
        if (!existsSync(path)) continue;
        const key = JSON.parse(readFileSync(join(folder, name), "utf8")) as ReadingKey;
        counts.push(scoreReading(key, read({ text: readFileSync(path, "utf8") })));
      }
      return counts.length === 0 ? [] : toScores(`keys, ${form}`, counts);
    });
  },
};

function toScores(set: string, all: ReadingCounts[]): Score[] {
  const sum = (part: keyof ReadingCounts): number => all.reduce((total, counts) => total + counts[part], 0);
  const f1 = (right: number): number => (200 * right) / (sum("given") + sum("wanted"));
  const row = (measure: string, value: number): Score => ({ set, measure, value });
  return [
    row("statements F1", f1(sum("found"))),
    row("statements with speaker F1", f1(sum("rightSpeaker"))),
    row("mode right, %", (100 * sum("rightMode")) / sum("found")),
    row("people found, %", (100 * sum("peopleFound")) / sum("people")),
    row("people with their role, %", (100 * sum("peopleWithRole")) / sum("people")),
  ];
}
