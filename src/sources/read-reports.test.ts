import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReports, type SourceItem, type SourceOptions } from "./index.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-sources-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;

/** Writes a file of its own and gives its path. */
function put(name: string, content: string | Uint8Array): string {
  const file = join(folder, `${files++}-${name}`);
  writeFileSync(file, content);
  return file;
}

async function readAll(options: SourceOptions): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  for await (const item of readReports(options)) items.push(item);
  return items;
}

/** What a test compares: the text of a report, the code and line of a problem. */
function summarise(items: SourceItem[]): string[] {
  return items.map((item) => {
    const line = item.line === undefined ? "" : `${item.line}: `;
    if (item.kind === "report") return `${line}${item.report.text}`;
    return item.kind === "problem" ? `${line}!${item.code} ${item.message}` : `${line}note ${item.message}`;
  });
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

describe("a text file", () => {
  const table: [name: string, content: string | Uint8Array, expected: string][] = [
    ["plain.txt", "Rain fell.\r\n", "Rain fell.\r\n"],
    ["no-ending", "Rain fell.", "Rain fell."],
    ["marked.txt", "\ufeffRain fell.", "Rain fell."],
    ["little.txt", utf16("Räin 🌧", false), "Räin 🌧"],
    ["big.txt", utf16("Räin 🌧", true), "Räin 🌧"],
    ["packed.txt.gz", gzipSync("Rain fell."), "Rain fell."],
    ["packed-without-ending", gzipSync("Rain fell."), "Rain fell."],
    ["brace.txt", '{"Rain" fell.', '{"Rain" fell.'],
    ["brackets", "[Editor's note] Rain fell.", "[Editor's note] Rain fell."],
    ["empty.txt", "", "!empty has no text"],
    ["blank.txt", " \n\t\n", "!empty has no text"],
    ["binary.txt", "Rain\0fell", "!binary is not text (NUL byte at 4)"],
    ["latin.txt", Buffer.from("One\nRäin fell.", "latin1"), "!not_utf8 is not valid UTF-8 (byte 5, line 2)"],
    ["cut.txt", Buffer.from("Rain ü").subarray(0, 6), "!not_utf8 is not valid UTF-8 (byte 5)"],
    [
      "odd.txt",
      utf16("Rain", false).subarray(0, 9),
      "!not_utf8 begins with the mark of UTF-16 but is not valid UTF-16",
    ],
    ["page.txt", "<!DOCTYPE html><p>Rain</p>", "!no_report holds no report that can be found"],
    ["report.pdf", "%PDF-1.7", "!damaged is no PDF that can be read"],
    ["report.docx", "PK", "!unsupported_kind this version does not read .docx files"],
    ["pdf-inside.txt", "%PDF-1.7\n\0", "!damaged is no PDF that can be read"],
    ["damaged.txt.gz", Buffer.from([0x1f, 0x8b, 8, 0, 1, 2]), "!damaged_archive the compressed data ends too early"],
    ["large.txt", "r".repeat(2001), "!too_large is larger than 0.002 MB, the most for one report"],
    ["bomb.txt.gz", gzipSync("r".repeat(1e6)), "!too_large is larger than 0.002 MB, the most for one report"],
  ];
  it.each(table)("%s is read, or refused with a reason", async (name, content, expected) => {
    const items = await readAll({ files: [put(name, content)], maxReportBytes: 2000 });
    expect(summarise(items)).toEqual([expected]);
  });
});

describe("a file with a report a line", () => {
  const lines = [
    '{"text": "One.", "id": 7, "title": "T", "publishedAt": "2024-05-21T10:00:00Z", "outlet": "O", "byline": "B", "url": "u:"}',
    "",
    "{broken",
    '{"title": "no text"}',
    '{"text": 5}',
    '{"text": ["a"]}',
    "[1]",
    "null",
    '{"text": " "}',
    '{"text": "half \\ud83d"}',
    '{"text": "nul \\u0000"}',
    `{"text": "${"r".repeat(3000)}"}`,
    '{"text": "Two.", "title": 4, "publishedAt": "May 3", "extra": {}}\r',
    '{"text": "Three.", "publishedAt": "2023-02-29", "outlet": null}',
  ];
  const expected = [
    "1: One.",
    "3: !not_json is not valid JSON (at character 1)",
    '4: !missing_text the field "text" is missing',
    '5: !wrong_type the field "text" is a number, not a string',
    '6: !wrong_type the field "text" is an array, not a string',
    "7: !json_array is a JSON array",
    "8: !not_an_object is a JSON null, not an object",
    "9: !empty has no text",
    "10: !not_unicode the text holds half of a character (a lone surrogate at 5)",
    "11: !not_unicode the text holds a NUL character (at 4)",
    "12: !too_large is larger than 0.002 MB, the most for one report",
    '13: note the field "title" is a number and was left out',
    '13: note the field "publishedAt" is not a date such as 2024-05-21 and was left out',
    "13: Two.",
    '14: note the field "publishedAt" is not a date such as 2024-05-21 and was left out',
    "14: Three.",
  ];

  it.each([1, 7, 1000])("gives every good line and names every bad one, in pieces of %i bytes", async (size) => {
    const standardInput = pieces(Buffer.from(lines.join("\n")), size);
    const items = await readAll({ files: ["-"], standardInput, kind: "jsonl", maxReportBytes: 2000 });
    expect(summarise(items)).toEqual(expected);
  });

  it("is known by its name, packed or not, and without one by how it begins", async () => {
    const text = lines.join("\n");
    for (const file of [
      put("a.jsonl", text),
      put("a.jsonl.gz", gzipSync(text)),
      put("a.ndjson", text),
      put("a", text),
    ]) {
      const items = await readAll({ files: [file], maxReportBytes: 2000 });
      expect(summarise(items)).toEqual(expected);
    }
  });

  it("keeps what is known of a report", async () => {
    const [item] = await readAll({ files: [put("a.jsonl", `\ufeff${lines[0]}`)] });
    expect(item).toMatchObject({
      line: 1,
      report: {
        givenId: "7",
        title: "T",
        text: "One.",
        publishedAt: "2024-05-21",
        outlet: "O",
        byline: "B",
        url: "u:",
      },
    });
  });

  it("names a line that is not UTF-8 and goes on", async () => {
    const bytes = Buffer.concat([Buffer.from('{"text": "R\xe4in"}\n', "latin1"), Buffer.from('{"text": "Sun"}')]);
    const items = await readAll({ files: [put("a.jsonl", bytes)] });
    expect(summarise(items)).toEqual(["1: !not_utf8 is not valid UTF-8 (byte 11)", "2: Sun"]);
  });

  it("gives what came before the end of a file that was cut off, and then says so", async () => {
    const packed = gzipSync(
      Array.from({ length: 3000 }, (_, i) => JSON.stringify({ text: `Rain ${i ** 3}` })).join("\n"),
    );
    const items = await readAll({ files: [put("cut.jsonl.gz", packed.subarray(0, packed.length / 2))] });
    const last = items.pop();
    expect(last).toMatchObject({ kind: "problem", code: "damaged_archive" });
    expect(items.every(({ kind }) => kind === "report")).toBe(true);
  });

  it("without a report in it is a problem", async () => {
    expect(summarise(await readAll({ files: [put("a.jsonl", "\n\n")] }))).toEqual(["!empty holds no report"]);
  });

  it("tells an array from a list of lines", async () => {
    const items = await readAll({ files: [put("array", '[\n  {"text": "Rain"}\n]')] });
    expect(summarise(items)[0]).toBe("1: !json_array starts a JSON array");
  });
});

describe("files and folders", () => {
  it("reads the files of a folder by name, its folders too, and counts what it leaves alone", async () => {
    const top = join(folder, "reports");
    mkdirSync(join(top, "b"), { recursive: true });
    mkdirSync(join(top, ".hidden"));
    for (const name of ["c.txt", "a.txt", "b/d.txt", "picture.png", ".hidden/e.txt"])
      writeFileSync(join(top, name), name);
    symlinkSync(top, join(top, "circle"));
    const items = await readAll({ files: [top] });
    expect(summarise(items)).toEqual(["a.txt", "b/d.txt", "c.txt", "note 2 other files left alone"]);
  });

  it("goes on after what is missing, empty or forbidden", async () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    const forbidden = put("forbidden.txt", "Rain");
    chmodSync(forbidden, 0);
    const isRoot = process.getuid?.() === 0;
    const items = await readAll({
      files: [join(folder, "none.txt"), empty, forbidden, "a\0b", put("good.txt", "Sun")],
    });
    expect(summarise(items)).toEqual([
      "!not_found no such file or folder",
      "!no_reports the folder is empty",
      isRoot ? "Rain" : "!no_permission permission denied",
      "!not_found no such file or folder",
      "Sun",
    ]);
  });

  it("says so where a folder holds files but no report", async () => {
    const top = join(folder, "pictures");
    mkdirSync(top);
    writeFileSync(join(top, "a.png"), "");
    expect(summarise(await readAll({ files: [top] }))).toEqual(["!no_reports no file in the folder is a report"]);
  });

  it("tells the bytes it has read, as they lie in the file", async () => {
    let bytes = 0;
    const packed = gzipSync("Rain fell.".repeat(1000));
    const onBytes = (count: number) => {
      bytes += count;
    };
    await readAll({ files: [put("a.txt.gz", packed)], onBytes });
    expect(bytes).toBe(packed.length);
  });
});

describe("whatever comes in", () => {
  it("never throws, and gives a report or a problem for every byte string", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (bytes, size) => {
        const items = await readAll({ files: ["-"], standardInput: pieces(bytes, size) });
        expect(items.length).toBeGreaterThan(0);
        for (const item of items) if (item.kind === "report") expect(Buffer.from(item.report.text)).not.toHaveLength(0);
      }),
    );
  });

  it("gives any well-formed text back as it was, as a file and as a line", async () => {
    const text = fc.string({ unit: "binary", minLength: 1 }).filter((it) => /\S/u.test(it) && !/[\0\ufeff]/.test(it));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const asText = await readAll({ files: ["-"], kind: "text", standardInput: pieces(Buffer.from(text), size) });
        const line = Buffer.from(JSON.stringify({ text }));
        const asLine = await readAll({ files: ["-"], kind: "jsonl", standardInput: pieces(line, size) });
        expect([asText[0], asLine[0]]).toMatchObject([{ report: { text } }, { report: { text } }]);
      }),
    );
  });
});
