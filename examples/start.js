/**
 * `npm start`: one example report in full, a line for each of the others, an archive of many reports, and what to try next.
 *
 * The archive lies in a temporary folder and goes when all is shown.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
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

process.exitCode =
  (await main(["read", shown])) ||
  (await tell("The other examples:", "read", "--brief", ...reports.filter((file) => file !== shown))) ||
  (await showArchive(`${folder}/affair/reports`));
if (process.exitCode === 0) {
  const next = [
    [`read ${folder}/mine-collapse/report.txt`, "the record of another report"],
    [`read ${folder}/zinc-tariffs/report.stem.txt`, "the same from nothing but stems"],
    [`read --format json ${shown}`, "everything, tied to the words"],
    [`add ${folder}/affair/reports`, "the archive above, to keep: onrecord.db"],
    ["search --speaker Corvay", "what she said in all reports"],
    ["--help", "all there is"],
  ];
  process.stdout.write("\nTry next:\n\n");
  for (const [argv, what] of next) process.stdout.write(`  npx onrecord ${argv.padEnd(52)}  ${what}\n`);
}

function tell(heading, ...argv) {
  process.stdout.write(`\n${heading}\n\n`);
  return main(argv);
}

/** Text, pages, a feed, a PDF and stems, fourteen reports of one affair: added to an archive and asked. */
async function showArchive(files) {
  const temporary = mkdtempSync(join(tmpdir(), "onrecord-start-"));
  const store = ["--store", join(temporary, "start.db")];
  try {
    return (
      (await tell(`Many reports in one archive: onrecord add ${files}`, "add", ...store, files)) ||
      (await tell("What it holds: onrecord stats", "stats", ...store)) ||
      (await tell(
        "Who spoke of the warrant: onrecord search warrant",
        "search",
        ...store,
        "--limit",
        "8",
        "warrant",
      )) ||
      (await tell("One person in all of them: onrecord show person Corvay", "show", ...store, "person", "Corvay"))
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
