/** What is in the archive, in numbers. */
import { sql } from "kysely";
import type { Engine } from "./engine.ts";
import type { ArchiveStats } from "./record-store.ts";
import type { Database } from "./tables.ts";

export async function getStats(db: Database, engine: Engine): Promise<ArchiveStats> {
  const reports = await db
    .selectFrom("report")
    .select([
      sql<number>`count(*)`.as("reports"),
      sql<number>`count(copy_of)`.as("copies"),
      sql<number>`coalesce(sum(1 - is_read), 0)`.as("unread"),
      sql<number>`coalesce(sum(word_count), 0)`.as("words"),
      sql<string | null>`min(published_at)`.as("first"),
      sql<string | null>`max(published_at)`.as("last"),
    ])
    .executeTakeFirstOrThrow();
  const items = await db
    .selectFrom("item")
    .select(["kind", sql<number>`count(*)`.as("count")])
    .groupBy("kind")
    .execute();
  // Worded so that the index by speaker answers it alone: through the one by kind, every row would be fetched.
  const named = await db
    .selectFrom("item")
    .select(sql<number>`count(*)`.as("count"))
    .where("who", ">", 0)
    .where(sql<boolean>`kind || '' = 'statement'`)
    .executeTakeFirstOrThrow();
  const entities = await db
    .selectFrom("entity")
    .select(["kind", sql<number>`count(*)`.as("count")])
    .where("merged_into", "is", null)
    .where("report_count", ">", 0)
    .groupBy("kind")
    .execute();
  const outlets = await db
    .selectFrom("report")
    .select([sql<string>`min(outlet)`.as("outlet"), sql<number>`count(*)`.as("reports")])
    .where("outlet_key", "is not", null)
    .groupBy("outlet_key")
    .orderBy("reports", "desc")
    .orderBy("outlet_key")
    .limit(50)
    .execute();
  const count = async (table: "affair" | "judgement") =>
    Number((await db.selectFrom(table).select(sql<number>`count(*)`.as("count")).executeTakeFirstOrThrow()).count);
  const of = (kind: string) => Number(items.find((row) => row.kind === kind)?.count ?? 0);
  return {
    reports: reports.reports,
    copies: reports.copies,
    unread: Number(reports.unread),
    words: Number(reports.words),
    statements: of("statement"),
    statementsWithSpeaker: Number(named.count),
    stances: of("stance"),
    events: of("event"),
    cases: of("case"),
    figures: of("figure"),
    entities: entities.reduce((sum, row) => sum + row.count, 0),
    persons: entities.find(({ kind }) => kind === "person")?.count ?? 0,
    affairs: await count("affair"),
    judgements: await count("judgement"),
    firstDate: reports.first,
    lastDate: reports.last,
    outlets,
    engine: engine.name,
  };
}
