/**
 * Files, folders and standard input in; reports out, one after another, with what could not be read in its place.
 */
import { toSourceProblem } from "./errors.ts";
import { Fetcher, type FetcherOptions } from "./fetching/fetcher.ts";
import { readFetched } from "./fetching/read-fetched.ts";
import { isAddress, listFiles } from "./list-files.ts";
import { openFile, toReadableError } from "./open-file.ts";
import { type Chunks, peek } from "./peek.ts";
import { readKind } from "./read-kind.ts";
import type { SourceItem } from "./source-item.ts";
import { getKindByName, SNIFFED_BYTES, type SourceKind, sniffKind } from "./source-kind.ts";
import { tellOtherLanguage } from "./tell-language.ts";

/** Largest report, in bytes: a text file, a page, or a line of a `.jsonl` file. */
export const MAX_REPORT_BYTES = 4_000_000;

export interface SourceOptions {
  /** Files, folders and addresses (`https://…`, `http://…`); `-` is standard input. */
  readonly files: readonly string[];
  /** Bytes for `-`. */
  readonly standardInput?: Chunks;
  /** What the files hold. By default known by their names, and where these do not tell, by how they begin. */
  readonly kind?: "auto" | SourceKind;
  /** Defaults to `MAX_REPORT_BYTES`. What is larger becomes a problem, and is not held in memory. */
  readonly maxReportBytes?: number;
  /** How addresses are fetched. */
  readonly fetching?: FetcherOptions;
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
  const fetcher = new Fetcher(options.fetching);
  for (const name of options.files) {
    if (isAddress(name)) {
      yield* tellLanguages(fetchReports(name, fetcher, options));
      continue;
    }
    for await (const item of listFiles([name])) {
      if (item.kind !== "file") yield item;
      else yield* tellLanguages(readFile(item.file, options));
    }
  }
}

/** Reports at an address. Never throws: a problem is an item. */
async function* fetchReports(address: string, fetcher: Fetcher, options: SourceOptions): AsyncGenerator<SourceItem> {
  const fetched = await fetcher.fetch(address);
  if (fetched.kind === "problem") yield fetched;
  if (fetched.kind !== "fetched") return;
  options.onBytes?.(fetched.bytes.length);
  yield* readFetched(fetched, address, options.maxReportBytes ?? MAX_REPORT_BYTES, getAskedKind(options));
}

function getAskedKind({ kind }: SourceOptions): SourceKind | undefined {
  return kind === "auto" ? undefined : kind;
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

function nameLanguage(code: string): string {
  return getLanguageNames().of(code) ?? code;
}

let languageNames: Intl.DisplayNames | undefined;

/** Made when first asked for: it takes longer than reading a line. */
function getLanguageNames(): Intl.DisplayNames {
  languageNames ??= new Intl.DisplayNames("en", { type: "language", fallback: "code" });
  return languageNames;
}

async function* readFile(file: string, options: SourceOptions): AsyncGenerator<SourceItem> {
  const maxBytes = options.maxReportBytes ?? MAX_REPORT_BYTES;
  try {
    const asked = getAskedKind(options);
    const named = asked ?? getKindByName(file);
    const chunks = openFile(file, options.standardInput ?? nothing(), options.onBytes);
    const { head, all } = await peek(chunks, SNIFFED_BYTES);
    yield* readKind(asked ?? sniffKind(head, named), all, file, maxBytes);
  } catch (error) {
    const { code, message } = toReadableError(error);
    yield toSourceProblem(code, { file }, message);
  }
}

async function* nothing(): Chunks {}
