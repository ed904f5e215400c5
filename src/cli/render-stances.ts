/** Where everyone stands: under each target those who support it, oppose it, are of two minds or stand aside. */
import type { Reading } from "../reading/index.ts";
import { clean, createNamer, type PageFrame, setHeading, setProvenRows } from "./page-frame.ts";
import { wrapText } from "./wrap-text.ts";

type Stance = Reading["stances"][number];

const SIDES: readonly Stance["stance"][] = ["supports", "opposes", "mixed", "neutral"];

/**
 * Targets stand in the order of the report. Two stances have the same target if they are about the same case or entity, or
 * else about the same words, whatever their capitals.
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
    const rows = SIDES.flatMap((side) =>
      board
        .filter(({ stance }) => stance === side)
        .map(({ holder, evidence, score }, index) => {
          return { label: index === 0 ? side : "", head: toName(holder)!, evidence, score };
        }),
    );
    lines.push(...setProvenRows(rows, "    ", frame));
  }
  return lines;
}
