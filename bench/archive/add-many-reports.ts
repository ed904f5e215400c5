/** Adds many reports as a user would, in a process of its own: lines of JSON, then a web archive of pages made of them. */
import { spawn } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createGunzip, gzipSync } from "node:zlib";
import type { ArchiveBench } from "./bench-archive.ts";

const FILES = ["bbc-news-2004-2005.jsonl.gz", "allsides-news-2012-2020.jsonl.gz"];
const program = fileURLToPath(new URL("../../../bin/onrecord.js", import.meta.url));

interface Line {
  readonly title?: string;
  readonly text: string;
  readonly publishedAt?: string;
}

export async function addManyReports(options: ArchiveBench, folder: string): Promise<void> {
  const files = FILES.map((name) => join(options.data, "text", name)).filter((file) => existsSync(file));
  if (files.length === 0) {
    console.log(`\nno news texts in ${join(options.data, "text")}: nothing is added`);
    return;
  }
  const lines = join(folder, "reports.jsonl");
  const pages = join(folder, "reports.warc.gz");
  let words = 0;
  let count = 0;
  await pipeline(async function* () {
    for await (const line of takeLines(files, options.reports)) {
      words += line.text.match(/\S+/g)?.length ?? 0;
      count++;
      yield `${JSON.stringify(line)}\n`;
    }
  }, createWriteStream(lines));
  await pipeline(async function* () {
    let index = 0;
    for await (const line of takeLines(files, options.reports)) yield toRecord(line, index++);
  }, createWriteStream(pages));
  console.log(`\n${count} reports, ${words} words, ${options.workers} workers, SQLite\n`);
  console.log(
    `${"".padEnd(28)} ${"reports/s".padStart(9)} ${"words/s".padStart(9)} ${"s".padStart(7)} ${"processor s".padStart(11)} ${"MB at most".padStart(10)}`,
  );
  const archive = join(folder, "added.db");
  await run("lines of JSON", ["--store", archive, lines]);
  await run("the same again", ["--store", archive, lines]);
  await run("a web archive of pages", ["--store", join(folder, "pages.db"), pages]);

  async function run(name: string, argv: string[]): Promise<void> {
    const { seconds, cpuSeconds, megabytes, out } = await measureAdd([...argv, "--workers", String(options.workers)]);
    const [rate, wordRate] = [count / seconds, words / seconds].map((value) => value.toFixed(value < 100 ? 1 : 0));
    console.log(
      `${name.padEnd(28)} ${rate.padStart(9)} ${wordRate.padStart(9)} ${seconds.toFixed(1).padStart(7)} ${cpuSeconds.toFixed(1).padStart(11)} ${String(megabytes).padStart(10)}   ${out}`,
    );
  }
}

async function* takeLines(files: readonly string[], count: number): AsyncGenerator<Line> {
  let left = count;
  for (const file of files) {
    for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
      if (left-- <= 0) return;
      yield JSON.parse(line);
    }
  }
}

/** A page as outlets serve it, with menu and footer, in a record of a web archive. */
function toRecord({ title = "Report", text, publishedAt }: Line, index: number): Buffer {
  const toMarkup = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const paragraphs = text.split(/\n+/).map((paragraph) => `<p>${toMarkup(paragraph)}</p>`);
  const date = publishedAt === undefined ? "" : `<meta property="article:published_time" content="${publishedAt}">`;
  const page = Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>${toMarkup(title)} - Coast Post</title>${date}</head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav>
<article><h1>${toMarkup(title)}</h1>\n${paragraphs.join("\n")}\n</article><footer><p>About us</p></footer></body></html>`,
  );
  const http = Buffer.from("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n");
  const id = index.toString(16).padStart(12, "0");
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${id}>\r\nWARC-Date: 2031-01-01T00:00:00Z\r\nWARC-Target-URI: https://coast.example/${index}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length + page.length}\r\n\r\n`;
  return gzipSync(Buffer.concat([Buffer.from(head), http, page, Buffer.from("\r\n\r\n")]));
}

function measureAdd(argv: string[]): Promise<{ seconds: number; cpuSeconds: number; megabytes: number; out: string }> {
  const hook =
    'process.on("exit", () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();' +
    " process.stderr.write(`@${maxRSS} ${userCPUTime + systemCPUTime}@`); });";
  const start = performance.now();
  const child = spawn(process.execPath, [
    "--import",
    `data:text/javascript,${encodeURIComponent(hook)}`,
    program,
    "add",
    ...argv,
  ]);
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  return new Promise((resolve) => {
    child.on("close", () => {
      const [, rss, cpu] = /@(\d+) (\d+)@/g.exec(err.slice(err.lastIndexOf("@", err.length - 2))) ?? [];
      const seconds = (performance.now() - start) / 1000;
      resolve({
        seconds,
        cpuSeconds: Number(cpu) / 1e6,
        megabytes: Math.round((Number(rss) * 1024) / 1e6),
        out: out.trim(),
      });
    });
  });
}
