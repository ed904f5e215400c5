/** A page of which everything is noted that must not happen: errors, warnings, and requests that leave its host. */
import type { Browser, Page } from "playwright-core";

export interface WatchedPage {
  page: Page;
  /** Empty where all is well. */
  complaints: string[];
}

export async function openWatchedPage(
  browser: Browser,
  address: string,
  { colorScheme = "light", width = 1280 }: { colorScheme?: "light" | "dark"; width?: number } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) complaints.push(request.url());
  });
  await page.goto(address);
  return { page, complaints };
}
