/** What the user asked for, after parsing. */
import { SOURCE_KINDS } from "../sources/index.ts";

export const FORMS = ["auto", "plain", "tokenised", "stemmed"] as const;
export const FORMATS = ["text", "json", "jsonl", "csv"] as const;
export const INPUTS = ["auto", ...SOURCE_KINDS] as const;

export type Form = (typeof FORMS)[number];
export type Format = (typeof FORMATS)[number];

export interface InputOptions {
  readonly input: (typeof INPUTS)[number];
  /** Addresses of this machine and of private networks may be fetched. */
  readonly allowPrivate?: boolean;
}

export interface ReadOptions extends InputOptions {
  readonly format: Format;
  readonly form: Form;
  readonly minScore: number;
  /** The layers of the language room beside the reading. */
  readonly layers: boolean;
  /** One line a report instead of the whole record. */
  readonly brief: boolean;
  /** What is rather unsure is shown in full in the record for people. */
  readonly all: boolean;
  /** Folder for tables. */
  readonly out?: string;
}

export interface RestoreOptions extends InputOptions {
  readonly form: Form;
}
