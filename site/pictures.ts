/** The pictures of the guide: views of the real page over the shipped affair, in light and dark. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const AFFAIR = "affairs/the-pell-bridge-warrant";
const SIZE = { width: 1120, height: 720 };

interface Picture {
  /** What the page shows: its address after `#/`, where `{person}` and `{report}` stand for ids. */
  view: string;
  /** What is done there before the picture is taken. */
  prepare?(page: Page): Promise<void>;
}

const PICTURES: Readonly<Record<string, Picture>> = {
  search: { view: "search?words=warrant" },
  report: { view: "reports/{report}?item=s2" },
  quotes: { view: `${AFFAIR}?tab=quotes` },
  person: { view: "people/{person}?tab=stances" },
  add: { view: "archive?tab=add" },
  review: { view: "review" },
  archive: { view: "archive" },
  stances: { view: `${AFFAIR}?tab=stances` },
  issues: { view: `${AFFAIR}?tab=stances&by=issue` },
  time: { view: `${AFFAIR}?tab=time` },
  case: { view: `${AFFAIR}?tab=case` },
  figures: { view: `${AFFAIR}?tab=figures` },
};

export const pictureNames: readonly string[] = Object.keys(PICTURES);

/** The browser that pictures are taken with, or `undefined` on a machine that has none. */
export function findBrowser(): string | undefined {
  return BROWSERS.find((path) => existsSync(path));
}

/** Writes `NAME-light.png` and `NAME-dark.png` of every picture into the folder. */
export async function takePictures(address: string, executablePath: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const ids = {
      person: await findId(address, "entities?q=Corvay&kind=person"),
      report: await findId(address, "reports?words=patience"),
    };
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await browser.newContext({ colorScheme, viewport: SIZE, reducedMotion: "reduce" });
      const page = await context.newPage();
      await page.goto(address);
      for (const [name, { view, prepare }] of Object.entries(PICTURES)) {
        await show(page, view.replace("{person}", ids.person).replace("{report}", ids.report));
        await prepare?.(page);
        await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: "disabled" });
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

async function findId(address: string, path: string): Promise<string> {
  const answer = await fetch(`${address}api/v1/${path}`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  if (items.length === 0) throw new Error(`The pictures need an answer to ${path}, and there is none.`);
  return items[0].id;
}

async function show(page: Page, view: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(`#/${view}`)}; scrollTo(0, 0)`);
  await page.locator("main h1").first().waitFor();
  await page.locator("main .waiting, main .wait, main [aria-busy=true]").first().waitFor({ state: "detached" });
  // Views that scroll to an item or draw after their data do so in the frames that follow.
  await page.waitForTimeout(400);
}
