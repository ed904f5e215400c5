/** Watches as the API takes and gives them. */
import { z } from "@hono/zod-openapi";
import { isoTime } from "./common-schemas.ts";

/** The API hands out no way to write files on the machine that serves it. */
const address = z
  .url({ protocol: /^https?$/, error: "It begins with https:// or http://." })
  .max(2000)
  .openapi({ example: "https://post.example/feed.xml" });

export const watch = z
  .object({
    id: z.string(),
    kind: z.enum(["feed", "entity", "affair"]),
    subject: z.string().openapi({ description: "The feed's address; the id of the entity or the affair" }),
    name: z
      .string()
      .nullable()
      .openapi({ description: "Of the entity or affair; null where it is gone, and for feeds" }),
    deliverTo: z.string().nullable().openapi({
      description: "A file or an address that new statements are sent to; null for the output of `onrecord watch run`",
    }),
    createdAt: isoTime,
    askedAt: isoTime.nullable().openapi({ description: "Its last run; null before the first" }),
    failures: z.int().nonnegative().openapi({ description: "How often it failed since it last went well" }),
    problem: z.string().nullable().openapi({ description: "What went wrong the last time" }),
    notBefore: isoTime.nullable().openapi({ description: "It is not asked again before" }),
    reportedTo: z.string().nullable().openapi({
      description:
        "How far it has reported, for `after`; null for feeds, and where it begins with what the archive has",
    }),
  })
  .openapi("Watch", {
    example: {
      id: "w1",
      kind: "feed",
      subject: "https://post.example/feed.xml",
      name: null,
      deliverTo: null,
      createdAt: "2031-05-21T08:00:00.000Z",
      askedAt: "2031-05-21T08:00:12.000Z",
      failures: 1,
      problem: "https://post.example/feed.xml: the server answers 503; open it in a browser to see what is there",
      notBefore: "2031-05-21T08:15:00.000Z",
      reportedTo: null,
    },
  });

export const newWatch = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("feed"), subject: address }),
    z.strictObject({
      kind: z.enum(["entity", "affair"]),
      subject: z.string().min(1).max(200).openapi({ example: "per-ilse-marr" }),
      deliverTo: address.optional(),
      after: z
        .string()
        .regex(/^\d{1,15}$/, "It is the `reportedTo` of a watch.")
        .optional()
        .openapi({ description: "Go on where an ended watch had come to: its `reportedTo`" }),
      fromStart: z.boolean().default(false).openapi({ description: "Report what the archive has already, too" }),
    }),
  ])
  .openapi("NewWatch", { example: { kind: "feed", subject: "https://post.example/feed.xml" } });
