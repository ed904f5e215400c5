/** The statements of a reading as rows of a table, one a statement. */
import type { Reading } from "../reading/index.ts";
import { cutOut } from "./quote-content.ts";

export const STATEMENT_COLUMNS = [
  "report", "givenId", "file", "url", "outlet", "publishedAt", "title", "statement", "kind", "act", "mode", "polarity", "speaker",
  "speakerRoles", "source", "cue", "text", "addressee", "via", "when", "where", "repeats", "score", "start", "end", "evidence",
] as const; // biome-ignore format: by rows

type Cell = string | number | null;

/** `start` and `end` are where the evidence begins and ends in the report's text; `evidence` is its words, untouched. */
export function toStatementRows(reading: Reading, file: string): Cell[][] {
  const { report } = reading;
  const entities = new Map(reading.entities.map((entity) => [entity.id, entity]));
  const name = (id: string | null) => (id === null ? null : (entities.get(id)?.name ?? null));
  return reading.statements.map((statement) => {
    const roles = statement.speaker === null ? [] : (entities.get(statement.speaker)?.roles ?? []);
    const row: Record<(typeof STATEMENT_COLUMNS)[number], Cell> = {
      report: report.id,
      givenId: report.givenId ?? null,
      file,
      url: report.url,
      outlet: report.outlet,
      publishedAt: report.publishedAt,
      title: report.title,
      statement: statement.id,
      kind: statement.kind,
      act: statement.act,
      mode: statement.mode,
      polarity: statement.polarity,
      speaker: name(statement.speaker),
      speakerRoles: roles.map(({ title, of }) => (name(of) === null ? title : `${title}, ${name(of)}`)).join("; "),
      source: cutOut(report.text, statement.source),
      cue: cutOut(report.text, statement.cue),
      text: statement.text,
      addressee: name(statement.addressee),
      via: name(statement.via),
      when: statement.when,
      where: name(statement.where),
      repeats: statement.repeats,
      score: statement.score,
      start: Math.min(...statement.evidence.map(({ start }) => start)),
      end: Math.max(...statement.evidence.map(({ end }) => end)),
      evidence: statement.evidence.map(({ start, end }) => report.text.slice(start, end)).join(" … "),
    };
    return STATEMENT_COLUMNS.map((column) => row[column]);
  });
}
