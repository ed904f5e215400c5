/** Watches on the page: begun and ended by an administrator, seen by a reviewer, told to nobody else. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAffair, openArchive, type ServedArchive } from "./open-archive.ts";
import { hasBrowser, openBrowser } from "./open-browser.ts";
import { openWatchedPage } from "./watched-page.ts";

const VIEW = "#/archive?tab=watches";
const FEED = "https://post.invalid/feed.xml";

describe.skipIf(!hasBrowser)("watches on the page", () => {
  let browser: Browser;
  let archive: ServedArchive;
  beforeAll(async () => {
    [archive, browser] = await Promise.all([openAffair(), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await archive?.close();
  });

  const findWatches = async () =>
    (await archive.ask<{ items: Record<string, unknown>[] }>("GET", "watches")).items.map(
      ({ kind, subject, deliverTo }) => ({ kind, subject, deliverTo }),
    );
  const findFaults = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  };

  it("begin and end with the keyboard alone, and come back with z", async () => {
    const { page, complaints } = await openWatchedPage(browser, archive.address, { width: 360 });
    await page.goto(archive.address + VIEW);
    await page.getByRole("heading", { name: "Nothing is watched yet" }).waitFor();
    expect(await page.locator("main").textContent()).toContain("onrecord watch run");
    const kind = page.getByRole("combobox", { name: "Watch", exact: true });
    await kind.focus();
    await page.keyboard.press("Tab");
    await page.keyboard.type(FEED);
    await page.keyboard.press("Enter");
    const feed = page.getByRole("listitem").filter({ hasText: FEED });
    await feed.getByText("none yet").waitFor();
    await page.getByRole("status").filter({ hasText: `Watched from now on: ${FEED}` }).waitFor(); // biome-ignore format: one line

    await kind.focus();
    await page.keyboard.type("A person");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Corv");
    await page.getByRole("option", { name: "Juna Corvay person" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByLabel("Send new statements to").fill("https://desk.example/hook");
    await page.keyboard.press("Enter");
    const person = page.getByRole("listitem").filter({ hasText: "Juna Corvay" });
    await person.getByText("https://desk.example/hook").waitFor();
    const both = await findWatches();
    expect(both).toMatchObject([
      { kind: "feed", subject: FEED },
      { kind: "entity", deliverTo: "https://desk.example/hook" },
    ]);
    expect(await findFaults(page)).toEqual([]);

    for (const item of [feed, person]) {
      await item.getByRole("button", { name: "Remove the watch" }).focus();
      await page.keyboard.press("Enter");
      await item.waitFor({ state: "detached" });
      expect(await findWatches()).toHaveLength(1);
      await page.keyboard.press("z");
      await item.waitFor();
    }
    expect(await findWatches()).toEqual(expect.arrayContaining(both));
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  it("say in words what is refused and what failed", async () => {
    const { page } = await openWatchedPage(browser, archive.address);
    await page.goto(archive.address + VIEW);
    await page.getByLabel("Address of the feed").fill(FEED);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    expect(await page.getByRole("alert").textContent()).toContain("is watched already");
    expect(await findFaults(page)).toEqual([]);
    // No name of that kind leads anywhere: the run fails, and says so.
    await archive.run(["watch", "run", "--once"]).catch(() => {});
    await page.reload();
    const feed = page.getByRole("listitem").filter({ hasText: FEED });
    expect(await feed.locator(".problem").textContent()).toMatch(/Failed once\. cannot be fetched/);
    expect(await feed.locator("time").textContent()).toMatch(/^\d+ \w+ 20\d\d, \d\d:\d\d$/);
    expect(await feed.locator("dl").textContent()).toContain("after");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findFaults(page)).toEqual([]);
    }
    await page.context().close();
  }, 60_000);

  it.each([
    ["a reviewer looks at the list, without controls", "reviewer", 1],
    ["a reader is told who may see them", "reader", 0],
  ])(
    "%s",
    async (_, role, links) => {
      const user = { name: "vera", password: "a-long-enough-word", role };
      const shared = await openArchive([], user);
      try {
        await shared.run(["watch", "add", "feed", FEED]);
        const { page } = await openWatchedPage(browser, shared.address);
        await page.goto(shared.address + VIEW);
        await page.getByLabel("Name").fill(user.name);
        await page.getByLabel("Password").fill(user.password);
        await page.keyboard.press("Enter");
        if (role === "reviewer") await page.getByRole("listitem").filter({ hasText: FEED }).waitFor();
        else expect(await page.getByRole("alert").textContent()).toMatch(/reviewer/);
        expect(await page.getByRole("link", { name: "Watches" }).count()).toBe(links);
        expect(await page.getByRole("button", { name: /Remove|^Add$/ }).count()).toBe(0);
        expect(await findFaults(page)).toEqual([]);
        await page.context().close();
      } finally {
        await shared.close();
      }
    },
    60_000,
  );
});
