/** Entities of the record as the API gives them. */
import { z } from "@hono/zod-openapi";
import type { EntityLine, QuotingOutlets, RecordEntity } from "../../record/index.ts";
import { entityRef, isoDate, span } from "./common-schemas.ts";
import { entityKind } from "./reading-kinds.ts";

const lineShape = {
  id: z.string().openapi({ example: "per-ilse-marr" }),
  name: z.string(),
  kind: entityKind,
  country: z.string().nullable().openapi({ description: "ISO 3166-1 alpha-2" }),
  reportCount: z.int(),
  statementCount: z.int(),
};

export const entityLine: z.ZodType<EntityLine> = z.object(lineShape).openapi("EntityLine");

export const quotingOutlets: z.ZodType<QuotingOutlets> = z
  .object({
    outlets: z.array(
      z.object({
        outlet: z.string().nullable(),
        statementCount: z.int(),
        directCount: z.int().openapi({ description: "Those in the speaker's own words, wholly or in part" }),
        last: isoDate.nullable(),
      }),
    ),
    counted: z.int(),
    isWhole: z.boolean().openapi({ description: "Whether all statements were counted" }),
  })
  .openapi("QuotingOutlets");

export const recordEntity: z.ZodType<RecordEntity> = z
  .object({
    ...lineShape,
    names: z.array(z.object({ name: z.string(), reportCount: z.int() })),
    roles: z.array(
      z.object({
        title: z.string(),
        of: entityRef.nullable(),
        reportCount: z.int(),
        first: isoDate.nullable(),
        last: isoDate.nullable(),
        evidence: z.object({ reportId: z.string(), spans: z.array(span) }),
      }),
    ),
    links: z.array(z.object({ authority: z.string(), identifier: z.string(), judgementId: z.string() })),
    appearances: z
      .array(
        z.object({
          reportId: z.string(),
          title: z.string().nullable(),
          outlet: z.string().nullable(),
          publishedAt: z.string().nullable(),
          localId: z.string(),
          name: z.string(),
          reason: z.enum(["first", "same name", "standard code", "spelling", "role", "judged"]),
          because: z.string(),
          mention: span.nullable(),
        }),
      )
      .openapi({ description: "The newest, at most 100" }),
    similar: z.array(entityLine).openapi({ description: "Entities that a person may want to merge with it" }),
  })
  .openapi("RecordEntity");
