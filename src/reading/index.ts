/** Reading: from one report to what it says. */
export type { Entity, Mention, Reading, ReadReport, Role, Statement } from "./schema.ts";
