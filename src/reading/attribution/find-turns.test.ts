import { describe, expect, it } from "vitest";
import { NO_HEADER } from "../find-report-header.ts";
import { nameEntity } from "../name-entity.ts";
import { analyseReport } from "../pipeline.ts";

/** Every attribution as "speaker: content". */
function readSaid(text: string): string[] {
  const document = analyseReport(text, NO_HEADER);
  return document.attributionParts.map(({ attribution, speaker }) => {
    const entity = speaker < 0 ? -1 : document.entityOf[speaker];
    const name = entity < 0 ? "-" : nameEntity(document, document.resolvedEntities[entity]);
    return `${name}: ${attribution.content.map(({ start, end }) => document.text.slice(start, end)).join(" ... ")}`;
  });
}

describe("findTurns", () => {
  it("gives the turns of a conversation to those whose names stand before them", () => {
    const said = readSaid(
      "Tom Vale: How long was the pier closed?\n\nLena Marsh: It was closed for two weeks. We had no money.\n\nTom Vale: And who paid?",
    );
    expect(said).toContain("Lena Marsh: It was closed for two weeks. We had no money.");
    expect(said).toContain("Tom Vale: And who paid?");
  });

  it("takes one name before a colon for no turn", () => {
    const text = "Lena Marsh: the pier at dawn. It was cold that day.\n\nThe pier was closed for two weeks.";
    expect(readSaid(text)).not.toContain("Lena Marsh: the pier at dawn. It was cold that day.");
  });
});

describe("findReadOut", () => {
  it("gives what a letter reads to whose letter it is, over paragraphs", () => {
    const said = readSaid(
      "Lena Marsh left on Monday. Her letter read: “I have decided to leave.\n\n“It has been an honour.”",
    );
    expect(said).toContain("Lena Marsh: “I have decided to leave. ... It has been an honour.”");
  });
});
