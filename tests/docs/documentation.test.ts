/** The documentation as `npm run docs` builds it: its commands run while it is built, so what is left is what it points to. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MadeSite, makeSite } from "../../site/make-site.ts";

describe("the documentation", () => {
  let folder: string;
  let made: MadeSite;
  const pages = new Map<string, ReturnType<typeof parseHTML>["document"]>();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "onrecord-docs-"));
    made = await makeSite(folder);
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (file.endsWith(".html")) {
        pages.set(join(folder, file), parseHTML(readFileSync(join(folder, file), "utf8")).document);
      }
    }
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has every link and picture that it points to", () => {
    const dead: string[] = [];
    let links = 0;
    for (const [file, document] of pages) {
      for (const [selector, attribute] of [
        ["a[href], link[href]", "href"],
        ["img", "src"],
        ["source", "srcset"],
      ]) {
        for (const element of document.querySelectorAll(selector)) {
          const target = element.getAttribute(attribute)!;
          if (/^(https?|data|mailto):/.test(target)) continue;
          links++;
          const [path, anchor] = target.split("#", 2);
          const found = path === "" ? file : join(dirname(file), path);
          const isThere = existsSync(found) && (!anchor || pages.get(found)?.getElementById(anchor) != null);
          if (!isThere) dead.push(`${file.slice(folder.length + 1)}: ${target}`);
        }
      }
    }
    expect(dead).toEqual([]);
    expect(links).toBeGreaterThan(200);
  });

  it("loads nothing from another host", () => {
    const foreign = [...pages.values()].flatMap((document) =>
      [...document.querySelectorAll("script, img, source, link, iframe")]
        .map((element) => element.outerHTML)
        .filter((html) => /(src|href|srcset)="(https?:)?\/\//.test(html)),
    );
    expect(foreign).toEqual([]);
    expect(readFileSync(join(folder, "style.css"), "utf8")).not.toMatch(/url\(|@import/);
  });

  it("names commands that there are", () => {
    const named = new Set<string>();
    for (const document of pages.values()) {
      for (const code of document.querySelectorAll("code")) {
        for (const [, command] of code.textContent!.matchAll(/(?:^|npx )onrecord ([a-z]+)/gm)) named.add(command);
      }
    }
    expect(named.size).toBeGreaterThan(10);
    const known = new Set([...listCommands(), "help"]);
    expect([...named].filter((command) => !known.has(command))).toEqual([]);
  });

  it("shows the outputs of the guide's commands and, with a browser, its pictures", () => {
    const guide = ["reporter", "documentalist", "researcher"].map(
      (name) => pages.get(join(folder, `guide/${name}.html`))!,
    );
    for (const document of guide) {
      const outputs = [...document.querySelectorAll(".output")].map(({ textContent }) => textContent!.trim());
      expect(outputs.length).toBeGreaterThan(4);
      expect(outputs).not.toContain("");
      expect(document.querySelectorAll("figure").length > 0).toBe(made.hasPictures);
      expect([...document.querySelectorAll("img")].filter((image) => !image.getAttribute("alt"))).toEqual([]);
    }
  });
});

function listCommands(): string[] {
  return execFileSync(process.execPath, [resolve(import.meta.dirname, "../../bin/onrecord.js"), "--help"], {
    encoding: "utf8",
  })
    .split("\n")
    .flatMap((line) => /^ {2}([a-z]+) /.exec(line)?.[1] ?? []);
}
