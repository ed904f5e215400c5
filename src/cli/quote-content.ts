/** The words of a report, cut out and made ready to be shown in one line of text. */
import type { Reading, Statement } from "../reading/index.ts";

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Joins the words at the spans, with an ellipsis where other words lie between them.
 *
 * @param trim What to do to the words of each span first.
 */
export function cutOut(text: string, spans: readonly Stretch[], trim = (words: string) => words): string {
  let joined = "";
  let last: Stretch | undefined;
  for (const span of spans) {
    const words = trim(text.slice(span.start, span.end)).replace(/\s+/g, " ").trim();
    if (last === undefined) joined = words;
    else if (/[\p{L}\p{N}]/u.test(text.slice(last.end, span.start))) {
      joined = `${dropEndingComma(joined)} … ${words}`;
    } else joined = `${joined} ${words}`;
    last = span;
  }
  return joined;
}

/**
 * Gives the content of a statement as a person would set it: a direct one in curly quotation marks, whatever marks the
 * report has, an indirect one without, a mixed one with the marks that the report has.
 */
export function quoteContent(reading: Reading, statement: Statement): string {
  const { text } = reading.report;
  if (statement.mode === "direct") return `“${dropEndingComma(cutOut(text, statement.content, dropMarks))}”`;
  const words = dropComplementiser(dropEndingComma(cutOut(text, statement.content)));
  return statement.mode === "mixed" ? closeMarks(words) : words;
}

// A quotation over several paragraphs opens anew in each.
const OPENING_MARKS = /(^|\n)\s*(?:``|''|["“”‘'«„`])\s*/g;
// An apostrophe after a letter may belong to the word, so that a single mark goes only after a full stop, comma or the like.
const CLOSING_MARKS = /\s*(?:''|["”»]|(?<=[.,!?…])['’])\s*$/;

function dropMarks(words: string): string {
  const opened = /^\s*['‘]/.test(words);
  const bare = words.replace(OPENING_MARKS, "$1").replace(CLOSING_MARKS, "");
  return opened ? bare.replace(/['’]\s*$/, "") : bare;
}

/** The "that" after a cue is no part of what was said; a capital one ("That is a lie") is. */
function dropComplementiser(words: string): string {
  return words.replace(/^that\s+(?=\S)/, "");
}

function dropEndingComma(words: string): string {
  return words.replace(/\s*,\s*(["”'’]?)$/, "$1");
}

/** Gives words that begin or end within a quotation the mark that they lack. */
export function closeMarks(words: string): string {
  const opened = words.lastIndexOf("“");
  const closed = words.lastIndexOf("”");
  if (opened > closed) return `${words}”`;
  if (words.split('"').length % 2 === 0) return words.endsWith('"') ? `"${words}` : `${words}"`;
  const firstClosed = words.indexOf("”");
  const firstOpened = words.indexOf("“");
  return firstClosed !== -1 && (firstOpened === -1 || firstOpened > firstClosed) ? `“${words}` : words;
}
