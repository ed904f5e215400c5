/** Reports out of the entries of a feed: RSS, Atom, RDF or JSON. */
import { decodeBytes } from "./decode-bytes.ts";
import { type Place, toSourceProblem, UnreadableError } from "./errors.ts";
import { toPlainParagraphs } from "./pages/read-page.ts";
import { checkText } from "./parse-report-line.ts";
import { toPublishedDate } from "./published-date.ts";
import type { SourceItem } from "./source-item.ts";

/** One entry, whatever the format of its feed. */
interface FeedEntry {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly date?: unknown;
  readonly authors: readonly string[];
  /** As markup, or as text where `isText`. */
  readonly content?: string | undefined;
  readonly isText?: boolean;
}

interface Feed {
  readonly title?: string | undefined;
  readonly entries: readonly FeedEntry[];
}

/**
 * Gives a report an entry, with the full text where the feed has it and its summary otherwise.
 *
 * @throws {UnreadableError} `damaged`, where it is no feed; `entities`, where it declares its own: they can grow without end.
 */
export async function* readFeed(bytes: Uint8Array, file: string, charset?: string): AsyncGenerator<SourceItem> {
  const { text } = await decodeBytes(bytes, charset);
  yield* readFeedText(text, file);
}

export async function* readFeedText(source: string, file: string): AsyncGenerator<SourceItem> {
  // Anywhere: they may stand behind a comment of any length.
  if (/<!ENTITY\b/i.test(source)) {
    throw new UnreadableError("entities", "is XML that declares entities of its own");
  }
  const { title: outlet, entries } = await parse(source);
  if (entries.length === 0) throw new UnreadableError("empty", "is a feed without entries");
  for (const [index, entry] of entries.entries()) {
    const place: Place = { file, entry: index + 1 };
    try {
      const content = entry.content ?? "";
      const text = entry.isText === true ? content.trim() : await toPlainParagraphs(content);
      const publishedAt = toPublishedDate(typeof entry.date === "string" ? entry.date : undefined);
      const report = {
        ...(entry.id === undefined ? {} : { givenId: entry.id }),
        ...(entry.title === undefined ? {} : { title: await toPlainTitle(entry.title) }),
        text: checkText(text),
        ...(publishedAt === undefined ? {} : { publishedAt }),
        ...(outlet === undefined ? {} : { outlet }),
        ...(entry.authors.length === 0 ? {} : { byline: entry.authors.join(", ") }),
        ...(entry.url === undefined ? {} : { url: entry.url }),
      };
      yield { kind: "report", report, ...place };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      yield toSourceProblem(error.code, place, error.message);
    }
  }
}

async function toPlainTitle(title: string): Promise<string> {
  return /[<&]/.test(title) ? (await toPlainParagraphs(title)).replace(/\s+/g, " ") : title.trim();
}

async function parse(source: string): Promise<Feed> {
  const { parseFeed } = await import("feedsmith");
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(source);
  } catch {
    throw new UnreadableError("damaged", "is no feed that can be read");
  }
  switch (parsed.format) {
    case "rss":
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.guid?.value,
          title: item.title,
          url: item.link,
          date: item.pubDate ?? item.dc?.dates?.[0],
          authors: item.dc?.creators ?? [],
          content: item.content?.encoded ?? item.description,
        })),
      };
    case "rdf":
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          title: item.title,
          url: item.link,
          date: item.dc?.dates?.[0],
          authors: item.dc?.creators ?? [],
          content: item.content?.encoded ?? item.description,
        })),
      };
    case "atom":
      return {
        title: parsed.feed.title?.value,
        entries: (parsed.feed.entries ?? []).map((entry) => ({
          id: entry.id,
          title: entry.title?.value,
          url: (entry.links?.find(({ rel }) => rel === undefined || rel === "alternate") ?? entry.links?.[0])?.href,
          date: entry.published ?? entry.updated,
          authors: (entry.authors ?? []).map(({ name }) => name).filter((name) => name !== undefined),
          content: entry.content?.value ?? entry.summary?.value,
          isText: entry.content?.value !== undefined && (entry.content.type ?? "text") === "text",
        })),
      };
    case "json":
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.id,
          title: item.title,
          url: item.url,
          date: item.date_published,
          authors: (item.authors ?? []).map(({ name }) => name).filter((name) => name !== undefined),
          content: item.content_html ?? item.content_text ?? item.summary,
          isText: item.content_html === undefined,
        })),
      };
  }
}
