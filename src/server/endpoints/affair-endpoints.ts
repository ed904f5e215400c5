/** Affairs: what their reports say together, and what people make of them. */
import { z } from "@hono/zod-openapi";
import type { RecordStore } from "../../store/index.ts";
import { defineEndpoint } from "../endpoint.ts";
import { id } from "../lists/filters.ts";
import { Problem } from "../problem.ts";
import {
  affair,
  affairChanges,
  caseTrack,
  figureSeries,
  issue,
  newAffair,
  newIssue,
  stanceBoard,
} from "../schemas/affair-schemas.ts";
import { toPageSchema } from "../schemas/common-schemas.ts";

const common = { method: "get", tag: "Affairs", role: "reader", isOfRecord: true } as const;
const change = { tag: "Affairs", role: "reviewer" } as const;
const params = z.object({ id: id.openapi({ example: "harbour-wall" }) });
const reportParams = params.extend({ reportId: id });

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
  defineEndpoint({
    ...change,
    method: "post",
    path: "/affairs",
    summary: "Makes an affair",
    description: "Reports that its query finds belong to it from now on; others are put in by hand.",
    body: newAffair,
    status: 201,
    result: affair,
    handle: ({ body }, { store }) => store.createAffair(body),
  }),
  defineEndpoint({
    ...change,
    method: "patch",
    path: "/affairs/{id}",
    summary: "Sets what is given; a new query finds its reports anew",
    params,
    body: affairChanges,
    result: affair,
    handle: ({ params, body }, { store }) => store.updateAffair(params.id, body),
  }),
  defineEndpoint({
    ...change,
    method: "delete",
    path: "/affairs/{id}",
    summary: "Removes an affair; its reports stay",
    params,
    handle: ({ params }, { store }) => store.removeAffair(params.id),
  }),
  defineEndpoint({
    ...change,
    method: "put",
    path: "/affairs/{id}/reports/{reportId}",
    summary: "Puts a report into an affair by hand",
    params: reportParams,
    handle: ({ params }, { store }) => store.setReportsInAffair(params.id, [params.reportId], true),
  }),
  defineEndpoint({
    ...change,
    method: "delete",
    path: "/affairs/{id}/reports/{reportId}",
    summary: "Leaves a report out of an affair, even where the query finds it",
    params: reportParams,
    handle: ({ params }, { store }) => store.setReportsInAffair(params.id, [params.reportId], false),
  }),
  defineEndpoint({
    ...change,
    method: "post",
    path: "/affairs/{id}/issues",
    summary: "Adds an issue, and matches the affair's stances to it",
    params,
    body: newIssue,
    status: 201,
    result: issue,
    handle: ({ params, body }, { store }) => store.addIssue(params.id, body),
  }),
  defineEndpoint({
    ...change,
    method: "delete",
    path: "/affairs/{id}/issues/{issueId}",
    summary: "Removes an issue; the stances stay",
    params: params.extend({ issueId: id }),
    async handle({ params }, { store }) {
      const { issues } = await getAffairOrThrow(store, params.id);
      if (!issues.some((one) => one.id === params.issueId)) {
        throw new Problem("not_found", `The affair "${params.id}" has no issue ${params.issueId}.`);
      }
      await store.removeIssue(params.issueId);
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
