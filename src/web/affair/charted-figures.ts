/** Which figures are drawn, and which only listed, and under what head. */
import type { FigureLine, FigureSeries } from "../../record/index.ts";

/**
 * Whether a chart says something: numbers of one thing that differ. Two reports' "years" or "people" are as a rule numbers
 * of two things, unless somebody gives one after another or two givers are known to disagree.
 */
export function isCharted({ class: of, what, givers, disagreements }: FigureSeries): boolean {
  const points = givers.flatMap((giver) => giver.points);
  if (new Set(points.map(({ line }) => line.value)).size < 2) return false;
  // How long something takes or how two votes ended differs from matter to matter, not from day to day.
  if (of === "votes" || (of === "count" && TIMES.test(what))) return false;
  return !LOOSE.has(of) || disagreements.length > 0 || points.some(({ revises }) => revises !== null);
}

const TIMES = /^(?:second|minute|hour|day|night|week|month|year|decade|centur)/i;

const LOOSE = new Set<FigureSeries["class"]>(["count", "share", "money"]);

type Point = FigureSeries["givers"][number]["points"][number];
export type ListedFigure = Point & { source: FigureSeries["givers"][number]["source"] };

const HEADS: readonly [head: string, classes: readonly FigureLine["class"][]][] = [
  ["People killed, hurt, missing, held or displaced", ["killed", "injured", "missing", "detained", "displaced", "hostages"]],
  ["Money", ["money"]],
  ["Votes", ["votes"]],
  ["Shares", ["share"]],
  ["Other counts", ["count"]],
]; // biome-ignore format: by rows

/** Figures that are only listed, by what they count, the newest first; heads without figures are left out. */
export function listFigures(series: readonly FigureSeries[]): { head: string; figures: ListedFigure[] }[] {
  const figures = series.flatMap(({ givers }) =>
    givers.flatMap(({ source, points }) => points.map((point) => ({ ...point, source }))),
  );
  return HEADS.map(([head, classes]) => ({
    head,
    figures: figures
      .filter(({ line }) => classes.includes(line.class))
      .sort((one, other) => (other.at ?? "").localeCompare(one.at ?? "")),
  })).filter((group) => group.figures.length > 0);
}
