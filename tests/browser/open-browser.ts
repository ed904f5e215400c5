/** Debian's Chromium for tests; without it they are skipped with a line, and in CI they fail. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const EXECUTABLE = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);

export const hasBrowser = EXECUTABLE !== undefined || process.env.CI === "true";

if (!hasBrowser)
  process.stderr.write("No Chromium on this machine: the browser tests are skipped (apt-get install chromium).\n");

export function openBrowser(): Promise<Browser> {
  if (EXECUTABLE === undefined) throw new Error("The browser tests need Chromium: apt-get install chromium.");
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
