/** `onrecord watch` with a server of this machine as feed, pages and webhook. */
import { createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Report } from "../../src/reading/index.ts";
import { openStore } from "../../src/store/index.ts";
import { invent, tollReport } from "../store/invented-reports.ts";
import { handMadeRooms, run } from "./captured-streams.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-watch-"));
/** What the server answers, by path, `first` the first time; requests are kept. */
let answers: Record<string, { status?: number; first?: number; headers?: Record<string, string>; body?: string }> = {};
let asked: { path: string; headers: IncomingMessage["headers"]; body: string }[] = [];
let server: Server;
let base: string;
let store: string;
let count = 0;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({ path: request.url!, headers: request.headers, body });
    const { status = 200, headers = {}, body: answer = "" } = answers[request.url!] ?? { status: 404 };
    const first = answers[request.url!]?.first;
    if (first !== undefined) delete answers[request.url!].first;
    const isKnown = headers.etag !== undefined && request.headers["if-none-match"] === headers.etag;
    response.writeHead(isKnown ? 304 : (first ?? status), headers).end(isKnown ? "" : answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  store = join(folder, `${count++}.db`);
  answers = {};
  asked = [];
  const archive = await openStore(store);
  await archive.addReports([tollReport("2031-05-02", "the toll is what every harbour of ours needs")]);
  await archive.close();
});

/** Whoever is reported to have said something in the entry said it. */
const rooms = {
  ...handMadeRooms,
  loadRead: async () => (report: Report) => {
    const quote = /"(.+?)"/.exec(report.text)?.[1];
    const added = invent({
      text: report.text,
      ...(report.outlet === undefined ? {} : { outlet: report.outlet }),
      entities: [
        { name: "Ilse Marrant", roles: [["prime minister", "e2"]] },
        { name: "Veldria", kind: "state" },
      ],
      statements: quote === undefined ? [] : [{ content: [quote], cue: "said", speaker: "e1", mode: "direct" }],
    });
    return added.reading!;
  },
};
const ask = (...argv: string[]) =>
  run(["watch", ...argv], { env: { ONRECORD_STORE: store, ONRECORD_WEBHOOK_SECRET: "a secret" } }, rooms);
const runOnce = (...argv: string[]) => ask("run", "--once", "--allow-private", ...argv);
const toFeed = (...texts: string[]) =>
  `<rss version="2.0"><channel><title>Coast Post</title>${texts
    .map(
      (text, index) =>
        `<item><guid>${index}</guid><link>${base}/page${index}</link><description>${text}</description></item>`,
    )
    .join("")}</channel></rss>`;
const said = (quote: string) => `Prime Minister Ilse Marrant of Veldria said "${quote}" on Monday.`;

