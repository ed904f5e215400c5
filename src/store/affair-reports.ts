/** Which reports belong to which affair. */
import { type AffairQuery, matchesAffairQuery, type QueriedReport } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { insertRows } from "./insert-rows.ts";
import { runPrepared } from "./run-prepared.ts";
import type { Database } from "./tables.ts";

/** Puts a new report into the affairs whose queries it meets, and gives all affairs that it belongs to. */
export async function placeInAffairs(
  db: Database,
  engine: Engine,
  reportNr: number,
  report: QueriedReport,
): Promise<number[]> {
  const affairs = await runPrepared<{ nr: number; query: string }>(
    db,
    "select nr, query from affair where query is not null",
    [],
  );
  const matching = affairs.filter(({ query }) => matchesAffairQuery(JSON.parse(query) as AffairQuery, report));
  const rows = matching.map(({ nr }) => ({ affair_nr: nr, report_nr: reportNr, way: "query" }));
  // What was decided by hand stays.
  await insertRows(db, engine, "affair_report", rows, "ignore");
  const text = "select affair_nr from affair_report where report_nr = ? and way <> 'out'";
  const all = await runPrepared<{ affair_nr: number }>(db, text, [reportNr]);
  return all.map(({ affair_nr }) => affair_nr);
}
