/** Where everyone stands: under each target those who support it, oppose it, are of two minds or stand aside. */
import type { Reading } from "../reading/index.ts";
import {
  clean,
  createNamer,
  EVEN_ODDS,
  type PageFrame,
  type ProvenRow,
  setHeading,
  setProvenRows,
} from "./page-frame.ts";
import { wrapText } from "./wrap-text.ts";

type Stance = Reading["stances"][number];

const SIDES: readonly Stance["stance"][] = ["supports", "opposes", "mixed", "neutral"];

/**
 * Targets stand in the order of the report. Two stances have the same target if they are about the same case or entity, or
 * else about the same words, whatever their capitals.
 * Holders that are rather unsure are only named, on one line a side, unless all is asked for.
 *
 * @returns Lines; none where there are no stances.
 */
export function renderStances(frame: PageFrame): string[] {
  const { reading, width, style } = frame;
  const toName = createNamer(reading);
  const boards = new Map<string, Stance[]>();
  for (const stance of reading.stances) {
    if (toName(stance.holder) === undefined) continue;
    const { entity, case: legalCase, text } = stance.target;
    const key = legalCase ?? entity ?? ` ${clean(text).toLowerCase()}`;
    const board = boards.get(key);
    if (board === undefined) boards.set(key, [stance]);
    else board.push(stance);
  }
  if (boards.size === 0) return [];
  const lines = setHeading("Where they stand", style);
  for (const board of boards.values()) {
    const { target } = board[0];
    const title = target.case === null ? (toName(target.entity) ?? clean(target.text)) : clean(target.text);
    for (const line of wrapText(title, width - 2)) lines.push(`  ${style.accent(line)}`);
    const rows = SIDES.flatMap((side) => {
      const holders = board
        .filter(({ stance }) => stance === side)
        .map(({ holder, evidence, score }) => ({ head: toName(holder)!, evidence, score }));
      return (frame.all ? holders : joinUnsure(holders)).map((row, index) => ({
        label: index === 0 ? side : "",
        ...row,
      }));
    });
    lines.push(...setProvenRows(rows, "    ", frame));
  }
  return lines;
}

/** One row without words in place of those that are rather unsure, below the others. */
function joinUnsure(rows: readonly Omit<ProvenRow, "label">[]): readonly Omit<ProvenRow, "label">[] {
  const unsure = rows.filter(({ score }) => score < EVEN_ODDS);
  if (unsure.length === 0) return rows;
  const names = [...new Set(unsure.map(({ head }) => head))].join(", ");
  return [...rows.filter((row) => !unsure.includes(row)), { head: names, evidence: [], score: 0 }];
}