describe("a watched feed", () => {
  it("is asked only whether it changed, and only new entries are added", async () => {
    answers["/feed"] = { headers: { etag: '"one"' }, body: toFeed(said("ships pay first")) };
    expect((await ask("add", "feed", `${base}/feed`)).out).toBe(`w1: watches the feed ${base}/feed\n`);
    expect(await runOnce()).toEqual({ status: 0, out: "", err: `onrecord: w1: 1 report added from ${base}/feed\n` });
    // Not due yet: nobody is asked.
    expect(await runOnce()).toEqual({ status: 0, out: "", err: "" });
    expect(asked.filter(({ path }) => path === "/feed")).toHaveLength(1);
    expect(await runOnce("--now")).toEqual({ status: 0, out: "", err: "" });
    expect(asked.at(-1)?.headers["if-none-match"]).toBe('"one"');
    answers["/feed"] = { headers: { etag: '"two"' }, body: toFeed(said("ships pay first"), said("boats pay last")) };
    expect((await runOnce("--now")).err).toBe(`onrecord: w1: 1 report added from ${base}/feed\n`);
    const { out } = await run(["search", "pay"], { env: { ONRECORD_STORE: store } });
    expect(out.match(/Ilse Marrant: \w+ pay/g)).toHaveLength(2);
  });

  it("gives the pages that entries lead to, where they are asked for", async () => {
    answers["/feed"] = { body: toFeed("A few words.") };
    const page = `<html><body><article><p>${said("the page has more words than its feed")}</p><p>${"It was a long day. ".repeat(20)}</p></article></body></html>`;
    answers["/page0"] = { headers: { "content-type": "text/html" }, body: page };
    await ask("add", "feed", `${base}/feed`);
    expect((await runOnce("--full")).status).toBe(0);
    const { out } = await run(["search", "--json", "page"], { env: { ONRECORD_STORE: store } });
    expect(JSON.parse(out)).toMatchObject({ text: "the page has more words than its feed" });
  });

  it("is left alone for longer each time it fails, and robots.txt is kept to", async () => {
    answers["/feed"] = { status: 500 };
    answers["/robots.txt"] = { body: "User-agent: *\nDisallow: /private" };
    await ask("add", "feed", `${base}/feed`);
    await ask("add", "feed", `${base}/private/feed`);
    const { status, err } = await runOnce();
    expect(status).toBe(1);
    expect(err).toMatch(/w1: .*the server answers 500.*; tried again after 20\d\d-/);
    expect(err).toMatch(/w2: .*robots\.txt/);
    expect(asked.map(({ path }) => path)).not.toContain("/private/feed");
    await runOnce("--now");
    const [watch] = JSON.parse((await ask("list", "--json")).out);
    expect(watch.state.failures).toBe(2);
    const minutes = (Date.parse(watch.state.notBefore) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(28);
    expect((await ask("list")).out).toMatch(/failed 2 times: .*the server answers 500/);
    expect((await ask("list")).out).toMatch(/last run 20\d\d-\d\d-\d\d \d\d:\d\d UTC/);
  });

  it.each([
    ["seconds", () => "7200"],
    ["a date", () => new Date(Date.now() + 7_200_000).toUTCString()],
  ])("is left alone for as long as the server asks, in %s", async (_, toHeader) => {
    answers["/feed"] = { status: 429, headers: { "retry-after": toHeader() } };
    await ask("add", "feed", `${base}/feed`);
    await runOnce();
    const [watch] = JSON.parse((await ask("list", "--json")).out);
    expect((Date.parse(watch.state.notBefore) - Date.now()) / 60_000).toBeGreaterThan(118);
  });
});

describe("a watched person", () => {
  const addReport = async (date: string, quote: string) => {
    const archive = await openStore(store);
    await archive.addReports([tollReport(date, quote)]);
    await archive.close();
  };

  it("has new statements reported, once", async () => {
    await ask("add", "person", "Marrant");
    expect(await runOnce()).toEqual({ status: 0, out: "", err: "" });
    await addReport("2031-05-09", "captains may come and captains may go");
    expect((await runOnce()).out.replace(/\w{32}/, "REPORT")).toBe(
      "w1 · Ilse Marrant: captains may come and captains may go\n  2031-05-09, Coast Post  REPORT/s1\n",
    );
    expect(await runOnce()).toEqual({ status: 0, out: "", err: "" });
    const [watch] = JSON.parse((await ask("list", "--json")).out);
    expect(Object.keys(watch.state).sort()).toEqual(["askedAt", "reportedTo"]);
    expect(Math.abs(Date.now() - Date.parse(watch.state.askedAt))).toBeLessThan(60_000);
  });

  it("has what the archive has already reported into a file, where that is asked for", async () => {
    const file = join(folder, "lines.jsonl");
    await ask("add", "person", "Marrant", "--from-start", "--deliver-to", file);
    expect((await runOnce()).err).toBe("onrecord: w1: 1 statement of Ilse Marrant delivered\n");
    await addReport("2031-05-10", "and the sea stays where it always was");
    await runOnce();
    const lines = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ watch, statement }) => [watch, statement.report.publishedAt])).toEqual([
      ["w1", "2031-05-02"],
      ["w1", "2031-05-10"],
    ]);
  });

  it("has them posted, signed, again where the other end was busy, and kept where it refuses", async () => {
    answers["/hook"] = { first: 503, status: 204 };
    await ask("add", "person", "Marrant", "--from-start", "--deliver-to", `${base}/hook`);
    expect((await runOnce()).status).toBe(0);
    const posts = asked.filter(({ path }) => path === "/hook");
    expect(posts).toHaveLength(2);
    expect(posts[0].headers["x-onrecord-delivery"]).toBe(posts[1].headers["x-onrecord-delivery"]);
    const signature = createHmac("sha256", "a secret").update(posts[1].body).digest("hex");
    expect(posts[1].headers["x-onrecord-signature"]).toBe(`sha256=${signature}`);
    expect(JSON.parse(posts[1].body)).toMatchObject({
      watch: { id: "w1" },
      statements: [{ speaker: { name: "Ilse Marrant" } }],
    });
    answers["/hook"] = { status: 410 };
    await addReport("2031-05-11", "nobody is here to hear what I say today");
    const refused = await runOnce();
    expect(refused).toMatchObject({
      status: 1,
      out: "",
      err: expect.stringContaining("/hook: answers 410 Gone; tried again"),
    });
    answers["/hook"] = { status: 200 };
    await runOnce("--now");
    expect(JSON.parse(asked.at(-1)!.body).statements).toMatchObject([{ report: { publishedAt: "2031-05-11" } }]);
  });
});

it("an affair's statements are reported too, in the pass in which a feed brings them", async () => {
  await run(["affair", "create", "Ships", "--query", "ships"], { env: { ONRECORD_STORE: store } });
  answers["/feed"] = { body: toFeed(said("ships pay first"), said("boats pay last")) };
  await ask("add", "affair", "ships");
  await ask("add", "feed", `${base}/feed`);
  expect(
    (await runOnce("--json")).out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).statement.text),
  ).toEqual(["ships pay first"]);
});

it.each<[string, string[], number, string]>([
  ["a feed that is no address", ["add", "feed", "feed.xml"], 2, "is no address that begins with https://"],
  [
    "a feed that delivers",
    ["add", "feed", "https://a.example/f", "--deliver-to", "x"],
    2,
    "watch a person or an affair",
  ],
  ["a person who is not there", ["add", "person", "Nobody"], 1, 'there is no entity "Nobody"'],
  ["a watch that is not there", ["remove", "w9"], 1, "There is no watch w9."],
  ["no interval", ["run", "--interval", "0"], 2, "It is a number of minutes"],
])("refuses %s", async (_name, argv, status, message) => {
  const { err, ...rest } = await ask(...argv);
  expect(rest).toEqual({ status, out: "" });
  expect(err).toContain(message);
});
