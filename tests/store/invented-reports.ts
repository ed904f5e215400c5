/** Reports about invented persons and states, with readings made by hand, for tests of what is done with many. */
import type { Reading } from "../../src/reading/index.ts";
import type { ReportToAdd } from "../../src/record/index.ts";
import { hashToHex } from "../../src/record/index.ts";
import { type HandMadeEntity, type HandMadeStatement, makeReading } from "../hand-made-reading.ts";

export interface Invented {
  text: string;
  publishedAt?: string;
  outlet?: string;
  entities?: HandMadeEntity[];
  statements?: HandMadeStatement[];
  stances?: [holder: string, stance: Reading["stances"][number]["stance"], target: string][];
  reader?: string;
}

export function invent({
  text,
  publishedAt,
  outlet,
  entities = [],
  statements = [],
  stances = [],
  reader = "r1",
}: Invented): ReportToAdd {
  const reading = makeReading(
    { text, ...(publishedAt === undefined ? {} : { publishedAt }), ...(outlet === undefined ? {} : { outlet }) },
    entities,
    statements,
  );
  const id = hashToHex(text) + hashToHex(`${text}!`);
  reading.report.id = id;
  reading.entities = reading.entities.map((entity) => {
    const start = text.indexOf(entity.name);
    return { ...entity, mentions: start < 0 ? [] : [{ start, end: start + entity.name.length, by: "name" }] };
  });
  reading.stances = stances.map(([holder, stance, target], index) => {
    const start = text.indexOf(target);
    return {
      id: `t${index + 1}`, holder, target: { text: target, entity: null, case: null }, stance, strength: 0.8,
      statement: statements.length === 1 ? "s1" : null,
      event: null, evidence: [{ start, end: start + target.length }], score: 0.8,
    }; // biome-ignore format: a row
  });
  return { report: reading.report, reading, reader, origin: null };
}

const VELDRIA: HandMadeEntity = { name: "Veldria", kind: "state" };

/** One report a call, about the harbour toll of an invented state. */
export function tollReport(
  date: string,
  quote: string,
  stance: "supports" | "opposes" = "opposes",
  outlet = "Coast Post",
): ReportToAdd {
  return invent({
    text: `VELDMOND - Prime Minister Ilse Marrant of Veldria said "${quote}" when asked about the harbour toll on ${date}.`,
    publishedAt: date,
    outlet,
    entities: [{ name: "Ilse Marrant", roles: [["prime minister", "e2"]] }, VELDRIA],
    statements: [{ content: [quote], cue: "said", source: "Ilse Marrant", speaker: "e1", mode: "direct" }],
    stances: [["e1", stance, "the harbour toll"]],
  });
}
