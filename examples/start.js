/** `npm start`: one example report in full, a line for each of the others, and what to try next. */
import { existsSync, readdirSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "../dist/src/cli/main.js";

const SHOWN = "lake-tribunal";

const folder = relative(process.cwd(), fileURLToPath(new URL(".", import.meta.url))) || ".";
const reports = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `${folder}/${name}/report.txt`)
  .filter((file) => existsSync(file))
  .sort();
const shown = `${folder}/${SHOWN}/report.txt`;

process.exitCode = await main(["read", shown]);
if (process.exitCode === 0) {
  process.stdout.write("\nThe other examples:\n\n");
  process.exitCode = await main(["read", "--brief", ...reports.filter((file) => file !== shown)]);
  const next = [
    [`read ${folder}/mine-collapse/report.txt`, "the record of another report"],
    [`read ${folder}/zinc-tariffs/report.stem.txt`, "the same from nothing but stems"],
    [`read --format json ${shown}`, "everything, tied to the words"],
    ["--help", "all there is"],
  ];
  process.stdout.write("\nTry next:\n\n");
  for (const [argv, what] of next) process.stdout.write(`  npx onrecord ${argv.padEnd(52)}  ${what}\n`);
}
