/** The words that prove a line, among the sentences around them. */
import type { Span } from "../../language/index.ts";
import type { StoredReport } from "../../record/index.ts";
import { clean } from "../page-frame.ts";
import type { Style } from "../style.ts";
import { wrapText } from "../wrap-text.ts";

/** Sentences before and after those with the evidence. */
const MARGIN = 1;
const MAX_CHARS = 1200;
const [OPEN, CLOSE] = ["⟦", "⟧"];

/** @returns Lines; the words of the evidence stand in ⟦ ⟧, or on a terminal in colour. */
export function renderContext(
  { report, reading }: StoredReport,
  evidence: readonly Span[],
  width: number,
  style: Style,
): string[] {
  const { text } = report;
  const { start, end } = findPassage(text, reading?.sentences ?? [], evidence);
  let marked = "";
  let last = start;
  for (const span of [...evidence].sort((one, other) => one.start - other.start)) {
    const from = Math.max(span.start, last);
    const to = Math.min(span.end, end);
    if (to <= from) continue;
    marked += `${hideMarks(text.slice(last, from))}${OPEN}${hideMarks(text.slice(from, to))}${CLOSE}`;
    last = to;
  }
  marked += hideMarks(text.slice(last, end));
  return dress(wrapText(clean(marked), width), style);
}

function findPassage(text: string, sentences: readonly Span[], evidence: readonly Span[]): Span {
  const first = Math.min(...evidence.map(({ start }) => start));
  const last = Math.max(...evidence.map(({ end }) => end));
  const from = sentences.findIndex(({ end }) => end > first);
  const to = sentences.findLastIndex(({ start }) => start < last);
  if (from < 0 || to < from) return { start: Math.max(0, first - 200), end: Math.min(text.length, last + 200) };
  const start = sentences[Math.max(0, from - MARGIN)].start;
  const end = sentences[Math.min(sentences.length - 1, to + MARGIN)].end;
  return { start: Math.max(start, first - MAX_CHARS), end: Math.min(end, last + MAX_CHARS) };
}

/** The report's own marks must not be taken for ours. */
function hideMarks(text: string): string {
  return text.replaceAll(OPEN, "[").replaceAll(CLOSE, "]");
}

/** Colours what stands between the marks, line by line; in plain text the marks stay. */
function dress(lines: readonly string[], style: Style): string[] {
  if (style.accent("x") === "x") return [...lines];
  let isOpen = false;
  return lines.map((line) => {
    let dressed = "";
    for (const part of line.split(/(⟦|⟧)/)) {
      if (part === OPEN || part === CLOSE) isOpen = part === OPEN;
      else if (part !== "") dressed += isOpen ? style.accent(part) : part;
    }
    return dressed;
  });
}
