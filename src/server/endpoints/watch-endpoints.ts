/** Watches: feeds that are read into the archive, persons and affairs whose new statements are reported. */
import { z } from "@hono/zod-openapi";
import type { Watch } from "../../record/index.ts";
import { beginWatch, type RecordStore } from "../../store/index.ts";
import { defineEndpoint } from "../endpoint.ts";
import { id } from "../lists/filters.ts";
import { Problem } from "../problem.ts";
import { toPageSchema } from "../schemas/common-schemas.ts";
import { newWatch, watch } from "../schemas/watch-schemas.ts";

const description = "Nothing is asked or delivered but while `onrecord watch run` runs.";

export const watchEndpoints = [
  defineEndpoint({
    method: "get",
    tag: "Watches",
    // Addresses that are delivered to may hold secrets.
    role: "reviewer",
    path: "/watches",
    summary: "All watches, what failed, and when they are asked next",
    description,
    result: toPageSchema(watch),
    async handle(_, { store }) {
      const watches = await store.findWatches();
      return { items: await Promise.all(watches.map((one) => toShown(store, one))), next: null };
    },
  }),
  defineEndpoint({
    method: "post",
    tag: "Watches",
    role: "admin",
    path: "/watches",
    summary: "Watches a feed, a person (or any entity), or an affair",
    description,
    body: newWatch,
    status: 201,
    result: watch,
    async handle({ body }, { store }) {
      if (body.kind === "feed") return toShown(store, await beginWatch(store, body));
      const { kind, subject, deliverTo = null, after, fromStart } = body;
      if ((await findName(store, kind, subject)) === null)
        throw new Problem("not_found", `There is no ${kind} ${subject}.`);
      const from = after === undefined ? (fromStart ? "start" : "now") : { after };
      return toShown(store, await beginWatch(store, { kind, subject, deliverTo }, from));
    },
  }),
  defineEndpoint({
    method: "delete",
    tag: "Watches",
    role: "admin",
    path: "/watches/{id}",
    summary: "Ends a watch; what it brought stays",
    params: z.object({ id: id.openapi({ example: "w1" }) }),
    handle: ({ params }, { store }) => store.removeWatch(params.id),
  }),
];

async function toShown(store: RecordStore, { id, kind, subject, deliverTo, createdAt, state }: Watch) {
  const { askedAt = null, failures = 0, problem = null, notBefore = null, reportedTo = null } = state;
  const name = await findName(store, kind, subject);
  return { id, kind, subject, name, deliverTo, createdAt, askedAt, failures, problem, notBefore, reportedTo };
}

async function findName(store: RecordStore, kind: Watch["kind"], subject: string): Promise<string | null> {
  if (kind === "feed") return null;
  const found = kind === "affair" ? await store.getAffair(subject) : await store.getEntity(subject);
  return found?.name ?? null;
}
