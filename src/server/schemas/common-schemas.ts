/** What many answers have in common: spans, dates, references, pages. */
import { z } from "@hono/zod-openapi";
import type { EntityRef, Page, ReportRef } from "../../record/index.ts";
import { entityKind } from "./reading-kinds.ts";

export const span = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .openapi("Span", { description: "UTF-16 code units into the report's text, end excluded" });

export const isoDate = z.string().openapi({ description: "ISO date or prefix", example: "2031-05-21" });
export const isoTime = z.string().openapi({ description: "ISO time in UTC", example: "2031-05-21T08:00:00.000Z" });
export const score = z.number().min(0).max(1);

export const entityRef: z.ZodType<EntityRef> = z
  .object({ id: z.string(), name: z.string(), kind: entityKind })
  .openapi("EntityRef", { example: { id: "per-ilse-marr", name: "Ilse Marr", kind: "person" } });

export const reportRef: z.ZodType<ReportRef> = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    publishedAt: isoDate.nullable(),
    copyOf: z.string().nullable().openapi({ description: "The report that it copies" }),
  })
  .openapi("ReportRef");

export function toPageSchema<Item>(item: z.ZodType<Item>): z.ZodType<Page<Item>> {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().openapi({ description: "Give it as `after` for the next page; null at the end" }),
  });
}

/** A parameter that is true or false. */
export const flag = z
  .enum(["true", "false"])
  .transform((value) => value === "true")
  .openapi({ type: "boolean", enum: undefined } as never);

export interface Paging {
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

export const paging = {
  limit: z.coerce.number().int().min(1).max(500).optional().openapi({
    description: "Items on a page; 50 where it is left out",
    example: 20,
  }),
  after: z.string().max(100).optional().openapi({ description: "`next` of the page before" }),
};
