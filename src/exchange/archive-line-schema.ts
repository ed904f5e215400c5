/** What a line of an archive has to look like. Loaded by an import, since it loads the schema library. */
import { z } from "zod";
import { loadReadingSchema } from "../reading/index.ts";
import { ITEM_KINDS, VERDICTS } from "../record/index.ts";

const MERGE_REASONS = ["first", "same name", "standard code", "spelling", "role", "judged"];

/** @returns What is wrong with a line, in one sentence; undefined where nothing is. */
export async function createLineCheck(): Promise<(value: unknown) => string | undefined> {
  const reading = await loadReadingSchema();
  const text = z.string();
  const id = z.string().min(1);
  const time = z.iso.datetime();
  const maybe = text.nullable();
  const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
  const line = z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("report"),
      addedAt: time,
      origin: maybe,
      reader: id,
      report: reading.shape.report,
      reading: reading.omit({ report: true }).nullable(),
      entities: z.record(text, z.object({ id, reason: z.enum(MERGE_REASONS), because: text })),
    }),
    z.object({
      kind: z.literal("affair"),
      id,
      name: id,
      description: maybe,
      query: z
        .object({ words: text, entityIds: z.array(text), outlet: text, from: text, to: text })
        .partial()
        .nullable(),
      createdAt: time,
      added: z.array(text),
      leftOut: z.array(text),
      issues: z.array(z.object({ id, proposition: id, words: maybe })),
    }),
    z.object({
      kind: z.literal("judgement"),
      id,
      verdict: z.enum(VERDICTS),
      by: id,
      at: time,
      note: maybe,
      anchor: z
        .object({ reportId: id, kind: z.enum(ITEM_KINDS), evidence: z.array(span), contentHash: text })
        .nullable(),
      localId: maybe,
      entityId: maybe,
      into: maybe,
      correction: z.record(text, z.unknown()).nullable(),
      link: z.object({ authority: id, identifier: id }).nullable(),
      undoes: z.object({ id, at: time }).nullable(),
      before: z.object({ item: z.unknown(), who: maybe, whom: maybe }).nullable(),
    }),
    z.object({
      kind: z.literal("watch"),
      id,
      watches: z.enum(["feed", "entity", "affair"]),
      subject: id,
      deliverTo: maybe,
      createdAt: time,
      state: z.record(text, z.unknown()),
    }),
  ]);
  return (value) => {
    const { success, error, data } = line.safeParse(value);
    if (!success) {
      const [issue] = error.issues;
      return `${issue.path.join(".") || "the line"}: ${issue.message}`;
    }
    if (data.kind !== "report") return undefined;
    const end = findStraySpan(data.reading, data.report.text.length);
    return end === undefined ? undefined : `a span ends at ${end}, beyond the text`;
  };
}

/** Where a span ends that is not within a text of so many code units. */
function findStraySpan(value: unknown, length: number): number | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { start, end } = value as { start?: unknown; end?: unknown };
  if (typeof start === "number" && typeof end === "number" && (end > length || start > end)) return end;
  for (const part of Object.values(value)) {
    const stray = findStraySpan(part, length);
    if (stray !== undefined) return stray;
  }
  return undefined;
}
