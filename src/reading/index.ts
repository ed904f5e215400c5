/** Reading: from one report to what it says. */

export { toIsoDate } from "./iso-date.ts";
export { getReadingJsonSchema, loadReadingSchema } from "./json-schema.ts";
export { type ReadOptions, read } from "./read.ts";
export type { Report } from "./report.ts";
export { makeReportId } from "./report-id.ts";
export type { Entity, Mention, Reading, ReadReport, Relation, Role, Statement, Tone } from "./schema.ts";
