import { expect, it } from "vitest";
import type { StatementLine } from "../../record/index.ts";
import { citeLine } from "./cite-line.ts";

const report = {
  id: "r",
  title: "Bridge to open",
  outlet: "The Herald",
  url: null,
  publishedAt: "2031-03-12T08:00:00Z",
  copyOf: null,
};
const speaker = { id: "p", name: "Orla Tamsin", kind: "person" } as const;

it.each<[string, Pick<StatementLine, "speaker" | "mode" | "text" | "report">, string]>([
  ["own words", { speaker, mode: "direct", text: "“The bridge opens in May.”", report },
    "Orla Tamsin: “The bridge opens in May.” “Bridge to open”, The Herald, 12 March 2031."],
  ["other words, partly quoted", { speaker: null, mode: "mixed", text: "the toll was “theft", report },
    "Speaker not known: the toll was “theft”. “Bridge to open”, The Herald, 12 March 2031."],
  ["an address", { speaker, mode: "indirect", text: "it opens in May", report: { ...report, url: "https://herald.example/a" } },
    "Orla Tamsin: it opens in May. “Bridge to open”, The Herald, 12 March 2031, https://herald.example/a#:~:text=it%20opens%20in%20May."],
  ["an address that is none", { speaker, mode: "indirect", text: "it opens in May", report: { ...report, title: null, outlet: null, publishedAt: null, url: "javascript:x" } },
    "Orla Tamsin: it opens in May."],
])("cites %s", (_, line, expected) => {
  expect(citeLine(line)).toBe(expected);
}); // biome-ignore format: by rows
