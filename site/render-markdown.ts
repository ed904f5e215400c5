/**
 * Markdown to the body of a page.
 *
 * Beyond Markdown: a fence marked `sh run` is run and followed by its output (`lines=20` shows the first twenty), and
 * `<!-- picture NAME: what it shows -->` becomes the picture of that name, or nothing where no pictures were taken.
 */
import { dirname, normalize } from "node:path/posix";
import { Marked, type Tokens } from "marked";
import { escapeHtml, type Heading, type SitePage } from "./page-frame.ts";
import { pictureNames } from "./pictures.ts";

export interface Surroundings {
  /** Paths of all built pages. */
  paths: ReadonlySet<string>;
  hasPictures: boolean;
  run(command: string): Promise<string>;
}

export interface Rendered {
  body: string;
  headings: Heading[];
}

const PICTURE = /^<!-- picture ([\w-]+): ([\s\S]*?) -->\s*$/;

/** @throws {Error} naming the page, for a command that fails or a picture that nobody takes. */
export async function renderMarkdown(page: SitePage, surroundings: Surroundings): Promise<Rendered> {
  const outputs = new Map<Tokens.Generic, string>();
  const headings: Heading[] = [];
  const ids = new Set<string>();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const id = makeId(text, ids);
        headings.push({ id, text: text.replace(/[`*]/g, ""), depth });
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code(token) {
        const language = token.lang?.split(" ")[0] ?? "";
        const output = outputs.get(token);
        const shown = `<pre tabindex="0" class="${escapeHtml(language || "text")}"><code>${escapeHtml(token.text)}</code></pre>\n`;
        if (output === undefined) return shown;
        return `<div class="run">${shown}<pre tabindex="0" class="output"><samp>${escapeHtml(output)}</samp></pre></div>\n`;
      },
      table({ header, rows }) {
        const cells = (row: Tokens.TableCell[], tag: string) =>
          `<tr>${row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join("")}</tr>`;
        const body = rows.map((row) => cells(row, "td")).join("");
        return `<div class="wide" tabindex="0"><table><thead>${cells(header, "th")}</thead><tbody>${body}</tbody></table></div>\n`;
      },
      link({ href, tokens }) {
        const inside = this.parser.parseInline(tokens);
        const target = toBuiltHref(href, page, surroundings.paths);
        return target === undefined ? inside : `<a href="${escapeHtml(target)}">${inside}</a>`;
      },
      html({ text }) {
        const picture = PICTURE.exec(text);
        if (picture === null) return text;
        return surroundings.hasPictures ? showPicture(page, picture[1], picture[2].replace(/\s+/g, " ")) : "";
      },
    },
  });
  const tokens = marked.lexer(page.markdown);
  for (const token of tokens) {
    if (token.type === "html") checkPicture(token.text, page);
    if (token.type !== "code" || !/ run\b/.test(token.lang ?? "")) continue;
    const output = await surroundings.run(token.text).catch((error: Error) => {
      throw new Error(`${page.path}: ${error.message}`);
    });
    outputs.set(token, cutAfter(output, Number(/lines=(\d+)/.exec(token.lang ?? "")?.[1] ?? Number.POSITIVE_INFINITY)));
  }
  return { body: marked.parser(tokens), headings };
}

function checkPicture(html: string, page: SitePage): void {
  const name = PICTURE.exec(html)?.[1];
  if (name !== undefined && !pictureNames.includes(name))
    throw new Error(`${page.path}: nobody takes the picture "${name}".`);
}

function showPicture(page: SitePage, name: string, alt: string): string {
  const path = `${"../".repeat(page.path.split("/").length - 1)}pictures/${name}`;
  return `<figure><a href="${path}-light.png"><picture><source srcset="${path}-dark.png" media="(prefers-color-scheme: dark)"><img src="${path}-light.png" alt="${escapeHtml(alt)}" width="1120" height="720" loading="lazy"></picture></a><figcaption>${escapeHtml(alt)}</figcaption></figure>\n`;
}

function cutAfter(output: string, count: number): string {
  const lines = output.split("\n");
  return lines.length <= count ? output : `${lines.slice(0, count).join("\n")}\n…`;
}

/** Where a link leads in the built folder; `undefined` for files of the repository that are not built. */
function toBuiltHref(href: string, page: SitePage, paths: ReadonlySet<string>): string | undefined {
  if (/^(#|https?:|mailto:)/.test(href)) return href;
  const [file, anchor] = href.split("#", 2);
  const built = file.replace(/README\.md$/, "index.html").replace(/\.md$/, ".html");
  if (!paths.has(normalize(`${dirname(page.path)}/${built}`))) return undefined;
  return anchor === undefined ? built : `${built}#${anchor}`;
}

/** As GitHub makes them, so that links work in both places. */
function makeId(text: string, ids: Set<string>): string {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
  let id = plain;
  for (let count = 1; ids.has(id); count++) id = `${plain}-${count}`;
  ids.add(id);
  return id;
}
