/** What waits for a judgement, and what was judged. */
import { z } from "@hono/zod-openapi";
import { defineEndpoint } from "../endpoint.ts";
import { paging, score, toPageSchema } from "../schemas/common-schemas.ts";
import { judgement } from "../schemas/judgement-schemas.ts";
import { reviewItem, reviewKind } from "../schemas/line-schemas.ts";
import { affair, given, id, toPageOptions } from "./filters.ts";

const common = { method: "get", tag: "Judgements", role: "reader", isOfRecord: true } as const;

export const judgementEndpoints = [
  defineEndpoint({
    ...common,
    path: "/review",
    summary: "Lines that nobody has judged yet, the least sure first",
    query: z.strictObject({
      kind: reviewKind.optional(),
      affair,
      minScore: z.coerce.number().pipe(score).optional().openapi({ type: "number" }),
      ...paging,
    }),
    result: toPageSchema(reviewItem),
    handle({ query }, { store }) {
      const { kind, affair: affairId, minScore } = query;
      return store.findToReview(given({ kind, affairId, minScore }), toPageOptions(query));
    },
  }),
  defineEndpoint({
    ...common,
    path: "/judgements",
    summary: "Everything that was judged, the newest first, undone judgements and undoings among it",
    query: z.strictObject({
      report: id.optional(),
      entity: id.optional(),
      key: id.optional().openapi({ description: "Of one line" }),
      by: id.optional().openapi({ description: "Who judged" }),
      ...paging,
    }),
    result: toPageSchema(judgement),
    handle({ query }, { store }) {
      const { report: reportId, entity: entityId, key, by } = query;
      return store.findJudgements(given({ reportId, entityId, key, by }), toPageOptions(query));
    },
  }),
];
