/** When something was said: a date in the words that report it, or tied to them in the tree; dates in the content are not it. */
import type { ParsedDocument } from "../language/index.ts";
import type { Attribution } from "./attribution/attribution.ts";
import { type DatedDocument, findDatesBeside } from "./find-dates.ts";

/** @returns ISO date or prefix; `null` where the report does not date the saying itself. */
export function dateStatement(document: ParsedDocument & DatedDocument, attribution: Attribution): string | null {
  const { heads } = document;
  const { cue, content, cueToken } = attribution;
  for (const { start, end, startToken, endToken, date } of findDatesBeside(document, cueToken)) {
    if (content.some((span) => start < span.end && span.start < end)) continue;
    if (cue.some((span) => span.start <= start && end <= span.end)) return date;
    for (let token = startToken; token < endToken; token++) if (heads[token] === cueToken) return date;
  }
  return null;
}
