/** Reads the files of the training data: compressed lines of JSON, compressed CoNLL-U, tables. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The text of a file, unpacked where its name ends in `.gz`. */
export function readCorpusText(dataFolder: string, path: string): string {
  const bytes = readFileSync(join(dataFolder, path));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** The records of a `.jsonl.gz` file, in order. */
export function readCorpusRecords<Record>(dataFolder: string, path: string): Record[] {
  return readCorpusText(dataFolder, path)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record);
}

export function hasCorpusFile(dataFolder: string, path: string): boolean {
  return existsSync(join(dataFolder, path));
}
