/** Days as numbers, so that lists can be ordered by the date of their report without parsing. */

const MS_PER_DAY = 86_400_000;
const FIRST_DAY_MS = Date.UTC(1, 0, 1) - (Date.UTC(1, 0, 1) - new Date("0001-01-01T00:00:00Z").getTime());

/**
 * Days since the first of January of the year 1, from 1; an ISO prefix counts as its first day, and no date as 0.
 */
export function toReportDay(date: string | null | undefined): number {
  if (date === null || date === undefined || !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return 0;
  const time = Date.parse(`${date.padEnd(10, "-01")}T00:00:00Z`);
  return Number.isNaN(time) ? 0 : Math.round((time - FIRST_DAY_MS) / MS_PER_DAY) + 1;
}

/** The last day that an ISO date or prefix may mean; 0 where it is none. */
export function toLastReportDay(date: string): number {
  const first = toReportDay(date);
  if (first === 0 || date.length === 10) return first;
  const [year, month] = date.split("-").map(Number);
  const next =
    month === undefined
      ? `${padYear(year + 1)}`
      : month === 12
        ? padYear(year + 1)
        : `${padYear(year)}-${String(month + 1).padStart(2, "0")}`;
  const following = toReportDay(next);
  return following === 0 ? first : following - 1;
}

function padYear(year: number): string {
  return String(year).padStart(4, "0");
}
