/**
 * One pass over the markup of a page: notes what it says of itself, and leaves out what is never part of a report.
 *
 * The main text is then found by Readability in what remains. Leaving out scripts, menus, captions and boxes first makes
 * that several times faster, and keeps their words from being taken for the report's.
 */
import { Parser } from "htmlparser2";
import { UnreadableError } from "../errors.ts";

export interface ScannedPage {
  /** What remains, as markup with the attributes that tell text from the rest. */
  readonly markup: string;
  /** Contents of `meta` by name, property or itemprop, in lower case; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  /** Contents of JSON-LD scripts. */
  readonly jsonLd: readonly string[];
  readonly title: string | undefined;
  readonly heading: string | undefined;
  readonly canonical: string | undefined;
  /** `datetime` of the first `time`. */
  readonly time: string | undefined;
  /** Words of the first element marked as the author's name. */
  readonly author: string | undefined;
}

/** Deeper pages are not made for reading: parsers downstream take time that grows with the square of the depth. */
const MAX_DEPTH = 500;

/** Never part of a report, whatever they hold. */
const LEFT_OUT = new Set(
  (
    "script style noscript template svg math iframe object embed canvas video audio picture map nav button select textarea " +
    "dialog menu figure figcaption datalist progress meter"
  ).split(" "),
);
/** Left out unless most of the text lies in them: some makers wrap a whole page in one. */
const DOUBTFUL = new Set(["header", "footer", "aside", "form"]);
const DOUBTFUL_CLASS =
  /(?:^|[\s_-])(?:pull-?quote|related|recommend(?:ed|ation)s?|more-?on|read-?(?:more|next|also)|most-?(?:read|popular|viewed)|popular|trending|newsletter|sign-?up|subscri(?:be|ption)|promo(?:tion)?|shar(?:e|ing)|social|comments?|disqus|ads?|advert(?:isement)?|sponsor(?:ed)?|cookies?|consent|onetrust|banner|breadcrumbs?|sr-only|screen-reader(?:-text)?|visually-hidden|captions?|credits?|embed|video|gallery|slideshow|tags?|topics|byline|author(?:-\w+)?|dateline-info|timestamp|published|paywall|sidebar|toolbar|navigation|nav|menu|widget|disclaimer|print-only|teaser|outbrain|taboola|jump-?links?|toc)(?=$|[\s_-])/i;
const NEVER_DOUBTFUL = new Set(["html", "body", "main", "article", "p", "a", "b", "i", "em", "strong"]);
const VOID = new Set("br hr img input link meta source wbr area base col param track".split(" "));
const KEPT_ATTRIBUTES = ["class", "id", "rel", "role", "itemprop"];
/** Share of the text of all paragraphs from which a doubtful part is the report itself. */
const MAIN_SHARE = 0.4;

interface Part {
  readonly start: number;
  end: number;
  paragraphChars: number;
}

/** @throws {UnreadableError} `too_deep`. */
export function scanPage(html: string): ScannedPage {
  const scan = new PageScan();
  // The standard reads a NUL in text as nothing.
  const parser = new Parser(scan, { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false });
  scan.stop = () => parser.pause();
  parser.write(html.replaceAll("\0", ""));
  if (scan.isTooDeep) throw new UnreadableError("too_deep", `nests elements more than ${MAX_DEPTH} deep`);
  parser.end();
  return scan.finish();
}

