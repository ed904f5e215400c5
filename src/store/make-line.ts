/**
 * Lines of the record, from items and what they name. Each is written out at once, base and all: an object that is put together
 * of two takes several times as long, and a list has hundreds.
 */
import type { Span } from "../language/index.ts";
import type { EntityRef, LineStatus, ReadItem, ReportRef } from "../record/index.ts";
import type { LineByKind, LineKind, LineRow } from "./find-lines.ts";

export interface LinePlace {
  readonly text: string;
  readonly report: ReportRef;
  /** The entity of a row's column, and the one that an id in the reading stands for. */
  readonly get: (nr: number | null) => EntityRef | null;
  readonly local: (id: string | null) => EntityRef | null;
}

export function makeLine(found: ReadItem, row: LineRow, place: LinePlace): LineByKind[LineKind] {
  const { report, text, get, local } = place;
  const evidence: readonly Span[] = found.item.evidence;
  const key = `${report.id}/${row.local_id}`;
  const quote = toQuote(text, evidence);
  const score = row.score;
  const status = row.status as LineStatus;
  const [who, whom] = [get(row.who), get(row.whom)];
  switch (found.kind) {
    case "statement": {
      const { kind, act, mode, polarity, text: words, content, when } = found.item;
      const utteranceId = `u${row.utterance ?? row.nr}`;
      return {
        key, report, evidence, quote, score, status, kind, act, mode, polarity, speaker: who, text: words, content, when,
        utteranceId,
      }; // biome-ignore format: a row
    }
    case "stance": {
      const { target, stance, strength, statement } = found.item;
      const told = { text: target.text, entity: whom };
      const statementKey = toStatementKey(report, statement);
      return {
        key,
        report,
        evidence,
        quote,
        score,
        status,
        holder: who!,
        target: told,
        stance,
        strength,
        statementKey,
      };
    }
    case "event": {
      const { class: eventClass, cameo, status: eventStatus, when, statement } = found.item;
      const statementKey = toStatementKey(report, statement);
      return {
        key, report, evidence, quote, score, status, class: eventClass, cameo, actor: who, recipient: whom, eventStatus, when,
        statementKey,
      }; // biome-ignore format: a row
    }
    case "case": {
      const { kind, stage, standard, decidedBy, enforcedBy, memberStates } = found.item;
      const respondents = found.item.respondents.flatMap(({ person, allegations }) => {
        const ref = local(person);
        return ref === null ? [] : [{ person: ref, allegations: allegations.map(({ name }) => name) }];
      });
      const nonMembers = found.item.nonMembers.map(local).filter((ref) => ref !== null);
      return {
        key, report, evidence, quote, score, status, kind, court: who, applicant: whom, stage, standard, respondents, decidedBy,
        enforcedBy, memberStates, nonMembers,
      }; // biome-ignore format: a row
    }
    default: {
      const { value, bound, what, class: figureClass, when } = (found as ReadItem & { kind: "figure" }).item;
      return {
        key, report, evidence, quote, score, status, value, bound, what, class: figureClass, source: who, when, where: whom,
      }; // biome-ignore format: a row
    }
  }
}

function toQuote(text: string, evidence: readonly Span[]): string {
  if (evidence.length === 1) return text.slice(evidence[0].start, evidence[0].end);
  return evidence.map(({ start, end }) => text.slice(start, end)).join(" … ");
}

function toStatementKey(report: ReportRef, statement: string | null): string | null {
  return statement === null ? null : `${report.id}/${statement}`;
}
