/** A reporter's and a documentalist's way through the archive: from a report to its words, to a judgement, to what it changes. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Judgement, Page as ListPage, StatementLine } from "../../src/record/index.ts";
import { openAffair, type ServedArchive } from "./open-archive.ts";
import { hasBrowser, openBrowser } from "./open-browser.ts";
import { openWatchedPage } from "./watched-page.ts";

const root = resolve(import.meta.dirname, "../..");
const STEMS = resolve(root, "examples/zinc-tariffs/report.stem.txt");
const BOARD = "#/affairs/the-pell-bridge-warrant?tab=stances";

describe.skipIf(!hasBrowser)("work in the archive", () => {
  let browser: Browser;
  let archive: ServedArchive;
  const complaints: string[] = [];

  beforeAll(async () => {
    [archive, browser] = await Promise.all([openAffair(), openBrowser()]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await archive?.close();
  });

  async function openPage(hash = ""): Promise<Page> {
    const watched = await openWatchedPage(browser, archive.address);
    watched.page.once("close", () => complaints.push(...watched.complaints));
    await watched.page.goto(archive.address + hash);
    return watched.page;
  }

  const selectedWords = (page: Page) =>
    page.evaluate(() => [...(CSS.highlights.get("selected") ?? [])].map(String).join(" "));
  const findJudgements = async () => (await archive.ask<ListPage<Judgement>>("GET", "judgements")).items;
  const readDownload = async (download: Download) => readFileSync(await download.path());

  it("adds the shipped stemmed report, lights a card's words, keeps a corrected speaker, and undoes it", async () => {
    const page = await openPage("#/archive?tab=add");
    await page.locator("input[type=file]").setInputFiles(STEMS);
    await page.locator(".list .done a").first().click();
    await page.locator("[data-original]").first().waitFor();
    const card = page.locator(".card", { hasText: "Statement" }).first();
    await card.getByRole("button").first().click();
    expect((await selectedWords(page)).length).toBeGreaterThan(10);
    const before = await card.locator(".who").textContent();

    await page.keyboard.press("s");
    const dialog = page.getByRole("dialog");
    await dialog
      .getByRole("button", { pressed: false })
      .filter({ hasNotText: /not known|Cancel/ })
      .last()
      .click();
    await card.getByText("corrected").waitFor();
    const after = await card.locator(".who").textContent();
    expect(after).not.toBe(before);
    await page.getByText("Corrected. Press z to undo.").waitFor();
    await expect.poll(async () => (await findJudgements())[0]?.verdict).toBe("correct");

    await page.reload();
    await card.getByText("corrected").waitFor();
    expect(await card.locator(".who").textContent()).toBe(after);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => card.locator(".who").textContent()).toBe(before);
    await expect.poll(async () => (await findJudgements())[0]?.verdict).toBe("undo");
    await page.context().close();
  }, 60_000);

  it("finds a statement by its words and opens it in its report", async () => {
    const page = await openPage("#/search");
    await page.getByRole("searchbox").fill("patience");
    await page.keyboard.press("Enter");
    const line = page.getByRole("article").filter({ hasText: "patience" }).first();
    expect(await line.locator("mark").first().textContent()).toMatch(/patience/i);
    await line.locator("a.ref").click();
    await page.locator(".card.selected").waitFor();
    expect(await selectedWords(page)).toContain("patience");
    await page.context().close();
  });

  it("keeps the place of who types a filter", async () => {
    const page = await openPage("#/people");
    const field = page.getByRole("searchbox", { name: "Name" });
    await field.pressSequentially("Cor", { delay: 150 });
    await page.waitForURL(/name=Cor/);
    await page.getByRole("row", { name: /Juna Corvay/ }).waitFor();
    await field.pressSequentially("v", { delay: 150 });
    await page.waitForURL(/name=Corv/);
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field.inputValue()).toBe("Corv");
    await page.context().close();
  });

  it("shows on the stance board what a judgement changes", async () => {
    const page = await openPage(BOARD);
    const cells = page.locator("td .cell");
    await cells.first().waitFor();
    const count = await cells.count();
    const name = await cells.first().getAttribute("aria-label");
    await cells.first().click();
    const dialog = page.getByRole("dialog");
    await dialog.locator("blockquote").first().waitFor();
    const lines = await dialog.locator("blockquote").count();
    for (let left = lines; left > 0; left--) {
      await dialog.getByRole("button", { name: "Reject", pressed: false }).first().click();
      await expect.poll(() => dialog.locator("blockquote").count()).toBeLessThan(left);
    }
    await page.keyboard.press("Escape");
    await expect.poll(() => cells.count()).toBe(count - 1);
    await page.keyboard.press("z");
    // Of two stances that made a turn, one comes back.
    await expect.poll(() => page.getByRole("button", { name: name!.replace(" Turned.", "") }).count()).toBe(1);
    await page.context().close();
  });

  it("exports what it shows", async () => {
    const page = await openPage("#/search?words=warrant");
    await page.getByRole("article").first().waitFor();
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export CSV" }).click(),
    ]);
    const lines = (await readDownload(csv)).toString("utf8").trim().split("\n");
    expect(lines[0]).toContain("speaker");
    expect(lines.length).toBeGreaterThan(5);

    await page.goto(`${archive.address}#/affairs/the-pell-bridge-warrant?tab=time`);
    const [svg] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save SVG" }).click(),
    ]);
    expect((await readDownload(svg)).toString("utf8")).toMatch(/^<svg[^>]+viewBox.*Statements/s);
    const [png] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save PNG" }).click(),
    ]);
    expect((await readDownload(png)).subarray(1, 4).toString()).toBe("PNG");
    await page.context().close();
  });

  it("goes the whole way with the keyboard alone", async () => {
    const page = await openPage();
    await page.getByRole("heading", { name: "The Pell Bridge warrant" }).waitFor();
    await page.keyboard.press("/");
    await page.getByRole("searchbox").waitFor();
    await page.keyboard.type("patience");
    await page.keyboard.press("Enter");
    await page.locator("article mark").first().waitFor();
    await tabTo(page, (element) => element.matches("a.ref"));
    await page.keyboard.press("Enter");
    await page.locator(".card.selected").waitFor();
    await page.keyboard.press("a");
    await page.locator(".card.selected", { hasText: "accepted" }).waitFor();
    await expect.poll(async () => (await findJudgements())[0]?.verdict).toBe("accept");
    await page.keyboard.press("z");
    await expect.poll(async () => (await findJudgements())[0]?.verdict).toBe("undo");

    await page.locator("main").evaluate((main: HTMLElement) => main.focus());
    await tabTo(page, (element) => element.textContent === "Review", "Shift+Tab");
    await page.keyboard.press("Enter");
    const card = page.locator("article[data-key]");
    await card.locator("mark").first().waitFor();
    const first = await card.getAttribute("data-key");
    await page.keyboard.press("r");
    await expect.poll(() => card.getAttribute("data-key")).not.toBe(first);
    await page.keyboard.press("z");
    await expect.poll(() => card.getAttribute("data-key")).toBe(first);
    await page.keyboard.press("e");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.context().close();
  }, 60_000);

  it("keeps a speaker that is corrected in the review queue", async () => {
    const page = await openPage("#/review?kind=statement");
    const card = page.locator("article[data-key]");
    await card.locator("mark").first().waitFor();
    const key = (await card.getAttribute("data-key"))!;
    await page.keyboard.press("e");
    await page.getByRole("combobox", { name: "Who said it" }).fill("Vint");
    await page.getByRole("option", { name: /Halla Vintrose/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Save the correction" }).click();
    await expect.poll(async () => (await findJudgements())[0]?.key).toBe(key);
    const { items } = await archive.ask<ListPage<StatementLine>>(
      "GET",
      `statements?report=${key.split("/")[0]}&limit=500`,
    );
    expect(items.find((line) => line.key === key)).toMatchObject({
      status: "corrected",
      speaker: { name: "Halla Vintrose" },
    });
    await page.context().close();
  });

  it("prints no error and asks no other host", () => {
    expect(complaints).toEqual([]);
  });

  async function tabTo(page: Page, isIt: (element: Element) => boolean, key = "Tab"): Promise<void> {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press(key);
      if (await page.evaluate(`(${isIt})(document.activeElement)`)) return;
    }
    throw new Error("The keyboard does not get there.");
  }
});
