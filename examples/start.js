/**
 * `npm start`: one example report in full, a line for each of the others, an archive of many reports, what to try next, and on
 * a terminal the page over that archive, until Ctrl-C.
 *
 * The archive lies in a temporary folder and goes when all is shown.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "../dist/src/cli/main.js";
import { openStore } from "../dist/src/store/index.js";

const SHOWN = "lake-tribunal";

const folder = relative(process.cwd(), fileURLToPath(new URL(".", import.meta.url))) || ".";
const reports = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `${folder}/${name}/report.txt`)
  .filter((file) => existsSync(file))
  .sort();
const shown = `${folder}/${SHOWN}/report.txt`;

const temporary = mkdtempSync(join(tmpdir(), "onrecord-start-"));
const store = ["--store", join(temporary, "start.db")];
try {
  process.exitCode =
    (await main(["read", shown])) ||
    (await tell("The other examples:", "read", "--brief", ...reports.filter((file) => file !== shown))) ||
    (await showArchive(`${folder}/affair/reports`)) ||
    (await makeAffair());
  if (process.exitCode === 0) {
    tellNext();
    // Where nobody looks, nobody presses Ctrl-C either.
    if (process.stdout.isTTY && !process.env.CI) {
      process.exitCode = await tell("The same archive as a page:", "serve", "--port", "0", ...store);
    } else {
      process.stdout.write("\nThe archive as a page, over onrecord.db: npx onrecord serve\n");
    }
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function tellNext() {
  const next = [
    [`read ${folder}/mine-collapse/report.txt`, "the record of another report"],
    [`read ${folder}/zinc-tariffs/report.stem.txt`, "the same from nothing but stems"],
    [`read --format json ${shown}`, "everything, tied to the words"],
    [`add ${folder}/affair/reports`, "the archive above, to keep: onrecord.db"],
    ["search --speaker Corvay", "what she said in all reports"],
    ["serve", "the page over onrecord.db"],
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
  return (
    (await tell(`Many reports in one archive: onrecord add ${files}`, "add", ...store, files)) ||
    (await tell("What it holds: onrecord stats", "stats", ...store)) ||
    (await tell("Who spoke of the warrant: onrecord search warrant", "search", ...store, "--limit", "8", "warrant")) ||
    (await tell("One person in all of them: onrecord show person Corvay", "show", ...store, "person", "Corvay"))
  );
}

/** What the page shows first: all that was added, and who stands where. */
async function makeAffair() {
  const archive = await openStore(store[1]);
  try {
    const { id } = await archive.createAffair({ name: "The Pell Bridge warrant", query: { from: "2031" } });
    const reports = await archive.findReports({}, { limit: 500 });
    await archive.setReportsInAffair(
      id,
      reports.items.map((report) => report.id),
      true,
    );
    await archive.addIssue(id, { proposition: "the warrant should be carried out", words: "arrest the general" });
    await archive.addIssue(id, {
      proposition: "the prosecutor's request is right",
      words: "decision charge accusation",
    });
    return 0;
  } finally {
    await archive.close();
  }
}
