/** Dates as pages, feeds and mails write them, to the ISO date written there. */
import { toIsoDate } from "../reading/index.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Reads ISO dates and times, `Wed, 03 Jun 2026 10:00:00 GMT`, `3 June 2026` and `June 3, 2026`. The day is the one written, in the
 * zone that it is written in.
 */
export function toPublishedDate(value: string | undefined): string | undefined {
  if (value === undefined || value.length > 200) return undefined;
  const iso = toIsoDate(value.trim().replace(/^(\d{4})(\d{2})(\d{2})(?=T|$)/, "$1-$2-$3"));
  if (iso !== undefined) return iso;
  const dayFirst = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/i.exec(value);
  if (dayFirst !== null) return join(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})\b/i.exec(value);
  return monthFirst === null ? undefined : join(monthFirst[3], monthFirst[1], monthFirst[2]);
}

function join(year: string, monthName: string, day: string): string | undefined {
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  return month === 0 ? undefined : toIsoDate(`${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`);
}
