/** Lines of a whole archive into another one. What is there already stays; what cannot be read is named, the rest goes on. */
import type { ArchiveLine } from "../record/index.ts";
import type { RecordStore } from "../store/index.ts";
import { ARCHIVE_FORMAT } from "./archive-lines.ts";

export interface TextLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

export type ImportedLine = { readonly number: number } & (
  | { readonly outcome: "added" | "known"; readonly kind: ArchiveLine["kind"] }
  | { readonly outcome: "left out" }
  | { readonly outcome: "refused"; readonly message: string }
);

interface ReadLine {
  readonly number: number;
  readonly line: ArchiveLine;
}

/** Lines that are put in together: few enough to lose little when interrupted, enough to spare the disk. */
const BATCH = 32;

/**
 * Reports one outcome a line, in order, as soon as the line is on the disk. The first line names the format.
 *
 * Lines put in again change nothing, so that an interrupted import is begun anew.
 */
export async function* importLines(
  store: RecordStore,
  lines: AsyncIterable<TextLine>,
  { watches = true }: { readonly watches?: boolean } = {},
): AsyncGenerator<ImportedLine> {
  const { createLineCheck } = await import("./archive-line-schema.ts");
  const findFault = await createLineCheck();
  let batch: ReadLine[] = [];
  let isFirst = true;
  for await (const { number, text } of lines) {
    if (text.trim() === "") continue;
    const value = parse(text);
    if (isFirst) {
      isFirst = false;
      const format = (value as { format?: unknown } | undefined)?.format;
      if (format !== ARCHIVE_FORMAT) {
        const message = `is no archive of the format ${ARCHIVE_FORMAT}; reports are put in with \`onrecord add\``;
        yield { number, outcome: "refused", message };
        return;
      }
      continue;
    }
    const fault = value === undefined ? "is not JSON" : findFault(value);
    if (fault !== undefined) {
      yield* putIn(store, batch);
      batch = [];
      yield { number, outcome: "refused", message: fault };
      continue;
    }
    const line = value as ArchiveLine;
    if (line.kind === "watch" && !watches) {
      yield { number, outcome: "left out" };
      continue;
    }
    batch.push({ number, line });
    if (batch.length < BATCH) continue;
    yield* putIn(store, batch);
    batch = [];
  }
  yield* putIn(store, batch);
}

async function* putIn(store: RecordStore, batch: readonly ReadLine[]): AsyncGenerator<ImportedLine> {
  if (batch.length === 0) return;
  try {
    const outcomes = await store.restore(batch.map(({ line }) => line));
    for (const [index, { number, line }] of batch.entries())
      yield { number, outcome: outcomes[index], kind: line.kind };
  } catch (error) {
    if (batch.length === 1) {
      yield { number: batch[0].number, outcome: "refused", message: (error as Error).message };
      return;
    }
    // One of them cannot be put in: each by itself, so that it is known which.
    for (const one of batch) yield* putIn(store, [one]);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
