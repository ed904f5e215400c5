/** Every page of the documentation, in the order of the navigation. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeEndpoints, type OpenApiDocument } from "./describe-endpoints.ts";
import { describeRoom } from "./describe-library.ts";
import { root } from "./locate-root.ts";
import type { SitePage } from "./page-frame.ts";

const WRITTEN = [
  ["guide/README.md", "Guide"],
  ["guide/reporter.md", "Guide"],
  ["guide/documentalist.md", "Guide"],
  ["guide/researcher.md", "Guide"],
  ["command-line.md", "Reference"],
  ["glossary.md", "Reference"],
  ["legal-stages.md", "Reference"],
] as const;

export function listPages(openApi: OpenApiDocument): SitePage[] {
  const written = WRITTEN.map(([file, group]) => {
    const markdown = readFileSync(join(root, "docs", file), "utf8");
    const title = /^# (.+)$/m.exec(markdown)?.[1] ?? file;
    return { path: file.replace(/README\.md$/, "index.html").replace(/\.md$/, ".html"), title, group, markdown };
  });
  const api = { path: "api.html", title: "The API", group: "Reference", markdown: describeEndpoints(openApi) };
  const library = findRooms().map((room) => ({
    path: `library/${room}.html`,
    title: `onrecord/${room}`,
    group: "Library",
    markdown: describeRoom(room),
  }));
  return [...written, api, ...library];
}

/** The rooms that the package exports. */
function findRooms(): string[] {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { exports: object };
  return Object.keys(exports)
    .map((name) => name.slice(2))
    .filter((name) => !name.includes("*"));
}
