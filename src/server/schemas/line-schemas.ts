/** Lines of the record as the API gives them. */
import { z } from "@hono/zod-openapi";
import type { CaseLine, EventLine, FigureLine, StanceLine, StatementLine } from "../../record/index.ts";
import type { ReviewItem } from "../../store/index.ts";
import { entityRef, isoDate, reportRef, score, span } from "./common-schemas.ts";
import {
  act,
  bound,
  eventClass,
  eventStatus,
  figureClass,
  mode,
  polarity,
  stage,
  stanceSort,
  statementKind,
} from "./reading-kinds.ts";

export const lineStatus = z.enum(["unjudged", "accepted", "corrected", "rejected"]);

const base = {
  key: z.string().openapi({
    description: "`<report id>/<id in the reading>`: names the line everywhere",
    example: "0f3a9c5b7d1e2f40516273849aabbccd/s4",
  }),
  report: reportRef,
  evidence: z.array(span).openapi({ description: "The words that prove it, in the report's text" }),
  quote: z.string().openapi({ description: "The words of the evidence, joined by ` … `" }),
  score,
  status: lineStatus,
};
const statementKey = z.string().nullable().openapi({ description: "Key of the statement that it rests on" });

export const statementLine: z.ZodType<StatementLine> = z
  .object({
    ...base,
    kind: statementKind,
    act,
    mode,
    polarity,
    speaker: entityRef.nullable(),
    text: z.string().openapi({ example: "foreign captains shall not pay for our harbour walls" }),
    content: z.array(span),
    when: isoDate.nullable(),
    utteranceId: z.string().openapi({ description: "Shared by statements of one utterance", example: "u12" }),
  })
  .openapi("StatementLine");

export const stanceLine: z.ZodType<StanceLine> = z
  .object({
    ...base,
    holder: entityRef,
    target: z.object({ text: z.string(), entity: entityRef.nullable() }),
    stance: stanceSort,
    strength: z.number().min(0).max(1),
    statementKey,
  })
  .openapi("StanceLine");

export const eventLine: z.ZodType<EventLine> = z
  .object({
    ...base,
    class: eventClass,
    cameo: z.string().nullable(),
    actor: entityRef.nullable(),
    recipient: entityRef.nullable(),
    eventStatus,
    when: isoDate.nullable(),
    statementKey,
  })
  .openapi("EventLine");

export const caseLine: z.ZodType<CaseLine> = z
  .object({
    ...base,
    kind: z.string(),
    court: entityRef.nullable(),
    applicant: entityRef.nullable(),
    stage,
    standard: z.string().nullable(),
    respondents: z.array(z.object({ person: entityRef, allegations: z.array(z.string()) })),
    decidedBy: z.string().nullable().openapi({ description: "In the words of the report" }),
    enforcedBy: z.string().nullable().openapi({ description: "Who must carry it out, in the words of the report" }),
    memberStates: z.int().nullable(),
    nonMembers: z.array(entityRef),
  })
  .openapi("CaseLine");

export const figureLine: z.ZodType<FigureLine> = z
  .object({
    ...base,
    value: z.number(),
    bound,
    what: z.string(),
    class: figureClass,
    source: entityRef.nullable().openapi({ description: "Who gives it; null where the report does itself" }),
    when: isoDate.nullable(),
    where: entityRef.nullable(),
  })
  .openapi("FigureLine");

export const reviewKind = z.enum(["statement", "stance", "event", "case", "figure"]);

export const reviewItem: z.ZodType<ReviewItem> = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("statement"), line: statementLine }),
    z.object({ kind: z.literal("stance"), line: stanceLine }),
    z.object({ kind: z.literal("event"), line: eventLine }),
    z.object({ kind: z.literal("case"), line: caseLine }),
    z.object({ kind: z.literal("figure"), line: figureLine }),
  ])
  .openapi("ReviewItem");
