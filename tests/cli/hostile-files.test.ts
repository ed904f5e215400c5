/** Files made to do harm, in one folder with honest ones: each is told of, nothing grows or lasts, the rest is added. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ReadingPool } from "../../src/cli/reading-pool.ts";

const program = resolve(import.meta.dirname, "../../bin/onrecord.js");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-hostile-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const SENTENCE = "The harbour warden Ada Brisk said on Monday that the old lock would open again before the winter.";
const ENTITIES = `<!DOCTYPE rss [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? "" : i - 1};`.repeat(10)}">`).join("")}]>`;

function toRecord(page: string, length = page.length): string {
  const http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Target-URI: https://coast.example/\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length + length}\r\n\r\n${http}${page}\r\n\r\n`;
}

function toFeed(head: string): string {
  return `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>C</title><item><title>&a19;</title><description>&a19; ${SENTENCE}</description></item></channel></rss>`;
}

/** A PDF whose one page unpacks to 300 MB. */
function makePdfBomb(): Buffer {
  const packed = deflateSync(Buffer.alloc(300_000_000, "q "));
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
  ].map((object, index) => `${index + 1} 0 obj${object}endobj\n`);
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n${objects.join("")}4 0 obj<</Length ${packed.length}/Filter/FlateDecode>>stream\n`),
    packed,
    Buffer.from("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
  ]);
}

const page = (body: string) => `<!doctype html><title>Lock</title><article>${body}</article>`;

/** Name, content, and how the line about it begins; null for what is honest. */
const FILES: [name: string, content: string | Buffer, told: RegExp | null][] = [
  ["a-honest.txt", SENTENCE, null],
  ["b-lines.jsonl.gz", gzipSync(Buffer.alloc(200_000_000)), /: grows to more than 200 times its size when it is unpacked; /],
  ["b-text.txt.gz", gzipSync(Buffer.alloc(200_000_000)), /: is larger than 4 MB, the most for one report; /],
  ["b-twice.txt.gz", gzipSync(gzipSync(SENTENCE)), /: is not text \(NUL byte at 3\); /],
  ["b-zip.txt", Buffer.from("PK\x03\x04\x14\x00\x00\x00\x08\x00"), /: is not text \(NUL byte at 5\); /],
  ["c-cut.warc", `${toRecord(page(`<p>${SENTENCE} Of a page.</p>`))}${toRecord(page("<p>cut"), 5_000)}`, /, entry 2: is a record that ends too early; /],
  ["c-lies.warc.gz", gzipSync(`${toRecord(page("<p>x"), 99_000_000_000)}`), /, entry 1: is a record that ends too early; /],
  ["d-deep.html", `<html><body>${"<div>".repeat(100_000)}${SENTENCE}`, /: nests elements more than 500 deep; /],
  ["d-wide.html", `<html><body>${'<p class="a"><b>x</b>'.repeat(150_000)}`, /: (?:is too large a page|holds no report)/],
  ["e-garbage.pdf", Buffer.concat([Buffer.from("%PDF-1.7\n"), gzipSync(Buffer.alloc(500_000, "no pdf"))]), /: is no PDF that can be read; /],
  ["e-pages.pdf", makePdfBomb(), /: (?:takes too much memory|takes more than 30 seconds|is a PDF without text|is no PDF)/],
  ["f-laughs.xml", toFeed(ENTITIES), /: is XML that declares entities of its own; /],
  ["f-late.xml", toFeed(`<!--${"-x".repeat(100_000)}-->${ENTITIES}`), /: is XML that declares entities of its own; /],
  ["g-nested.json", `${'[{"a":'.repeat(200_000)}`, /: is not valid JSON; /],
  ["g-nested.jsonl", `{"text":${"[".repeat(500_000)}${"]".repeat(500_000)}}`, /, line 1: the field "text" is an array, not a string; /],
  ["h-names.jsonl", JSON.stringify({ text: `${SENTENCE} And a name.`, outlet: "Coast\u001b[2J\u0007Post", byline: "\u202eeno", title: "T\u001b]0;x\u0007" }), null],
  ["i\u001b[2J\n.txt", `${SENTENCE} A third time.`, null],
  ["j-bad.jsonl", `${"{\n".repeat(300)}${JSON.stringify({ text: `${SENTENCE} A fourth time.` })}\n`, /, line \d+: is not valid JSON \(it ends too early\)|, line \d+: is not valid JSON \(at character 1\)/],
  ["z-honest.txt", `${SENTENCE} And at the end.`, null],
]; // biome-ignore format: a table

it("tells of every hostile file, takes little memory and time for it, and adds the rest", () => {
  const reports = join(folder, "reports");
  mkdirSync(reports);
  for (const [name, content] of FILES) writeFileSync(join(reports, name), content);
  const hook = 'process.on("exit", () => process.stderr.write("@" + process.resourceUsage().maxRSS + "@"));';
  const run = (...argv: string[]) =>
    spawnSync(
      process.execPath,
      [
        "--import",
        `data:text/javascript,${encodeURIComponent(hook)}`,
        program,
        ...argv,
        "--store",
        join(folder, "h.db"),
      ],
      { encoding: "utf8", maxBuffer: 2 ** 26 },
    );
  const start = performance.now();
  const { status, stdout, stderr } = run("add", "--workers", "1", reports);
  expect({ status, stdout }).toEqual({
    status: 1,
    stdout: "6 added (0 copies), 0 known already, 0 read anew\n",
  });
  const lines = stderr.split("\n");
  for (const [name, , told] of FILES) {
    const own = lines.filter((line) => line.includes(`/${name}`));
    if (told === null) expect(own).toEqual([]);
    else expect(own[0]).toMatch(told);
  }
  expect(lines.filter((line) => line.includes("/j-bad.jsonl"))).toHaveLength(300);
  expect(stderr).not.toMatch(/\x1b|\n {4}at /);
  expect(Number(/@(\d+)@/.exec(stderr)?.[1]) * 1024).toBeLessThan(1_000_000_000);
  expect(performance.now() - start).toBeLessThan(150_000);
  expect(run("check").stdout).toBe("The archive is sound.\n");
  const shown = run("search", "lock").stdout;
  expect(shown).toContain("the old lock would open");
  expect(shown.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\u202e/u);
}, 240_000);

it("gives up a report that takes too long, and reads the next", async () => {
  const pool = new ReadingPool(1, 2_000, 0);
  const crowd = Array.from(
    { length: 60_000 },
    (_, i) => `Ann ${String.fromCharCode(65 + (i % 26))}${i.toString(26).replace(/\d/g, "q")}o spoke.`,
  );
  const slow = pool.read({ text: crowd.join(" ") }, "plain");
  const next = pool.read({ text: SENTENCE }, "plain");
  await expect(slow).rejects.toThrow(/takes more than \d+ seconds/);
  expect((await next).statements).toHaveLength(1);
  await pool.close();
}, 120_000);
