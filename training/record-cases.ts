/** Golden records: what `onrecord read` prints for the example reports, kept in `tests/cases/records`. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { main } from "../src/cli/main.ts";

export const RECORDS_FOLDER = "tests/cases/records";

/** The examples, plain and stemmed, by the name of their record. */
export function listRecordCases(): { name: string; report: string }[] {
  return readdirSync("examples", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [
      { name: `${name}.txt`, report: join("examples", name, "report.txt") },
      { name: `${name}.stem.txt`, report: join("examples", name, "report.stem.txt") },
    ])
    .filter(({ report }) => existsSync(report))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Runs the command line on a report, as in a pipe. */
export async function printReport(
  report: string,
  ...options: string[]
): Promise<{ status: number; out: string; err: string }> {
  const written = { out: "", err: "" };
  const write = (to: "out" | "err") => ({
    isTerminal: false,
    write: async (text: string) => {
      written[to] += text;
    },
  });
  const streams = { stdin: (async function* () {})(), stdout: write("out"), stderr: write("err"), env: {} };
  return { status: await main(["read", ...options, report], streams), ...written };
}
