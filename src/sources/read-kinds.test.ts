/** Every kind of file but text and lines, as real files in a folder. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReports, type SourceItem } from "./index.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-kinds-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;

async function readAll(name: string, content: string | Uint8Array): Promise<SourceItem[]> {
  const file = join(folder, `${files++}-${name}`);
  writeFileSync(file, content);
  const items: SourceItem[] = [];
  for await (const item of readReports({ files: [file] })) items.push(item);
  return items;
}

function summarise(items: SourceItem[]): string[] {
  return items.map((item) => {
    const entry = item.entry === undefined ? "" : `${item.entry}: `;
    if (item.kind === "report") return `${entry}${item.report.title ?? ""} / ${item.report.text}`;
    return item.kind === "problem" ? `${entry}!${item.code} ${item.message}` : `${entry}note ${item.message}`;
  });
}

const FIRST = "The harbour council of Vessmark voted on Monday to close the old quay before the winter storms arrive.";
const SECOND = "“Nobody will lose a berth,” the harbour master, Ilvi Tarnow, told reporters after the vote.";
const THIRD = "Fishers said that they had been promised the same thing twice before and had waited for nothing.";

function makePage(body: string, head = ""): string {
  return `<!doctype html><html><head><title>Quay to close | Quay Post</title>${head}</head><body>
    <nav><a href="/a">News</a><a href="/b">Sport</a></nav>${body}<footer>© Quay Post</footer></body></html>`;
}

const JSON_LD = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"X"},
  {"@type":["NewsArticle"],"headline":"Old quay to close","datePublished":"2031-03-04T23:30:00+02:00",
  "author":[{"name":"Oda Brill"},{"name":"Pim Loost"}],"publisher":{"name":"Quay Post"}}]}</script>`;

describe("a page", () => {
  it("gives its paragraphs and what it says of itself, and nothing that only serves the page", async () => {
    const body = `<article><h1>Old quay to close</h1><div class="byline">By Oda Brill</div>
      <p>${FIRST}</p><figure><img src="q.jpg"><figcaption>The quay, said to be old</figcaption></figure>
      <div class="related-links"><h3>Related</h3><ul><li><a href="/x">Why quays fail</a></li></ul></div>
      <p>${SECOND}</p><p>Advertisement</p><p><a href="/y">READ MORE: Storms of the century</a></p>
      <blockquote class="big"><p>“Nobody will lose a berth”</p></blockquote>
      <blockquote><p>The council undertakes to find a berth for every boat that is registered in Vessmark.</p></blockquote>
      <p style="display: none">Hidden words.</p><p>${THIRD}</p></article>
      <section class="comments"><p>A reader said that nobody cares about the quay any more.</p></section>`;
    const head = `${JSON_LD}<link rel="canonical" href="https://quaypost.example/quay">`;
    const [item, ...rest] = await readAll("page.html", makePage(body, head));
    expect(rest).toEqual([]);
    expect(item).toMatchObject({
      report: {
        title: "Old quay to close",
        outlet: "Quay Post",
        byline: "Oda Brill and Pim Loost",
        publishedAt: "2031-03-04",
        url: "https://quaypost.example/quay",
        text: [
          FIRST,
          SECOND,
          "The council undertakes to find a berth for every boat that is registered in Vessmark.",
          THIRD,
        ].join("\n\n"),
      },
    });
  });

  it.each([
    [
      "OpenGraph",
      '<meta property="og:title" content="Quay &amp; storm - Quay Post"><meta property="og:site_name" content="Quay Post"><meta property="article:published_time" content="2031-03-04">',
      { title: "Quay & storm", outlet: "Quay Post", publishedAt: "2031-03-04" },
    ],
    [
      "meta",
      '<meta name="author" content="By Oda Brill"><meta name="date" content="4 March 2031"><meta property="og:url" content="javascript:alert(1)">',
      { byline: "Oda Brill", publishedAt: "2031-03-04", title: "Quay to close | Quay Post" },
    ],
    [
      "nothing but broken JSON-LD",
      '<script type="application/ld+json">{"@type": </script>',
      { title: "Quay to close | Quay Post" },
    ],
  ])("is known by %s", async (_, head, expected) => {
    const [item] = await readAll("page.html", makePage(`<p>${FIRST}</p><p>${THIRD}</p>`, head));
    expect(item).toMatchObject({ report: expected });
    if (item.kind === "report") expect(item.report.url).toBeUndefined();
  });

  it("takes the time on the page and the text of JSON-LD where there is nothing else", async () => {
    const dated = makePage(`<time datetime="2031-03-04T10:00Z">today</time><p>${FIRST}</p><p>${THIRD}</p>`);
    expect((await readAll("time.html", dated))[0]).toMatchObject({ report: { publishedAt: "2031-03-04" } });
    const script = JSON.stringify({ "@type": "NewsArticle", articleBody: `${FIRST}\n${THIRD}` });
    const empty = makePage("<div id=app></div>", `<script type="application/ld+json">${script}</script>`);
    expect((await readAll("app.html", empty))[0]).toMatchObject({ report: { text: `${FIRST}\n\n${THIRD}` } });
  });

  const accented = FIRST.replace("Vessmark", "Vässmärk");
  it.each<[string, Uint8Array]>([
    ["its mark", Buffer.from(`\ufeff${makePage(`<p>${accented}</p>`)}`, "utf16le")],
    ["its meta", Buffer.from(makePage(`<p>${accented}</p>`, '<meta charset="iso-8859-1">'), "latin1")],
    ["being valid UTF-8", Buffer.from(makePage(`<p>${accented}</p>`))],
    ["a guess", Buffer.from(makePage(`<p>${accented}</p><p>${accented}</p>`), "latin1")],
  ])("is decoded by %s", async (_, bytes) => {
    expect((await readAll("page.html", bytes))[0]).toMatchObject({
      report: { text: expect.stringContaining("of Vässmärk voted") },
    });
  });

  it("in another language is kept, marked and told of", async () => {
    const german =
      "Der Hafenrat von Vessmark hat am Montag beschlossen, den alten Kai vor den Winterstürmen zu schließen, wie die Hafenmeisterin nach der Abstimmung sagte.";
    const items = await readAll("page.html", makePage(`<p>${german}</p>`));
    expect(items).toMatchObject([
      { kind: "note", message: "is not in English but in German: kept, not read" },
      { kind: "report", report: { text: german, language: "de" } },
    ]);
  });
});

describe("a feed", () => {
  const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay Post</title>
    <item><title>Quay &amp; storm</title><link>https://quaypost.example/1</link><guid>q1</guid><dc:creator>Oda Brill</dc:creator>
    <pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate><description>Short.</description>
    <content:encoded><![CDATA[<p>${FIRST}</p><p>${THIRD}</p>]]></content:encoded></item>
    <item><title>Empty</title></item><item><title>Brief</title><description>Rain &amp;amp; wind.</description></item></channel></rss>`;

  it("of RSS gives a report an entry, in full where it can", async () => {
    const items = await readAll("feed.xml", rss);
    expect(summarise(items)).toEqual([
      `1: Quay & storm / ${FIRST}\n\n${THIRD}`,
      "2: !empty has no text",
      "3: Brief / Rain & wind.",
    ]);
    expect(items[0]).toMatchObject({
      report: {
        givenId: "q1",
        outlet: "Quay Post",
        byline: "Oda Brill",
        publishedAt: "2031-03-04",
        url: "https://quaypost.example/1",
      },
    });
  });

  it("of Atom, RDF and JSON likewise, known by its name or its beginning", async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry><id>x</id><title>A</title>
      <link href="https://p.example/1"/><published>2031-03-04T10:00:00Z</published><content type="html">&lt;p&gt;${FIRST}&lt;/p&gt;</content></entry></feed>`;
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>R</title></channel>
      <item><title>B</title><description>${THIRD}</description></item></rdf:RDF>`;
    const json = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "J",
      items: [{ id: "1", title: "C", content_text: FIRST }],
    });
    expect(summarise(await readAll("atom", atom))).toEqual([`1: A / ${FIRST}`]);
    expect(summarise(await readAll("some.rdf", rdf))).toEqual([`1: B / ${THIRD}`]);
    expect(summarise(await readAll("feed.json", json))).toEqual([`1: C / ${FIRST}`]);
  });
});

it("reads a report or a list of reports in a .json file", async () => {
  expect(summarise(await readAll("one.json", '{"title": "T", "text": "Rain."}'))).toEqual(["T / Rain."]);
  expect(summarise(await readAll("list.json", '[{"text": "Rain."}, 5]'))).toEqual([
    "1:  / Rain.",
    "2: !not_an_object is a JSON number, not an object",
  ]);
});

it("reads a mail, its lines joined to paragraphs", async () => {
  const mail = `From: "Quay Agency" <desk@agency.example>\r\nSubject: =?utf-8?q?Quay_=E2=80=93_closed?=\r\nDate: Tue, 4 Mar 2031 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe council of V=E4ss\r\nvoted.\r\n\r\nRain fell.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Other</p>\r\n--b--\r\n`;
  for (const name of ["a.eml", "a-mail"]) {
    const [item] = await readAll(name, mail);
    expect(item).toMatchObject({
      report: {
        title: "Quay – closed",
        outlet: "Quay Agency",
        publishedAt: "2031-03-04",
        text: "The council of Väss voted.\n\nRain fell.",
      },
    });
  }
});

/** A PDF of one page, a line of text a line of the page. */
function makePdf(lines: string[]): string {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, "\\$&")}) Tj T*`).join("\n");
  const stream = `BT /F1 11 Tf 14 TL 72 760 Td\n${shown}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Title (Quay) /CreationDate (D:20310304100000Z) >>",
  ];
  let out = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = out.length;
  out += `xref\n0 7\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  return `${out}trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n${table}\n%%EOF\n`;
}

describe("a PDF", () => {
  it("gives its paragraphs, title and date", async () => {
    const lines = ["Quay", "", "The harbour council voted on Mon-", "day to close the quay.", "", "Rain fell (again)."];
    expect(await readAll("a.pdf", makePdf(lines))).toMatchObject([
      {
        report: {
          title: "Quay",
          publishedAt: "2031-03-04",
          text: "The harbour council voted on Monday to close the quay.\n\nRain fell (again).",
        },
      },
    ]);
  });
});

function makeRecord(type: string, http: string, uri = "https://quaypost.example/1"): string {
  const length = Buffer.byteLength(http);
  return `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: 2031-03-04T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:${length}>\r\nContent-Type: application/http; msgtype=${type}\r\nContent-Length: ${length}\r\n\r\n${http}\r\n\r\n`;
}

function makeResponse(body: string, status = "200 OK", type = "text/html; charset=utf-8"): string {
  return makeRecord("response", `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`);
}

describe("a web archive", () => {
  const page = makePage(`<p>${FIRST}</p><p>${THIRD}</p>`);
  const records = [
    makeRecord("request", "GET / HTTP/1.1\r\nHost: quaypost.example\r\n\r\n"),
    makeResponse(page),
    makeResponse("gone", "404 Not Found"),
    makeResponse("\x89PNG", "200 OK", "image/png"),
    makeResponse("<p>Short</p>"),
    makeResponse(page),
  ];
  const expected = [
    `2: Quay to close | Quay Post / ${FIRST}\n\n${THIRD}`,
    "5: !no_report holds no report that can be found",
    `6: Quay to close | Quay Post / ${FIRST}\n\n${THIRD}`,
    "note 3 other records left alone",
  ];

  it.each<[string, string | Uint8Array]>([
    ["a.warc", records.join("")],
    ["a.warc.gz", Buffer.concat(records.map((record) => gzipSync(record)))],
    ["archive", gzipSync(records.join(""))],
  ])("%s gives a report for each page that was found", async (name, content) => {
    const items = await readAll(name, content);
    expect(summarise(items)).toEqual(expected);
    expect(items[0]).toMatchObject({ report: { url: "https://quaypost.example/1" } });
  });

  it("that is cut off gives what came before, and names the record", async () => {
    const whole = records.slice(0, 2).join("") + makeResponse(page);
    const items = summarise(await readAll("cut.warc", whole.slice(0, -300)));
    expect(items).toEqual([
      expected[0],
      "3: !damaged is a record that ends too early",
      "note 1 other record left alone",
    ]);
    const packed = Buffer.concat([gzipSync(records[1]), gzipSync(records[1]).subarray(0, 200)]);
    // So small a file fails as a whole, since the unpacker gives nothing of a piece that holds the damage.
    expect(summarise(await readAll("cut.warc.gz", packed)).join()).toMatch(/!damaged/);
  });
});
