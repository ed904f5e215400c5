import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { readReports } from "../read-reports.ts";
import { Fetcher, type FetcherOptions } from "./fetcher.ts";
import { isPublicAddress } from "./public-address.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Serves pages by their path; a path that is not there is answered with 404. */
function servePages(
  pages: Record<string, { body?: string | Buffer; status?: number; headers?: Record<string, string> }>,
) {
  const asked: string[] = [];
  const address = serve(({ url = "" }, answer) => {
    asked.push(url);
    const { body = "", status = 200, headers = {} } = pages[url] ?? { status: 404 };
    answer.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  });
  return { address, asked };
}

const fetcher = (options: FetcherOptions = {}) => new Fetcher({ allowPrivate: true, pauseMs: 0, ...options });

async function readAll(address: string, options: FetcherOptions = {}) {
  const items = [];
  for await (const item of readReports({
    files: [address],
    fetching: { allowPrivate: true, pauseMs: 0, ...options },
  })) {
    items.push(item);
  }
  return items;
}

const SENTENCE = "The harbour office opened the lock on Monday, and the warden said it would stay open for a week.";
const PAGE = `<!doctype html><title>Lock opens</title><article><h1>Lock opens</h1><p>${SENTENCE}</p><p>${SENTENCE}</p></article>`;
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Coast Post</title><item><title>One</title><link>https://coast.example/1</link><description>${SENTENCE}</description></item></channel></rss>`;

