/**
 * Finds what is said without a reporting clause: the turns of a printed conversation ("Jon Berg: We had no warning.") and what a
 * paper reads ("The statement read: “…”").
 *
 * Turns marked "Q:" and "A:" are left alone: nothing says whose they are.
 */
import type { Attribution } from "./attribution.ts";
import { type ClauseReader, range } from "./clause-reader.ts";

/** Turns that a report has at least: one name before a colon may be a caption. */
const FEWEST_TURNS = 3;
/** Longest label, in tokens. */
const LONGEST_LABEL = 4;
/** How sure a label makes it. */
const SCORE = 0.9;

interface Turn {
  readonly label: readonly number[];
  readonly colon: number;
  /** The token behind the turn. */
  readonly end: number;
}

/** Turns of conversation; none unless there are several and two people at least take them. */
export function findTurns(reader: ClauseReader): Attribution[] {
  const { tokens } = reader.document;
  const turns: Turn[] = [];
  for (const start of listParagraphs(reader)) {
    const turn = readTurn(reader, start.startToken, start.endToken);
    if (turn !== undefined) turns.push(turn);
  }
  const labels = turns.map(({ label }) => label.map((token) => tokens[token].text).join(" "));
  if (turns.length < FEWEST_TURNS || new Set(labels).size < 2 || new Set(labels).size === labels.length) return [];
  return turns.map(({ label, colon, end }) => ({
    ...reader.toAttribution(colon, label, [], range(colon + 1, end), SCORE),
    mode: "direct" as const,
  }));
}

/** What a statement or a letter reads, in quotation marks behind a colon, or `undefined`. The tagger takes "read" for a noun there. */
export function findReadOut(reader: ClauseReader, verb: number): Attribution | undefined {
  if (!/^reads?$/.test(reader.word(verb)) || reader.word(verb + 1) !== ":") return undefined;
  if (!PAPERS.test(reader.word(verb - 1))) return undefined;
  const content = takeQuotation(reader, verb + 2);
  if (content.length === 0) return undefined;
  const source = /^(?:his|her|their|its)$/.test(reader.word(verb - 2)) ? [verb - 2] : [];
  return reader.toAttribution(verb, source, [verb], content, SCORE);
}

/** The tokens of the quotation that begins here, and of those after it that go on without a mark having closed it. */
function takeQuotation({ document, quotationAt }: ClauseReader, start: number): number[] {
  const { quotations, text } = document;
  const taken: number[] = [];
  let end = start;
  for (let index = quotationAt[start] ?? -1; index >= 0 && quotationAt[end] === index; index = quotationAt[end] ?? -1) {
    // A mark that only says that it goes on parts the paragraphs.
    if (taken.length > 0) end++;
    for (; quotationAt[end] === index; end++) taken.push(end);
    if (/["”’']$/.test(text.slice(quotations[index].start, quotations[index].end))) break;
  }
  return taken;
}

const PAPERS =
  /^(?:statement|letter|note|message|post|email|tweet|telegram|resolution|declaration|communique|caption)$/;

interface Stretch {
  readonly startToken: number;
  readonly endToken: number;
}

function listParagraphs({ document: { text, sentences, tokens } }: ClauseReader): Stretch[] {
  const paragraphs: { startToken: number; endToken: number }[] = [];
  let previousEnd = 0;
  for (const { startToken, endToken } of sentences) {
    if (startToken >= endToken) continue;
    const last = paragraphs.at(-1);
    const isNew = last === undefined || text.slice(previousEnd, tokens[startToken].start).includes("\n");
    if (isNew) paragraphs.push({ startToken, endToken });
    else last.endToken = endToken;
    previousEnd = tokens[endToken - 1].end;
  }
  return paragraphs;
}

/** A paragraph that begins with a person's name and a colon, and is not in quotation marks. */
function readTurn(reader: ClauseReader, start: number, end: number): Turn | undefined {
  const { tokens, names } = reader.document;
  let colon = start;
  while (colon < end && colon - start <= LONGEST_LABEL && /^[\p{Lu}(][\p{L}'’.)-]*$/u.test(tokens[colon].text)) colon++;
  if (colon === start || colon - start > LONGEST_LABEL || tokens[colon]?.text !== ":" || end - colon < 4)
    return undefined;
  const isPerson = names.some(
    ({ kind, startToken, endToken }) => kind === "person" && startToken >= start && endToken <= colon,
  );
  if (!isPerson || reader.quotationAt[colon + 1] >= 0) return undefined;
  return { label: range(start, colon), colon, end };
}
