/** Reports: one with its reading and judgements, and new ones. */
import { z } from "@hono/zod-openapi";
import type { Judgement } from "../../record/index.ts";
import type { RecordStore } from "../../store/index.ts";
import { defineEndpoint } from "../endpoint.ts";
import { given, id } from "../lists/filters.ts";
import { Problem } from "../problem.ts";
import { addedReports, judgedReport, newReport, uploadForm } from "../schemas/report-schemas.ts";
import { addUploads, toUpload, toUploads } from "../uploads/add-uploads.ts";

const tag = "Reports";
/** A few large reports, or a feed with many. */
const MAX_UPLOAD_BYTES = 32_000_000;

export const reportEndpoints = [
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
  defineEndpoint({
    method: "post",
    path: "/reports",
    tag,
    summary: "Reads reports and adds them",
    description:
      "Text with what is known of it, or an address, as JSON, or files of any kind that the command line reads as `multipart/form-data`. " +
      "What is there already is left as it is. What could not be read is told of, and the rest is added.",
    role: "reviewer",
    maxBodyBytes: MAX_UPLOAD_BYTES,
    body: newReport,
    otherBodies: { "multipart/form-data": uploadForm },
    result: addedReports,
    async handle({ body, context }, services) {
      const uploads = body === undefined ? await toUploads(context) : [toUpload(body)];
      return addUploads(uploads, services);
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
