/** A number over time: what is counted, by whoever gives it, with revisions and disagreements. */
import type { FigureSeries } from "./affair.ts";
import type { EntityRef, FigureLine } from "./record-line.ts";
import { toSearchStems } from "./search-stems.ts";
import { orderByTime } from "./trace-stances.ts";

type Point = FigureSeries["givers"][number]["points"][number];

/**
 * What there is one right number of in a place. Two reports' sums of money, shares of a hundred or numbers of "points" are as a
 * rule numbers of two things.
 */
const TALLIES = new Set<FigureLine["class"]>([
  "killed",
  "injured",
  "missing",
  "detained",
  "displaced",
  "hostages",
  "votes",
]);

/** Groups figures of one class, place and thing counted; the series with the most points first. Series of one point are kept. */
export function collectFigureSeries(lines: readonly FigureLine[]): FigureSeries[] {
  const groups = new Map<string, FigureLine[]>();
  for (const { line } of orderByTime(lines.map((line) => ({ line })))) {
    const thing = [...new Set(toSearchStems(line.what))].sort().join(" ");
    const key = `${line.class}|${line.where?.id ?? ""}|${thing}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const series = [...groups.values()].map(toSeries);
  return series.sort((one, other) => countPoints(other) - countPoints(one));
}

function toSeries(lines: readonly FigureLine[]): FigureSeries {
  const { what, class: figureClass, where } = lines[0];
  const isTally = TALLIES.has(figureClass);
  const givers = new Map<string, { source: EntityRef | null; points: Point[] }>();
  for (const line of lines) {
    const id = line.source?.id ?? "";
    const giver = givers.get(id) ?? { source: line.source, points: [] };
    givers.set(id, giver);
    const before = giver.points.at(-1)?.line.value;
    const canRevise = isTally || line.source !== null;
    const revises = canRevise && before !== undefined && before !== line.value ? before : null;
    giver.points.push({ line, at: line.when ?? line.report.publishedAt, revises });
  }
  const all = [...givers.values()];
  return { what, class: figureClass, where, givers: all, disagreements: isTally ? findDisagreements(all) : [] };
}

function findDisagreements(givers: FigureSeries["givers"]): FigureSeries["disagreements"] {
  const found: FigureSeries["disagreements"][number][] = [];
  for (let i = 0; i < givers.length; i++) {
    for (let j = i + 1; j < givers.length; j++) {
      const [one, other] = [givers[i], givers[j]];
      // What a report gives in its own name is as good as anybody's word; nobody is contradicted by an unnamed one.
      if (one.source === null || other.source === null) continue;
      const [oneLine, otherLine] = [one.points[one.points.length - 1].line, other.points[other.points.length - 1].line];
      if (canAgree(oneLine, otherLine)) continue;
      found.push({ one: one.source, other: other.source, oneKey: oneLine.key, otherKey: otherLine.key });
    }
  }
  return found;
}

/** "About" allows a tenth on either side. */
function toRange({ value, bound }: FigureLine): [low: number, high: number] {
  switch (bound) {
    case "exactly":
      return [value, value];
    case "about":
      return [value * 0.9, value * 1.1];
    case "at least":
    case "more than":
      return [value, Number.POSITIVE_INFINITY];
    default:
      return [Number.NEGATIVE_INFINITY, value];
  }
}

function canAgree(one: FigureLine, other: FigureLine): boolean {
  const [a, b] = [toRange(one), toRange(other)];
  return a[0] <= b[1] && b[0] <= a[1];
}

function countPoints({ givers }: FigureSeries): number {
  return givers.reduce((count, { points }) => count + points.length, 0);
}
