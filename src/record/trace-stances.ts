/** What a holder's stances on one issue say over time. */
import type { IssueStance } from "./affair.ts";
import type { StanceLine } from "./record-line.ts";
import { toReportDay } from "./report-day.ts";

type Stance = StanceLine["stance"];

/** Orders stances by the date of their reports, undated ones first, equal ones by key. */
export function orderByTime<
  Item extends { readonly line: { readonly key: string; readonly report: { readonly publishedAt: string | null } } },
>(items: readonly Item[]): Item[] {
  const dated = items.map((item) => ({ item, day: toReportDay(item.line.report.publishedAt) }));
  dated.sort((one, other) => one.day - other.day || (one.item.line.key < other.item.line.key ? -1 : 1));
  return dated.map(({ item }) => item);
}

/**
 * Indexes of the stances that differ from the one before. A neutral stance between two equal ones is no turn: nothing was
 * given up. Of several stances in one report the most certain counts.
 */
export function findTurningPoints(stances: readonly IssueStance[]): number[] {
  const turns: number[] = [];
  let held: Stance | undefined;
  for (let i = 0; i < stances.length; i++) {
    const { stance, line } = stances[i];
    if (stance === "neutral") continue;
    const isOutdone = stances.some(
      (other) => other.line.report.id === line.report.id && other.stance !== stance && other.line.score > line.score,
    );
    if (isOutdone) continue;
    if (held !== undefined && held !== stance) turns.push(i);
    held = stance;
  }
  return turns;
}
