/** Parameters of lists, and from them the store's filters. */
import { z } from "@hono/zod-openapi";
import type { LineFilter, PageOptions } from "../../store/index.ts";
import { flag, type Paging, score } from "../schemas/common-schemas.ts";
import { lineStatus } from "../schemas/line-schemas.ts";

export const id = z.string().min(1).max(200);
export const words = z.string().max(1000).optional().openapi({
  description: "Words that it has, all of them, whatever their endings; `-word` for one that it must not have",
  example: "harbour wall -bridge",
});
const date = z.string().max(30).optional();
export const dates = {
  from: date.openapi({ description: "Reports from this date on: 2031, 2031-05 or 2031-05-21", example: "2031-05" }),
  to: date.openapi({ description: "Reports up to this date, included" }),
};
export const outlet = z.string().max(500).optional().openapi({ description: "In any letter case" });
export const affair = id.optional().openapi({ description: "Id of an affair" });
export const copies = flag.optional().openapi({ description: "Whether copies of reports count too" });

export const minScore = z.coerce
  .number()
  .pipe(score)
  .optional()
  .openapi({ type: "number", description: "0 to 1", example: 0.8 });

/** The parameters that lists of lines share. */
export const lineParameters = {
  affair,
  report: id.optional().openapi({ description: "Id of a report" }),
  outlet,
  ...dates,
  minScore,
  status: lineStatus.optional().openapi({ description: "What is rejected is left out unless asked for" }),
  copies,
};

export interface LineQuery {
  affair?: string | undefined;
  report?: string | undefined;
  outlet?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  minScore?: number | undefined;
  status?: LineFilter["status"] | undefined;
  copies?: boolean | undefined;
}

/** Leaves out what is not given, so that spreading it changes nothing. */
export function given<Values extends object>(
  values: Values,
): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

export function toLineFilter({ affair: affairId, report: reportId, ...query }: LineQuery): LineFilter {
  const { outlet, from, to, minScore, status, copies } = query;
  return given({ affairId, reportId, outlet, from, to, minScore, status, copies }) as LineFilter;
}

export function toPageOptions({ limit, after }: Paging): PageOptions {
  return given({ limit, after });
}
