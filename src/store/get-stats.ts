/** What is in the archive, in numbers. */
import { sql } from "kysely";
import type { Engine } from "./engine.ts";
import type { ArchiveStats } from "./record-store.ts";
import type { Database } from "./tables.ts";

const MOST_OUTLETS = 50;
const TALLIED = ["statements", "spoken", "stances", "events", "cases", "figures"] as const;

export async function getStats(db: Database, engine: Engine): Promise<ArchiveStats> {
  // One walk through the index tells of the reports and of their outlets.
  const groups = await db
    .selectFrom("report")
    .select([
      "outlet_key",
      sql<string | null>`min(outlet)`.as("outlet"),
      sql<number>`count(*)`.as("reports"),
      sql<number>`count(copy_of)`.as("copies"),
      sql<number>`sum(1 - is_read)`.as("unread"),
      sql<number>`sum(word_count)`.as("words"),
      sql<string | null>`min(published_at)`.as("first"),
      sql<string | null>`max(published_at)`.as("last"),
    ])
    .groupBy("outlet_key")
    .execute();
  const items = await db
    .selectFrom("tally")
    .select(TALLIED.map((name) => sql<number>`coalesce(sum(${sql.ref(name)}), 0)`.as(name)))
    .executeTakeFirstOrThrow();
  const entities = await db
    .selectFrom("entity")
    .select(["kind", sql<number>`count(*)`.as("count")])
    // Written as in the index, which counts them without a row.
    .where(sql<boolean>`merged_into is null and report_count > 0`)
    .groupBy("kind")
    .execute();
  const count = async (table: "affair" | "judgement") =>
    Number((await db.selectFrom(table).select(sql<number>`count(*)`.as("count")).executeTakeFirstOrThrow()).count);
  const sum = (of: "reports" | "copies" | "unread" | "words") =>
    groups.reduce((total, group) => total + Number(group[of]), 0);
  const dates = groups.flatMap(({ first, last }) => [first, last]).filter((date) => date !== null);
  dates.sort();
  const outlets = groups.flatMap(({ outlet, outlet_key: key, reports }) =>
    outlet === null || key === null ? [] : [{ outlet, key, reports: Number(reports) }],
  );
  outlets.sort((one, other) => other.reports - one.reports || (one.key < other.key ? -1 : 1));
  return {
    reports: sum("reports"),
    copies: sum("copies"),
    unread: sum("unread"),
    words: sum("words"),
    statements: Number(items.statements),
    statementsWithSpeaker: Number(items.spoken),
    stances: Number(items.stances),
    events: Number(items.events),
    cases: Number(items.cases),
    figures: Number(items.figures),
    entities: entities.reduce((total, row) => total + Number(row.count), 0),
    persons: Number(entities.find(({ kind }) => kind === "person")?.count ?? 0),
    affairs: await count("affair"),
    judgements: await count("judgement"),
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
    outlets: outlets.slice(0, MOST_OUTLETS).map(({ outlet, reports }) => ({ outlet, reports })),
    engine: engine.name,
  };
}
