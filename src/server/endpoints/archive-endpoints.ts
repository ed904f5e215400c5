/** The archive as a whole. */
import { defineEndpoint } from "../endpoint.ts";
import { archiveStats } from "../schemas/stats-schema.ts";

export const archiveEndpoints = [
  defineEndpoint({
    method: "get",
    path: "/stats",
    tag: "Archive",
    summary: "What the archive holds, in numbers",
    role: "reader",
    isOfRecord: true,
    result: archiveStats,
    handle: (_, { store }) => store.getStats(),
  }),
];
