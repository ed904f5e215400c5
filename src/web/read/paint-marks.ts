/** Paints the items of a reading onto the words of the page. Where the browser cannot, the cards still say everything. */
import { HUES, type Item, type Span } from "./list-items.ts";
import { type Piece, toRanges } from "./text-map.ts";

/** What is to be seen of one item. */
export interface Mark {
  item: Item;
  /** As corrected, where it was. */
  spans: readonly Span[];
  hue: number;
}

const hasHighlights = (): boolean => typeof CSS !== "undefined" && "highlights" in CSS;

/** @param columns Each a text in the page, with the way from the report's offsets into its own. */
export interface Column {
  pieces: readonly Piece[];
  toOwn: (span: Span) => Span[];
}

/** Speakers' grounds, lines under everything else, and dashes under what is uncertain. */
export function paintMarks(columns: readonly Column[], marks: readonly Mark[]): void {
  if (!hasHighlights()) return;
  const names = ["line", "uncertain", ...Array.from({ length: HUES + 1 }, (_, hue) => `speaker-${hue}`)];
  const highlights = new Map(names.map((name) => [name, new Highlight()]));
  for (const { item, spans, hue } of marks) {
    const ranges = findRanges(columns, spans);
    const name = item.kind === "statement" ? `speaker-${hue}` : "line";
    for (const range of ranges) {
      highlights.get(name)!.add(range);
      if (item.isUncertain) highlights.get("uncertain")!.add(range);
    }
  }
  for (const [name, highlight] of highlights) CSS.highlights.set(name, highlight);
}

/** The words of one item above all others: `selected` with the words that name its source, or `hovered`. */
export function paintOne(
  columns: readonly Column[],
  name: "selected" | "selected-source" | "hovered",
  spans: readonly Span[],
): Range[] {
  const ranges = findRanges(columns, spans);
  if (hasHighlights()) {
    const highlight = new Highlight(...ranges);
    highlight.priority = name === "hovered" ? 1 : 2;
    CSS.highlights.set(name, highlight);
  }
  return ranges;
}

export function clearMarks(): void {
  if (hasHighlights()) CSS.highlights.clear();
}

function findRanges(columns: readonly Column[], spans: readonly Span[]): Range[] {
  return columns.flatMap(({ pieces, toOwn }) => spans.flatMap(toOwn).flatMap((span) => toRanges(pieces, span)));
}
