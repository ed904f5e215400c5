/** Affairs: what their reports say together. */
import { z } from "@hono/zod-openapi";
import type { RecordStore } from "../../store/index.ts";
import { defineEndpoint } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { affair, caseTrack, figureSeries, stanceBoard } from "../schemas/affair-schemas.ts";
import { toPageSchema } from "../schemas/common-schemas.ts";
import { id } from "./filters.ts";

const common = { method: "get", tag: "Affairs", role: "reader", isOfRecord: true } as const;
const params = z.object({ id: id.openapi({ example: "harbour-wall" }) });

export const affairEndpoints = [
  defineEndpoint({
    ...common,
    path: "/affairs",
    summary: "All affairs, by name",
    result: toPageSchema(affair),
    async handle(_, { store }) {
      return { items: await store.findAffairs(), next: null };
    },
  }),
  defineEndpoint({
    ...common,
    path: "/affairs/{id}",
    summary: "An affair with its issues",
    params,
    result: affair,
    handle: ({ params }, { store }) => getAffairOrThrow(store, params.id),
  }),
  defineEndpoint({
    ...common,
    path: "/affairs/{id}/stance-board",
    summary: "Who stands where: a row a holder, a cell an issue",
    params,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(500).optional().openapi({ description: "Holders, at most; 100" }),
    }),
    result: stanceBoard,
    async handle({ params, query }, { store }) {
      const board = await store.getStanceBoard(params.id, query.limit);
      if (board === undefined) throw toMissing(params.id);
      return board;
    },
  }),
  defineEndpoint({
    ...common,
    path: "/affairs/{id}/cases",
    summary: "The affair's legal cases as all its reports tell them",
    params,
    result: toPageSchema(caseTrack),
    async handle({ params }, { store }) {
      await getAffairOrThrow(store, params.id);
      return { items: await store.findCaseTracks({ affairId: params.id }), next: null };
    },
  }),
  defineEndpoint({
    ...common,
    path: "/affairs/{id}/figures",
    summary: "The affair's figures over time, by who gives them",
    params,
    result: toPageSchema(figureSeries),
    async handle({ params }, { store }) {
      await getAffairOrThrow(store, params.id);
      return { items: await store.findFigureSeries({ affairId: params.id }), next: null };
    },
  }),
];

async function getAffairOrThrow(store: RecordStore, affairId: string) {
  const found = await store.getAffair(affairId);
  if (found === undefined) throw toMissing(affairId);
  return found;
}

function toMissing(affairId: string): Problem {
  return new Problem("not_found", `There is no affair "${affairId}".`);
}
