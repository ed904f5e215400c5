/** Citations of a statement, and addresses that open at its very words. */
import type { Reading } from "../../reading/index.ts";
import type { Span } from "./list-items.ts";

/** Words at either end that a text fragment names: enough to be found once, few enough to be read. */
const FRAGMENT_WORDS = 5;

/**
 * The address of a page with a text fragment, at which browsers open and mark the words.
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function toTextFragment(url: string, words: string): string {
  const list = words.trim().split(/\s+/);
  const encode = (part: string[]): string => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D");
  const directive =
    list.length <= 2 * FRAGMENT_WORDS
      ? encode(list)
      : `${encode(list.slice(0, FRAGMENT_WORDS))},${encode(list.slice(-FRAGMENT_WORDS))}`;
  const [base, hash = ""] = url.split("#", 2);
  return `${base}#${hash}:~:text=${directive}`;
}

/** `12 March 2031`, `March 2031`, `2031`: a date as far as it is known. */
export function formatDate(isoDate: string): string {
  const [year, month, day] = isoDate.split("-").map(Number);
  if (month === undefined) return String(year);
  const options: Intl.DateTimeFormatOptions = { month: "long", year: "numeric", timeZone: "UTC" };
  if (day !== undefined) options.day = "numeric";
  return new Intl.DateTimeFormat("en-GB", options).format(new Date(Date.UTC(year, month - 1, day ?? 1)));
}

/** Who said it, the words, and where they stand: a line to be pasted into a text. */
export function citeStatement(
  { report, entities }: Reading,
  statement: { speaker: string | null; mode: string; content: readonly Span[]; when: string | null },
): string {
  const speaker = entities.find(({ id }) => id === statement.speaker);
  const role = speaker?.roles[0];
  const of = entities.find(({ id }) => id === role?.of)?.name;
  const title = role === undefined ? "" : ` (${[role.title, of].filter(Boolean).join(", ")})`;
  const words = statement.content
    .map(({ start, end }) => report.text.slice(start, end).replace(/\s+/g, " ").trim())
    .join(" … ");
  const isQuoted = /^["“„«].*["”»]$/.test(words) || statement.mode !== "direct";
  const where = [
    report.byline,
    report.title === null ? null : `“${report.title}”`,
    report.outlet,
    report.publishedAt === null ? null : formatDate(report.publishedAt),
    report.url === null ? null : toTextFragment(report.url, firstWords(report.text, statement.content)),
  ].filter(Boolean);
  const source = where.length > 0 ? ` ${where.join(", ")}.` : "";
  const said = isQuoted ? words : `“${words}”`;
  const stop = /[.,!?…][”"]?$/.test(said) ? "" : ".";
  return `${speaker?.name ?? "Speaker not known"}${title}: ${said}${stop}${source}`;
}

function firstWords(text: string, content: readonly Span[]): string {
  return content.length === 0 ? "" : text.slice(content[0].start, content[0].end);
}
