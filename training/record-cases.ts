/** Golden records: what `onrecord read` prints for example reports, kept in `tests/cases/records`. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { main } from "../src/cli/main.ts";

export interface RecordCase {
  readonly report: string;
  /** What is printed, as accepted. */
  readonly record: string;
}

/** Few, and short: a reviewer is to read each change. */
export const recordCases: readonly RecordCase[] = [
  { report: "examples/ferry-fares/report.txt", record: "tests/cases/records/ferry-fares.txt" },
];

/** The example reports, plain and stemmed. */
export function listExampleReports(): string[] {
  return readdirSync("examples", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [join("examples", name, "report.txt"), join("examples", name, "report.stem.txt")])
    .filter((file) => existsSync(file))
    .sort();
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
