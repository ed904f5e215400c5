/** The words around what a line rests on, cut out of its report. */
import type { Span } from "../read/list-items.ts";

export interface PassagePiece {
  text: string;
  isEvidence: boolean;
}

/** Characters shown before and after the evidence; a passage never begins or ends within a word. */
const AROUND = 280;
const MOST = 1800;

/** Pieces in order, the evidence apart; "…" stands where words of the report are left out. */
export function cutPassage(text: string, evidence: readonly Span[]): PassagePiece[] {
  const spans = [...evidence].sort((a, b) => a.start - b.start);
  if (spans.length === 0) return [];
  const start = toWordStart(text, Math.max(0, spans[0].start - AROUND));
  const end = toWordEnd(text, Math.min(text.length, spans.at(-1)!.end + AROUND, spans[0].start + MOST));
  const pieces: PassagePiece[] = [];
  let at = start;
  const add = (to: number, isEvidence: boolean): void => {
    const from = Math.max(at, start);
    const until = Math.min(to, end);
    if (until > from) pieces.push({ text: text.slice(from, until), isEvidence });
    at = Math.max(at, until);
  };
  for (const span of spans) {
    add(span.start, false);
    add(span.end, true);
  }
  add(end, false);
  if (start > 0) pieces.unshift({ text: "… ", isEvidence: false });
  if (end < text.length) pieces.push({ text: " …", isEvidence: false });
  return pieces;
}

function toWordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + 40).search(/\s/);
  return space === -1 ? at : at + space + 1;
}

function toWordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(Math.max(0, at - 40), at).search(/\s\S*$/);
  return space === -1 ? at : Math.max(0, at - 40) + space;
}
