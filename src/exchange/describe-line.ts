/** Lines of all kinds together, each with whom it is about and in words. */
import type {
  CaseLine,
  EntityRef,
  EventLine,
  FigureLine,
  RecordLine,
  StanceLine,
  StatementLine,
} from "../record/index.ts";
import type { ExportedReport } from "./walk-archive.ts";

export type LineKind = "statement" | "stance" | "event" | "case" | "figure";

export interface KindedLine {
  readonly kind: LineKind;
  readonly line: RecordLine;
  readonly about: readonly EntityRef[];
}

export function listLines({ statements, stances, events, cases, figures }: ExportedReport): KindedLine[] {
  return [
    ...statements.map((line) => ({ kind: "statement", line, about: known(line.speaker) }) as const),
    ...stances.map((line) => ({ kind: "stance", line, about: known(line.holder, line.target.entity) }) as const),
    ...events.map((line) => ({ kind: "event", line, about: known(line.actor, line.recipient) }) as const),
    ...cases.map((line) => {
      const persons = line.respondents.map(({ person }) => person);
      return { kind: "case", line, about: known(line.court, line.applicant, ...persons) } as const;
    }),
    ...figures.map((line) => ({ kind: "figure", line, about: known(line.source, line.where) }) as const),
  ];
}

function known(...entities: (EntityRef | null)[]): EntityRef[] {
  return entities.filter((entity) => entity !== null);
}

/** What a line says, in one sentence for a person. */
export function describeLine(kind: LineKind, line: RecordLine): string {
  switch (kind) {
    case "statement": {
      const { speaker, polarity, act, text } = line as StatementLine;
      const not = polarity === "affirmed" ? "" : `, ${polarity}`;
      return `${speaker?.name ?? "Somebody not named"} (${act}${not}): ${text}`;
    }
    case "stance": {
      const { holder, stance, target } = line as StanceLine;
      return `${holder.name} ${stance === "mixed" || stance === "neutral" ? `is ${stance} on` : stance} ${target.text}`;
    }
    case "event": {
      const { class: eventClass, actor, recipient, eventStatus } = line as EventLine;
      const parties = [actor && `by ${actor.name}`, recipient && `towards ${recipient.name}`].filter(Boolean);
      return [`${eventClass} (${eventStatus})`, ...parties].join(" ");
    }
    case "case": {
      const { kind: caseKind, stage, court } = line as CaseLine;
      return `${caseKind}, ${stage}${court === null ? "" : `, ${court.name}`}`;
    }
    case "figure": {
      const { bound, value, what, source } = line as FigureLine;
      const number = bound === "exactly" ? `${value}` : `${bound} ${value}`;
      return `${number} ${what}${source === null ? "" : `, given by ${source.name}`}`;
    }
  }
}
