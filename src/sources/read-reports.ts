/**
 * Files, folders and standard input in; reports out, one after another, with what could not be read in its place.
 */
import { decodeText } from "./decode-text.ts";
import { toSourceProblem } from "./errors.ts";
import { listFiles } from "./list-files.ts";
import { openFile, toReadableError, toUtf8 } from "./open-file.ts";
import { checkText } from "./parse-report-line.ts";
import { type Chunks, peek } from "./peek.ts";
import { readLines } from "./read-lines.ts";
import { readWhole } from "./read-whole.ts";
import type { SourceItem } from "./source-item.ts";
import { getKindByName, SNIFFED_BYTES, type SourceKind, sniffKind } from "./source-kind.ts";
import { tellOtherLanguage } from "./tell-language.ts";

/** Largest report, in bytes: a text file, a page, or a line of a `.jsonl` file. */
export const MAX_REPORT_BYTES = 4_000_000;

/** What holds pictures or many reports, and has to be held whole, may be so many times as large as a report. */
const HOLDERS = 4;

export interface SourceOptions {
  /** Files and folders; `-` is standard input. */
  readonly files: readonly string[];
  /** Bytes for `-`. */
  readonly standardInput?: Chunks;
  /** What the files hold. By default known by their names, and where these do not tell, by how they begin. */
  readonly kind?: "auto" | SourceKind;
  /** Defaults to `MAX_REPORT_BYTES`. What is larger becomes a problem, and is not held in memory. */
  readonly maxReportBytes?: number;
  /** Called with the number of bytes of each piece that is read. */
  readonly onBytes?: (count: number) => void;
}

/**
 * Reads reports as they are asked for.
 *
 * A text or page is one report, a `.jsonl` file one a line, a feed or web archive one an entry; any may be compressed with
 * gzip. A report in another language than English has its `language`, and is told of in a note. What is wrong with one file or line
 * never keeps the next from being read. Never throws: a problem is an item. Memory grows with the largest report allowed,
 * not with the files.
 */
export async function* readReports(options: SourceOptions): AsyncGenerator<SourceItem> {
  for await (const item of listFiles(options.files)) {
    if (item.kind !== "file") yield item;
    else yield* tellLanguages(readFile(item.file, options));
  }
}

async function* tellLanguages(items: AsyncIterable<SourceItem>): AsyncGenerator<SourceItem> {
  for await (const item of items) {
    if (item.kind !== "report" || item.report.language === "en") {
      yield item;
      continue;
    }
    const { report, ...place } = item;
    const language = report.language ?? (await tellOtherLanguage(report.text));
    if (language === undefined) {
      yield item;
      continue;
    }
    yield { ...place, kind: "note", message: `is not in English but in ${nameLanguage(language)}: kept, not read` };
    yield { ...item, report: { ...report, language } };
  }
}

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

function nameLanguage(code: string): string {
  return languageNames.of(code) ?? code;
}

async function* readFile(file: string, options: SourceOptions): AsyncGenerator<SourceItem> {
  const maxBytes = options.maxReportBytes ?? MAX_REPORT_BYTES;
  try {
    const asked = options.kind === undefined || options.kind === "auto" ? undefined : options.kind;
    const named = asked ?? getKindByName(file);
    const chunks = openFile(file, options.standardInput ?? nothing(), options.onBytes);
    const { head, all } = await peek(chunks, SNIFFED_BYTES);
    yield* readKind(asked ?? sniffKind(head, named), all, file, maxBytes);
  } catch (error) {
    const { code, message } = toReadableError(error);
    yield toSourceProblem(code, { file }, message);
  }
}

async function* readKind(kind: SourceKind, chunks: Chunks, file: string, maxBytes: number): AsyncGenerator<SourceItem> {
  switch (kind) {
    case "text":
      yield {
        kind: "report",
        report: { text: checkText(decodeText(await readWhole(toUtf8(chunks), maxBytes))) },
        file,
      };
      return;
    case "jsonl":
      yield* readLines(toUtf8(chunks), file, maxBytes);
      return;
    case "page": {
      const { readPage } = await import("./pages/read-page.ts");
      const { report, notes } = await readPage(await readWhole(chunks, maxBytes));
      for (const message of notes) yield { kind: "note", file, message };
      yield { kind: "report", report, file };
      return;
    }
    case "feed": {
      const { readFeed } = await import("./read-feed.ts");
      yield* readFeed(await readWhole(chunks, HOLDERS * maxBytes), file);
      return;
    }
    case "json": {
      const { readJson } = await import("./read-json.ts");
      yield* readJson(await readWhole(toUtf8(chunks), HOLDERS * maxBytes), file);
      return;
    }
    case "mail": {
      const { readMail } = await import("./read-mail.ts");
      yield { kind: "report", report: await readMail(await readWhole(chunks, HOLDERS * maxBytes)), file };
      return;
    }
    case "pdf": {
      const { readPdf } = await import("./read-pdf.ts");
      yield { kind: "report", report: await readPdf(await readWhole(chunks, HOLDERS * maxBytes)), file };
      return;
    }
    case "warc": {
      const { readWarc } = await import("./read-warc.ts");
      yield* readWarc(chunks, file, maxBytes);
    }
  }
}

async function* nothing(): Chunks {}
