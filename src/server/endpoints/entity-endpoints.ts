/** One entity of the record, or one utterance. */
import { z } from "@hono/zod-openapi";
import { defineEndpoint } from "../endpoint.ts";
import { id } from "../lists/filters.ts";
import { Problem } from "../problem.ts";
import { stanceHistory, utteranceGroup } from "../schemas/affair-schemas.ts";
import { quotingOutlets, recordEntity } from "../schemas/entity-schemas.ts";

const common = { method: "get", tag: "Entities", role: "reader", isOfRecord: true } as const;

export const entityEndpoints = [
  defineEndpoint({
    ...common,
    path: "/entities/{id}",
    summary: "An entity with its names, roles and appearances",
    description: "An id that was merged into another gives that other one.",
    params: z.object({ id }),
    result: recordEntity,
    async handle({ params }, { store }) {
      const entity = await store.getEntity(params.id);
      if (entity === undefined) throw new Problem("not_found", `There is no entity ${params.id}.`);
      return entity;
    },
  }),
  defineEndpoint({
    ...common,
    path: "/entities/{id}/outlets",
    summary: "Which outlets carry an entity's statements",
    description: "Counted are the newest statements, 5000 at most, copies of reports included.",
    params: z.object({ id }),
    result: quotingOutlets,
    async handle({ params }, { store }) {
      const outlets = await store.findQuotingOutlets(params.id);
      if (outlets === undefined) throw new Problem("not_found", `There is no entity ${params.id}.`);
      return outlets;
    },
  }),
  defineEndpoint({
    ...common,
    path: "/entities/{id}/stances-history",
    summary: "What an entity stood for on one issue, in order of time",
    params: z.object({ id }),
    query: z.strictObject({ issue: id.openapi({ description: "Id of an issue", example: "i3" }) }),
    result: stanceHistory,
    async handle({ params, query }, { store }) {
      const history = await store.getStanceHistory(params.id, query.issue);
      if (history === undefined) {
        throw new Problem("not_found", `Nothing tells of a stance of ${params.id} on the issue ${query.issue}.`);
      }
      return history;
    },
  }),
  defineEndpoint({
    ...common,
    tag: "Lines of the record",
    path: "/utterances/{id}",
    summary: "One utterance in all its wordings",
    params: z.object({ id }),
    result: utteranceGroup,
    async handle({ params }, { store }) {
      const group = await store.getUtterance(params.id);
      if (group === undefined) throw new Problem("not_found", `There is no utterance ${params.id}.`);
      return group;
    },
  }),
];
