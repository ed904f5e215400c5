/** Reads the report of a golden case. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "../../src/reading/index.ts";
import { digestReading, type ReadingDigest } from "./digest-reading.ts";

export function readCase(folder: string): ReadingDigest {
  return digestReading(read({ text: readFileSync(join(folder, "source.txt"), "utf8") }));
}

export function formatDigest(digest: ReadingDigest): string {
  return `${JSON.stringify(digest, undefined, 2)}\n`;
}
