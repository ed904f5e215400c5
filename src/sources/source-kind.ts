/** What a file holds: told by its name, and where that does not tell, by how it begins. */
import { UnreadableError } from "./errors.ts";

export const SOURCE_KINDS = ["text", "jsonl", "json", "page", "pdf", "feed", "warc", "mail"] as const;

/**
 * `text` is one report; `jsonl` a report a line; `json` a JSON feed, a report or a list of reports; `page` HTML;
 * `feed` RSS, Atom or RDF; `warc` a web archive; `mail` a message as it is sent.
 */
export type SourceKind = (typeof SOURCE_KINDS)[number];

const ENDINGS: Record<string, SourceKind> = {
  txt: "text",
  jsonl: "jsonl",
  ndjson: "jsonl",
  json: "json",
  html: "page",
  htm: "page",
  xhtml: "page",
  pdf: "pdf",
  xml: "feed",
  rss: "feed",
  atom: "feed",
  rdf: "feed",
  warc: "warc",
  eml: "mail",
};

/** Bytes looked at to tell what a file holds. */
export const SNIFFED_BYTES = 1024;

const UNSUPPORTED = /\.(docx?|odt|rtf|epub|zip|csv|xlsx?|pptx?|7z|tar|tgz|bz2|xz|zst|mbox)(\.gz)?$/i;

/** Whether a file in a folder is taken by its name alone. */
export function hasReportEnding(name: string): boolean {
  return getEnding(name) !== undefined;
}

/** @throws {UnreadableError} `unsupported_kind`, for endings of files that hold reports which this program cannot read. */
export function getKindByName(file: string): SourceKind | undefined {
  const ending = UNSUPPORTED.exec(file)?.[0];
  if (ending !== undefined) {
    throw new UnreadableError("unsupported_kind", `this version does not read ${ending.toLowerCase()} files`);
  }
  return getEnding(file);
}

function getEnding(name: string): SourceKind | undefined {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1].toLowerCase();
  return ending === undefined || !Object.hasOwn(ENDINGS, ending) ? undefined : ENDINGS[ending];
}

/**
 * Tells the kind from the first bytes, unpacked.
 *
 * Signs that no other kind begins with win over the name: a page that somebody saved as `.txt` is still a page. The rest
 * is only asked where the name says nothing.
 */
export function sniffKind(head: Uint8Array, named: SourceKind | undefined): SourceKind {
  const start = toBeginning(head);
  if (start.startsWith("%PDF-")) return "pdf";
  if (/^WARC\/\d/.test(start)) return "warc";
  if (named === "mail" || named === "warc" || named === "pdf" || named === "jsonl" || named === "json") return named;
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype html|<html)\b/i.test(start)) return "page";
  if (named === "page") return named;
  if (/^(?:<\?xml\b|<(?:rss|feed|rdf:rdf)\b)/i.test(start)) return "feed";
  if (named !== undefined) return named;
  if (/^\{\s*["}]/.test(start) || /^\[\s*\{\s*"/.test(start)) return "jsonl";
  if (
    /^(?:From |(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|Date|From|To|Subject): .*\r?\n[\w-]+:)/i.test(
      start,
    )
  ) {
    return "mail";
  }
  return "text";
}

/** The first characters without mark and white space; of UTF-16, whose NUL bytes are passed over, the same. */
function toBeginning(head: Uint8Array): string {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFFED_BYTES)).toString("latin1");
  const hasMark = head[0] === 0xff || head[0] === 0xfe;
  return (hasMark ? start.slice(2).replaceAll("\0", "") : start.replace(/^\xef\xbb\xbf/, "")).trimStart();
}
