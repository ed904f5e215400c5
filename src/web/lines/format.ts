/** Dates, numbers and counts as lists show them. */

/** `2 Apr 2031`, `Apr 2031`, `2031`: a date as far as it is known. Takes times, too, and shows their day. */
export function formatDay(iso: string | null): string {
  if (iso === null) return "undated";
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
  if (month === undefined) return String(year);
  const options: Intl.DateTimeFormatOptions = { month: "short", year: "numeric", timeZone: "UTC" };
  if (day !== undefined) options.day = "numeric";
  return new Intl.DateTimeFormat("en-GB", options).format(new Date(Date.UTC(year, month - 1, day ?? 1)));
}

/** `April 2031`, `2031`: a month as the head of a list. */
export function formatMonth(iso: string): string {
  const [year, month] = iso.slice(0, 7).split("-").map(Number);
  if (month === undefined) return String(year);
  const options: Intl.DateTimeFormatOptions = { month: "long", year: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat("en-GB", options).format(new Date(Date.UTC(year, month - 1, 1)));
}

const YEAR = 31_557_600_000;

/** A day on an axis of so many milliseconds: as exact as the axis is long. */
export function formatTick(at: Date, span: number): string {
  const day = at.toISOString().slice(0, 10);
  if (span > 4 * YEAR) return day.slice(0, 4);
  if (span > YEAR) return formatDay(day.slice(0, 7));
  return formatDay(day).replace(/ \d{4}$/, "");
}

const moments = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** `2 Apr 2031, 14:05`: a time, where the reader is. */
export function formatMoment(iso: string): string {
  return moments.format(new Date(iso));
}

const numbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** `1 report`, `1,204 reports`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Milliseconds since 1970 of an ISO date or prefix; a month stands at its first day. */
export function toTime(iso: string): number {
  const [year, month = 1, day = 1] = iso.slice(0, 10).split("-").map(Number);
  return Date.UTC(year, month - 1, day);
}

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** `Jordan` for `JO`; a code that is none is shown as it is. */
export function formatCountry(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code;
}
