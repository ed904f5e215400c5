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

export const newReport = z
  .strictObject({
    text: z.string().min(1).optional(),
    address: z
      .string()
      .regex(/^https?:\/\//i, "An address begins with http:// or https://.")
      .max(5000)
      .optional()
      .openapi({ description: "Fetched by the server, instead of a text; never in its own or a private network" }),
    title: z.string().max(10_000).nullable().optional(),
    outlet: z.string().max(1000).nullable().optional(),
    byline: z.string().max(1000).nullable().optional(),
    publishedAt: isoDate.nullable().optional(),
    url: z.string().max(5000).nullable().optional(),
  })
  .refine(
    ({ text, address, ...known }) =>
      (address === undefined) === (text !== undefined) && (address === undefined || Object.keys(known).length === 0),
    {
      message: "Give a text with what is known of it, or an address alone.",
    },
  )
  .openapi("NewReport", {
    example: {
      title: "Harbour wall vote",
      outlet: "Coast Post",
      publishedAt: "2031-05-21",
      text: 'Ilse Marr said the harbour wall should be raised. "We cannot wait for another winter," she said.',
    },
  });
export type NewReport = z.infer<typeof newReport>;

export const uploadForm = z
  .object({ file: z.array(z.string().openapi({ format: "binary" })) })
  .openapi("UploadForm", { description: "Any number of files, whatever their fields are called" });

const place = {
  file: z.string().openapi({ description: "As the sender named it" }),
  line: z.int().optional().openapi({ description: "In a list of reports, from 1" }),
  entry: z.int().optional().openapi({ description: "In a feed or web archive, from 1" }),
  message: z.string(),
};

export const addedReports = z
  .object({
    added: z.array(
      z.object({
        reportId: z.string(),
        title: z.string().nullable(),
        outcome: z
          .enum(["added", "known", "reread"])
          .openapi({ description: "new; there already; there already, and read anew by this version" }),
        copyOf: z.string().nullable(),
      }),
    ),
    problems: z.array(z.object({ ...place, code: z.string(), hint: z.string() })),
    problemsLeftOut: z.int().openapi({ description: "Problems beyond the first hundred" }),
    notes: z.array(z.object(place)),
  })
  .openapi("AddedReports", { description: "What was done with each report, and what could not be read" });
export type AddedReports = z.infer<typeof addedReports>;
