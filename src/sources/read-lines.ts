/** Reports out of a file with a report a line. */
import { type Place, toSourceProblem, UnreadableError } from "./errors.ts";
import { parseReportLine } from "./parse-report-line.ts";
import type { Chunks } from "./peek.ts";
import { tooLarge } from "./read-whole.ts";
import type { SourceItem } from "./source-item.ts";
import { splitLines } from "./split-lines.ts";

export async function* readLines(chunks: Chunks, file: string, maxBytes: number): AsyncGenerator<SourceItem> {
  let isEmpty = true;
  for await (const { number, bytes } of splitLines(chunks, maxBytes)) {
    if (bytes !== undefined && isBlank(bytes)) continue;
    isEmpty = false;
    const place: Place = { file, line: number };
    try {
      if (bytes === undefined) throw tooLarge(maxBytes);
      const { report, notes } = parseReportLine(bytes);
      for (const message of notes) yield { kind: "note", ...place, message };
      yield { kind: "report", report, ...place };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      yield toSourceProblem(error.code, place, error.message);
    }
  }
  if (isEmpty) throw new UnreadableError("empty", "holds no report");
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
}
