/** What stands around every page: title, the way to all other pages, the stylesheet. */

export interface SitePage {
  /** Inside the built folder, with forward slashes: `guide/reporter.html`. */
  path: string;
  title: string;
  /** The heading that the page stands under in the navigation. */
  group: string;
  markdown: string;
}

export interface Heading {
  id: string;
  text: string;
  depth: number;
}

export function frame(page: SitePage, pages: readonly SitePage[], body: string, headings: readonly Heading[]): string {
  const up = "../".repeat(page.path.split("/").length - 1);
  const groups = [...new Set(pages.map(({ group }) => group))];
  const navigation = groups.map((group) => {
    const links = pages.filter((other) => other.group === group).map((other) => link(other, page, up));
    return `<h2>${escapeHtml(group)}</h2><ul>${links.join("")}</ul>`;
  });
  const contents = headings.filter(({ depth }) => depth === 2);
  const onThisPage = contents.map(({ id, text }) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)} · Onrecord</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${up}style.css">
</head>
<body>
<a class="skip" href="#content">To the text</a>
<header><a class="name" href="${up}index.html">Onrecord</a></header>
<div class="sheet">
<nav aria-label="Pages"><details open><summary>Pages</summary>${navigation.join("")}</details></nav>
<main id="content">
${contents.length > 2 ? `<details class="contents"><summary>On this page</summary><ul>${onThisPage}</ul></details>` : ""}
${body}
</main>
</div>
</body>
</html>
`;
}

function link(other: SitePage, page: SitePage, up: string): string {
  const current = other.path === page.path ? ' aria-current="page"' : "";
  return `<li><a href="${up}${other.path}"${current}>${escapeHtml(other.title)}</a></li>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
