/**
 * Dates in a report's words, resolved against the day it was published: "on Monday", "7 October", "last month", "in 2021".
 *
 * The reading of date phrases is chrono's; ours are the choice of where to look, the direction of phrases that leave it open
 * ("on Monday" of something that happened lies behind, of something planned ahead), and the rule that nothing is filled
 * in: a month stays `2024-05`, and a weekday without a day of publication stays unknown.
 */
import type { ParsedResult } from "chrono-node/en";
import type { Document, Sentence, Span, Token } from "../language/index.ts";
import { findDatePhrases } from "./date-phrases.ts";
import { findFirst } from "./find-first.ts";
import type { ReportHeader } from "./find-report-header.ts";

export interface DateMention extends Span {
  readonly startToken: number;
  readonly endToken: number;
  /** ISO date or prefix: `2024`, `2024-05`, `2024-05-21`. */
  readonly date: string;
}

/** Words without which no phrase of the language is a date. Closed classes: weekdays, months, units and deictic words. */
const TRIGGERS = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september " +
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight " +
    "day days week weeks month months year years"
  ).split(" "),
);

const LONGEST_TRIGGER = 10;

/** By length of a word and its first letter: whether a trigger, also with a point after it, can have them. */
const triggerStarts = new Uint8Array((LONGEST_TRIGGER + 1) * 128);
for (const trigger of TRIGGERS) {
  for (const length of [trigger.length, trigger.length + 1]) triggerStarts[length * 128 + trigger.charCodeAt(0)] = 1;
}

/** Units count as dates only beside one of these: "last week", "two months ago", never "a week of rain". */
const DEICTIC = new Set(["last", "next", "this", "past", "ago", "earlier", "later"]);
const UNITS = new Set("day days week weeks month months year years".split(" "));
const BEFORE_YEAR = new Set("in since of by until till during from after before early late mid".split(" "));
const FUTURE_AUXILIARIES = new Set(["will", "shall", "'ll", "’ll", "wo"]);

const TOKENS_BEFORE = 4;
const TOKENS_AFTER = 6;
const MIN_YEAR = 1800;
const MAX_YEAR = 2100;

export type DatedDocument = { readonly dates: readonly DateMention[] };

/** Requires `tokens`, `sentences` and `header`; adds `dates`. */
export function addDates<Given extends Document & { readonly header: ReportHeader }>(
  document: Given,
): Given & DatedDocument {
  return { ...document, dates: findDates(document, document.header.publishedAt) };
}

/** The dates in the sentence of a token. */
export function findDatesBeside({ dates, sentences }: Document & DatedDocument, token: number): readonly DateMention[] {
  const sentence = sentences[findFirst(sentences, token + 1, ({ endToken }) => endToken)];
  const from = findFirst(dates, sentence.startToken, ({ startToken }) => startToken);
  return dates.slice(
    from,
    findFirst(dates, sentence.endToken, ({ startToken }) => startToken),
  );
}

/** The phrase that shares letters with a token, of those found in a text from `offset` on. */
function findPhraseAt(phrases: readonly ParsedResult[], offset: number, token: Token): ParsedResult | undefined {
  return phrases.find(({ index, text }) => {
    const start = offset + index;
    return start < token.end && start + text.length > token.start;
  });
}

/**
 * Finds the dates of a document, in text order.
 *
 * @param publishedAt ISO date or prefix of the report's day; only a whole date anchors phrases such as "on Monday", a year
 *   or month alone anchors nothing.
 */
export function findDates(document: Document, publishedAt: string | null): DateMention[] {
  const anchor = publishedAt !== null && /^\d{4}-\d{2}-\d{2}$/.test(publishedAt) ? publishedAt : null;
  const reference = { instant: new Date(`${anchor ?? "2000-01-01"}T12:00:00Z`), timezone: 0 };
  const { text, tokens } = document;
  const mentions: DateMention[] = [];
  for (const sentence of document.sentences) {
    let done = sentence.startToken;
    for (let at = sentence.startToken; at < sentence.endToken; at++) {
      if (at < done || !isTrigger(document, at, sentence.startToken, sentence.endToken)) continue;
      const startToken = Math.max(done, at - TOKENS_BEFORE);
      const endToken = Math.min(sentence.endToken, at + TOKENS_AFTER);
      const offset = tokens[startToken].start;
      const window = text.slice(offset, tokens[endToken - 1].end);
      // Without an anchor only a phrase that names its year is a date.
      if (anchor === null && !/\d{4}/.test(window)) continue;
      const phrases = findDatePhrases(window, reference);
      const phrase = findPhraseAt(phrases, offset, tokens[at]);
      const date =
        phrase === undefined ? findYear(document, at) : toIsoDate(phrase, anchor, isAhead(document, sentence, at));
      if (date === undefined) continue;
      const span =
        phrase === undefined
          ? tokens[at]
          : { start: offset + phrase.index, end: offset + phrase.index + phrase.text.length };
      let first = at;
      while (first > startToken && tokens[first - 1].end > span.start) first -= 1;
      let last = at + 1;
      while (last < sentence.endToken && tokens[last].start < span.end) last += 1;
      mentions.push({ start: tokens[first].start, end: tokens[last - 1].end, startToken: first, endToken: last, date });
      done = last;
    }
  }
  return mentions;
}

