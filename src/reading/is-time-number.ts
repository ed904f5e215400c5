/** Numbers that tell when, not how many: "a 1961 treaty", "2020 graduates", "about six months ago", "in 2017 to 40,000". */
import type { NumberMention, ParsedDocument } from "../language/index.ts";
import { DURATIONS } from "./find-figure-class.ts";

/** Of whole years, those that reports speak of by their number alone. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2100;
/** Years that news speaks of most: before a plural ("2020 graduates") a number is one of them sooner than a count. */
const FIRST_RECENT = 1950;
const LAST_RECENT = 2050;

const AWAY = /^(?:ago|earlier|later|hence|beforehand|afterwards?)$/i;
/** Before a year, never before a count that goes up to another: "in 2017 to 40,000". */
const BEFORE_YEAR = /^(?:in|since|by|until|during)$/i;

/** "A 1961 treaty", "the 1998 law", "their 2015 accord", "2020 graduates". */
export function isYearOfThing({ features, tags, text, tokens }: ParsedDocument, number: NumberMention): boolean {
  const { startToken, endToken, start, end, value } = number;
  if (endToken - startToken !== 1 || value < FIRST_YEAR || value > LAST_YEAR || number.unit !== undefined) return false;
  if (!/^\d{4}$/.test(text.slice(start, end))) return false;
  const before = tokens[startToken - 1]?.text.toLowerCase() ?? "";
  if (before === "a" || before === "an") return true;
  const isOwned = before === "the" || /^(?:its|his|her|their|our|this|that|'s|’s)$/.test(before);
  if (isOwned) return true;
  if (tags[endToken] !== "NOUN") return false;
  if (features[endToken]?.includes("Number=Sing") === true) return true;
  // "2000 people" is a count: round numbers are; behind "of", "some" or "than" so are all.
  const isRecent = value >= FIRST_RECENT && value <= LAST_RECENT && value % 50 !== 0;
  return isRecent && tags[startToken - 1] !== "ADV" && !/^(?:some|than|of|least|most|to)$/.test(before);
}

/** "About six months ago": the span of time behind the number says how far away something is. */
export function isTimeAway({ lemmas, tokens }: ParsedDocument, { endToken }: NumberMention): boolean {
  return DURATIONS.has(lemmas[endToken]?.toLowerCase() ?? "") && AWAY.test(tokens[endToken + 1]?.text ?? "");
}

/** "lowered the limit in 2017 to 40,000": the year is no lower end of a range. @returns The number without it. */
export function withoutYear({ text, tokens }: ParsedDocument, number: NumberMention): NumberMention {
  const { startToken, endToken, start, low, high } = number;
  if (low === undefined || high === undefined || endToken - startToken !== 3 || high <= LAST_YEAR) return number;
  const isYear = low >= FIRST_YEAR && low <= LAST_YEAR && /^\d{4}$/.test(text.slice(start, tokens[startToken].end));
  if (!isYear || !BEFORE_YEAR.test(tokens[startToken - 1]?.text ?? "")) return number;
  const { low: _low, high: _high, ...rest } = number;
  return { ...rest, value: high, startToken: endToken - 1, start: tokens[endToken - 1].start };
}
