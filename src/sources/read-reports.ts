/**
 * Files, folders and standard input in; reports out, one after another, with what could not be read in its place.
 */
import type { Report } from "../reading/index.ts";
import { decodeText } from "./decode-text.ts";
import { type SourceProblem, toSourceProblem, UnreadableError } from "./errors.ts";
import { listFiles, type SourceNote } from "./list-files.ts";
import { openFile, toReadableError } from "./open-file.ts";
import { checkText, parseReportLine } from "./parse-report-line.ts";
import { type Chunks, peek } from "./peek.ts";
import { splitLines } from "./split-lines.ts";

/** Largest report, in bytes of UTF-8: a text file, or a line of a `.jsonl` file. */
export const MAX_REPORT_BYTES = 4_000_000;

const SNIFFED_BYTES = 256;

export interface SourceOptions {
  /** Files and folders; `-` is standard input. */
  readonly files: readonly string[];
  /** Bytes for `-`. */
  readonly standardInput?: Chunks;
  /** What the files hold. By default known by their names, and where these do not tell, by how they begin. */
  readonly kind?: "auto" | "text" | "jsonl";
  /** Defaults to `MAX_REPORT_BYTES`. What is larger becomes a problem, and is not held in memory. */
  readonly maxReportBytes?: number;
  /** Called with the number of bytes of each piece that is read. */
  readonly onBytes?: (count: number) => void;
}

export interface FoundReport {
  readonly kind: "report";
  readonly report: Report;
  /** As the caller named it, or the path within a folder named; `-` is standard input. */
  readonly file: string;
  /** Number of the line, from 1, in files with a report a line. */
  readonly line?: number;
}

export type SourceItem = FoundReport | SourceProblem | SourceNote;

/**
 * Reads reports as they are asked for.
 *
 * A text file is one report, a `.jsonl` file one a line; either may be compressed with gzip. Text is UTF-8, or UTF-16 with
 * a byte order mark. What is wrong with one file or line never keeps the next from being read. Never throws: a problem is
 * an item. Memory grows with the largest report allowed, not with the files.
 */
export async function* readReports(options: SourceOptions): AsyncGenerator<SourceItem> {
  for await (const item of listFiles(options.files)) {
    if (item.kind !== "file") yield item;
    else yield* readFile(item.file, options);
  }
}

async function* readFile(file: string, options: SourceOptions): AsyncGenerator<SourceItem> {
  const maxBytes = options.maxReportBytes ?? MAX_REPORT_BYTES;
  try {
    const named = options.kind === undefined || options.kind === "auto" ? getKindByName(file) : options.kind;
    const chunks = openFile(file, options.standardInput ?? nothing(), options.onBytes);
    if (named === "text") yield* readText(chunks, file, maxBytes);
    else if (named === "jsonl") yield* readLines(chunks, file, maxBytes);
    else {
      const { head, all } = await peek(chunks, SNIFFED_BYTES);
      yield* looksLikeJsonl(head) ? readLines(all, file, maxBytes) : readText(all, file, maxBytes);
    }
  } catch (error) {
    const { code, message } = toReadableError(error);
    yield toSourceProblem(code, { file }, message);
  }
}

const UNSUPPORTED = /\.(html?|xhtml|pdf|xml|rss|atom|warc|docx?|odt|rtf|epub|zip|json|csv)(\.gz)?$/i;

function getKindByName(file: string): "text" | "jsonl" | undefined {
  if (/\.(jsonl|ndjson)(\.gz)?$/i.test(file)) return "jsonl";
  if (/\.txt(\.gz)?$/i.test(file)) return "text";
  const ending = UNSUPPORTED.exec(file)?.[0];
  if (ending !== undefined) {
    throw new UnreadableError("unsupported_kind", `this version does not read ${ending.toLowerCase()} files`);
  }
  return undefined;
}

async function* readText(chunks: Chunks, file: string, maxBytes: number): AsyncGenerator<SourceItem> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    parts.push(chunk);
  }
  const text = checkText(decodeText(Buffer.concat(parts)));
  if (/^\s*<(!doctype html|html|\?xml|rss|feed)\b/i.test(text.slice(0, 1000))) {
    throw new UnreadableError("unsupported_kind", "holds a page or a feed, which this version does not read");
  }
  yield { kind: "report", report: { text }, file };
}

async function* readLines(chunks: Chunks, file: string, maxBytes: number): AsyncGenerator<SourceItem> {
  let isEmpty = true;
  for await (const { number, bytes } of splitLines(chunks, maxBytes)) {
    if (bytes !== undefined && isBlank(bytes)) continue;
    isEmpty = false;
    const place = { file, line: number };
    try {
      if (bytes === undefined) throw tooLarge(maxBytes);
      const { report, notes } = parseReportLine(bytes);
      for (const message of notes) yield { kind: "note", ...place, message };
      yield { kind: "report", report, ...place };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      yield toSourceProblem(error.code, place, error.message);
    }
  }
  if (isEmpty) throw new UnreadableError("empty", "holds no report");
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
}

function tooLarge(maxBytes: number): UnreadableError {
  return new UnreadableError("too_large", `is larger than ${maxBytes / 1_000_000} MB, the most for one report`);
}

/** Looks at the first bytes: a brace and a quotation mark open a file of JSON lines, not a sentence. */
function looksLikeJsonl(head: Uint8Array): boolean {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFFED_BYTES)).toString("latin1");
  return /^\s*\{\s*["}]/.test(start) || /^\s*\[\s*\{\s*"/.test(start);
}

async function* nothing(): Chunks {}
