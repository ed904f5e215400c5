/** Makes the documentation: the guide with its commands run and its pictures taken, the references, the way between them. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OpenApiDocument } from "./describe-endpoints.ts";
import { listPages } from "./list-pages.ts";
import { root } from "./locate-root.ts";
import { frame } from "./page-frame.ts";
import { findBrowser, takePictures } from "./pictures.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { makeCommandFolder } from "./run-commands.ts";
import { serveExample } from "./serve-example.ts";

export interface MadeSite {
  pages: number;
  hasPictures: boolean;
}

/**
 * @param folder Emptied first. The program must be built.
 * @throws {Error} when a command of the guide fails, naming its page.
 */
export async function makeSite(folder: string): Promise<MadeSite> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const browser = findBrowser();
  const openApi = await withExample(async (address) => {
    if (browser !== undefined) await takePictures(address, browser, join(folder, "pictures"));
    return (await (await fetch(`${address}api/openapi.json`)).json()) as OpenApiDocument;
  });
  const pages = listPages(openApi);
  const paths = new Set([...pages.map(({ path }) => path), "openapi.json"]);
  for (const page of pages) {
    const commands = makeCommandFolder();
    try {
      const { run } = commands;
      const { body, headings } = await renderMarkdown(page, { paths, run, hasPictures: browser !== undefined });
      const file = join(folder, page.path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, frame(page, pages, body, headings));
    } finally {
      commands.remove();
    }
  }
  writeFileSync(join(folder, "openapi.json"), `${JSON.stringify(openApi, undefined, 2)}\n`);
  writeFileSync(
    join(folder, "index.html"),
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Onrecord</title><meta http-equiv="refresh" content="0; url=guide/index.html"></head><body><a href="guide/index.html">Onrecord: the guide</a></body></html>\n',
  );
  copyFileSync(join(root, "site/style.css"), join(folder, "style.css"));
  return { pages: pages.length, hasPictures: browser !== undefined };
}

async function withExample<Answer>(use: (address: string) => Promise<Answer>): Promise<Answer> {
  const example = await serveExample();
  try {
    return await use(example.address);
  } finally {
    await example.close();
  }
}
