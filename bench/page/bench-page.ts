/** How long the page takes from a click to what was asked for, in a real browser over a real archive: every view and tab. */
import { mkdirSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser } from "../../tests/browser/open-browser.ts";
import { type ServedPage, serveStore } from "../serve-store.ts";
import { getFamilyMs } from "./family-time.ts";
import { listViews } from "./list-views.ts";
import { clickTo, type WatchedPage, watchPage } from "./watch-page.ts";

export interface PageBench {
  readonly store: string;
  readonly rounds: number;
  /** Part of the names of the views that are opened. */
  readonly only?: string;
  /** A folder for pictures of every view, at each of the widths. */
  readonly shots?: string;
}

/** What is asked of every view. */
const MOST_MS = 1000;
const WIDTHS = [1280, 360];

export async function benchPage({ store, rounds, only = "", shots }: PageBench): Promise<void> {
  const server = await serveStore(store);
  const browser = await openBrowser();
  try {
    console.log(
      `${cpus().length} x ${cpus()[0].model}, Node ${process.version}, Chromium ${browser.version()}, load ${loadavg()[0].toFixed(1)} when it began`,
    );
    const views = [...(await listViews(server.address))].filter(([name]) => name.includes(only));
    await measureViews(browser, server, views, rounds);
    if (shots !== undefined) for (const width of WIDTHS) await takePictures(browser, server, views, shots, width);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measureViews(
  browser: Browser,
  server: ServedPage,
  views: readonly (readonly [string, string])[],
  rounds: number,
): Promise<void> {
  const watched = await openPage(browser, server.address, WIDTHS[0]);
  const titles = Array.from({ length: rounds }, (_, round) => (round === 0 ? "first" : `again ${round}`));
  console.log(
    `\n${"ms from the click; of them processor".padEnd(52)}${titles.map((title) => title.padStart(18)).join("")}`,
  );
  const taken = new Map<string, string[]>(views.map(([name]) => [name, []]));
  let slow = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [name, hash] of views) {
      await clickTo(watched, "#/read");
      const before = getFamilyMs(process.pid) - getFamilyMs(process.pid, 0);
      const ms = await clickTo(watched, hash);
      const processor = getFamilyMs(process.pid) - getFamilyMs(process.pid, 0) - before;
      if (ms > MOST_MS) slow++;
      taken.get(name)!.push(`${ms.toFixed(0)}; ${processor.toFixed(0)}${ms > MOST_MS ? " !" : "  "}`);
    }
  }
  for (const [name, cells] of taken) console.log(name.padEnd(52) + cells.map((cell) => cell.padStart(18)).join(""));
  console.log(`\n${slow === 0 ? "none" : slow} above ${MOST_MS} ms`);
  await watched.page.context().close();
}

async function takePictures(
  browser: Browser,
  server: ServedPage,
  views: readonly (readonly [string, string])[],
  folder: string,
  width: number,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const watched = await openPage(browser, server.address, width);
  for (const [name, hash] of views) {
    await clickTo(watched, hash);
    const path = join(folder, `${name.replace(/\W+/g, "-")}.${width}.png`);
    await watched.page.screenshot({ path });
  }
  await watched.page.context().close();
}

async function openPage(browser: Browser, address: string, width: number): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width, height: 1000 } });
  const page = await context.newPage();
  const watched = await watchPage(page);
  await page.goto(address);
  await page.locator("main").waitFor();
  return watched;
}
