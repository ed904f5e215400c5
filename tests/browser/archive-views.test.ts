/** Every view over an archive, full and empty: clean for axe, of one width with the screen, small at first load, inert. */
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAffair, openArchive, type ServedArchive } from "./open-archive.ts";
import { hasBrowser, openBrowser } from "./open-browser.ts";
import { openWatchedPage } from "./watched-page.ts";

const AFFAIR = "affairs/the-pell-bridge-warrant";
const PARTS = ["stances", "case", "map", "time", "figures", "people", "quotes", "reports"];
const LISTS = [
  "affairs", "people", "search", "search?words=warrant&act=assert", "search?words=warrant&in=reports", "review", "archive", "archive?tab=add",
  "archive?tab=sources", "archive?tab=watches", "archive?tab=numbers", "archive?tab=judgements", "read",
]; // biome-ignore format: by rows
const FIRST_LOAD_BYTES = 120_000;

describe.skipIf(!hasBrowser)("the views over an archive", () => {
  let browser: Browser;
  let archive: ServedArchive;
  let empty: ServedArchive;
  let views: string[];

  beforeAll(async () => {
    [archive, empty, browser] = await Promise.all([openAffair(), openArchive(), openBrowser()]);
    const people = await archive.ask<{ items: { id: string }[] }>("GET", "entities?q=Corvay&kind=person");
    const reports = await archive.ask<{ items: { id: string }[] }>("GET", "reports?words=warrant");
    views = [
      ...LISTS,
      ...PARTS.map((part) => `${AFFAIR}?tab=${part}`),
      `${AFFAIR}?tab=stances&by=issue`,
      "no-such-view",
      ...["statements", "stances", "roles", "quoted", "names"].map(
        (part) => `people/${people.items[0].id}?tab=${part}`,
      ),
      `reports/${reports.items[0].id}?item=s1`,
    ];
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await Promise.all([archive?.close(), empty?.close()]);
  });

  async function show(page: Page, view: string): Promise<void> {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${view}`);
    await page.locator("main h1").first().waitFor();
    await page.waitForFunction(
      () => document.querySelector("main .waiting, main .wait, main [aria-busy=true]") === null,
    );
  }

  async function findFaults(page: Page, rules?: string[]): Promise<string[]> {
    const axe = new AxeBuilder({ page });
    const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`),
      ...(isWide ? ["wider than the screen"] : []),
    ];
  }

  it.each([1280, 360])(
    "have nothing that axe finds at %d px, in light and dark",
    async (width) => {
      const { page, complaints } = await openWatchedPage(browser, archive.address, { width });
      const faults: string[] = [];
      for (const view of views) {
        await page.emulateMedia({ colorScheme: "light" });
        await show(page, view);
        faults.push(...(await findFaults(page)).map((fault) => `${view}: ${fault}`));
        // In the dark, nothing is other than the colours.
        await page.emulateMedia({ colorScheme: "dark" });
        faults.push(...(await findFaults(page, ["color-contrast"])).map((fault) => `${view}, dark: ${fault}`));
      }
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    600_000,
  );

  it("say what to do where there is nothing yet", async () => {
    const { page, complaints } = await openWatchedPage(browser, empty.address, { width: 360 });
    const faults: string[] = [];
    for (const view of LISTS.filter((view) => !/numbers|add|read/.test(view))) {
      await show(page, view);
      await page.locator(".empty h2").first().waitFor();
      faults.push(...(await findFaults(page)).map((fault) => `${view}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);

  it("open sheets and forms in which axe finds nothing", async () => {
    const { page } = await openWatchedPage(browser, archive.address, { width: 360 });
    const faults: string[] = [];
    const check = async (view: string, open: () => Promise<void>): Promise<void> => {
      await show(page, view);
      await open();
      await page.getByRole("dialog").waitFor();
      await page.waitForFunction(() => document.querySelector("dialog .waiting") === null);
      faults.push(...(await findFaults(page)).map((fault) => `${view}: ${fault}`));
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    };
    const press = (name: string) => () => page.getByRole("button", { name }).first().click();
    await check(`${AFFAIR}?tab=stances`, () => page.locator("button.cell").first().click());
    await check(`${AFFAIR}?tab=people`, press("Change…"));
    await check(`${AFFAIR}?tab=stances`, press("Issues…"));
    await check("affairs", press("New affair"));
    await check("review", press("Correct…"));
    expect(faults).toEqual([]);
    await page.context().close();
  }, 90_000);

  it("draw states by stance on the map, with the same in words", async () => {
    const { page, complaints } = await openWatchedPage(browser, archive.address);
    // The affair's states are invented and on no map: here they are given countries.
    const states = [
      { id: "sta-1", name: "Tesmark", kind: "state", country: "DK", reportCount: 1, statementCount: 0 },
      { id: "sta-2", name: "Orvane", kind: "state", country: "BR", reportCount: 1, statementCount: 0 },
    ];
    const { issues } = await archive.ask<{ issues: { id: string }[] }>("GET", AFFAIR);
    const cells = (current: string) =>
      issues.map(() => ({ current, since: null, count: 1, hasTurned: false, newestKey: "r/t1" }));
    const rows = states.map((holder, index) => ({
      holder,
      country: holder.country,
      role: null,
      cells: cells(index === 0 ? "supports" : "opposes"),
    }));
    await page.route("**/api/v1/entities?*", (route) => route.fulfill({ json: { items: states, next: null } }));
    await page.route("**/stance-board*", (route) => route.fulfill({ json: { affairId: "a", issues, rows } }));
    await show(page, `${AFFAIR}?tab=map`);
    await page.locator("svg[aria-label*='Tesmark: supports']").waitFor();
    expect(await page.locator("path.land.has").count()).toBe(2);
    expect(await page.locator("path.land").count()).toBeGreaterThan(150);
    expect(await findFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Table" }).click();
    expect(await page.getByRole("row", { name: /Orvane opposes/ }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("ask who it is where the archive does, and let a reader look but not judge", async () => {
    const user = { name: "ada", password: "a-long-enough-word", role: "reader" };
    const shared = await openArchive(
      [resolve(import.meta.dirname, "../../examples/affair/reports/01-lantern-request.txt")],
      user,
    );
    try {
      const { page } = await openWatchedPage(browser, shared.address);
      await page.getByRole("heading", { name: "Log in" }).waitFor();
      expect(await findFaults(page)).toEqual([]);
      await page.getByLabel("Name").fill(user.name);
      await page.getByLabel("Password").fill("wrong-wrong-wrong");
      await page.keyboard.press("Enter");
      expect(await page.getByRole("alert").textContent()).toContain("not right");
      await page.getByLabel("Password").fill(user.password);
      await page.keyboard.press("Enter");
      await page.getByText("No affair yet").waitFor();
      await show(page, "review");
      await page.locator("article mark").first().waitFor();
      expect(await page.getByRole("button", { name: "Accept" }).count()).toBe(0);
      await page.getByRole("button", { name: "Log out" }).click();
      await page.getByRole("heading", { name: "Log in" }).waitFor();
      await page.context().close();
    } finally {
      await shared.close();
    }
  }, 60_000);

  it("say so where an address leads nowhere", async () => {
    const { page } = await openWatchedPage(browser, archive.address);
    await page.goto(`${archive.address}#/affairs/no-such-affair`);
    expect(await page.getByRole("alert").textContent()).toContain("no-such-affair");
    await page.context().close();
  });

  it("load little at first, and the map when it is asked for", async () => {
    const { page } = await openWatchedPage(browser, archive.address);
    const loaded: string[] = [];
    page.on("response", (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname)) loaded.push(response.url());
    });
    await page.reload();
    await page.getByRole("heading", { name: "The Pell Bridge warrant" }).waitFor();
    const scripts = await Promise.all(loaded.map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())));
    const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(FIRST_LOAD_BYTES);
    expect(loaded.filter((url) => /countries|d3|stance-map|reading-worker/.test(url))).toEqual([]);
    await page.context().close();
  });

  it("show hostile reports inert", async () => {
    const hostile = `<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>\u202e`;
    const name = `Ab${"b".repeat(9_998)}`;
    const { added } = await empty.ask<{ added: { reportId: string }[] }>("POST", "reports", {
      text: `Ilse ${name} said on Monday that ${hostile} the harbour toll was too high. “We shall not pay it,” said Mayor Tor Quennell. ${"The toll was high. ".repeat(2_000)}`,
      title: `${hostile} ${"Wide".repeat(1_000)}`,
      outlet: hostile,
      publishedAt: "2031-05-01",
      url: "javascript:window.hurt=1",
    });
    for (const width of [1280, 360]) {
      const { page, complaints } = await openWatchedPage(browser, empty.address, { width });
      for (const view of [
        `reports/${added[0].reportId}`,
        "people",
        "search?words=toll",
        "review",
        "archive",
        "archive?tab=sources",
      ]) {
        await show(page, view);
        const state = await page.evaluate(() => ({
          isHurt: "hurt" in window,
          isWide: document.documentElement.scrollWidth > window.innerWidth,
          hrefs: [...document.querySelectorAll("a")]
            .map(({ href }) => href)
            .filter((href) => href.startsWith("javascript:")),
        }));
        expect([view, state]).toEqual([view, { isHurt: false, isWide: false, hrefs: [] }]);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  }, 120_000);
});
