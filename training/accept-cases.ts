/**
 * `npm run accept [-- slug…]`: takes what is read today as expected, for every golden case or those named.
 *
 * Look at the changes before committing them: `git diff tests/cases`.
 */
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatDigest, readCase } from "./reading/read-case.ts";
import { printReport, recordCases } from "./record-cases.ts";

const folder = "tests/cases/reading";
const slugs = process.argv.slice(2);
for (const slug of slugs.length > 0 ? slugs : readdirSync(folder).sort()) {
  const path = join(folder, slug);
  writeFileSync(join(path, "expected.json"), formatDigest(readCase(path)));
  const actual = join(path, "actual.json");
  if (existsSync(actual)) rmSync(actual);
}

if (slugs.length === 0) {
  for (const { report, record } of recordCases) writeFileSync(record, (await printReport(report)).out);
}
