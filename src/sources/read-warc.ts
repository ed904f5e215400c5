/** Reports out of a web archive, as crawlers write it: a page a record, read as a stream. */
import { type Place, toSourceProblem, UnreadableError } from "./errors.ts";
import { toReadableError } from "./open-file.ts";
import { readPage } from "./pages/read-page.ts";
import type { Chunks } from "./peek.ts";
import { tooLarge } from "./read-whole.ts";
import type { SourceItem } from "./source-item.ts";

/**
 * Gives a report for each record that holds a page which was found (status 200); other records are counted in a note.
 *
 * `entry` counts all records. A record that is cut off is a problem, as is a page without a report; the next is still read, as
 * long as there is one. Memory grows with the largest page allowed.
 */
export async function* readWarc(chunks: Chunks, file: string, maxBytes: number): AsyncGenerator<SourceItem> {
  const { LimitReader, WARCParser } = await import("warcio");
  let entry = 0;
  let left = 0;
  try {
    for await (const record of new WARCParser(chunks, { keepHeadersCase: false })) {
      entry++;
      const place: Place = { file, entry };
      const kind = record.warcType;
      const type = record.httpHeaders?.headers.get("content-type") ?? record.warcContentType ?? "";
      const isFound = kind === "response" ? Number(record.httpHeaders?.statusCode) === 200 : kind === "resource";
      if (!isFound || !/\bhtml\b/i.test(type)) {
        left++;
        await record.skipFully();
        continue;
      }
      try {
        // The public `reader` refuses to be looked at once the content is read.
        const raw = record._reader;
        const parts: Uint8Array[] = [];
        let length = 0;
        for await (const part of record) {
          length += part.length;
          if (length <= maxBytes) parts.push(part);
          else parts.length = 0;
        }
        if (length > maxBytes) throw tooLarge(maxBytes);
        if (raw instanceof LimitReader && raw.limit > 0) {
          throw new UnreadableError("damaged", "is a record that ends too early");
        }
        const charset = /charset\s*=\s*"?([\w:.-]+)/i.exec(type)?.[1];
        const { report, notes } = await readPage(Buffer.concat(parts), {
          charset,
          address: record.warcTargetURI ?? undefined,
        });
        for (const message of notes) yield { kind: "note", ...place, message };
        yield { kind: "report", report, ...place };
      } catch (error) {
        const { code, message } = toReadableError(error);
        yield toSourceProblem(code, place, message);
      }
    }
  } catch (error) {
    const { code, message } = toReadableError(error);
    yield toSourceProblem(code === "not_readable" ? "damaged" : code, { file, entry: entry + 1 }, message);
  }
  if (entry === 0) throw new UnreadableError("damaged", "is no web archive that can be read");
  if (left > 0) yield { kind: "note", file, message: `${left} other ${left === 1 ? "record" : "records"} left alone` };
}
