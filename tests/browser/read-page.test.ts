/** The page "Read" in a real browser, hosted as plain files: the text goes nowhere, and everything can be done with the keyboard. */
import { resolve } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, openBrowser } from "./open-browser.ts";
import { serveFolder } from "./serve-folder.ts";

const root = resolve(import.meta.dirname, "../..");
const REPORT =
  "“The bridge will stay shut,” Mayor Ilse Brandvik said on Monday. Harbour master Tor Quennell denied that 40 boats were damaged.";

describe.skipIf(!hasBrowser)("the page Read", () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveFolder>>;
  const complaints: string[] = [];

  beforeAll(async () => {
    await build({ configFile: resolve(root, "src/web/vite.config.ts"), mode: "static" });
    site = await serveFolder(resolve(root, "dist/static"));
    browser = await openBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  async function openPage(colorScheme: "light" | "dark" = "light", width = 1280): Promise<Page> {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(site.address) && !/^(data|blob):/.test(request.url()))
        complaints.push(request.url());
    });
    await page.goto(site.address);
    return page;
  }

  async function read(page: Page, text: string): Promise<void> {
    await page.getByLabel("Text of the report").fill(text);
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("article").waitFor({ timeout: 60_000 });
  }

  const cardOf = (page: Page, words: string) => page.locator(".card", { hasText: words }).first();
  const selectedWords = (page: Page) =>
    page.evaluate(() => [...(CSS.highlights.get("selected") ?? [])].map(String).join(" "));

  it("lights the words of a card, and the card of clicked words", async () => {
    const page = await openPage();
    await read(page, REPORT);
    await cardOf(page, "Ilse Brandvik").getByRole("button").first().click();
    expect(await selectedWords(page)).toContain("The bridge will stay shut");
    await page.keyboard.press("Escape");
    expect(await selectedWords(page)).toBe("");
    const paragraph = page.locator("[data-start]").first();
    await paragraph.click({ position: { x: 60, y: 14 } });
    expect(await page.locator(".card.selected").textContent()).toContain("Ilse Brandvik");
    await page.context().close();
  });

  it("lights the words of every kind of card, names among them, and lets go of what is no longer listed", async () => {
    const page = await openPage();
    await page.getByRole("button", { name: "A tribunal's ruling" }).click();
    await page.getByRole("article").waitFor({ timeout: 60_000 });
    const kinds = page.getByRole("group", { name: "Kind of item" });
    const names = await kinds
      .getByRole("button")
      .evaluateAll((all) => all.map((one) => one.getAttribute("data-kind")!));
    expect(names).toEqual(expect.arrayContaining(["statement", "stance", "event", "figure", "tone", "entity"]));
    for (const kind of names.slice(1)) {
      await kinds.locator(`[data-kind="${kind}"]`).click();
      expect(await selectedWords(page)).toBe("");
      const card = page.locator(".card").last();
      await card.getByRole("button").first().click();
      await expect.poll(async () => (await selectedWords(page)).length).toBeGreaterThan(0);
      const isJudged = !["entity", "relation", "tone"].includes(kind);
      expect([kind, await card.getByRole("button", { name: "Accept" }).count()]).toEqual([kind, isJudged ? 1 : 0]);
    }
    await page.context().close();
  }, 60_000);

  it("corrects a speaker and undoes it with the keyboard alone", async () => {
    const page = await openPage();
    await read(page, REPORT);
    await page.keyboard.press("j");
    const id = await page.locator(".card.selected").getAttribute("data-item");
    const card = page.locator(`[data-item="${id}"]`);
    await page.keyboard.press("s");
    await page.keyboard.type("Quennell");
    await page.keyboard.press("Enter");
    await card.getByText("corrected").waitFor();
    expect(await card.locator(".who").textContent()).toContain("Tor Quennell");
    await page.keyboard.press("z");
    expect(await card.locator(".who").textContent()).toContain("Ilse Brandvik");
    await page.keyboard.press("r");
    await card.getByText("rejected").waitFor();
    await page.context().close();
  });

  it("opens at the words that the address names", async () => {
    const page = await openPage();
    await page.goto(`${site.address}#/read?char=${REPORT.indexOf("Harbour")}-${REPORT.indexOf(" Tor")}`);
    await read(page, REPORT);
    await page.waitForFunction(() => (CSS.highlights.get("selected")?.size ?? 0) > 0);
    expect(await selectedWords(page)).toBe("Harbour master");
    await page.context().close();
  });

  it("makes selected words the words of a statement", async () => {
    const page = await openPage();
    await read(page, REPORT);
    await page.keyboard.press("j");
    await page.evaluate(() => {
      const node = document.querySelector("[data-start]")!.firstChild!;
      const start = node.textContent!.indexOf("bridge");
      getSelection()!.setBaseAndExtent(node, start, node, start + "bridge will st".length);
    });
    await page.getByRole("button", { name: "These are the words" }).waitFor();
    await page.keyboard.press("w");
    expect(await selectedWords(page)).toBe("bridge will stay");
    await page.context().close();
  });

  it("shows the stems of a report beside its restored words, both lit", async () => {
    const page = await openPage();
    await page.getByRole("button", { name: "A report of stems alone" }).click();
    await page.getByRole("article").waitFor({ timeout: 60_000 });
    await page.locator("[data-original]").first().waitFor();
    await page.keyboard.press("j");
    const columns = await page.evaluate(() =>
      [...(CSS.highlights.get("selected") ?? [])].map((range) =>
        (range as Range).startContainer.parentElement!.hasAttribute("data-original"),
      ),
    );
    expect(columns).toContain(true);
    expect(columns).toContain(false);
    await page.context().close();
  });

  it("shows hostile reports inert", async () => {
    const page = await openPage();
    await read(
      page,
      `<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>\u202e ${"Ab".repeat(5_000)} said it was fine.\n\n${REPORT}`,
    );
    expect(await page.evaluate(() => "hurt" in window)).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.context().close();
  });

  it("says what to do with a file that is not a text", async () => {
    const page = await openPage();
    await page.locator("input[type=file]").setInputFiles({
      name: "scan.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF"),
    });
    expect(await page.getByRole("alert").textContent()).toContain("scan.pdf is not a text.");
    await page.context().close();
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
    ["dark", 360],
  ] as const)(
    "has nothing that axe finds, %s at %d px, empty and full",
    async (scheme, width) => {
      const page = await openPage(scheme, width);
      const check = async (): Promise<void> => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      };
      await check();
      await page.getByRole("button", { name: "A tribunal's ruling" }).click();
      await page.getByRole("article").waitFor({ timeout: 60_000 });
      await page.keyboard.press("j");
      await check();
      await page.context().close();
    },
    60_000,
  );

  it("prints no error and asks no other host", () => {
    expect(complaints).toEqual([]);
  });
});
