/** Who takes which side on one issue of a stance board. */
import type { StanceBoard, StanceBoardCell } from "../../record/index.ts";
import { STANCES, type StanceName } from "../lines/stance-shapes.ts";

type Row = StanceBoard["rows"][number];
export type Sider = Pick<Row, "holder" | "role"> & { found: StanceBoardCell };

/** @returns The actors of each side that anybody takes on the issue of this column, in the order of the rows. */
export function listSides(rows: readonly Row[], column: number): Map<StanceName, Sider[]> {
  const sides = new Map<StanceName, Sider[]>();
  for (const { holder, role, cells } of rows) {
    const found = cells[column];
    if (!found) continue;
    const own = sides.get(found.current);
    if (own === undefined) sides.set(found.current, [{ holder, role, found }]);
    else own.push({ holder, role, found });
  }
  return sides;
}

export function countSides(rows: readonly Row[], column: number): Record<StanceName, number> {
  const sides = listSides(rows, column);
  return Object.fromEntries(STANCES.map((stance) => [stance, sides.get(stance)?.length ?? 0])) as Record<
    StanceName,
    number
  >;
}

/** The board without the issues on which none of these actors takes a side: empty columns only keep others narrow. */
export function withoutEmpty({
  issues,
  rows,
}: Pick<StanceBoard, "issues" | "rows">): Pick<StanceBoard, "issues" | "rows"> {
  const kept = issues.map((_, column) => rows.some(({ cells }) => cells[column]));
  return {
    issues: issues.filter((_, column) => kept[column]),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, column) => kept[column]) })),
  };
}

/** The least width of the board as a table, in rem. */
export function toTableWidth(issueCount: number): number {
  return 13 + 9.5 * issueCount;
}
