/** Text to measure speed on: the project's own example reports, again and again. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The plain reports among the examples, in the order of their folders. */
export function readExampleReports(examplesFolder: string): string[] {
  return readdirSync(examplesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(examplesFolder, entry.name))
    .sort()
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name === "report.txt")
        .map((name) => join(folder, name)),
    )
    .map((path) => readFileSync(path, "utf8"));
}

/** Words as people count them: stretches without white space. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
