/** One case from the cases of many reports: the same kind, court and respondents, and its stage over time. */
import type { CaseTrack } from "./affair.ts";
import { hashToHex } from "./hash-text.ts";
import type { CaseLine, EntityRef } from "./record-line.ts";
import { orderByTime } from "./trace-stances.ts";

/**
 * Groups lines into tracks.
 *
 * Two lines are of one case when their kind and court agree, a court left open agreeing with any, and they share a
 * respondent, or neither names one and the applicant is the same.
 */
export function trackCases(lines: readonly CaseLine[]): CaseTrack[] {
  const groups: CaseLine[][] = [];
  /** Cases of different kinds are never one: each line is compared with those of its own. */
  const byKind = new Map<string, CaseLine[][]>();
  const ordered = orderByTime(lines.map((line) => ({ line }))).map(({ line }) => line);
  for (const line of ordered) {
    const kind = line.kind.toLowerCase();
    const alike = byKind.get(kind) ?? [];
    byKind.set(kind, alike);
    const matching = alike.filter((group) => group.some((other) => isSameCase(line, other)));
    if (matching.length === 1) matching[0].push(line);
    else {
      // Where it might belong to two, nothing says that these are one.
      const group = [line];
      alike.push(group);
      groups.push(group);
    }
  }
  return groups.map(toTrack).sort((one, other) => other.lines.length - one.lines.length);
}

/** @param other Of the same kind. */
function isSameCase(one: CaseLine, other: CaseLine): boolean {
  if (one.court !== null && other.court !== null && one.court.id !== other.court.id) return false;
  if (one.respondents.length > 0 && other.respondents.length > 0)
    return other.respondents.some(({ person }) => one.respondents.some((mine) => mine.person.id === person.id));
  if (one.court !== null && other.court !== null && one.court.id === other.court.id) {
    return one.applicant === null || other.applicant === null || one.applicant.id === other.applicant.id;
  }
  return one.applicant !== null && one.applicant.id === other.applicant?.id;
}

function toTrack(lines: readonly CaseLine[]): CaseTrack {
  const stages: { stage: CaseLine["stage"]; since: string | null; line: CaseLine }[] = [];
  for (const line of lines) {
    // A later report that only looks back ("requested in May") does not take the case back.
    const isNew = !stages.some(({ stage }) => stage === line.stage);
    if (stages.length === 0 || (isNew && line.stage !== "requested")) {
      stages.push({ stage: line.stage, since: line.report.publishedAt, line });
    }
  }
  const respondents = new Map<string, EntityRef>();
  for (const line of lines) for (const { person } of line.respondents) respondents.set(person.id, person);
  const court = lines.find((line) => line.court !== null)?.court ?? null;
  const { kind, key } = lines[0];
  return {
    id: hashToHex(`case|${key}`),
    kind,
    court,
    applicant: lines.find((line) => line.applicant !== null)?.applicant ?? null,
    respondents: [...respondents.values()],
    stage: stages[stages.length - 1].stage,
    stages,
    lines,
  };
}
