/** Which figures are drawn, and which only listed. */
import type { FigureSeries } from "../../record/index.ts";

/**
 * Whether a chart says something: numbers of one thing that differ. Two reports' "years" or "people" are as a rule numbers
 * of two things, unless somebody gives one after another or two givers are known to disagree.
 */
export function isCharted({ class: of, givers, disagreements }: FigureSeries): boolean {
  const points = givers.flatMap((giver) => giver.points);
  if (new Set(points.map(({ line }) => line.value)).size < 2) return false;
  return !LOOSE.has(of) || disagreements.length > 0 || points.some(({ revises }) => revises !== null);
}

const LOOSE = new Set<FigureSeries["class"]>(["count", "share", "money"]);
