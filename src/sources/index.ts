/** Sources: files, folders and standard input in; reports out. Knows only what a report is. */
export type { SourceProblem, SourceProblemCode } from "./errors.ts";
export {
  type FetchedAddress,
  Fetcher,
  type FetcherOptions,
  type UnchangedAddress,
  type Validators,
} from "./fetching/fetcher.ts";
export { readFetched } from "./fetching/read-fetched.ts";
export { measureFiles, type SourceNote } from "./list-files.ts";
export { MAX_REPORT_BYTES, readReports, type SourceOptions } from "./read-reports.ts";
export type { FoundReport, SourceItem } from "./source-item.ts";
export { SOURCE_KINDS, type SourceKind } from "./source-kind.ts";
