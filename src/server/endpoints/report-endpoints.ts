/** Reports: lists, and one with its reading and judgements. */
import { z } from "@hono/zod-openapi";
import type { Judgement } from "../../record/index.ts";
import type { RecordStore } from "../../store/index.ts";
import { defineEndpoint } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { paging, toPageSchema } from "../schemas/common-schemas.ts";
import { judgedReport, reportLine } from "../schemas/report-schemas.ts";
import { affair, copies, dates, given, id, outlet, toPageOptions, words } from "./filters.ts";

const tag = "Reports";

export const reportEndpoints = [
  defineEndpoint({
    method: "get",
    path: "/reports",
    tag,
    summary: "Reports, the newest first",
    role: "reader",
    isOfRecord: true,
    query: z.strictObject({
      words,
      outlet,
      language: z.string().max(20).optional().openapi({ description: "ISO 639-1" }),
      affair,
      entity: id.optional().openapi({ description: "Id of an entity that it names" }),
      ...dates,
      copies: copies.openapi({ description: "`false` leaves copies of other reports out" }),
      ...paging,
    }),
    result: toPageSchema(reportLine),
    handle({ query: { limit, after, affair: affairId, entity: entityId, ...filter } }, { store }) {
      return store.findReports(given({ ...filter, affairId, entityId }), toPageOptions({ limit, after }));
    },
  }),
  defineEndpoint({
    method: "get",
    path: "/reports/{id}",
    tag,
    summary: "A report with its text, its reading and the judgements on it",
    role: "reader",
    isOfRecord: true,
    params: z.object({ id }),
    result: judgedReport,
    async handle({ params }, { store }) {
      const report = await store.getReport(params.id);
      if (report === undefined) throw new Problem("not_found", `There is no report ${params.id}.`);
      return { ...report, judgements: await findAllJudgements(store, params.id) };
    },
  }),
];

async function findAllJudgements(store: RecordStore, reportId: string): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.findJudgements({ reportId }, { limit: 500, ...given({ after }) });
    judgements.push(...page.items);
    after = page.next;
  }
  return judgements;
}
