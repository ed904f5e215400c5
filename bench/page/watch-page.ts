/** Clicks links of the page, and tells when it has come to rest with what was asked for on the screen. */
import type { Page, Request } from "playwright-core";

/** The page is at rest when nothing was asked for or changed for so long, in ms. */
const REST = 450;
const LONGEST = 60_000;

/** `shown`: when the last change was painted. Times are of the page's clock. */
const WATCH = `(() => {
  const watched = { clicked: 0, shown: 0 };
  window.watched = watched;
  addEventListener("click", ({ timeStamp }) => Object.assign(watched, { clicked: timeStamp, shown: timeStamp }), true);
  const note = () => requestAnimationFrame(() => setTimeout(() => { watched.shown = performance.now(); }));
  new MutationObserver(note).observe(document, { childList: true, characterData: true, subtree: true });
})()`;

export interface WatchedPage {
  readonly page: Page;
  /** Requests that have not been answered, but for the one that stays open: news of the archive. */
  readonly open: ReadonlySet<Request>;
}

/** To be called before the page is opened. */
export async function watchPage(page: Page): Promise<WatchedPage> {
  await page.addInitScript({ content: WATCH });
  const open = new Set<Request>();
  page.on("request", (request) => request.resourceType() !== "eventsource" && open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  return { page, open };
}

/** @returns Milliseconds from the click until the last change that came of it was painted. */
export async function clickTo({ page, open }: WatchedPage, hash: string): Promise<number> {
  await page.evaluate(`(() => {
    document.getElementById("bench-link")?.remove();
    const link = Object.assign(document.createElement("a"), { href: ${JSON.stringify(hash)}, id: "bench-link" });
    link.style.cssText = "position:fixed;inset:0 auto auto 0;width:8px;height:8px;z-index:99999";
    document.body.append(link);
  })()`);
  await page.waitForTimeout(50);
  await page.mouse.click(4, 4);
  const isShown = `(() => {
    const { clicked, shown } = window.watched;
    const isBusy = document.querySelector("main .waiting, main .wait, main [aria-busy=true]") !== null;
    if (location.hash !== ${JSON.stringify(hash)} || isBusy || clicked === 0) return null;
    return performance.now() - shown < ${REST} ? null : shown - clicked;
  })()`;
  for (const start = performance.now(); performance.now() - start < LONGEST; ) {
    const ms = (await page.evaluate(isShown)) as number | null;
    if (ms !== null && open.size === 0) return ms;
    await page.waitForTimeout(50);
  }
  throw new Error(`${hash} is not at rest after ${LONGEST} ms`);
}
