/** A report out of a page of HTML. */
import type { Report } from "../../reading/index.ts";
import { decodeBytes } from "../decode-bytes.ts";
import { UnreadableError } from "../errors.ts";
import { checkText } from "../parse-report-line.ts";
import { findParagraphs, type PageNode } from "./find-paragraphs.ts";
import { findArticleBody, findPageFacts } from "./page-facts.ts";
import { scanPage } from "./scan-page.ts";

export interface PageOptions {
  /** As the server gave it. */
  readonly charset?: string | undefined;
  /** Where the page was found. */
  readonly address?: string | undefined;
}

export interface ReadPage {
  readonly report: Report;
  readonly notes: readonly string[];
}

/** Elements are counted before Readability sees them, since its time grows faster than their number. */
const MAX_MARKUP_CHARS = 3_000_000;
/** Less text than this is a notice, a picture or a list of links. */
const LEAST_CHARS = 80;

/**
 * Finds the report on a page: its paragraphs, with an empty line between them, and what the page says of itself.
 *
 * Captions, menus, boxes, pulled quotes and the headline are not part of the text. Where the page holds no text but its JSON-LD
 * does, that is taken.
 *
 * @throws {UnreadableError} `no_report`, where there is no text to be found; `too_deep`, `too_large`.
 */
export async function readPage(bytes: Uint8Array, options: PageOptions = {}): Promise<ReadPage> {
  const { text: html, isDamaged } = await decodeBytes(bytes, options.charset);
  const notes = isDamaged ? ["holds bytes that are no characters; \ufffd stands in their place"] : [];
  return { report: await parsePage(html, options.address), notes };
}

/** Like `readPage`, of markup already decoded. */
export async function parsePage(html: string, address?: string): Promise<Report> {
  const page = scanPage(html);
  const facts = findPageFacts(page, address);
  if (page.markup.length > MAX_MARKUP_CHARS) throw new UnreadableError("too_large", "is too large a page for a report");
  let paragraphs = await findMainText(page.markup, facts.title ?? page.heading);
  if (countChars(paragraphs) < LEAST_CHARS) {
    const body = findArticleBody(page);
    if (body !== undefined && body.length >= LEAST_CHARS) paragraphs = body.split(/\s*\n\s*/).filter((it) => it !== "");
  }
  if (countChars(paragraphs) < LEAST_CHARS) throw new UnreadableError("no_report", "holds no report that can be found");
  return { ...facts, text: checkText(paragraphs.join("\n\n").replace(/\p{Surrogate}/gu, "\u{fffd}")) };
}

/** Paragraphs of a piece of markup that is all text, as feeds and mails have it. */
export async function toPlainParagraphs(markup: string): Promise<string> {
  const page = scanPage(markup);
  const { parseHTML } = await import("linkedom");
  const { document } = parseHTML(`<!doctype html><html><body>${page.markup}</body></html>`);
  return findParagraphs(document.body, undefined).join("\n\n");
}

async function findMainText(markup: string, title: string | undefined): Promise<string[]> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import("linkedom"), import("@mozilla/readability")]);
  const { document } = parseHTML(/<html\b/i.test(markup) ? markup : `<html><body>${markup}</body></html>`);
  if (document.body === null) return [];
  const article = new Readability(document, { serializer: (element) => element, disableJSONLD: true }).parse();
  return article?.content == null ? [] : findParagraphs(article.content as unknown as PageNode, title);
}

function countChars(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, { length }) => sum + length, 0);
}
