/** Reports out of what was fetched: a page, a feed, a PDF or whatever else files hold. */
import { toSourceProblem, UnreadableError } from "../errors.ts";
import { toReadableError } from "../open-file.ts";
import { readKind } from "../read-kind.ts";
import type { SourceItem } from "../source-item.ts";
import { getKindByName, type SourceKind, sniffKind } from "../source-kind.ts";
import type { FetchedAddress } from "./fetcher.ts";

const KINDS: Record<string, SourceKind> = {
  "application/pdf": "pdf",
  "application/rss+xml": "feed",
  "application/atom+xml": "feed",
  "application/rdf+xml": "feed",
  "application/feed+json": "json",
  "application/json": "json",
  "application/x-ndjson": "jsonl",
  "application/jsonl": "jsonl",
  "application/warc": "warc",
  "message/rfc822": "mail",
};

/** Say nothing, or what nobody relies on: feeds are served as pages and pages as plain text. */
const VAGUE = /^$|^text\/|^application\/(?:xml|xhtml\+xml|octet-stream|gzip|x-gzip)$/;

/**
 * Like `readReports`, of bytes that were fetched. Reports that do not say where they stand have the address.
 *
 * @param asked What it holds, where the user says so.
 */
export async function* readFetched(
  fetched: FetchedAddress,
  file: string,
  maxBytes: number,
  asked?: SourceKind,
): AsyncGenerator<SourceItem> {
  const { address, bytes, charset } = fetched;
  try {
    const kind = asked ?? tellKind(fetched);
    const hints = { address, ...(charset === undefined ? {} : { charset }) };
    for await (const item of readKind(
      kind,
      (async function* () {
        yield bytes;
      })(),
      file,
      maxBytes,
      hints,
    )) {
      yield item.kind === "report" && item.report.url === undefined && item.entry === undefined
        ? { ...item, report: { ...item.report, url: address } }
        : item;
    }
  } catch (error) {
    const { code, message } = toReadableError(error);
    yield toSourceProblem(code, { file }, message);
  }
}

function tellKind({ address, type, bytes }: FetchedAddress): SourceKind {
  const named = KINDS[type];
  if (named !== undefined) return sniffKind(bytes, named);
  if (!VAGUE.test(type)) throw new UnreadableError("unsupported_kind", `this version does not read ${type}`);
  const sniffed = sniffKind(bytes, undefined);
  if (sniffed !== "text") return sniffed;
  if (type === "text/html" || type === "application/xhtml+xml") return "page";
  // Some endings are those of what this program does not read; a page may have any.
  return getKindByName(new URL(address).pathname) ?? "text";
}