function isTrigger({ tokens }: Document, at: number, startToken: number, endToken: number): boolean {
  const word = tokens[at].text;
  const first = word.charCodeAt(0);
  // Most words are no triggers at first sight. No letter beyond ASCII has the first of a trigger as its small letter.
  if (first >= 48 && first <= 57) return /^\d{4}$/.test(word);
  if (first > 122 || word.length > LONGEST_TRIGGER || triggerStarts[word.length * 128 + (first | 32)] === 0)
    return false;
  const lower = word.toLowerCase().replace(/\.$/, "");
  if (!TRIGGERS.has(lower)) return false;
  if (lower === "may" || lower === "march" || lower === "mar") {
    // "may" and "march" are months only as names or beside a number; a sentence never starts with the modal verb "May".
    const neighbours = [tokens[at - 1], tokens[at + 1]];
    return word !== lower || neighbours.some((token) => token !== undefined && /^\d{1,4}$/.test(token.text));
  }
  if (!UNITS.has(lower)) return true;
  for (let near = Math.max(startToken, at - 2); near < Math.min(endToken, at + 2); near++) {
    if (DEICTIC.has(tokens[near].text.toLowerCase())) return true;
  }
  return false;
}

function findYear({ tokens }: Document, at: number): string | undefined {
  const year = Number(tokens[at].text);
  const isYear = year >= MIN_YEAR && year <= MAX_YEAR && at > 0 && BEFORE_YEAR.has(tokens[at - 1].text.toLowerCase());
  return isYear ? String(year) : undefined;
}

/** Whether the clause around a token speaks of what is to come: "will meet on Monday". */
function isAhead({ tokens }: Document, sentence: Sentence, at: number): boolean {
  let from = at;
  while (from > sentence.startToken && !/^[,;:“”"]$/.test(tokens[from - 1].text)) from -= 1;
  let to = at;
  while (to < sentence.endToken && !/^[,;:“”"]$/.test(tokens[to].text)) to += 1;
  for (let i = from; i < to; i++) {
    const word = tokens[i].text.toLowerCase();
    if (FUTURE_AUXILIARIES.has(word)) return true;
    const next = tokens[i + 1]?.text.toLowerCase();
    if ((word === "due" || word === "expected" || word === "scheduled" || word === "set") && next === "to") return true;
  }
  return false;
}

/** What chrono is certain of, as an ISO prefix; weekdays, days and months without a year take the nearest in the direction. */
function toIsoDate(phrase: ParsedResult, anchor: string | null, isAhead: boolean): string | undefined {
  const found = phrase.start;
  const isKnown = (component: "year" | "month" | "day" | "weekday"): boolean => found.isCertain(component);
  if (isKnown("year")) {
    const year = String(found.get("year")).padStart(4, "0");
    // A year that is not in the words came from the anchor: "last month".
    if (anchor === null && !phrase.text.includes(year)) return undefined;
    if (!isKnown("month")) return year;
    const month = `${year}-${twoDigits(found.get("month"))}`;
    // A week has no prefix of its own, and "two weeks ago" no day: the month is as much as the words allow.
    if (!isKnown("day") || /weeks?\b/i.test(phrase.text)) return month;
    return `${month}-${twoDigits(found.get("day"))}`;
  }
  if (anchor === null) return undefined;
  if (isKnown("month")) {
    const tail = isKnown("day") ? `-${twoDigits(found.get("day"))}` : "";
    const inYear = `${twoDigits(found.get("month"))}${tail}`;
    const anchorYear = Number(anchor.slice(0, 4));
    const anchorInYear = anchor.slice(5, 5 + inYear.length);
    // The nearest in the direction, counting the anchor's own day or month as met.
    const year = isAhead ? anchorYear + (inYear < anchorInYear ? 1 : 0) : anchorYear - (inYear > anchorInYear ? 1 : 0);
    return `${year}-${inYear}`;
  }
  if (isKnown("weekday")) {
    const day = new Date(`${anchor}T12:00:00Z`);
    const difference = (found.get("weekday") as number) - day.getUTCDay();
    const behind = difference > 0 ? difference - 7 : difference;
    day.setUTCDate(day.getUTCDate() + (isAhead && behind < 0 ? behind + 7 : behind));
    return day.toISOString().slice(0, 10);
  }
  return undefined;
}

function twoDigits(value: number | null): string {
  return String(value).padStart(2, "0");
}
