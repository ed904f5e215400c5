/**
 * `npm run evaluate -- [layer…] [--data DIR] [--split dev|test] [--json]`: measures models and layers on annotated data.
 */
import { resolve } from "node:path";
import { Command, Option } from "commander";
import type { Score } from "./evaluation.ts";
import { evaluations } from "./evaluations.ts";

const program = new Command("evaluate")
  .description("Measures every layer, or those named, on annotated data.")
  .argument("[layers...]", `of ${evaluations.map(({ layer }) => layer).join(", ")}`)
  .option("--data <folder>", "annotated data", "../shared/data")
  .addOption(new Option("--split <split>", "which files").choices(["dev", "test"]).default("dev"))
  .option("--json", "print JSON")
  .parse();
const { data, split, json } = program.opts<{ data: string; split: "dev" | "test"; json?: boolean }>();
const unknown = program.args.filter((name) => !evaluations.some(({ layer }) => layer === name));
if (unknown.length > 0) program.error(`no such layer: ${unknown.join(", ")}`);

const scores: (Score & { layer: string })[] = [];
for (const { layer, evaluate } of evaluations) {
  if (program.args.length > 0 && !program.args.includes(layer)) continue;
  const found = await evaluate({ dataFolder: resolve(data), split });
  if (found.length === 0) process.stderr.write(`${layer}: no ${split} data for it in ${data}\n`);
  for (const score of found) {
    scores.push({ layer, ...score });
    if (!json)
      console.log(`${layer.padEnd(14)} ${score.set.padEnd(24)} ${score.measure.padEnd(32)} ${score.value.toFixed(2)}`);
  }
}
if (json) console.log(JSON.stringify({ split, scores }, undefined, 2));
