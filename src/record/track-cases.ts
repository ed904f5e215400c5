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
  /** By what two lines of one case share: each line is compared with those groups alone that it may belong to. */
  const byKey = new Map<string, Set<CaseLine[]>>();
  const ordered = orderByTime(lines.map((line) => ({ line }))).map(({ line }) => line);
  for (const line of ordered) {
    const alike = new Set(listSharedKeys(line).flatMap((key) => [...(byKey.get(key) ?? [])]));
    const matching = [...alike].filter((group) => group.some((other) => isSameCase(line, other)));
    let [group] = matching;
    if (matching.length !== 1) {
      // Where it might belong to two, nothing says that these are one.
      group = [];
      groups.push(group);
    }
    group.push(line);
    for (const key of listFiledKeys(line)) byKey.set(key, (byKey.get(key) ?? new Set()).add(group));
  }
  return groups.map(toTrack).sort((one, other) => other.lines.length - one.lines.length);
}

/** What a line is found by. Cases of different kinds are never one. */
function listFiledKeys({ kind, court, applicant, respondents }: CaseLine): string[] {
  const own = kind.toLowerCase();
  const keys = respondents.map(({ person }) => `${own}|respondent|${person.id}`);
  if (applicant !== null) keys.push(`${own}|applicant|${applicant.id}`);
  if (court !== null) keys.push(`${own}|court|${court.id}`);
  if (court !== null && respondents.length === 0) keys.push(`${own}|court alone|${court.id}`);
  return keys;
}

/** What a line looks for: where both name respondents, the court they share does not make them one. */
function listSharedKeys(line: CaseLine): string[] {
  const keys = listFiledKeys(line).filter((key) => !key.includes("|court"));
  const way = line.respondents.length === 0 ? "court" : "court alone";
  return line.court === null ? keys : [...keys, `${line.kind.toLowerCase()}|${way}|${line.court.id}`];
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
