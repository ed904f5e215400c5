/** Affairs, and what their reports say together, as the API takes and gives them. */
import { z } from "@hono/zod-openapi";
import type {
  Affair,
  AffairQuery,
  CaseTrack,
  FigureSeries,
  Issue,
  NewAffair,
  StanceBoard,
  StanceHistory,
  UtteranceGroup,
} from "../../record/index.ts";
import { entityRef, isoDate, isoTime } from "./common-schemas.ts";
import { caseLine, figureLine, stanceLine, statementLine } from "./line-schemas.ts";
import { figureClass, stage, stanceSort } from "./reading-kinds.ts";

const short = z.string().min(1).max(500);

export const affairQuery: z.ZodType<AffairQuery> = z
  .strictObject({
    words: short.optional(),
    entityIds: z.array(short).max(50).optional(),
    outlet: short.optional(),
    from: short.optional(),
    to: short.optional(),
  })
  .openapi("AffairQuery", {
    description: "Which reports belong to the affair by themselves: every condition given must hold",
    example: { words: "harbour wall", from: "2031" },
  });

export const newAffair: z.ZodType<NewAffair> = z
  .strictObject({
    name: short.openapi({ example: "Harbour wall" }),
    description: z.string().max(5000).optional(),
    query: affairQuery.optional(),
  })
  .openapi("NewAffair");

export const affairChanges = z
  .strictObject({
    name: short.optional(),
    description: z.string().max(5000).nullable().optional(),
    query: affairQuery.nullable().optional(),
  })
  .openapi("AffairChanges");

export const newIssue = z
  .strictObject({
    proposition: short.openapi({ example: "the harbour wall should be raised" }),
    words: short.optional().openapi({ description: "Further words for the same matter" }),
  })
  .openapi("NewIssue");

export const issue: z.ZodType<Issue> = z
  .object({
    id: z.string().openapi({ example: "i3" }),
    affairId: z.string(),
    proposition: z.string().openapi({ example: "the harbour wall should be raised" }),
    words: z.string().nullable(),
    stanceCount: z.int(),
  })
  .openapi("Issue");

export const affair: z.ZodType<Affair> = z
  .object({
    id: z.string().openapi({ example: "harbour-wall" }),
    name: z.string(),
    description: z.string().nullable(),
    query: affairQuery.nullable(),
    createdAt: isoTime,
    reportCount: z.int(),
    issues: z.array(issue),
  })
  .openapi("Affair");

export const stanceBoard: z.ZodType<StanceBoard> = z
  .object({
    affairId: z.string(),
    issues: z.array(issue),
    rows: z.array(
      z.object({
        holder: entityRef,
        country: z.string().nullable().openapi({ description: "The holder's own, ISO 3166-1 alpha-2" }),
        role: z
          .object({ title: z.string(), of: entityRef.nullable(), country: z.string().nullable() })
          .nullable()
          .openapi({ description: "What a person is; `country` is that of what the role is held of" }),
        cells: z
          .array(
            z
              .object({
                current: stanceSort,
                since: isoDate.nullable(),
                count: z.int(),
                hasTurned: z.boolean(),
                newestKey: z.string(),
              })
              .nullable(),
          )
          .openapi({ description: "One for each issue, in order; null where the holder has no stance on it" }),
      }),
    ),
  })
  .openapi("StanceBoard");

export const stanceHistory: z.ZodType<StanceHistory> = z
  .object({
    holder: entityRef,
    issue: z.object({ id: z.string(), proposition: z.string() }),
    current: stanceSort,
    stances: z.array(
      z.object({
        line: stanceLine,
        stance: stanceSort.openapi({ description: "Towards the proposition" }),
        isTurned: z.boolean(),
        fit: z.number(),
      }),
    ),
    turningPoints: z.array(z.int()).openapi({ description: "Indexes into `stances`" }),
  })
  .openapi("StanceHistory");

export const caseTrack: z.ZodType<CaseTrack> = z
  .object({
    id: z.string(),
    kind: z.string(),
    court: entityRef.nullable(),
    applicant: entityRef.nullable(),
    respondents: z.array(entityRef),
    stage,
    stages: z.array(z.object({ stage, since: isoDate.nullable(), line: caseLine })),
    lines: z.array(caseLine),
  })
  .openapi("CaseTrack");

export const figureSeries: z.ZodType<FigureSeries> = z
  .object({
    what: z.string(),
    class: figureClass,
    where: entityRef.nullable(),
    givers: z.array(
      z.object({
        source: entityRef.nullable(),
        points: z.array(
          z.object({
            line: figureLine,
            at: isoDate.nullable(),
            revises: z.number().nullable().openapi({ description: "The giver's number before, where it differs" }),
          }),
        ),
      }),
    ),
    disagreements: z.array(
      z.object({ one: entityRef.nullable(), other: entityRef.nullable(), oneKey: z.string(), otherKey: z.string() }),
    ),
  })
  .openapi("FigureSeries");

export const utteranceGroup: z.ZodType<UtteranceGroup> = z
  .object({
    id: z.string(),
    speaker: entityRef.nullable(),
    versions: z
      .array(
        z.object({
          line: statementLine,
          relation: z.enum(["fullest", "same", "trimmed", "indirect"]),
          leftOut: z.array(z.object({ start: z.int(), end: z.int(), text: z.string() })),
        }),
      )
      .openapi({ description: "The longest wording first; in a list of utterances, the first 12" }),
    count: z.int().openapi({ description: "How many wordings there are" }),
  })
  .openapi("UtteranceGroup");
