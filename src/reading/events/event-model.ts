/** The model `events`: compiled verb patterns, and a linear classifier with a class for "no event". */
import { getModelBytesOrThrow, type ModelFile, readModelFile } from "../../language/index.ts";
import type { Event } from "../schema.ts";
import { HashTable } from "./hash-table.ts";
import { PATTERN_TABLES, VerbPatterns } from "./verb-patterns.ts";

export const EVENTS_MODEL = { name: "events", version: 1 } as const;

export type EventClass = Event["class"];

/** In the order of the weights; the first is no event. */
export const EVENT_CLASSES = [
  "NONE", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
  "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
] as const; // biome-ignore format: by rows

export const CLASS_COUNT = EVENT_CLASSES.length;

export interface EventModel {
  readonly patterns: VerbPatterns;
  /** Class of each code; `undefined` for one that is no event. */
  readonly classOfCode: ReadonlyMap<string, EventClass>;
  /** Rows of the features that have weights. */
  readonly rows: HashTable;
  /** `CLASS_COUNT` weights a row. */
  readonly weights: Int8Array;
  /** What one step of a weight is worth. */
  readonly step: number;
}

interface Settings {
  codes: string[];
  classes: (EventClass | null)[];
  step: number;
}

let loaded: EventModel | undefined;

/** @throws {LanguageError} as `getModelBytesOrThrow` and `readModelFile` do. */
export function getEventModel(): EventModel {
  loaded ??= readEventModel(readModelFile(getModelBytesOrThrow(EVENTS_MODEL.name), EVENTS_MODEL));
  return loaded;
}

function readEventModel(file: ModelFile): EventModel {
  const { codes, classes, step } = file.settings as Settings;
  const table = (name: string): HashTable =>
    new HashTable(file.getArrayOrThrow(`${name}-keys`, "u32"), file.getArrayOrThrow(`${name}-values`, "u16"));
  return {
    patterns: toPatterns(table, codes),
    classOfCode: toClassOfCode(codes, classes),
    rows: table("features"),
    weights: file.getArrayOrThrow("weights", "i8"),
    step,
  };
}

export function toPatterns(table: (name: string) => HashTable, codes: readonly string[]): VerbPatterns {
  const [blocks, defaults, sets, patterns, nouns] = PATTERN_TABLES.map(table);
  return new VerbPatterns({ blocks, defaults, sets, patterns, nouns }, codes);
}

export function toClassOfCode(codes: readonly string[], classes: readonly (string | null)[]): Map<string, EventClass> {
  return new Map(codes.flatMap((code, i) => (classes[i] === null ? [] : [[code, classes[i] as EventClass] as const])));
}
