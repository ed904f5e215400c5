/**
 * Why something could not be read: a code to test for, and what the user can do next.
 *
 * The messages themselves are made where the problem is found, since they name places and sizes.
 */

const SOURCE_PROBLEMS = {
  not_found: "check the name",
  no_permission: "ask for permission to read it",
  not_readable: "check the disk and try again",
  no_reports: "give texts, pages, PDFs, feeds, mails, web archives or .jsonl files",
  empty: "leave it out, or give a report with text",
  binary: "give plain text",
  unsupported_kind: "give its text as a .txt file, or a report a line as a .jsonl file",
  not_utf8: "save it as UTF-8",
  damaged_archive: "download or compress it again",
  entities: "leave it out: a feed needs none",
  bomb: "do not open it: it was made to do harm",
  too_large: "split it into single reports",
  too_deep: "give its text as a .txt file",
  no_report: "give the page of a single report, or its text",
  damaged: "download it again",
  too_slow: "give its text as a .txt file",
  unsupported_address: "give an address that begins with https:// or http://",
  private_address: "if that is meant, give --allow-private",
  robots: "save it in a browser and give the file",
  unreachable: "check the address and the connection",
  http_status: "open it in a browser to see what is there",
  too_many_redirects: "give the address that it leads to in the end",
  not_json: 'write one JSON object a line: {"text": "…"}',
  not_an_object: 'write one JSON object a line: {"text": "…"}',
  json_array: "write one report a line, without the brackets around them",
  missing_text: 'give the report\'s words in the field "text"',
  wrong_type: "write it as one string, in quotation marks",
  not_unicode: "remove the character, or write it whole",
} as const;

export type SourceProblemCode = keyof typeof SOURCE_PROBLEMS;

/** Something that could not be read. Whatever else was asked for is still read. */
export interface SourceProblem {
  readonly kind: "problem";
  readonly code: SourceProblemCode;
  /** As the caller named it; `-` is standard input. */
  readonly file: string;
  /** Number of the line, from 1, in files with a report a line. */
  readonly line?: number;
  /** Number of the entry, from 1, in feeds and web archives. */
  readonly entry?: number;
  /** What is wrong, in one line without a full stop. */
  readonly message: string;
  /** What to do next, in one line without a full stop. */
  readonly hint: string;
  /** How long a server asks to be left alone, in ms. */
  readonly retryAfterMs?: number;
}

/** Where a report or a problem was found. */
export type Place = Pick<SourceProblem, "file" | "line" | "entry">;

/** Makes a problem with the hint that belongs to its code. */
export function toSourceProblem(code: SourceProblemCode, place: Place, message: string): SourceProblem {
  return { kind: "problem", code, ...place, message, hint: SOURCE_PROBLEMS[code] };
}

/** Thrown within this room only, and given to the caller as a `SourceProblem`. */
export class UnreadableError extends Error {
  readonly code: SourceProblemCode;
  /** How long a server asks to be left alone, in ms. */
  readonly retryAfterMs: number | undefined;

  constructor(code: SourceProblemCode, message: string, retryAfterMs?: number) {
    super(message);
    this.name = "UnreadableError";
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}
