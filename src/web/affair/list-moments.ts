/** What an affair's time line shows, by month, day and report. */
import type { CaseTrack, EntityRef, EventLine, StatementLine } from "../../record/index.ts";
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
  return groupBy(moments, ({ day }) => day);
}

/** Moments in their order, those of a month together; what only its year is known of stands under the year. */
export function groupByMonth(moments: readonly Moment[]): [month: string | null, moments: Moment[]][] {
  return groupBy(moments, ({ day }) => day?.slice(0, 7) ?? null);
}

/** Moments in their order, those of a report together, so that it is named once. */
export function groupByReport(moments: readonly Moment[]): [reportId: string, moments: Moment[]][] {
  return groupBy(moments, ({ of }) => of.line.report.id);
}

function groupBy<Key>(moments: readonly Moment[], toKey: (moment: Moment) => Key): [Key, Moment[]][] {
  const groups = new Map<Key, Moment[]>();
  for (const moment of moments) {
    const key = toKey(moment);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [moment]);
    else own.push(moment);
  }
  return [...groups];
}

/** Whom a moment tells of: who acts or speaks, and to whom; the parties of a case. */
export function findActors({ of }: Moment): EntityRef[] {
  switch (of.kind) {
    case "event":
      return [of.line.actor, of.line.recipient].filter((found) => found !== null);
    case "statement":
      return of.line.speaker === null ? [] : [of.line.speaker];
    case "case":
      return [of.line.court, of.line.applicant, ...of.line.respondents.map(({ person }) => person)].filter(
        (found) => found !== null,
      );
    default:
      return [];
  }
}

/** Those whom moments tell of, the most often told first. */
export function countActors(moments: readonly Moment[]): { actor: EntityRef; count: number }[] {
  const counts = new Map<string, { actor: EntityRef; count: number }>();
  for (const moment of moments)
    for (const actor of new Map(findActors(moment).map((found) => [found.id, found])).values()) {
      const own = counts.get(actor.id);
      if (own === undefined) counts.set(actor.id, { actor, count: 1 });
      else own.count++;
    }
  return [...counts.values()].sort(
    (one, other) => other.count - one.count || one.actor.name.localeCompare(other.actor.name, "en"),
  );
}

/** The months that are open at first: from the newest on, until they hold about as many moments as one reads at a time. */
export function chooseOpenMonths(months: readonly [string | null, Moment[]][], most = 40): (string | null)[] {
  const open: (string | null)[] = [];
  let held = 0;
  for (const [month, own] of months) {
    if (open.length > 0 && held + own.length > most) break;
    open.push(month);
    held += own.length;
  }
  return open;
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
