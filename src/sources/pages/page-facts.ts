/**
 * What a page says of itself: title, byline, outlet, date and address.
 *
 * JSON-LD is believed before OpenGraph, OpenGraph before other `meta`, and these before what stands on the page: the first
 * are written by programs for programs.
 */
import type { Report } from "../../reading/index.ts";
import { toPublishedDate } from "../published-date.ts";
import type { ScannedPage } from "./scan-page.ts";

export type PageFacts = Omit<Report, "text">;

const ARTICLE = /(?:Article|Posting|Report|Analysis|Review)$/;
/** Nodes of JSON-LD looked at: a page is no database. */
const MAX_NODES = 500;
const MAX_CHARS = 500;

/** @param address Where the page was found, for addresses that are not whole. */
export function findPageFacts(page: ScannedPage, address?: string): PageFacts {
  const article = findArticle(page.jsonLd);
  const { meta } = page;
  const outlet = tidy(
    getName(article?.publisher) ?? meta.get("og:site_name") ?? meta.get("application-name") ?? meta.get("source"),
  );
  const title = cutOutlet(
    tidy(getText(article?.headline) ?? meta.get("og:title") ?? page.heading ?? meta.get("twitter:title") ?? page.title),
    outlet,
  );
  const authors =
    getNames(article?.author) ??
    toName(meta.get("author") ?? meta.get("article:author") ?? meta.get("byl") ?? page.author);
  const date = [
    getText(article?.datePublished),
    meta.get("article:published_time"),
    meta.get("datepublished"),
    meta.get("publisheddate"),
    meta.get("publish-date"),
    meta.get("pubdate"),
    meta.get("date"),
    meta.get("dc.date"),
    meta.get("dc.date.issued"),
    meta.get("parsely-pub-date"),
    page.time,
  ];
  const publishedAt = date.map(toPublishedDate).find((it) => it !== undefined);
  const url = [
    page.canonical,
    meta.get("og:url"),
    getAddress(article?.mainEntityOfPage),
    getText(article?.url),
    address,
  ]
    .map((it) => toAddress(it, address))
    .find((it) => it !== undefined);
  const byline = tidy(authors);
  return {
    ...(title === undefined ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(url === undefined ? {} : { url }),
  };
}

/** The text of the article as its JSON-LD has it, for pages that show theirs by a program. */
export function findArticleBody(page: ScannedPage): string | undefined {
  return getText(findArticle(page.jsonLd)?.articleBody);
}

type JsonObject = Record<string, unknown>;

function findArticle(scripts: readonly string[]): JsonObject | undefined {
  const waiting: unknown[] = scripts.map(parse);
  for (let seen = 0; seen < MAX_NODES && waiting.length > 0; seen++) {
    const node = waiting.shift();
    if (Array.isArray(node)) waiting.push(...node.slice(0, MAX_NODES));
    else if (isObject(node)) {
      const types = [node["@type"]].flat();
      if (types.some((type) => typeof type === "string" && ARTICLE.test(type))) return node;
      waiting.push(node["@graph"], node.mainEntity);
    }
  }
  return undefined;
}

function parse(script: string): unknown {
  try {
    // Line breaks inside strings are the commonest mistake.
    return JSON.parse(
      script.replace(/[\u0000-\u001f]+/g, " ").replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ""),
    );
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}

function getText(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" && first.trim() !== "" ? first : undefined;
}

function getName(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return isObject(first) ? getText(first.name) : toName(getText(first));
}

function getNames(value: unknown): string | undefined {
  const names = [value]
    .flat()
    .map(getName)
    .filter((name) => name !== undefined);
  const last = names.pop();
  if (last === undefined) return undefined;
  return names.length === 0 ? last : `${names.join(", ")} and ${last}`;
}

function getAddress(value: unknown): string | undefined {
  return isObject(value) ? getText(value["@id"]) : getText(value);
}

/** An address is not a name, though some pages give one. */
function toName(value: string | undefined): string | undefined {
  return value === undefined || /^https?:/i.test(value) ? undefined : value.replace(/^\s*by\s+/i, "");
}

function toAddress(value: string | undefined, base: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    const url = new URL(value, base);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}

function tidy(value: string | undefined): string | undefined {
  // Some write entities twice.
  const words = value
    ?.replace(/&(?:amp|#0?38);/g, "&")
    .replace(/&(?:quot|#0?34);/g, '"')
    .replace(/&(?:#0?39|apos|rsquo);/g, "’")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/\p{Surrogate}/gu, "\u{fffd}")
    .trim();
  return words === undefined || words === "" ? undefined : words.slice(0, MAX_CHARS);
}

/** `The ferry is late | The Quay Post` to `The ferry is late`. */
function cutOutlet(title: string | undefined, outlet: string | undefined): string | undefined {
  if (title === undefined || outlet === undefined) return title;
  const at = Math.max(...[" | ", " - ", " – ", " — "].map((mark) => title.lastIndexOf(mark)));
  return at > 0 &&
    title
      .slice(at + 3)
      .trim()
      .toLowerCase() === outlet.toLowerCase()
    ? title.slice(0, at).trim()
    : title;
}
