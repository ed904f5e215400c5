/** A short report and its reading by hand: one of everything that the command line has to show. */
import type { Reading, Report } from "../../src/reading/index.ts";
import { makeReading } from "../hand-made-reading.ts";

export const COUNCIL_TEXT = `Mayor Brigid Solheim-Aday told the council on Tuesday that the bridge was safe. "It has stood for ninety years," she said, "and it will stand for ninety more."

The engineer who inspected it, Cosmo Treadgar, called the remark "brave". According to the harbour office, the bridge closes in May.

"We never agreed to that," one member of the council said. Treadgar did not say when he would report.
`;

export const councilReport: Report = {
  title: "Old bridge will stand, mayor tells council",
  outlet: "The Fenwater Post",
  publishedAt: "2031-04-02",
  text: COUNCIL_TEXT,
};

/** Puts together the reading that a careful person would make of `councilReport`, with what is given in its place. */
export function readCouncilReport(report: Report = councilReport): Reading {
  return makeReading(
    report,
    [
      { name: "Brigid Solheim-Aday", roles: [["mayor", "e4"]] },
      { name: "Cosmo Treadgar", roles: [["engineer"]] },
      { name: "harbour office", kind: "organisation" },
      { name: "Fenwater", kind: "place" },
      { name: "council", kind: "group" },
    ],
    [
      { speaker: "e1", content: ["the bridge was safe"], cue: "told", source: "Brigid Solheim-Aday", addressee: "e5" },
      {
        speaker: "e1",
        mode: "direct",
        content: ['"It has stood for ninety years,"', '"and it will stand for ninety more."'],
        cue: "said",
      },
      { speaker: "e2", mode: "mixed", content: ['the remark "brave'], cue: "called", score: 0.41, act: "praise" },
      { speaker: "e3", content: ["the bridge closes in May"], cue: "According to", when: "2031-05" },
      {
        mode: "direct",
        content: ['"We never agreed to that,"'],
        cue: "said",
        source: "one member of the council",
        act: "deny",
      },
      { speaker: "e2", content: ["when he would report"], cue: "say", polarity: "negated" },
    ],
  );
}
