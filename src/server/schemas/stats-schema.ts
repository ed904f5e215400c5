/** What the archive holds, in numbers. */
import { z } from "@hono/zod-openapi";
import type { ArchiveStats } from "../../store/index.ts";
import { isoDate } from "./common-schemas.ts";

const count = z.int().nonnegative();

export const archiveStats: z.ZodType<ArchiveStats> = z
  .object({
    reports: count,
    copies: count,
    unread: count,
    words: count,
    statements: count,
    statementsWithSpeaker: count,
    stances: count,
    events: count,
    cases: count,
    figures: count,
    entities: count,
    persons: count,
    affairs: count,
    judgements: count,
    firstDate: isoDate.nullable(),
    lastDate: isoDate.nullable(),
    outlets: z.array(z.object({ outlet: z.string(), reports: count })),
    engine: z.string().openapi({ example: "sqlite" }),
  })
  .openapi("ArchiveStats");
