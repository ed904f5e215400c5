import { describe, expect, it } from "vitest";
import { findWords, makeReading } from "../../tests/hand-made-reading.ts";
import { READING_TABLES } from "./reading-tables.ts";

const text =
  "Norland backed the warrant for Ada Wren, leader of the Grey Hand. It sent 40 boats to Orrin on Monday, she said.";

function makeFull() {
  const reading = makeReading({ text }, [
    { name: "Norland", kind: "state" },
    { name: "Ada Wren", roles: [["leader", "e3"], ["farmer"]] },
    { name: "Grey Hand", kind: "organisation" },
    { name: "Orrin", kind: "state" },
  ]);
  const prove = (...words: string[]) => ({ evidence: words.map((each) => findWords(text, each)), score: 0.7 });
  const from = { statement: "s1", when: "2031-05", where: "e4" };
  reading.stances.push({
    id: "t1",
    holder: "e1",
    target: { text: "the warrant", entity: null, case: "c1" },
    stance: "supports",
    strength: 0.8,
    statement: null,
    event: "v1",
    ...prove("Norland", "the warrant"),
  });
  const parties = { actor: "e1", recipient: "e4", status: "claimed" } as const;
  reading.events.push({
    id: "v1",
    class: "AID",
    cameo: "070",
    ...parties,
    ...from,
    ...prove("sent 40 boats to Orrin"),
  });
  reading.cases.push({
    id: "c1",
    kind: "arrest warrant",
    court: null,
    applicant: "e1",
    stage: "issued",
    stages: [
      { stage: "requested", when: "2031-04", ...prove("warrant") },
      { stage: "issued", when: null, ...prove("warrant") },
    ],
    standard: null,
    respondents: [
      { person: "e2", allegations: ["pillage", "arson"].map((name) => ({ name, class: null, ...prove("warrant") })) },
      { person: "e3", allegations: [] },
    ],
    decidedBy: "the bench",
    enforcedBy: null,
    memberStates: 40,
    nonMembers: ["e1", "e4"],
    treaty: null,
    ...prove("the warrant"),
  });
  const amount = { value: 40, bound: "exactly", what: "boats", class: "count", source: "e2" } as const;
  reading.figures.push({ id: "f1", ...amount, ...from, revises: "f9", ...prove("40 boats") });
  reading.designations.push({ of: "e3", as: "banned, armed group", by: ["e1", "e4"], ...prove("Grey Hand") });
  return reading;
}

function toRecords(name: string, reading = makeFull()) {
  const { columns, toRows } = READING_TABLES.find((table) => table.name === name)!;
  return toRows(reading, "a.txt").map((row) => {
    expect(row).toHaveLength(columns.length);
    return Object.fromEntries(columns.map((column, index) => [column, row[index]]));
  });
}

const here = { report: "0123456789abcdef0123456789abcdef", file: "a.txt" };
const from = { statement: "s1", when: "2031-05", where: "Orrin" };

describe("the tables of a reading", () => {
  it("hold stances with the words that prove them", () => {
    expect(toRecords("stances")).toEqual([
      {
        ...here,
        ...{ stance: "t1", holder: "Norland", target: "the warrant", targetEntity: null, targetCase: "c1" },
        ...{ position: "supports", strength: 0.8, statement: null, event: "v1" },
        ...{ score: 0.7, start: 0, end: 26, evidence: "Norland … the warrant" },
      },
    ]);
  });

  it("hold events", () => {
    const deed = { event: "v1", class: "AID", cameo: "070", actor: "Norland", recipient: "Orrin", status: "claimed" };
    const proof = { score: 0.7, start: 69, end: 91, evidence: "sent 40 boats to Orrin" };
    expect(toRecords("events")).toEqual([{ ...here, ...deed, ...from, ...proof }]);
  });

  it("hold a case in one row", () => {
    expect(toRecords("cases")).toEqual([
      {
        ...here,
        ...{ case: "c1", kind: "arrest warrant", court: null, applicant: "Norland", stage: "issued" },
        ...{ stages: "requested 2031-04; issued", standard: null },
        ...{ respondents: "Ada Wren: pillage, arson; Grey Hand", decidedBy: "the bench", enforcedBy: null },
        ...{ memberStates: 40, nonMembers: "Norland; Orrin", treaty: null },
        ...{ score: 0.7, start: 15, end: 26, evidence: "the warrant" },
      },
    ]);
  });

  it("hold figures and designations", () => {
    const amount = { figure: "f1", value: 40, bound: "exactly", what: "boats", class: "count", source: "Ada Wren" };
    const boats = { score: 0.7, start: 74, end: 82, evidence: "40 boats" };
    const links = { to: null, revises: "f9", partOf: null };
    expect(toRecords("figures")).toEqual([{ ...here, ...amount, ...from, ...links, ...boats }]);
    const hand = { score: 0.7, start: 55, end: 64, evidence: "Grey Hand" };
    const called = { of: "Grey Hand", as: "banned, armed group", by: "Norland; Orrin" };
    expect(toRecords("designations")).toEqual([{ ...here, ...called, ...hand }]);
  });

  it("hold entities with their roles", () => {
    const person = { kind: "person", name: "Ada Wren", aliases: "", country: null, roles: "leader, Grey Hand; farmer" };
    expect(toRecords("entities")[1]).toEqual({ ...here, entity: "e2", ...person, mentions: 0 });
    expect(toRecords("entities")).toHaveLength(4);
  });

  it("have no rows for what a report has not", () => {
    for (const { toRows } of READING_TABLES) expect(toRows(makeReading({ text }, []), "a.txt")).toEqual([]);
  });
});
