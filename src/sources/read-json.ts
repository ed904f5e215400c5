/** Reports out of a file of JSON: a JSON Feed, one report, or a list of reports. */
import { decodeText } from "./decode-text.ts";
import { toSourceProblem, UnreadableError } from "./errors.ts";
import { parseReportLine } from "./parse-report-line.ts";
import { readFeedText } from "./read-feed.ts";
import type { SourceItem } from "./source-item.ts";

export async function* readJson(bytes: Uint8Array, file: string): AsyncGenerator<SourceItem> {
  const source = decodeText(bytes);
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    throw new UnreadableError("not_json", "is not valid JSON");
  }
  if (typeof value === "object" && value !== null && "items" in value && "version" in value) {
    yield* readFeedText(source, file);
    return;
  }
  const isList = Array.isArray(value);
  const entries: unknown[] = isList ? (value as unknown[]) : [value];
  if (entries.length === 0) throw new UnreadableError("empty", "holds no report");
  for (const [index, entry] of entries.entries()) {
    const place = isList ? { file, entry: index + 1 } : { file };
    try {
      const { report, notes } = parseReportLine(Buffer.from(JSON.stringify(entry)));
      for (const message of notes) yield { kind: "note", ...place, message };
      yield { kind: "report", report, ...place };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      yield toSourceProblem(error.code, place, error.message);
    }
  }
}
