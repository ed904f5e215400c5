/** Reports as the API gives them. */
import { z } from "@hono/zod-openapi";
import type { Reading } from "../../reading/index.ts";
import type { Judgement, ReportLine, StoredReport } from "../../record/index.ts";
import { isoDate, isoTime } from "./common-schemas.ts";
import { judgement } from "./judgement-schemas.ts";
import { form, readingSchema, readReport } from "./reading-kinds.ts";

const lineShape = {
  id: z.string().openapi({ example: "0f3a9c5b7d1e2f40516273849aabbccd" }),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  byline: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: isoDate.nullable(),
  language: z.string().openapi({ description: "ISO 639-1", example: "en" }),
  form,
  addedAt: isoTime,
  origin: z.string().nullable().openapi({ description: "The file or address that it came from" }),
  copyOf: z.string().nullable(),
  wordCount: z.int(),
  statementCount: z.int(),
};

export const reportLine: z.ZodType<ReportLine> = z.object(lineShape).openapi("ReportLine");

/** A stored report with every judgement on it. */
export type JudgedReport = StoredReport & { readonly judgements: readonly Judgement[] };

export const judgedReport: z.ZodType<JudgedReport> = z
  .object({
    ...lineShape,
    report: readReport,
    reading: (readingSchema as z.ZodType<Reading>)
      .nullable()
      .openapi({ description: "What the machine found, untouched by judgements; null where it was not read" }),
    reader: z.string().openapi({ description: "The version that read it" }),
    entityIds: z
      .record(z.string(), z.string())
      .openapi({ description: "For each entity of the reading, the entity of the record" }),
    copies: z.array(reportLine),
    affairIds: z.array(z.string()),
    judgements: z.array(judgement).openapi({ description: "The newest first, undone ones among them" }),
  })
  .openapi("StoredReport");