describe("isPublicAddress", () => {
  it.each<[string, boolean]>([
    ["93.184.216.34", true],
    ["2606:2800:220:1:248:1893:25c8:1946", true],
    ["127.0.0.1", false],
    ["10.1.2.3", false],
    ["172.31.255.255", false],
    ["172.32.0.1", true],
    ["192.168.0.1", false],
    ["169.254.169.254", false],
    ["100.64.0.1", false],
    ["0.0.0.0", false],
    ["224.0.0.1", false],
    ["255.255.255.255", false],
    ["::1", false],
    ["::", false],
    ["::ffff:127.0.0.1", false],
    ["::ffff:7f00:1", false],
    ["::ffff:93.184.216.34", true],
    ["fe80::1%eth0", false],
    ["fd00::1", false],
    ["64:ff9b::7f00:1", false],
    ["2002:7f00:1::", false],
    ["harbour.example", false],
  ])("%s: %s", (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

describe("an address", () => {
  it("is read like a file of its kind, and is the report's address", async () => {
    const { address } = servePages({
      "/page": { body: PAGE },
      "/text": { body: Buffer.from(`${SENTENCE} Caf\xe9.`, "latin1"), headers: { "content-type": "text/plain; charset=iso-8859-1" } },
      // Feeds are often served as pages, and packed whether as a whole or on the way.
      "/feed": { body: gzipSync(FEED), headers: { "content-encoding": "gzip" } },
      "/lines.gz": { body: gzipSync(`${JSON.stringify({ text: SENTENCE })}\n`), headers: { "content-type": "application/gzip" } },
    }); // biome-ignore format: a table
    const base = await address;
    const read = async (path: string) => {
      const [item] = await readAll(base + path);
      return item.kind === "report" ? item.report : item;
    };
    expect(await read("/page")).toMatchObject({ title: "Lock opens", url: `${base}/page` });
    expect(await read("/text")).toEqual({ text: `${SENTENCE} Café.`, url: `${base}/text` });
    expect(await read("/feed")).toMatchObject({ text: SENTENCE, outlet: "Coast Post", url: "https://coast.example/1" });
    expect(await read("/lines.gz")).toEqual({ text: SENTENCE, url: `${base}/lines.gz` });
  });

  it("is not fetched where robots.txt forbids it, nor where the host cannot say", async () => {
    const forbidding = servePages({
      "/robots.txt": { body: "User-agent: *\nDisallow: /inner\n\nUser-agent: onrecord\nDisallow: /page" },
      "/page": { body: PAGE },
      "/inner": { body: PAGE },
      "/away": { status: 302, headers: { location: "/page" } },
    });
    const base = await forbidding.address;
    expect(await readAll(`${base}/page`)).toMatchObject([{ kind: "problem", code: "robots", file: `${base}/page` }]);
    expect(await readAll(`${base}/away`)).toMatchObject([{ code: "robots" }]);
    expect(await readAll(`${base}/inner`)).toMatchObject([{ kind: "report" }]);
    expect(forbidding.asked).not.toContain("/page");
    const failing = await servePages({ "/robots.txt": { status: 503 }, "/page": { body: PAGE } }).address;
    expect(await readAll(`${failing}/page`)).toMatchObject([{ code: "robots" }]);
  });

  it("in a private network is refused: as a number, behind a name, and behind a redirect", async () => {
    const inner = servePages({ "/page": { body: PAGE } });
    const base = await inner.address;
    const { port } = new URL(base);
    const refused = { kind: "problem", code: "private_address" };
    const careful = { allowPrivate: false };
    for (const host of ["127.0.0.1", "2130706433", "0x7f.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"]) {
      expect(await readAll(`http://${host}:${port}/page`, careful)).toMatchObject([refused]);
    }
    // Only the first of these two hosts counts as allowed.
    const isAllowed = (address: string) => address === "127.0.0.2";
    const names: Record<string, string> = { "outer.example": "127.0.0.2", "inner.example": "127.0.0.1" };
    const lookup: LookupFunction = (host, { all }, callback) =>
      all ? callback(null, [{ address: names[host], family: 4 }]) : callback(null, names[host], 4);
    const outer = createServer((_, answer) =>
      answer.writeHead(302, { location: `http://inner.example:${port}/page` }).end(),
    );
    servers.push(outer);
    await new Promise<void>((done) => outer.listen(0, "127.0.0.2", done));
    const outerBase = `http://outer.example:${(outer.address() as AddressInfo).port}`;
    expect(await readAll(`${outerBase}/robots.txt`, { isAllowed, lookup })).toMatchObject([refused]);
    expect(inner.asked).toEqual([]);
  });

  it("whose name means another host the second time is refused then", async () => {
    const inner = servePages({ "/page": { body: PAGE } });
    const { port } = new URL(await inner.address);
    let count = 0;
    const lookup: LookupFunction = (_host, { all }, callback) => {
      // Robots.txt is asked of a host that is allowed, and refuses the connection; the page would come from this machine.
      const address = count++ === 0 ? "127.0.0.2" : "127.0.0.1";
      return all ? callback(null, [{ address, family: 4 }]) : callback(null, address, 4);
    };
    const isAllowed = (address: string) => address === "127.0.0.2";
    const careful = new Fetcher({ isAllowed, lookup, pauseMs: 0 });
    expect(await careful.fetch(`http://harbour.example:${port}/robots.txt`)).toMatchObject({ code: "unreachable" });
    expect(await careful.fetch(`http://harbour.example:${port}/robots.txt`)).toMatchObject({ code: "private_address" });
    expect(inner.asked).toEqual([]);
  });

  it.each<[string, Parameters<typeof servePages>[0][string], string]>([
    ["is not there", { status: 404 }, "http_status"],
    ["leads in a circle", { status: 301, headers: { location: "/x" } }, "too_many_redirects"],
    ["leads to a file", { status: 302, headers: { location: "file:///etc/hosts" } }, "unsupported_address"],
    ["gives a name and a password away", { status: 302, headers: { location: "http://a:b@127.0.0.1/" } }, "unsupported_address"],
    ["says that it is too large", { headers: { "content-length": "99000000" } }, "too_large"],
    ["grows too large when unpacked", { body: gzipSync(Buffer.alloc(30_000_000)), headers: { "content-encoding": "gzip" } }, "too_large"],
    ["is a picture", { body: "GIF89a", headers: { "content-type": "image/gif" } }, "unsupported_kind"],
    ["is packed in another way", { body: "x", headers: { "content-encoding": "br" } }, "unreachable"],
  ])("that %s is a problem", async (_, page, code) => {
    const base = await servePages({ "/x": page }).address;
    const [item, ...others] = await readAll(`${base}/x`);
    expect(item).toMatchObject({ kind: "problem", code, file: `${base}/x` });
    expect(others).toEqual([]);
  }); // biome-ignore format: a table

  it.each(["ftp://coast.example/a", "http://", "https://a b/"])("%s cannot be fetched", async (address) => {
    expect(await readAll(address)).toMatchObject([{ kind: "problem", code: "unsupported_address", file: address }]);
  });

  it("that trickles without end is given up", async () => {
    const base = await serve(({ url }, answer) => {
      if (url === "/robots.txt") {
        answer.writeHead(404).end();
        return;
      }
      answer.writeHead(200, { "content-type": "text/plain" });
      const drip = setInterval(() => answer.write("a "), 20);
      answer.on("close", () => clearInterval(drip));
    });
    expect(await readAll(`${base}/slow`, { maxMs: 300 })).toMatchObject([{ kind: "problem", code: "too_slow" }]);
    const silent = await serve(() => {});
    expect(await readAll(`${silent}/slow`, { maxMs: 300 })).toMatchObject([{ kind: "problem", code: "too_slow" }]);
  });

  it("where nobody answers is a problem", async () => {
    const base = await serve(() => {});
    const server = servers.pop()!;
    await new Promise((done) => server.close(done));
    expect(await readAll(`${base}/x`)).toMatchObject([{ kind: "problem", code: "unreachable" }]);
  });
});

describe("Fetcher", () => {
  it("asks whether something has changed by what the server said of it before", async () => {
    const base = await serve(({ url, headers }, answer) => {
      if (url === "/robots.txt") answer.writeHead(404).end();
      else if (headers["if-none-match"] === '"7"') answer.writeHead(304).end();
      else {
        answer.writeHead(200, { etag: '"7"', "last-modified": "Mon, 05 May 2031 10:00:00 GMT" }).end(String(headers["user-agent"]));
      }
    }); // biome-ignore format: a table
    const polite = fetcher({ userAgent: "onrecord/9 (+https://example.org)" });
    const first = await polite.fetch(`${base}/feed#part`);
    if (first.kind !== "fetched") throw new Error(first.kind);
    expect(Buffer.from(first.bytes).toString()).toBe("onrecord/9 (+https://example.org)");
    expect(first).toMatchObject({
      address: `${base}/feed`,
      validators: { etag: '"7"', lastModified: "Mon, 05 May 2031 10:00:00 GMT" },
    });
    expect(await polite.fetch(`${base}/feed`, first.validators)).toEqual({ kind: "unchanged" });
  });

  it("waits between two requests to one host, as long as robots.txt asks", async () => {
    const times: number[] = [];
    const base = await serve(({ url }, answer) => {
      if (url !== "/robots.txt") times.push(performance.now());
      answer.writeHead(200).end(url === "/robots.txt" ? "User-agent: *\nCrawl-delay: 0.3" : "x");
    });
    const polite = fetcher({ pauseMs: 10 });
    await Promise.all([polite.fetch(`${base}/a`), polite.fetch(`${base}/b`)]);
    expect(times[1] - times[0]).toBeGreaterThan(280);
  });
});
