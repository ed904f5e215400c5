/**
 * Offsets of a text and places in the page: a text shown as one element a paragraph, each with one text node.
 *
 * Offsets are UTF-16 code units of the whole text, as everywhere; so are those of the browser's ranges.
 */
import type { Span } from "./list-items.ts";

export interface Paragraph extends Span {
  text: string;
}

/** Cuts a text at its line breaks; empty lines give none. */
export function splitParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() === "") continue;
    paragraphs.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  return paragraphs;
}

/** A piece of text in the page: the element whose only child is its text node. */
export interface Piece extends Span {
  element: Element;
}

/** The ranges of the page that show a span: one a piece that it touches. */
export function toRanges(pieces: readonly Piece[], { start, end }: Span): Range[] {
  const ranges: Range[] = [];
  for (let i = findPiece(pieces, start); i < pieces.length && pieces[i].start < end; i++) {
    const piece = pieces[i];
    const node = piece.element.firstChild;
    if (node === null || piece.end <= start) continue;
    const range = document.createRange();
    range.setStart(node, Math.max(0, start - piece.start));
    range.setEnd(node, Math.min(piece.end, end) - piece.start);
    ranges.push(range);
  }
  return ranges;
}

/** The offset in the text that a place of the page shows, or `undefined` outside of it. */
export function toOffset(pieces: readonly Piece[], node: Node, offset: number): number | undefined {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const piece = pieces.find((candidate) => candidate.element === element);
  if (piece === undefined) return undefined;
  return node.nodeType === Node.TEXT_NODE ? piece.start + offset : offset === 0 ? piece.start : piece.end;
}

/** The first piece that ends after `offset`. */
export function findPiece(pieces: readonly Span[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Widens a selection to whole words and takes white space off its ends; `undefined` where nothing is left. */
export function toWords(text: string, { start, end }: Span): Span | undefined {
  const isWord = (at: number): boolean => at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at]);
  let first = start;
  let last = end;
  while (first < last && /\s/.test(text[first])) first++;
  while (last > first && /\s/.test(text[last - 1])) last--;
  if (first === last) return undefined;
  while (isWord(first) && isWord(first - 1)) first--;
  while (isWord(last - 1) && isWord(last)) last++;
  return { start: first, end: last };
}
