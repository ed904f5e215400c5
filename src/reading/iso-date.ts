/** Gives the date of an ISO date, prefix or time, as written there; `undefined` where it is none or no such day exists. */
export function toIsoDate(value: string): string | undefined {
  const match = /^\s*(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}.*)?)?)?\s*$/.exec(value);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return undefined;
  if (day !== undefined) {
    const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return undefined;
  }
  return [year, month, day].filter((part) => part !== undefined).join("-");
}
