/** Which reports an affair's query takes in. Decided here, in one place, for every store. */
import type { AffairQuery } from "./affair.ts";
import { toLastReportDay, toReportDay } from "./report-day.ts";
import { parseWordQuery } from "./search-stems.ts";

export interface QueriedReport {
  readonly stems: ReadonlySet<string>;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  /** Entities of the record that it names. */
  readonly entityIds: ReadonlySet<string>;
}

/** A query without any condition takes in nothing. */
export function matchesAffairQuery(query: AffairQuery, report: QueriedReport): boolean {
  const { words, entityIds = [], outlet, from, to } = query;
  const { all, none } = parseWordQuery(words ?? "");
  if (all.length === 0 && entityIds.length === 0 && !outlet && !from && !to) return false;
  const day = toReportDay(report.publishedAt);
  return (
    all.every((stem) => report.stems.has(stem)) &&
    !none.some((stem) => report.stems.has(stem)) &&
    entityIds.every((id) => report.entityIds.has(id)) &&
    (!outlet || report.outlet?.toLowerCase() === outlet.toLowerCase()) &&
    (!from || (day !== 0 && day >= toReportDay(from))) &&
    (!to || (day !== 0 && day <= toLastReportDay(to)))
  );
}
