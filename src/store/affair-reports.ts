/** Which reports belong to which affair. */
import { type AffairQuery, matchesAffairQuery, type QueriedReport } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { insertRows } from "./insert-rows.ts";
import type { Database } from "./tables.ts";

/** Puts a new report into the affairs whose queries it meets, and gives all affairs that it belongs to. */
export async function placeInAffairs(
  db: Database,
  engine: Engine,
  reportNr: number,
  report: QueriedReport,
): Promise<number[]> {
  const affairs = await db.selectFrom("affair").select(["nr", "query"]).where("query", "is not", null).execute();
  const matching = affairs.filter(({ query }) => matchesAffairQuery(JSON.parse(query!) as AffairQuery, report));
  const rows = matching.map(({ nr }) => ({ affair_nr: nr, report_nr: reportNr, way: "query" }));
  // What was decided by hand stays.
  await insertRows(db, engine, "affair_report", rows, "ignore");
  const all = await db
    .selectFrom("affair_report")
    .select("affair_nr")
    .where("report_nr", "=", reportNr)
    .where("way", "<>", "out")
    .execute();
  return all.map(({ affair_nr }) => affair_nr);
}
