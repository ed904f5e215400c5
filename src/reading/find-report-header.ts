/**
 * Finds what a report says of itself before it begins: headline, outlet, date, byline, dateline.
 *
 * Only the forms that papers and agencies use: a headline on a line of its own, `Outlet | 2024-05-03 | Byline`, lines that
 * begin with "By", datelines such as `PARIS, May 3 (XX) -`. What is not in such a form is left out.
 */

import { toIsoDate } from "./iso-date.ts";

export interface ReportHeader {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  /** Where the headline stands, if there is one. */
  readonly titleSpan: { readonly start: number; readonly end: number } | null;
  /** Where the report proper begins, after headline, byline and dateline. */
  readonly bodyStart: number;
}

/** The header of a report that says nothing of itself. */
export const NO_HEADER: ReportHeader = {
  title: null,
  outlet: null,
  byline: null,
  publishedAt: null,
  titleSpan: null,
  bodyStart: 0,
};

/** Longest headline, in characters. */
const LONGEST_HEADLINE = 220;
/** Lines looked at from the top. */
const MOST_LINES = 6;

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const MONTH_NAMES = MONTHS.split("|");
const DATE = new RegExp(
  `^(?:\\w+day,? )?(?:(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?(?:T[\\d:.Z+-]*)?|(\\d{1,2}) (${MONTHS}),? (\\d{4})|(${MONTHS}) (\\d{1,2}), (\\d{4}))$`,
);

/** `PARIS, May 3 (XX) -`, `GENEVA (XX) —`, `DUBAI, 13 December 2023 -`: a place in capitals up to a dash. */
const DATELINE = new RegExp(
  `^\\p{Lu}[\\p{Lu}.' -]{2,40}(?:, \\p{Lu}[\\p{L}. ]{2,30})?(?:, (?:(\\d{1,2}) (${MONTHS})(?: (\\d{4}))?|(?:${MONTHS}|[A-Z][a-z]{2,3}\\.?) \\d{1,2}(?:, \\d{4})?))?(?: \\([^()\\n]{2,30}\\))? ?(?:-{1,2}|–|—) ?`,
  "u",
);

export function findReportHeader(text: string): ReportHeader {
  const lines = findFirstLines(text);
  let title: string | null = null;
  let titleSpan: ReportHeader["titleSpan"] = null;
  let outlet: string | null = null;
  let byline: string | null = null;
  let publishedAt: string | null = null;
  let bodyStart = lines[0]?.start ?? 0;
  let isFirst = true;
  for (const [index, line] of lines.entries()) {
    const content = text.slice(line.start, line.end);
    const fields = parseFields(content);
    if (fields !== undefined) {
      ({ outlet, publishedAt, byline } = fields);
    } else if (/^By [\p{Lu}][^.!?]{2,80}$/u.test(content)) {
      byline ??= content.slice(3).trim();
    } else if (parseDate(content) !== null && index > 0) {
      publishedAt ??= parseDate(content);
    } else if (isFirst && isHeadline(content) && index + 1 < lines.length) {
      title = content;
      titleSpan = { start: line.start, end: line.end };
    } else {
      bodyStart = line.start;
      break;
    }
    isFirst = false;
    bodyStart = lines[index + 1]?.start ?? line.end;
  }
  const dateline = DATELINE.exec(text.slice(bodyStart, bodyStart + 120));
  if (dateline !== null) {
    bodyStart += dateline[0].length;
    if (dateline[3] !== undefined) publishedAt ??= joinDate(dateline[3], dateline[2], dateline[1]);
  }
  return { title, outlet, byline, publishedAt, titleSpan, bodyStart };
}

/** Lines with words in them, without the white space around. */
function findFirstLines(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let position = 0;
  while (position < text.length && lines.length < MOST_LINES) {
    const found = text.indexOf("\n", position);
    const end = found < 0 ? text.length : found;
    const content = text.slice(position, end);
    const start = position + (content.length - content.trimStart().length);
    if (content.trim() !== "") lines.push({ start, end: start + content.trim().length });
    position = end + 1;
  }
  return lines;
}

function isHeadline(line: string): boolean {
  return line.length <= LONGEST_HEADLINE && !/[.:;,]["”’']?$/.test(line) && /\p{L}/u.test(line) && !DATELINE.test(line);
}

/** `Outlet | 2024-05-03 | Byline`, in this order; outlet and date must be there. */
function parseFields(line: string): { outlet: string; publishedAt: string; byline: string | null } | undefined {
  const fields = line.split("|").map((field) => field.trim());
  if (fields.length < 2 || fields.length > 3) return undefined;
  const publishedAt = parseDate(fields[1]);
  if (publishedAt === null || fields[0] === "") return undefined;
  return { outlet: fields[0], publishedAt, byline: fields[2] === undefined || fields[2] === "" ? null : fields[2] };
}

function parseDate(text: string): string | null {
  const found = DATE.exec(text.trim());
  if (found === null) return null;
  const [, year, month, day, day2, month2, year2, month3, day3, year3] = found;
  if (year !== undefined) return toIsoDate([year, month, day].filter((part) => part !== undefined).join("-")) ?? null;
  return joinDate(year2 ?? year3, month2 ?? month3, day2 ?? day3);
}

function joinDate(year: string, month: string, day: string): string | null {
  return (
    toIsoDate(`${year}-${String(MONTH_NAMES.indexOf(month) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`) ?? null
  );
}
