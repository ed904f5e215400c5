/** A reading as tables, one for each kind of thing that it holds; every row names its report and the words that prove it. */
import type { Reading } from "../reading/index.ts";
import { STATEMENT_COLUMNS, toStatementRows } from "./statement-table.ts";

type Cell = string | number | null;

interface ReadingTable {
  /** The name of its file, without `.csv`. */
  readonly name: string;
  readonly columns: readonly string[];
  /** @param file Where the report came from. */
  toRows(reading: Reading, file: string): Cell[][];
}

type Namer = (id: string | null) => string | null;
type Spans = readonly { readonly start: number; readonly end: number }[];
type Facts = Record<string, Cell>;

const STATEMENTS: ReadingTable = { name: "statements", columns: STATEMENT_COLUMNS, toRows: toStatementRows };

const STANCES = defineTable(
  "stances",
  ["stance", "holder", "target", "targetEntity", "targetCase", "position", "strength", "statement", "event"],
  ({ stances }, name) =>
    stances.map(({ id, holder, target, stance, strength, statement, event, score, evidence }) => {
      const at = { target: target.text, targetEntity: name(target.entity), targetCase: target.case };
      const row = { stance: id, holder: name(holder), ...at, position: stance, strength, statement, event };
      return { row, score, evidence };
    }),
);

const EVENTS = defineTable(
  "events",
  ["event", "class", "cameo", "actor", "recipient", "status", "statement", "when", "where"],
  ({ events }, name) =>
    events.map(({ id, class: deed, cameo, actor, recipient, status, statement, when, where, score, evidence }) => {
      const parties = { actor: name(actor), recipient: name(recipient), where: name(where) };
      return { row: { event: id, class: deed, cameo, ...parties, status, statement, when }, score, evidence };
    }),
);

const CASES = defineTable(
  "cases",
  [
    "case", "kind", "court", "applicant", "stage", "stages", "standard", "respondents", "decidedBy", "enforcedBy",
    "memberStates", "nonMembers", "treaty",
  ], // biome-ignore format: by rows
  ({ cases }, name) =>
    cases.map(({ id, court, applicant, treaty, stages, respondents, nonMembers, score, evidence, ...rest }) => {
      const { kind, stage, standard, decidedBy, enforcedBy, memberStates } = rest;
      const row = {
        ...{ case: id, kind, stage, standard, decidedBy, enforcedBy, memberStates },
        court: name(court),
        applicant: name(applicant),
        treaty: name(treaty),
        stages: stages.map((step) => (step.when === null ? step.stage : `${step.stage} ${step.when}`)).join("; "),
        respondents: respondents
          .map(({ person, allegations }) => [name(person), allegations.map((charge) => charge.name).join(", ")])
          .map((parts) => parts.filter(Boolean).join(": "))
          .join("; "),
        nonMembers: joinNames(nonMembers, name),
      };
      return { row, score, evidence };
    }),
);

const FIGURES = defineTable(
  "figures",
  ["figure", "value", "to", "bound", "what", "class", "source", "statement", "when", "where", "revises", "partOf"],
  ({ figures }, name) =>
    figures.map(({ id, source, where, score, evidence, class: sort, to, revises, partOf, ...same }) => {
      const links = { to: to ?? null, revises: revises ?? null, partOf: partOf ?? null };
      const row = { figure: id, ...same, class: sort, ...links };
      return { row: { ...row, source: name(source), where: name(where) }, score, evidence };
    }),
);

const DESIGNATIONS = defineTable("designations", ["of", "as", "by"], ({ designations }, name) =>
  designations.map(({ of, as, by, score, evidence }) => {
    return { row: { of: name(of), as, by: joinNames(by, name) }, score, evidence };
  }),
);

const RELATIONS = defineTable("relations", ["relation", "of", "kind", "with"], ({ relations }, name) =>
  relations.map(({ id, of, kind, with: other, score, evidence }) => {
    return { row: { relation: id, of: name(of), kind, with: name(other) }, score, evidence };
  }),
);

const TONES = defineTable("tones", ["of", "by", "tone"], ({ tones }, name) =>
  tones.map(({ of, by, tone, score, evidence }) => {
    return { row: { of: name(of), by: name(by), tone }, score, evidence };
  }),
);

const ENTITY_COLUMNS = ["report", "file", "entity", "kind", "name", "aliases", "country", "roles", "mentions"];

const ENTITIES: ReadingTable = {
  name: "entities",
  columns: ENTITY_COLUMNS,
  toRows(reading, file) {
    const name = createNamer(reading);
    return reading.entities.map(({ id, kind, name: fullest, aliases, country, roles, mentions }) => {
      const held = roles.map(({ title, of }) => (name(of) === null ? title : `${title}, ${name(of)}`)).join("; ");
      return [reading.report.id, file, id, kind, fullest, aliases.join("; "), country, held, mentions.length];
    });
  },
};

/** Statements first. Lists within a cell are joined by semicolons. */
export const READING_TABLES: readonly ReadingTable[] = [
  STATEMENTS,
  STANCES,
  EVENTS,
  CASES,
  FIGURES,
  DESIGNATIONS,
  RELATIONS,
  TONES,
  ENTITIES,
];

function defineTable(
  name: string,
  own: readonly string[],
  toFacts: (reading: Reading, name: Namer) => { row: Facts; score: number; evidence: Spans }[],
): ReadingTable {
  return {
    name,
    columns: ["report", "file", ...own, "score", "start", "end", "evidence"],
    toRows(reading, file) {
      const { id, text } = reading.report;
      return toFacts(reading, createNamer(reading)).map(({ row, score, evidence }) => [
        id,
        file,
        ...own.map((column) => row[column]),
        score,
        Math.min(...evidence.map(({ start }) => start)),
        Math.max(...evidence.map(({ end }) => end)),
        evidence.map(({ start, end }) => text.slice(start, end)).join(" … "),
      ]);
    },
  };
}

function createNamer({ entities }: Reading): Namer {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

function joinNames(ids: readonly string[], name: Namer): string {
  return ids.flatMap((id) => name(id) ?? []).join("; ");
}
