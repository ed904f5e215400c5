/** Sources: files, folders and standard input in; reports out. Knows only what a report is. */
export type { SourceProblem, SourceProblemCode } from "./errors.ts";
export type { SourceNote } from "./list-files.ts";
export {
  type FoundReport,
  MAX_REPORT_BYTES,
  readReports,
  type SourceItem,
  type SourceOptions,
} from "./read-reports.ts";
