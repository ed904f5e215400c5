/** What all parts of a printed reading share: the width, the style, the names, and how a line is set. */
import type { Reading } from "../reading/index.ts";
import { getDisplayWidth, padDisplay } from "./display-width.ts";
import { makeHarmless } from "./make-harmless.ts";
import { closeMarks, cutOut } from "./quote-content.ts";
import type { Style } from "./style.ts";
import { wrapText } from "./wrap-text.ts";

export interface PageFrame {
  readonly reading: Reading;
  /** Columns of a line. */
  readonly width: number;
  readonly style: Style;
  /** What is rather unsure is shown with the words that show it, not only named or counted. */
  readonly all: boolean;
}

/** What is less probable than this is marked as uncertain. */
export const EVEN_ODDS = 0.5;

/** The text in one line, without control characters. */
export function clean(text: string): string {
  return makeHarmless(text.replace(/\s+/g, " "));
}

/** `?` for what is uncertain, else a space. */
export function markOf({ score }: { readonly score: number }, style: Style): string {
  return score < EVEN_ODDS ? style.warning("?") : " ";
}

/** The heading of a part, under an empty line. */
export function setHeading(title: string, style: Style, remark = ""): string[] {
  return ["", style.bold(title) + (remark === "" ? "" : `  ${style.dim(remark)}`)];
}

/** Gives the names of entities by their ids, ready to be shown. */
export function createNamer({ entities }: Reading): (id: string | null) => string | undefined {
  const names = new Map(entities.map(({ id, name }) => [id, clean(name)]));
  return (id) => (id === null ? undefined : names.get(id));
}

export interface ProvenRow {
  /** Stands to the left; empty, where nothing is known. */
  readonly label: string;
  readonly head: string;
  /** What shows it: spans of the report's text; none where the words are not shown. */
  readonly evidence: readonly { readonly start: number; readonly end: number }[];
  readonly score: number;
}

/**
 * Sets rows in three columns: the label, the mark of the uncertain, and the head with the words that show it, which stand
 * beside the head where both fit a line, and below it else.
 */
export function setProvenRows(rows: readonly ProvenRow[], indent: string, frame: PageFrame): string[] {
  const { reading, width, style } = frame;
  const labelWidth = Math.max(0, ...rows.map(({ label }) => getDisplayWidth(label)));
  const left = labelWidth === 0 ? indent.length : indent.length + labelWidth + 1;
  const room = width - left - 2;
  return rows.flatMap((row) => {
    const words = clean(closeMarks(cutOut(reading.report.text, row.evidence)));
    if (words === "") return setRow(row, wrapText(row.head, room), indent, left, style);
    const fits = getDisplayWidth(row.head) + 2 + getDisplayWidth(words) <= room;
    const lines = fits
      ? [`${row.head}  ${style.dim(words)}`]
      : [...wrapText(row.head, room), ...wrapText(words, room - 2).map((line) => `  ${style.dim(line)}`)];
    return setRow(row, lines, indent, left, style);
  });
}

function setRow(row: ProvenRow, lines: readonly string[], indent: string, left: number, style: Style): string[] {
  return lines.map((line, index) => {
    const margin = index === 0 ? indent + style.dim(padDisplay(row.label, left - indent.length)) : " ".repeat(left);
    return `${margin}${index === 0 ? markOf(row, style) : " "} ${line}`.trimEnd();
  });
}
