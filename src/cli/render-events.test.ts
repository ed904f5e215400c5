import { describe, expect, it } from "vitest";
import { findWords, makeReading } from "../../tests/hand-made-reading.ts";
import type { Reading } from "../reading/index.ts";
import { getDisplayWidth } from "./display-width.ts";
import { renderEvents } from "./render-events.ts";
import { getStyle } from "./style.ts";

type Event = Reading["events"][number];

const style = getStyle({ isTerminal: false, write: async () => {} }, {});
const text =
  "Norland will meet Orrin. Ada Wren said Orrin shelled Port Vale. Norland sent Orrin grain. The raid was denied.";

function makeEvents(): Reading {
  const said = [{ content: ["Orrin shelled Port Vale"], speaker: "e3" }];
  const entities = [
    { name: "Norland", kind: "state" as const },
    { name: "Orrin", kind: "state" as const },
    { name: "Ada Wren" },
    { name: "Port Vale", kind: "place" as const },
  ];
  const reading = makeReading({ text }, entities, said);
  const add = (deed: Event["class"], words: string, more: Partial<Event>) =>
    reading.events.push({
      id: `v${reading.events.length + 1}`,
      class: deed,
      cameo: null,
      actor: null,
      recipient: null,
      status: "asserted",
      statement: null,
      when: null,
      where: null,
      evidence: [findWords(text, words)],
      score: 0.8,
      ...more,
    });
  add("ASSAULT", "The raid", { status: "denied", score: 0.3 });
  add("CONSULT", "will meet", { actor: "e1", recipient: "e2", status: "planned", when: "2031-05" });
  const claim = { status: "claimed", statement: "s1" } as const;
  add("ASSAULT", "shelled Port Vale", { ...claim, actor: "e2", when: "2031-04-09", where: "e4" });
  add("AID", "sent Orrin grain", { actor: "e1", recipient: "e2", when: "2031" });
  return reading;
}

describe("renderEvents", () => {
  it("puts events on a time line, the undated last, and says which are more or less than facts", () => {
    expect(renderEvents({ reading: makeEvents(), width: 100, style, all: true })).toEqual([
      "",
      "What happened",
      "  2031           Norland gave aid to Orrin  sent Orrin grain",
      "  9 April 2031   Orrin made an attack (claimed by Ada Wren; Port Vale)  shelled Port Vale",
      "  May 2031       Norland to talk with Orrin (planned)  will meet",
      "               ? someone made an attack (denied)  The raid",
    ]);
  });

  it("counts what is rather unsure, and tells what one did in the same words in one row", () => {
    const reading = makeEvents();
    reading.events.push({ ...reading.events[3], id: "v5", class: "COOPERATE" });
    expect(renderEvents({ reading, width: 100, style, all: false })).toEqual([
      "",
      "What happened",
      "  2031           Norland gave aid to Orrin; worked together with Orrin  sent Orrin grain",
      "  9 April 2031   Orrin made an attack (claimed by Ada Wren; Port Vale)  shelled Port Vale",
      "  May 2031       Norland to talk with Orrin (planned)  will meet",
      "  ? 1 less sure: --all shows them",
    ]);
  });

  it("needs no column of dates where none is known", () => {
    const reading = makeEvents();
    reading.events = [{ ...reading.events[0], when: null }];
    expect(renderEvents({ reading, width: 80, style, all: true }).slice(2)).toEqual([
      "  ? someone made an attack (denied)  The raid",
    ]);
  });

  it.each([60, 80, 120])("fits %i columns", (width) => {
    const reading = makeEvents();
    const all = [{ start: 0, end: text.length }];
    reading.events = reading.events.map((event) => ({ ...event, evidence: all }));
    const lines = renderEvents({ reading, width, style, all: true });
    expect(lines.length).toBeGreaterThan(8);
    expect(Math.max(...lines.map(getDisplayWidth))).toBeLessThanOrEqual(width);
  });

  it("prints nothing where nothing happened", () => {
    expect(renderEvents({ reading: makeReading({ text }, []), width: 80, style, all: true })).toEqual([]);
  });
});
