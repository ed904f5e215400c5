import type { Report } from "../reading/index.ts";
import type { Place, SourceProblem } from "./errors.ts";
import type { SourceNote } from "./list-files.ts";

export interface FoundReport extends Place {
  readonly kind: "report";
  readonly report: Report;
  /** As the caller named it, or the path within a folder named; `-` is standard input. */
  readonly file: string;
}

/** What comes out of a source: a report, or what is to be said in its place or beside it. */
export type SourceItem = FoundReport | SourceProblem | SourceNote;
