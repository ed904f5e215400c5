/** The parts of an affair as tables: a row a line of the record, with its report's address and the words that prove it. */
import type { EntityRef, RecordLine } from "../../record/index.ts";
import type { AffairPart } from "./affair-options.ts";
import type { AffairRecord } from "./gather-affair.ts";

type Cell = string | number | null;
type Row = Record<string, Cell>;

interface AffairTable {
  readonly columns: readonly string[];
  readonly rows: Cell[][];
}

const LINE_COLUMNS = ["score", "status", "key", "report", "outlet", "publishedAt", "url", "title", "evidence"];

const COLUMNS: Record<AffairPart, readonly string[]> = {
  stances: ["issue", "proposition", "holder", "stance", "turnsHere", "target", "strength", ...LINE_COLUMNS],
  cases: ["case", "kind", "court", "applicant", "respondents", "stage", "since", ...LINE_COLUMNS],
  figures: ["what", "class", "where", "source", "value", "bound", "at", "revises", ...LINE_COLUMNS],
  utterances: ["utterance", "speaker", "relation", "text", "leftOut", ...LINE_COLUMNS],
  people: ["id", "name", "country", "roles", "reports", "statements"],
  reports: ["report", "title", "outlet", "publishedAt", "url", "copyOf", "statements"],
};

/** Lists within a cell are joined by semicolons. */
export function toAffairTable(record: AffairRecord, part: AffairPart): AffairTable {
  const columns = COLUMNS[part];
  return { columns, rows: listRows(record, part).map((row) => columns.map((column) => row[column] ?? null)) };
}

function listRows(record: AffairRecord, part: AffairPart): Row[] {
  switch (part) {
    case "stances":
      return record.stances.flatMap(({ holder, issue, stances, turningPoints }) =>
        stances.map(({ line, stance }, index) => ({
          ...{ issue: issue.id, proposition: issue.proposition, holder: holder.name, stance },
          turnsHere: turningPoints.includes(index) ? "yes" : null,
          ...{ target: line.target.text, strength: line.strength },
          ...toLineRow(line),
        })),
      );
    case "cases":
      return record.cases.flatMap(({ id, kind, court, applicant, respondents, stages }) =>
        stages.map(({ stage, since, line }) => ({
          ...{ case: id, kind, court: nameOf(court), applicant: nameOf(applicant), stage, since },
          respondents: respondents.map(({ name }) => name).join("; "),
          ...toLineRow(line),
        })),
      );
    case "figures":
      return record.figures.flatMap(({ what, class: figureClass, where, givers }) =>
        givers.flatMap(({ source, points }) =>
          points.map(({ line, at, revises }) => ({
            ...{ what, class: figureClass, where: nameOf(where), source: nameOf(source), at, revises },
            ...{ value: line.value, bound: line.bound },
            ...toLineRow(line),
          })),
        ),
      );
    case "utterances":
      return record.utterances.flatMap(({ id, speaker, versions }) =>
        versions.map(({ line, relation, leftOut }) => ({
          ...{ utterance: id, speaker: nameOf(speaker), relation, text: line.text },
          leftOut: leftOut.map(({ text }) => text).join("; "),
          ...toLineRow(line),
        })),
      );
    case "people":
      return record.people.map(({ id, name, country, roles, reportCount, statementCount }) => ({
        ...{ id, name, country, reports: reportCount, statements: statementCount },
        roles: roles.map(({ title, of }) => [title, of?.name].filter(Boolean).join(", ")).join("; "),
      }));
    case "reports":
      return record.reports.map(({ id, title, outlet, publishedAt, url, copyOf, statementCount }) => {
        return { report: id, title, outlet, publishedAt, url, copyOf, statements: statementCount };
      });
  }
}

function toLineRow({ score, status, key, report, quote }: RecordLine): Row {
  const { id, outlet, publishedAt, url, title } = report;
  return { score, status, key, report: id, outlet, publishedAt, url, title, evidence: quote };
}

function nameOf(entity: EntityRef | null): string | null {
  return entity?.name ?? null;
}
