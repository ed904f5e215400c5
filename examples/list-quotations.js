/**
 * The library in ten lines: everything that is quoted word for word in a report, with who said it and where it stands.
 *
 *     node examples/list-quotations.js examples/mine-collapse/report.txt
 */
import { readFileSync } from "node:fs";
import { read } from "onrecord/reading";

const { report, entities, statements } = read({ text: readFileSync(process.argv[2], "utf8") });
const names = new Map(entities.map(({ id, name }) => [id, name]));
for (const { mode, speaker, content } of statements) {
  if (mode !== "direct") continue;
  const [{ start, end }] = content;
  console.log(`${start}-${end}  ${names.get(speaker) ?? "somebody"}: ${report.text.slice(start, end)}`);
}
