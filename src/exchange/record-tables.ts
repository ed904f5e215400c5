/** The record as tables, one for each kind of line; every row has the address of its report and the words that prove it. */
import type { EntityRef, RecordLine } from "../record/index.ts";
import type { ExportedReport } from "./walk-archive.ts";

export type Cell = string | number | null;
export type ColumnType = "text" | "whole" | "real";

export interface RecordTable {
  /** Of its file, without the ending. */
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: ColumnType])[];
  toRows(report: ExportedReport): Cell[][];
}

type Row = Record<string, Cell>;
type Columns = Record<string, ColumnType>;

const REPORT: Columns = {
  report: "text", outlet: "text", publishedAt: "text", url: "text", title: "text",
}; // biome-ignore format: a row
const PROOF: Columns = {
  key: "text", score: "real", status: "text", start: "whole", end: "whole", evidence: "text",
}; // biome-ignore format: a row

const REPORTS = defineTable(
  "reports",
  {
    ...REPORT, byline: "text", language: "text", form: "text", origin: "text", addedAt: "text", reader: "text", copyOf: "text",
    words: "whole", statements: "whole",
  },
  ({ stored }) => {
    const { byline, language, form, origin, addedAt, reader, copyOf } = stored;
    const counts = { words: stored.wordCount, statements: stored.statementCount };
    return [{ byline, language, form, origin, addedAt, reader, copyOf, ...counts }];
  },
); // biome-ignore format: by rows

const STATEMENTS = defineTable(
  "statements",
  {
    ...REPORT, kind: "text", act: "text", mode: "text", polarity: "text", speaker: "text", speakerId: "text", text: "text",
    when: "text", utterance: "text", ...PROOF,
  },
  ({ statements }) =>
    statements.map((line) => {
      const { kind, act, mode, polarity, text, when, utteranceId } = line;
      const said = { kind, act, mode, polarity, text, when, utterance: utteranceId };
      return { ...said, ...refer("speaker", line.speaker), ...prove(line) };
    }),
); // biome-ignore format: by rows

const STANCES = defineTable(
  "stances",
  {
    ...REPORT, holder: "text", holderId: "text", stance: "text", strength: "real", target: "text", targetEntity: "text",
    targetEntityId: "text", statement: "text", ...PROOF,
  },
  ({ stances }) =>
    stances.map((line) => ({
      ...{ stance: line.stance, strength: line.strength, target: line.target.text, statement: line.statementKey },
      ...refer("holder", line.holder),
      ...refer("targetEntity", line.target.entity),
      ...prove(line),
    })),
); // biome-ignore format: by rows

const EVENTS = defineTable(
  "events",
  {
    ...REPORT, class: "text", cameo: "text", actor: "text", actorId: "text", recipient: "text", recipientId: "text",
    eventStatus: "text", when: "text", statement: "text", ...PROOF,
  },
  ({ events }) =>
    events.map((line) => {
      const { cameo, eventStatus, when } = line;
      const parties = { ...refer("actor", line.actor), ...refer("recipient", line.recipient) };
      return { class: line.class, cameo, eventStatus, when, statement: line.statementKey, ...parties, ...prove(line) };
    }),
); // biome-ignore format: by rows

const CASES = defineTable(
  "cases",
  {
    ...REPORT, kind: "text", court: "text", courtId: "text", applicant: "text", applicantId: "text", stage: "text",
    standard: "text", respondents: "text", ...PROOF,
  },
  ({ cases }) =>
    cases.map((line) => ({
      ...{ kind: line.kind, stage: line.stage, standard: line.standard },
      ...refer("court", line.court),
      ...refer("applicant", line.applicant),
      respondents: line.respondents
        .map(({ person, allegations }) => [person.name, allegations.join(", ")].filter(Boolean).join(": "))
        .join("; "),
      ...prove(line),
    })),
); // biome-ignore format: by rows

const FIGURES = defineTable(
  "figures",
  {
    ...REPORT, value: "real", bound: "text", what: "text", class: "text", source: "text", sourceId: "text", when: "text",
    where: "text", whereId: "text", ...PROOF,
  },
  ({ figures }) =>
    figures.map((line) => {
      const { value, bound, what, when } = line;
      const places = { ...refer("source", line.source), ...refer("where", line.where) };
      return { value, bound, what, class: line.class, when, ...places, ...prove(line) };
    }),
); // biome-ignore format: by rows

const MENTIONS = defineTable(
  "entities",
  { ...REPORT, entity: "text", name: "text", kind: "text", country: "text", roles: "text", mentions: "whole", start: "whole", end: "whole" },
  ({ stored }) => {
    const names = new Map(stored.reading?.entities.map(({ id, name }) => [id, name]));
    return (stored.reading?.entities ?? []).map(({ id, name, kind, country, roles, mentions }) => ({
      ...{ entity: stored.entityIds[id] ?? null, name, kind, country, mentions: mentions.length },
      roles: roles.map(({ title, of }) => [title, of && names.get(of)].filter(Boolean).join(", ")).join("; "),
      start: mentions[0]?.start ?? null,
      end: mentions[0]?.end ?? null,
    }));
  },
); // biome-ignore format: by rows

/** Reports first. Lists within a cell are joined by semicolons. */
export const RECORD_TABLES: readonly RecordTable[] = [REPORTS, STATEMENTS, STANCES, EVENTS, CASES, FIGURES, MENTIONS];

function defineTable(name: string, types: Columns, toFacts: (report: ExportedReport) => Row[]): RecordTable {
  const columns = Object.entries(types);
  return {
    name,
    columns,
    toRows(report) {
      const { id, outlet, publishedAt, url, title } = report.stored;
      const own: Row = { report: id, outlet, publishedAt, url, title };
      return toFacts(report).map((facts) => {
        const row = { ...own, ...facts };
        return columns.map(([column]) => row[column] ?? null);
      });
    },
  };
}

function refer(name: string, entity: EntityRef | null): Row {
  return { [name]: entity?.name ?? null, [`${name}Id`]: entity?.id ?? null };
}

/** `start` and `end` are where the evidence begins and ends; `evidence` is its words. */
function prove({ key, score, status, evidence, quote }: RecordLine): Row {
  const start = Math.min(...evidence.map((span) => span.start));
  const end = Math.max(...evidence.map((span) => span.end));
  return { key, score, status, start, end, evidence: quote };
}
