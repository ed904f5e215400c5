/** Record: many readings, one record. */
export type * from "./affair.ts";
export * from "./judgement.ts";
export type * from "./record-entity.ts";
export * from "./record-line.ts";
export type * from "./stored-report.ts";
export type * from "./watch.ts";
