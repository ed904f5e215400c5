/** Lines of text as they stand on the pages of a PDF, joined to paragraphs. */

/** A line with its height above the foot of the page, its left edge and its font size, in points. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** How much farther apart than the lines of a paragraph two paragraphs stand at least, as a share of the distance of lines. */
const GAP = 1.25;

/**
 * Joins lines to paragraphs: a larger distance than usual, another font size, or an indented line begins one. A paragraph that
 * goes on over the end of a page is joined; words broken by a hyphen at the end of a line are, too. Lines that stand at
 * the same height of most pages (headers, page numbers) are left out.
 */
export function joinPdfLines(pages: readonly (readonly PdfLine[])[]): string[] {
  const repeated = findRepeated(pages);
  const paragraphs: string[] = [];
  let open = "";
  let last: PdfLine | undefined;
  const spacing = findSpacing(pages);
  const left = findMost(pages.flat().map(({ x }) => Math.round(x)));
  const close = () => {
    if (open !== "") paragraphs.push(open);
    open = "";
  };
  for (const page of pages) {
    let isFirst = true;
    for (const line of page) {
      if (repeated.has(toPlace(line)) || /^\d{1,4}$/.test(line.text)) continue;
      const isNextPage = isFirst && last !== undefined;
      const begins =
        last === undefined ||
        Math.abs(line.size - last.size) > 0.6 ||
        (isNextPage ? /[.!?:"”’]$/.test(open) : last.y - line.y > spacing * GAP || last.y <= line.y) ||
        (line.x > left + 4 && last.x <= left + 1 && line.x < left + 60);
      if (begins) close();
      if (open === "") open = line.text;
      else
        open =
          /\p{L}-$/u.test(open) && /^\p{Ll}/u.test(line.text) ? open.slice(0, -1) + line.text : `${open} ${line.text}`;
      last = line;
      isFirst = false;
    }
  }
  close();
  return paragraphs;
}

function findSpacing(pages: readonly (readonly PdfLine[])[]): number {
  const distances: number[] = [];
  for (const page of pages) {
    for (let i = 1; i < page.length; i++) {
      const distance = page[i - 1].y - page[i].y;
      if (distance > 1) distances.push(Math.round(distance * 2) / 2);
    }
  }
  // Lines of one paragraph stand closest, even where most paragraphs have one line.
  distances.sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 5)] ?? 0;
}

function findRepeated(pages: readonly (readonly PdfLine[])[]): Set<string> {
  const counts = new Map<string, number>();
  if (pages.length < 3) return new Set();
  for (const page of pages) {
    for (const place of new Set(page.map(toPlace))) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > pages.length / 2).map(([place]) => place));
}

function toPlace({ text, y }: PdfLine): string {
  return `${Math.round(y)} ${text.replace(/\d+/g, "#")}`;
}

function findMost(values: readonly number[]): number {
  const counts = new Map<number, number>();
  let most = values[0] ?? 0;
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if ((counts.get(value) ?? 0) > (counts.get(most) ?? 0)) most = value;
  }
  return most;
}
