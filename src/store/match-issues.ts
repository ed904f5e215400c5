/** Ties stances to the issues of their affairs. */
import { sql } from "kysely";
import { matchIssue, toIssueWords } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { insertRows } from "./insert-rows.ts";
import type { Database } from "./tables.ts";

/** Whose a stance is counted as, by the columns of its item `i`. */
export const HOLDER = sql<number | null>`case when i.is_copy = 0 and i.status <> 'rejected' then i.who end`;

/** Sets what the ties of stances to issues keep of their items: of one item that was changed, or of all. */
export async function copyStanceColumns(db: Database, itemNr?: number): Promise<void> {
  const which = itemNr === undefined ? sql`` : sql`where item_nr = ${itemNr}`;
  await sql`update issue_stance set (holder, label) =
    (select ${HOLDER}, i.label from item i where i.nr = issue_stance.item_nr) ${which}`.execute(db);
}

/** Of the affairs given, or of one issue; of one report, or of all in the affair. What was tied before stays as it is. */
export async function matchIssues(
  db: Database,
  engine: Engine,
  { affairs, issueNr, reportNr }: { affairs?: readonly number[]; issueNr?: number; reportNr?: number },
): Promise<void> {
  if (affairs?.length === 0) return;
  let query = db.selectFrom("issue").select(["nr", "affair_nr", "proposition", "words"]);
  if (affairs !== undefined) query = query.where("affair_nr", "in", affairs);
  if (issueNr !== undefined) query = query.where("nr", "=", issueNr);
  for (const issue of await query.execute()) {
    const words = toIssueWords(issue.proposition, issue.words);
    let stances = db
      .selectFrom("affair_report as a")
      .innerJoin("item as i", "i.report_nr", "a.report_nr")
      .select(["i.nr", "i.data", "i.label", HOLDER.as("holder")])
      .where("a.affair_nr", "=", issue.affair_nr)
      .where("a.way", "<>", "out")
      .where("i.kind", "=", "stance");
    if (reportNr !== undefined) stances = stances.where("a.report_nr", "=", reportNr);
    const rows = (await stances.execute()).flatMap(({ nr, data, label, holder }) => {
      const match = matchIssue(words, JSON.parse(data).target.text);
      if (match === undefined) return [];
      return [{ issue_nr: issue.nr, item_nr: nr, is_turned: match.isTurned ? 1 : 0, fit: match.fit, holder, label }];
    });
    await insertRows(db, engine, "issue_stance", rows, "ignore");
  }
}
