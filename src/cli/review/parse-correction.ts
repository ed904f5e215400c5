/**
 * Corrections as people write them: `speaker="Ada Quill"`, `stance=opposes`, `content="words of the report"`, `when=none`.
 *
 * What a field may hold is taken from the contract, so that no list of values is kept twice.
 */
import type { Span } from "../../language/index.ts";
import { getReadingJsonSchema } from "../../reading/index.ts";
import { type Correction, findUncorrectable, type ItemKind } from "../../record/index.ts";

type Field = keyof Correction;

/** The report in which the line stands, and where: words that stand there more than once are taken nearest to it. */
export interface CorrectedPlace {
  readonly text: string;
  readonly near: number;
}

const ENTITIES: readonly Field[] = ["speaker", "holder", "actor", "recipient", "source"];
const SPANS: readonly Field[] = ["content", "cue", "sourceSpans"];
const NUMBERS: readonly Field[] = ["strength", "value"];
const WORDS: readonly Field[] = ["target", "what", "name"];
const CHOICES: readonly Field[] = ["act", "mode", "polarity", "stance", "class", "status", "stage", "bound"];
const ALL: readonly Field[] = [...ENTITIES, ...SPANS, ...CHOICES, ...NUMBERS, ...WORDS, "when", "kind"];
const EMPTIED = new Set(["", "none", "null", "nobody"]);
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

const LISTS: Partial<Record<ItemKind, string>> = {
  statement: "statements",
  stance: "stances",
  event: "events",
  case: "cases",
  figure: "figures",
  designation: "designations",
};

/** Fields that a line of the kind has to correct, in the order in which they are offered. */
export function listCorrectable(kind: ItemKind): Field[] {
  return ALL.filter((field) => findUncorrectable(kind, { [field]: null } as Correction).length === 0);
}

/** The values that a field may have; empty where it is free. */
export async function findChoices(kind: ItemKind, field: Field): Promise<readonly string[]> {
  const list = LISTS[kind];
  if (list === undefined) return [];
  // biome-ignore lint/suspicious/noExplicitAny: JSON Schema, of which only this path is needed
  const schema = (await getReadingJsonSchema()) as any;
  return schema.properties?.[list]?.items?.properties?.[field]?.enum ?? [];
}

/** @throws {Error} with one line for the user. */
export async function parseCorrection(
  kind: ItemKind,
  assignments: readonly string[],
  place: CorrectedPlace,
): Promise<Correction> {
  const correction: Record<string, unknown> = {};
  for (const assignment of assignments) {
    const at = assignment.indexOf("=");
    const written = assignment.slice(0, at);
    const value = assignment.slice(at + 1).trim();
    // In a statement, the source is words; in a figure, whoever gives it.
    const field = (kind === "statement" && written === "source" ? "sourceSpans" : written) as Field;
    if (!listCorrectable(kind).includes(field)) {
      const known = listCorrectable(kind).map((name) => (name === "sourceSpans" ? "source" : name));
      throw new Error(`a ${kind} has no "${written}" to correct; it has ${known.join(", ")}`);
    }
    correction[field] = await parseValue(kind, field, value, place);
  }
  return correction;
}

async function parseValue(kind: ItemKind, field: Field, value: string, place: CorrectedPlace): Promise<unknown> {
  const isEmptied = EMPTIED.has(value.toLowerCase());
  if (ENTITIES.includes(field)) {
    if (isEmptied && field === "holder") throw new Error("a stance needs a holder; reject it where there is none");
    return isEmptied ? null : value;
  }
  if (SPANS.includes(field)) return isEmptied && field !== "content" ? [] : findSpans(value, place);
  if (NUMBERS.includes(field)) return parseNumber(field, value);
  if (field === "when") {
    if (isEmptied) return null;
    if (!DATE.test(value) || Number.isNaN(Date.parse(value)))
      throw new Error(`"${value}" is no date such as 2024, 2024-05 or 2024-05-21`);
    return value;
  }
  const choices = await findChoices(kind, field);
  if (choices.length > 0 && !choices.includes(value))
    throw new Error(`"${value}" is no ${field} of a ${kind}; it is one of ${choices.join(", ")}`);
  if (value === "") throw new Error(`${field} cannot be empty`);
  return value;
}

function parseNumber(field: Field, value: string): number {
  const number = Number(value.replaceAll(",", ""));
  if (value === "" || !Number.isFinite(number)) throw new Error(`"${value}" is no number`);
  if (field === "strength" && (number < 0 || number > 1)) throw new Error("strength is a number from 0 to 1");
  return number;
}

/** Pieces are parted by "…" or "..."; each is looked up in the report, the first nearest to the line, white space apart. */
function findSpans(value: string, { text, near }: CorrectedPlace): Span[] {
  const numbers = /^(\d+)-(\d+)$/.exec(value);
  if (numbers !== null) return [{ start: Number(numbers[1]), end: Number(numbers[2]) }];
  const spans: Span[] = [];
  for (const piece of value.split(/\s*(?:…|\.\.\.)\s*/)) {
    if (piece === "") continue;
    const last = spans.at(-1);
    const found = findPiece(text, piece, last?.end ?? 0, last === undefined ? near : last.end);
    if (found === undefined) throw new Error(`the report does not have the words "${piece}"`);
    spans.push(found);
  }
  if (spans.length === 0) throw new Error("give the words as the report has them");
  return spans;
}

function findPiece(text: string, piece: string, from: number, near: number): Span | undefined {
  const words = piece.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  let best: Span | undefined;
  for (const match of text.slice(from).matchAll(new RegExp(words.join("\\s+"), "g"))) {
    const start = from + match.index;
    if (best === undefined || Math.abs(start - near) < Math.abs(best.start - near))
      best = { start, end: start + match[0].length };
  }
  return best;
}
