const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
]; // biome-ignore format: by halves of the year

/** A number of days, months or years as they are known: `12 March 2031`, `March 2031`, `2031`. */
export function formatDate(isoDate: string): string {
  const [year, month, day] = isoDate.split("-");
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}
