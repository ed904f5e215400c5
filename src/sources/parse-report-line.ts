/**
 * One report out of one line of JSON: `{ "id"?, "title"?, "text", "publishedAt"?, "outlet"?, "byline"?, "url"? }`.
 */
import { type Report, toIsoDate } from "../reading/index.ts";
import { decodeText } from "./decode-text.ts";
import { UnreadableError } from "./errors.ts";

export interface ParsedLine {
  readonly report: Report;
  /** What was left out of it, in words. */
  readonly notes: readonly string[];
}

const FIELDS = ["title", "publishedAt", "outlet", "byline", "url"] as const;

/**
 * Fields of other names are passed over. An optional field of the wrong type is left out with a note, since the text can be
 * read without it; `null` counts as absent. A number as `id` is taken as its digits.
 *
 * @throws {UnreadableError} where the line is no JSON object or has no text.
 */
export function parseReportLine(bytes: Uint8Array): ParsedLine {
  let value: unknown;
  const source = decodeText(bytes);
  try {
    value = JSON.parse(source);
  } catch (error) {
    if (source.trimStart().startsWith("[")) throw new UnreadableError("json_array", "starts a JSON array");
    throw new UnreadableError("not_json", `is not valid JSON${findPlace(error)}`);
  }
  if (Array.isArray(value)) throw new UnreadableError("json_array", "is a JSON array");
  if (typeof value !== "object" || value === null) {
    throw new UnreadableError("not_an_object", `is a JSON ${value === null ? "null" : typeof value}, not an object`);
  }
  const fields = value as Record<string, unknown>;
  const { id, text } = fields;
  if (text === undefined || text === null) throw new UnreadableError("missing_text", 'the field "text" is missing');
  if (typeof text !== "string") {
    throw new UnreadableError("wrong_type", `the field "text" is ${nameType(text)}, not a string`);
  }
  const notes: string[] = [];
  const report: { -readonly [Field in keyof Report]: Report[Field] } = { text: checkText(text) };
  if (typeof id === "string" || typeof id === "number") report.givenId = toWhole(String(id));
  else if (id !== undefined && id !== null) notes.push(`the field "id" is ${nameType(id)} and was left out`);
  for (const field of FIELDS) {
    const given = fields[field];
    if (given === undefined || given === null) continue;
    if (typeof given !== "string") notes.push(`the field "${field}" is ${nameType(given)} and was left out`);
    else if (field !== "publishedAt") report[field] = toWhole(given);
    else if (toIsoDate(given) !== undefined) report.publishedAt = toIsoDate(given);
    else notes.push('the field "publishedAt" is not a date such as 2024-05-21 and was left out');
  }
  return { report, notes };
}

/**
 * Gives the text back, unchanged.
 *
 * @throws {UnreadableError} where there is no text, or where it holds what no file can: half a surrogate pair, or NUL.
 */
export function checkText(text: string): string {
  if (!/\S/u.test(text)) throw new UnreadableError("empty", "has no text");
  const nul = text.indexOf("\0");
  if (nul !== -1) throw new UnreadableError("not_unicode", `the text holds a NUL character (at ${nul})`);
  const at = text.search(/\p{Surrogate}/u);
  if (at !== -1) {
    throw new UnreadableError("not_unicode", `the text holds half of a character (a lone surrogate at ${at})`);
  }
  return text;
}

// Of what is known beside the text, half a character is no reason to refuse it.
function toWhole(value: string): string {
  return value.replace(/\p{Surrogate}/gu, "\u{fffd}");
}

function nameType(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

// Of the engine's message only the place is kept: the rest changes from version to version and may repeat the line.
function findPlace(error: unknown): string {
  const place = /at position (\d+)/.exec(String(error));
  return place === null ? " (it ends too early)" : ` (at character ${place[1]})`;
}
