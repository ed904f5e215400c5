/** What the definitions of commands share, so that each can stand in a file of its own. */
import { InvalidArgumentError, Option } from "commander";
import type { Rooms } from "./rooms.ts";
import type { Streams } from "./streams.ts";

export interface CommandContext {
  readonly streams: Streams;
  readonly rooms: Rooms;
  /** Name and version of this program, as the archive keeps it beside what was read. */
  readonly reader: string;
  /** Sets the exit status. */
  readonly finish: (status: number) => void;
}

export function createStoreOption(): Option {
  return new Option("--store <address>", "the archive: a file, or postgres://… (ONRECORD_STORE, else onrecord.db)");
}

/** An ISO date or prefix, as options take it. */
export function parseDate(value: string): string {
  const isDate = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) && !Number.isNaN(Date.parse(value));
  if (!isDate) throw new InvalidArgumentError("It is a date such as 2024, 2024-05 or 2024-05-21.");
  return value;
}

export function parseScore(value: string): number {
  const score = Number(value);
  if (value.trim() === "" || !(score >= 0 && score <= 1)) throw new InvalidArgumentError("It is a number from 0 to 1.");
  return score;
}
