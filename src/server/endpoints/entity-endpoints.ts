/** Entities of the record: people, organisations, states. */
import { z } from "@hono/zod-openapi";
import { defineEndpoint } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { stanceHistory } from "../schemas/affair-schemas.ts";
import { paging, toPageSchema } from "../schemas/common-schemas.ts";
import { entityLine, recordEntity } from "../schemas/entity-schemas.ts";
import { entityKind } from "../schemas/reading-kinds.ts";
import { affair, given, id, toPageOptions } from "./filters.ts";

const common = { method: "get", tag: "Entities", role: "reader", isOfRecord: true } as const;

export const entityEndpoints = [
  defineEndpoint({
    ...common,
    path: "/entities",
    summary: "Entities, those that most reports name first",
    query: z.strictObject({
      q: z.string().max(200).optional().openapi({ description: "Names that begin so, in any word", example: "mar" }),
      kind: entityKind.optional(),
      country: z.string().length(2).optional().openapi({ description: "ISO 3166-1 alpha-2" }),
      affair,
      ...paging,
    }),
    result: toPageSchema(entityLine),
    handle({ query }, { store }) {
      const { q: name, kind, country, affair: affairId } = query;
      return store.findEntities(given({ name, kind, country, affairId }), toPageOptions(query));
    },
  }),
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
];