class PageScan {
  stop: () => void = () => {};
  isTooDeep = false;
  #out: string[] = [];
  readonly #meta = new Map<string, string>();
  readonly #jsonLd: string[] = [];
  readonly #open: { name: string; part?: Part; capture?: string[] }[] = [];
  readonly #parts: Part[] = [];
  readonly #openParts: Part[] = [];
  /** Depth of the outermost element that is left out, or -1. */
  #leftOutFrom = -1;
  #paragraphs = 0;
  #paragraphChars = 0;
  #title: string[] | undefined;
  #heading: string[] | undefined;
  #author: string[] | undefined;
  #canonical: string | undefined;
  #time: string | undefined;

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.isTooDeep) return;
    if (this.#open.length >= MAX_DEPTH) {
      this.isTooDeep = true;
      this.stop();
      return;
    }
    const element: { name: string; part?: Part; capture?: string[] } = { name };
    this.#open.push(element);
    this.#note(name, attributes, element);
    if (this.#leftOutFrom >= 0) return;
    if (LEFT_OUT.has(name) || isHidden(attributes)) {
      this.#leftOutFrom = this.#open.length - 1;
      return;
    }
    if (isDoubtful(name, attributes)) {
      element.part = { start: this.#out.length, end: 0, paragraphChars: 0 };
      this.#openParts.push(element.part);
    }
    if (name === "p") this.#paragraphs++;
    let tag = `<${name}`;
    for (const key of KEPT_ATTRIBUTES)
      if (attributes[key] !== undefined) tag += ` ${key}="${escapeMarkup(attributes[key])}"`;
    if (name === "a") tag += ' href="#"';
    this.#out.push(`${tag}>`);
  }

  ontext(text: string): void {
    if (this.isTooDeep) return;
    for (let i = this.#open.length - 1; i >= 0 && i >= this.#open.length - 8; i--) this.#open[i].capture?.push(text);
    if (this.#leftOutFrom >= 0 || this.#open[this.#open.length - 1]?.name === "title") return;
    this.#out.push(escapeMarkup(text));
    if (this.#paragraphs === 0) return;
    this.#paragraphChars += text.length;
    for (const part of this.#openParts) part.paragraphChars += text.length;
  }

  onclosetag(name: string): void {
    if (this.isTooDeep) return;
    const element = this.#open.pop();
    if (element === undefined || this.#leftOutFrom > this.#open.length) return;
    if (this.#leftOutFrom === this.#open.length) {
      this.#leftOutFrom = -1;
      return;
    }
    if (this.#leftOutFrom >= 0) return;
    if (name === "p") this.#paragraphs--;
    if (!VOID.has(name)) this.#out.push(`</${name}>`);
    if (element.part !== undefined) {
      element.part.end = this.#out.length;
      this.#openParts.pop();
      this.#parts.push(element.part);
    }
  }

  finish(): ScannedPage {
    for (const { start, end, paragraphChars } of this.#parts) {
      if (paragraphChars < this.#paragraphChars * MAIN_SHARE || paragraphChars === 0) this.#out.fill("", start, end);
    }
    return {
      markup: this.#out.join(""),
      meta: this.#meta,
      jsonLd: this.#jsonLd,
      title: joinWords(this.#title),
      heading: joinWords(this.#heading),
      canonical: this.#canonical,
      time: this.#time,
      author: joinWords(this.#author),
    };
  }

  #note(name: string, attributes: Record<string, string>, element: { capture?: string[] }): void {
    if (name === "meta") {
      const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? "").toLowerCase();
      const content = attributes.content?.trim();
      if (key !== "" && content && !this.#meta.has(key)) this.#meta.set(key, content);
    } else if (name === "link") {
      if (attributes.rel?.toLowerCase() === "canonical") this.#canonical ??= attributes.href;
    } else if (name === "time") this.#time ??= attributes.datetime;
    else if (name === "script") {
      if (attributes.type?.toLowerCase().startsWith("application/ld+json")) {
        element.capture = [];
        this.#jsonLd.push("");
        const at = this.#jsonLd.length - 1;
        element.capture.push = (...texts: string[]) => {
          this.#jsonLd[at] += texts.join("");
          return 0;
        };
      }
    } else if (name === "title" && this.#title === undefined) {
      // A drawing may have a title, too; the page's comes first.
      this.#title = element.capture = [];
    } else if (name === "h1" && this.#heading === undefined) this.#heading = element.capture = [];
    else if (attributes.rel === "author" || attributes.itemprop === "author") this.#author ??= element.capture = [];
  }
}

function isHidden(attributes: Record<string, string>): boolean {
  return (
    attributes.hidden !== undefined ||
    attributes["aria-hidden"] === "true" ||
    (attributes.style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style))
  );
}

function isDoubtful(name: string, attributes: Record<string, string>): boolean {
  if (DOUBTFUL.has(name)) return true;
  if (NEVER_DOUBTFUL.has(name)) return name === "p" && DOUBTFUL_CLASS.test(attributes.class ?? "");
  return DOUBTFUL_CLASS.test(attributes.class ?? "") || DOUBTFUL_CLASS.test(attributes.id ?? "");
}

function joinWords(parts: string[] | undefined): string | undefined {
  const words = parts?.join("").replace(/\s+/g, " ").trim();
  return words === "" ? undefined : words;
}

function escapeMarkup(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
    : text;
}
