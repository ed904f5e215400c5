/** Paragraphs out of the elements that Readability gives, without what only serves the page. */

const BLOCKS = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul"
    .toUpperCase()
    .split(" "),
);

/** Lines that pages put between paragraphs, never part of a report. */
const JUNK =
  /^(?:advertisements?|ad|sponsored(?: content)?|skip advertisement|article continues (?:below|after).*|story continues (?:below|after).*|continue reading.*|read (?:more|also|next)\b.*|also read\b.*|see also\b.*|more on this(?: story)?|related(?: (?:articles?|stories|topics|content|coverage))?|recommended(?: (?:for you|stories))?|you may (?:also )?like.*|most (?:read|popular)|share(?: this)?(?: article| story)?|(?:click|tap) here\b.*|sign up (?:for|to|here)\b.*|subscribe (?:to|now|here)\b.*|follow us on\b.*|download (?:our|the) app\b.*|watch(?: (?:more|live|now))?:.*|listen(?: now)?:.*|video duration\b.*|loading\.*|(?:end of )?list(?: \d+ of \d+)?|copy link|print|email|comments?|\d+ comments?|published (?:on|at)?\b.{0,60}|(?:last )?updated(?: (?:on|at))?\b.{0,60})$/iu;
const LONGEST_JUNK = 160;
/** A paragraph of links that is longer than this many characters may be a sentence. */
const LONGEST_LINK = 140;

interface Paragraph {
  readonly text: string;
  readonly isBlockQuote: boolean;
}

/** What this file needs of an element, so that any parser's will do. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<PageNode>;
}

/** @param title The headline, which is not part of the text. */
export function findParagraphs(root: PageNode, title: string | undefined): string[] {
  const collector = new ParagraphCollector();
  collector.walk(root, false, false);
  collector.end(false);
  const all = collector.paragraphs.filter(({ text }) => !isJunk(text) && text !== title);
  return all.filter((it) => !repeatsAnother(it, all)).map(({ text }) => text);
}

class ParagraphCollector {
  readonly paragraphs: Paragraph[] = [];
  #parts: string[] = [];
  #linkChars = 0;

  walk(node: PageNode, isLink: boolean, isBlockQuote: boolean): void {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        const text = child.nodeValue ?? "";
        this.#parts.push(text);
        if (isLink) this.#linkChars += text.length;
      } else if (child.nodeType === 1) {
        const name = child.nodeName.toUpperCase();
        if (name === "BR") this.#parts.push(" ");
        else if (!BLOCKS.has(name)) this.walk(child, isLink || name === "A", isBlockQuote);
        else {
          this.end(isBlockQuote);
          const isQuote = isBlockQuote || name === "BLOCKQUOTE";
          this.walk(child, isLink, isQuote);
          this.end(isQuote);
        }
      }
    }
  }

  end(isBlockQuote: boolean): void {
    const text = this.#parts
      .join("")
      .replace(/[\s\u200b\ufeff\u00ad]+/gu, (space) => (/^\u00ad+$/.test(space) ? "" : " "))
      .trim();
    const isOnlyLink = this.#linkChars > 0.8 * text.length && text.length <= LONGEST_LINK;
    if (text !== "" && !isOnlyLink) this.paragraphs.push({ text, isBlockQuote });
    this.#parts = [];
    this.#linkChars = 0;
  }
}

function isJunk(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || (text.length <= LONGEST_JUNK && JUNK.test(text));
}

/** A pulled quote shows again what a paragraph says; a quoted document does not. */
function repeatsAnother(paragraph: Paragraph, all: readonly Paragraph[]): boolean {
  if (!paragraph.isBlockQuote) return false;
  const words = toWords(paragraph.text);
  return all.some((other) => other !== paragraph && !other.isBlockQuote && toWords(other.text).includes(words));
}

function toWords(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  } `;
}
