/** Reads a text without header up to who is who. */
import { NO_HEADER } from "../../src/reading/find-report-header.ts";
import { runComponents } from "../../src/reading/pipeline.ts";
import type { ResolvedDocument } from "../../src/reading/resolve-mentions.ts";
import type { TreeLayer } from "../../src/reading/tree-index.ts";

export function parseReport(text: string): ResolvedDocument & TreeLayer {
  return runComponents({ text, header: NO_HEADER }, "tokenise", "resolveMentions") as ResolvedDocument & TreeLayer;
}
