/** A whole archive as lines of JSON, the first of which names the format. */
import type { TextExporter } from "./exporter.ts";
import { toReportFilter } from "./walk-archive.ts";

export const ARCHIVE_FORMAT = "onrecord/archive@1";

/** Copies belong to the archive, and what was rejected too: an import gets it as it is. */
export const exportArchiveLines: TextExporter = async function* (store, filter, { onReport }) {
  yield `${JSON.stringify({ kind: "archive", format: ARCHIVE_FORMAT })}\n`;
  const { affairId, outlet, from, to } = filter;
  const isPart = [affairId, outlet, from, to].some((condition) => condition !== undefined);
  for await (const line of store.dump(isPart ? toReportFilter({ copies: true, ...filter }) : undefined)) {
    if (line.kind === "report") onReport?.();
    yield `${JSON.stringify(line)}\n`;
  }
};
