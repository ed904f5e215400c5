/**
 * `npm run train [-- model…] [--data DIR]`: remakes the models, byte for byte, with a card for each.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import { writeModelFile } from "../src/language/model-file.ts";
import type { ModelCard } from "./trainer.ts";
import { trainers } from "./trainers.ts";

const program = new Command("train")
  .description("Trains the models, or those named.")
  .argument("[models...]", `of ${trainers.map(({ model }) => model).join(", ")}`)
  .option("--data <folder>", "training data", "../shared/data")
  .option("--out <folder>", "where models and cards are written", "models")
  .parse();
const { data, out } = program.opts<{ data: string; out: string }>();
const unknown = program.args.filter((name) => !trainers.some(({ model }) => model === name));
if (unknown.length > 0) program.error(`no such model: ${unknown.join(", ")}`);

const wanted = trainers.filter(({ model }) => program.args.length === 0 || program.args.includes(model));
for (const [index, trainer] of wanted.entries()) {
  const started = performance.now();
  const prefix = `[${index + 1}/${wanted.length}] ${trainer.model}`;
  const { content, card } = trainer.train({
    dataFolder: resolve(data),
    progress: (line) => showProgress(`${prefix}: ${line}`),
  });
  const bytes = writeModelFile(content);
  writeFileSync(resolve(out, `${trainer.model}.bin`), bytes);
  writeFileSync(resolve(out, `${trainer.model}.md`), formatCard(trainer.model, card, bytes.byteLength));
  showProgress(`${prefix}: ${(bytes.byteLength / 1024).toFixed(0)} KiB in ${seconds(started)} s\n`);
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}

function showProgress(line: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line.trimEnd()}\n`);
}

function formatCard(model: string, card: ModelCard, size: number): string {
  const lines = (items: string[]): string => items.map((item) => `- ${item}`).join("\n");
  return [
    `# Model card: ${model}`,
    card.purpose,
    `Made by \`npm run train -- ${model}\`, seed ${card.seed}; \`models/${model}.bin\`, ${size} bytes.`,
    `## Data\n\n${lines(card.data)}`,
    `## Scores\n\n| measure | value |\n| --- | --- |\n${card.scores.map(([measure, value]) => `| ${measure} | ${value} |`).join("\n")}`,
    `## Limits\n\n${lines(card.limits)}`,
  ]
    .join("\n\n")
    .concat("\n");
}
