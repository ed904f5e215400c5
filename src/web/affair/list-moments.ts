/** What an affair's time line shows, by day. */
import type { CaseTrack, EventLine, StatementLine } from "../../record/index.ts";
import type { AnyLine } from "../lines/describe-line.ts";

export type Moment = {
  /** ISO date or prefix; null where nothing tells. */
  day: string | null;
} & (
  | { kind: "event"; of: Extract<AnyLine, { kind: "event" }> }
  | { kind: "statement"; of: Extract<AnyLine, { kind: "statement" }> }
  | { kind: "stage"; of: Extract<AnyLine, { kind: "case" }>; stage: CaseTrack["stage"] }
);

/** The newest day first, the undated last; where a line tells no day of its own, its report's is taken. */
export function listMoments(
  events: readonly EventLine[],
  statements: readonly StatementLine[],
  tracks: readonly CaseTrack[],
): Moment[] {
  const moments: Moment[] = [
    ...tracks.flatMap(({ stages }) =>
      stages.map(
        ({ stage, since, line }): Moment => ({ kind: "stage", day: since, of: { kind: "case", line }, stage }),
      ),
    ),
    ...events.map(
      (line): Moment => ({ kind: "event", day: line.when ?? line.report.publishedAt, of: { kind: "event", line } }),
    ),
    ...statements.map(
      (line): Moment => ({
        kind: "statement",
        day: line.when ?? line.report.publishedAt,
        of: { kind: "statement", line },
      }),
    ),
  ];
  return moments
    .map((moment) => ({ ...moment, day: moment.day?.slice(0, 10) ?? null }))
    .sort((a, b) => compareDays(b.day, a.day));
}

/** Moments in their order, those of a day together. */
export function groupByDay(moments: readonly Moment[]): [day: string | null, moments: Moment[]][] {
  const days = new Map<string | null, Moment[]>();
  for (const moment of moments) {
    const own = days.get(moment.day);
    if (own === undefined) days.set(moment.day, [moment]);
    else own.push(moment);
  }
  return [...days];
}

/** Moments in their order, those that follow one another and rest on the same words of a report together: one act may be several deeds. */
export function groupByWords(moments: readonly Moment[]): Moment[][] {
  const groups: Moment[][] = [];
  for (const moment of moments) {
    const last = groups.at(-1);
    if (last !== undefined && restsOn(last[0]) === restsOn(moment)) last.push(moment);
    else groups.push([moment]);
  }
  return groups;
}

function restsOn({ kind, of: { line } }: Moment): string {
  const spans = line.evidence.map(({ start, end }) => `${start}-${end}`);
  return [kind, line.report.id, ...(kind === "event" ? spans : [line.key])].join(" ");
}

function compareDays(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return one < other ? -1 : 1;
}
