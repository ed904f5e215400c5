/** Judgements as the API takes and gives them. */
import { z } from "@hono/zod-openapi";
import { type Correction, ITEM_KINDS, type Judgement, VERDICTS } from "../../record/index.ts";
import { isoTime, span } from "./common-schemas.ts";

const name = z.string().min(1).max(1000);
const spans = z.array(span).max(100);

/** What it leaves out stays as it is; null says that there is none. */
export const correction: z.ZodType<Correction> = z
  .strictObject({
    speaker: name.nullable().optional(),
    holder: name.optional(),
    actor: name.nullable().optional(),
    recipient: name.nullable().optional(),
    source: name.nullable().optional(),
    content: spans.optional(),
    cue: spans.optional(),
    sourceSpans: spans.optional(),
    act: name.optional(),
    mode: name.optional(),
    polarity: name.optional(),
    when: name.nullable().optional(),
    stance: name.optional(),
    strength: z.number().min(0).max(1).optional(),
    target: name.optional(),
    class: name.optional(),
    status: name.optional(),
    stage: name.optional(),
    value: z.number().optional(),
    bound: name.optional(),
    what: name.optional(),
    name: name.optional(),
    kind: name.optional(),
  })
  .openapi("Correction", {
    description:
      "What it leaves out stays as it is. An entity is named by its id in the record or by its name; null says that there is none.",
    example: { speaker: "per-ilse-marr" },
  });

export const judgement: z.ZodType<Judgement> = z
  .object({
    id: z.string().openapi({ example: "j7" }),
    verdict: z.enum(VERDICTS),
    by: z.string(),
    at: isoTime,
    note: z.string().nullable(),
    anchor: z
      .object({
        reportId: z.string(),
        kind: z.enum(ITEM_KINDS),
        evidence: z.array(span),
        contentHash: z.string(),
      })
      .nullable()
      .openapi({ description: "What it holds to; null for merges and links" }),
    key: z.string().nullable(),
    entityId: z.string().nullable(),
    correction: correction.nullable(),
    into: z.string().nullable(),
    link: z.object({ authority: z.string(), identifier: z.string() }).nullable(),
    undoes: z.string().nullable(),
    undoneBy: z.string().nullable(),
    before: z.unknown().openapi({ description: "The item as it stood when it was judged" }),
  })
  .openapi("Judgement");

const made = {
  note: z.string().max(5000).optional(),
  by: name.optional().openapi({ description: "Who judges, where no users are asked for; else whoever is logged in" }),
};
const key = name.openapi({ example: "0f3a9c5b7d1e2f40516273849aabbccd/s4" });

export const newJudgement = z
  .discriminatedUnion("verdict", [
    z.strictObject({ verdict: z.literal("accept"), key, ...made }),
    z.strictObject({ verdict: z.literal("reject"), key, ...made }),
    z.strictObject({ verdict: z.literal("correct"), key, correction, ...made }),
    z.strictObject({ verdict: z.literal("merge"), entityId: name, into: name, ...made }),
    z.strictObject({ verdict: z.literal("split"), key, ...made }),
    z.strictObject({ verdict: z.literal("link"), entityId: name, authority: name, identifier: name, ...made }),
  ])
  .openapi("NewJudgement", {
    example: {
      verdict: "correct",
      key: "0f3a9c5b7d1e2f40516273849aabbccd/s4",
      correction: { speaker: "per-ilse-marr" },
      note: "the minister, not her deputy",
    },
  });
