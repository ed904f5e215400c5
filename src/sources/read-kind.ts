/** Reports out of bytes of a known kind. The readers of all but texts are loaded when they are needed. */
import { decodeBytes } from "./decode-bytes.ts";
import { decodeText } from "./decode-text.ts";
import { toUtf8 } from "./open-file.ts";
import { checkText } from "./parse-report-line.ts";
import type { Chunks } from "./peek.ts";
import { readLines } from "./read-lines.ts";
import { readWhole } from "./read-whole.ts";
import type { SourceItem } from "./source-item.ts";
import type { SourceKind } from "./source-kind.ts";

/** What holds pictures or many reports, and has to be held whole, may be so many times as large as a report. */
const HOLDERS = 4;

/** What a server said of the bytes. */
interface KindHints {
  readonly charset?: string;
  readonly address?: string;
}

/** @throws {UnreadableError} where nothing of it can be read; what is wrong with one entry is an item. */
export async function* readKind(
  kind: SourceKind,
  chunks: Chunks,
  file: string,
  maxBytes: number,
  { charset, address }: KindHints = {},
): AsyncGenerator<SourceItem> {
  switch (kind) {
    case "text": {
      const bytes = await readWhole(toUtf8(chunks), maxBytes);
      const isOther = charset !== undefined && !/^utf-?8$/i.test(charset);
      const text = isOther ? (await decodeBytes(bytes, charset)).text : decodeText(bytes);
      yield { kind: "report", report: { text: checkText(text) }, file };
      return;
    }
    case "jsonl":
      yield* readLines(toUtf8(chunks), file, maxBytes);
      return;
    case "page": {
      const { readPage } = await import("./pages/read-page.ts");
      const { report, notes } = await readPage(await readWhole(chunks, maxBytes), { charset, address });
      for (const message of notes) yield { kind: "note", file, message };
      yield { kind: "report", report, file };
      return;
    }
    case "feed": {
      const { readFeed } = await import("./read-feed.ts");
      yield* readFeed(await readWhole(chunks, HOLDERS * maxBytes), file, charset);
      return;
    }
    case "json": {
      const { readJson } = await import("./read-json.ts");
      yield* readJson(await readWhole(toUtf8(chunks), HOLDERS * maxBytes), file);
      return;
    }
    case "mail": {
      const { readMail } = await import("./read-mail.ts");
      yield { kind: "report", report: await readMail(await readWhole(chunks, HOLDERS * maxBytes)), file };
      return;
    }
    case "pdf": {
      const { readPdf } = await import("./read-pdf.ts");
      yield { kind: "report", report: await readPdf(await readWhole(chunks, HOLDERS * maxBytes)), file };
      return;
    }
    case "warc": {
      const { readWarc } = await import("./read-warc.ts");
      yield* readWarc(chunks, file, maxBytes);
    }
  }
}
