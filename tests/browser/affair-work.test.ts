/** Ways through an affair and a long report: the board on a narrow screen, the time line, a report brought into the archive. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Judgement, Page as ListPage } from "../../src/record/index.ts";
import { openAffair, type ServedArchive } from "./open-archive.ts";
import { hasBrowser, openBrowser } from "./open-browser.ts";
import { openWatchedPage } from "./watched-page.ts";

const examples = resolve(import.meta.dirname, "../../examples");
const REPORTS = ["confidence-vote", "dam-release", "doping-appeal", "lake-tribunal", "mine-collapse", "ward-report"];
const AFFAIR = "#/affairs/the-pell-bridge-warrant";

describe.skipIf(!hasBrowser)("work in an affair", () => {
  let browser: Browser;
  let archive: ServedArchive;

  beforeAll(async () => {
    [archive, browser] = await Promise.all([openAffair(), openBrowser()]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await archive?.close();
  });

  async function openPage(hash: string, width?: number) {
    const watched = await openWatchedPage(browser, archive.address, width === undefined ? {} : { width });
    await watched.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await watched.page.goto(archive.address + hash);
    return watched;
  }

  it("lists who stands where issue by issue on a narrow screen, nothing scrolling sideways", async () => {
    const { page, complaints } = await openPage(`${AFFAIR}?tab=stances`, 360);
    await page.getByRole("region", { name: "the warrant should be issued" }).waitFor();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll("main *")]
        .filter(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 &&
            getComputedStyle(element).overflowX !== "visible" &&
            !element.matches(".visually-hidden"),
        )
        .map(({ className }) => String(className)),
    );
    expect(wide).toEqual([]);
    await page.getByRole("button", { name: /Juna Corvay's government supports/ }).click();
    await page.getByText("supports the warrant", { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("puts those who take a side on an issue first, and arranges the board by issue where asked", async () => {
    const { page } = await openPage(`${AFFAIR}?tab=stances`);
    await page.getByRole("button", { name: /^the talks should go on/ }).click();
    await expect.poll(() => page.locator("tbody tr").first().locator("td").nth(1).locator(".cell").count()).toBe(1);
    await page.getByRole("button", { name: "By issue" }).click();
    await page.getByRole("region", { name: "the talks should go on" }).waitFor();
    expect(page.url()).toContain("by=issue");
    await page.context().close();
  });

  it("opens and closes months of the time line, and keeps to one actor", async () => {
    const { page, complaints } = await openPage(`${AFFAIR}?tab=time`);
    const months = page.locator(".month");
    await months.first().waitFor();
    expect(await months.first().getAttribute("aria-expanded")).toBe("true");
    await months.first().click();
    expect(await months.first().getAttribute("aria-expanded")).toBe("false");
    await page.getByRole("button", { name: "Open all months" }).click();
    const entries = page.locator(".days .quote");
    const all = await entries.count();
    await page.getByRole("combobox", { name: "Actor" }).selectOption({ label: await page.getByRole("option", { name: /^Juna Corvay \(/ }).textContent() as string }); // biome-ignore format: one line
    await expect.poll(() => entries.count()).toBeLessThan(all);
    expect(page.url()).toContain("who=");
    await page.getByRole("checkbox", { name: /^Statements/ }).check();
    expect(page.url()).toContain("show=event%2Cstage%2Cstatement");
    await page.getByRole("button", { name: "Close all months" }).click();
    expect(await entries.count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("copies a citation from a list", async () => {
    const { page } = await openPage("#/search?words=door");
    await page.getByRole("button", { name: "Copy citation" }).first().click();
    await page.getByText("Citation copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Juna Corvay: .*door.* 2031/);
    await page.context().close();
  });

  it("suggests issues from what several take a side on", async () => {
    const { page } = await openPage(`${AFFAIR}?tab=stances`);
    await page.getByRole("button", { name: "Issues…" }).click();
    const suggested = page.locator(".chips button").first();
    const matter = ((await suggested.locator("bdi").textContent()) ?? "").trim();
    await suggested.click();
    expect(await page.getByLabel("Other words for the matter").inputValue()).toBe(matter);
    expect(await page.getByLabel("Proposition").inputValue()).toBe(`${matter} `);
    await page.context().close();
  });

  it("brings a report that was read in the browser into the archive, with what was judged there", async () => {
    const { page, complaints } = await openPage("#/read");
    await page.getByLabel("Text of the report").fill(readFileSync(resolve(examples, "ferry-fares/report.txt"), "utf8"));
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("article").waitFor({ timeout: 60_000 });
    await page.locator("[data-kind=statement]").click();
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await page.keyboard.press("j");
    await page.keyboard.press("r");
    await page.getByRole("button", { name: "Add to the archive" }).click();
    await page.getByText("The report is in the archive, with 2 judgements.").waitFor();
    expect(page.url()).toContain("#/reports/");
    await page.locator(".card .verdict.accept").first().waitFor();
    const { items } = await archive.ask<ListPage<Judgement>>("GET", "judgements");
    expect(items.map(({ verdict }) => verdict).sort()).toEqual(["accept", "reject"]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 90_000);

  it("draws only the cards about the place where one is in a long report", async () => {
    const { page } = await openPage("#/read");
    const text = REPORTS.map((name) => readFileSync(resolve(examples, name, "report.txt"), "utf8")).join("\n\n");
    await page.getByLabel("Text of the report").fill(text);
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("article").waitFor({ timeout: 90_000 });
    const cards = page.locator(".card");
    await expect.poll(() => cards.count()).toBe(80);
    await page.keyboard.press("k");
    await page.locator(".card.selected").waitFor();
    expect(await cards.count()).toBeLessThan(130);
    await page.keyboard.press("r");
    await page.locator(".card.selected .verdict.reject").waitFor();
    await page.getByRole("button", { name: /earlier items/ }).click();
    expect(await cards.count()).toBeGreaterThan(80);
    await page.context().close();
  }, 120_000);
});
