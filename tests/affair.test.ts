import { resolve } from "node:path";
import { expect, it } from "vitest";
import { readReports } from "../src/sources/index.ts";

const folder = resolve(import.meta.dirname, "../examples/affair/reports");

it("the shipped affair is fourteen reports, all dated but the stemmed one, and nothing in it is refused", async () => {
  const texts: string[] = [];
  const dated: boolean[] = [];
  for await (const item of readReports({ files: [folder] })) {
    expect(item).toMatchObject({ kind: "report" });
    if (item.kind !== "report") continue;
    texts.push(item.report.text);
    dated.push(item.report.publishedAt !== undefined || item.report.text.includes(" | 2031-"));
  }
  expect(texts).toHaveLength(14);
  expect(dated.filter((it) => !it)).toHaveLength(1);
  // The menus, captions and boxes of the pages stay out.
  expect(texts.join("\n")).not.toMatch(/cookies|ran brown|READ MORE|morning letter/);
  expect(texts.join("\n").match(/map with the roads/g)).toHaveLength(1);
});
