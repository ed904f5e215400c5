/** Puts the lines of a dump into an archive, within one transaction that the caller began. */
import {
  type ArchivedAffair,
  type ArchivedJudgement,
  type ArchivedWatch,
  type ArchiveLine,
  type RestoreOutcome,
  toNameWords,
} from "../record/index.ts";
import { addReport } from "./add-reports.ts";
import { fillByQuery, rematch } from "./affairs.ts";
import type { Engine } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { insertRows } from "./insert-rows.ts";
import { takeEffect } from "./judgements.ts";
import { keepNumber, takeNumbers } from "./row-numbers.ts";
import type { Database, JudgementTable } from "./tables.ts";

export async function restoreLines(
  db: Database,
  engine: Engine,
  lines: readonly ArchiveLine[],
): Promise<RestoreOutcome[]> {
  const outcomes: RestoreOutcome[] = [];
  for (const line of lines) outcomes.push(await restoreLine(db, engine, line));
  return outcomes;
}

async function restoreLine(db: Database, engine: Engine, line: ArchiveLine): Promise<RestoreOutcome> {
  switch (line.kind) {
    case "report": {
      const { report, reader, origin, addedAt, entities } = line;
      const known = await db.selectFrom("report").select("nr").where("id", "=", report.id).executeTakeFirst();
      // Of two readings nobody can tell here which is the better one: what is there stays.
      if (known !== undefined) return "known";
      let reading = null;
      if (line.reading !== null) {
        const { schema, ...lists } = line.reading;
        reading = { schema, report, ...lists };
      }
      await addReport(db, engine, { report, reading, reader, origin }, addedAt, entities);
      return "added";
    }
    case "affair":
      return restoreAffair(db, engine, line);
    case "judgement":
      return restoreJudgement(db, engine, line);
    case "watch":
      return restoreWatch(db, line);
  }
}

async function restoreAffair(db: Database, engine: Engine, line: ArchivedAffair): Promise<RestoreOutcome> {
  if (line.id === "" || toNameWords(line.id).join("-") !== line.id)
    throw new StoreError("invalid_value", `"${line.id}" is no id of an affair.`);
  const known = await db.selectFrom("affair").select("nr").where("id", "=", line.id).executeTakeFirst();
  let changed = known === undefined;
  let nr = known?.nr;
  if (nr === undefined) {
    nr = await takeNumbers(db, "affair", 1);
    const { id, name, description, query, createdAt } = line;
    await insertRows(db, engine, "affair", [
      { nr, id, name, description, query: query === null ? null : JSON.stringify(query), created_at: createdAt },
    ]);
    if (query !== null) await fillByQuery(db, engine, nr, query);
  }
  for (const [way, reportIds] of [
    ["hand", line.added],
    ["out", line.leftOut],
  ] as const) {
    for (const reportId of reportIds) changed = (await placeReport(db, engine, nr, reportId, way)) || changed;
  }
  for (const issue of line.issues) changed = (await restoreIssue(db, engine, nr, issue)) || changed;
  if (changed) await rematch(db, engine, nr);
  return changed ? "added" : "known";
}

/** A report that the archive does not have is left out: a dump of a part may name others. */
async function placeReport(
  db: Database,
  engine: Engine,
  affairNr: number,
  reportId: string,
  way: string,
): Promise<boolean> {
  const report = await db.selectFrom("report").select("nr").where("id", "=", reportId).executeTakeFirst();
  if (report === undefined) return false;
  const place = await db
    .selectFrom("affair_report")
    .select("way")
    .where("affair_nr", "=", affairNr)
    .where("report_nr", "=", report.nr)
    .executeTakeFirst();
  // What somebody decided here stays.
  if (place !== undefined && place.way !== "query") return false;
  await db.deleteFrom("affair_report").where("affair_nr", "=", affairNr).where("report_nr", "=", report.nr).execute();
  await insertRows(db, engine, "affair_report", [{ affair_nr: affairNr, report_nr: report.nr, way }]);
  return true;
}

async function restoreIssue(
  db: Database,
  engine: Engine,
  affairNr: number,
  { id, proposition, words }: ArchivedAffair["issues"][number],
): Promise<boolean> {
  const known = await db
    .selectFrom("issue")
    .select("nr")
    .where("affair_nr", "=", affairNr)
    .where("proposition", "=", proposition)
    .executeTakeFirst();
  if (known !== undefined) return false;
  const taken = await db.selectFrom("issue").select("nr").where("id", "=", id).executeTakeFirst();
  const nr = taken === undefined ? await keepNumber(db, "issue", id, "i") : await takeNumbers(db, "issue", 1);
  await insertRows(db, engine, "issue", [{ nr, id: `i${nr}`, affair_nr: affairNr, proposition, words }]);
  return true;
}

async function restoreJudgement(db: Database, engine: Engine, line: ArchivedJudgement): Promise<RestoreOutcome> {
  const { anchor, verdict, by, at, undoes } = line;
  if (by.trim() === "") throw new StoreError("invalid_value", "A judgement needs the name of whoever makes it.");
  if ((await findSameJudgement(db, line)) !== undefined) return "known";
  if (anchor !== null) {
    const report = await db.selectFrom("report").select("nr").where("id", "=", anchor.reportId).executeTakeFirst();
    if (report === undefined)
      throw new StoreError("not_found", `The report ${anchor.reportId}, which was judged, is not in the archive.`);
  }
  for (const id of verdict === "merge" || verdict === "link" ? [line.entityId, line.into] : []) {
    if (id === null) continue;
    const entity = await db.selectFrom("entity").select("nr").where("id", "=", id).executeTakeFirst();
    if (entity === undefined)
      throw new StoreError("not_found", `The entity ${id}, which was judged, is not in the archive.`);
  }
  const undone = undoes === null ? undefined : await findUndone(db, line, undoes);
  const taken = await db.selectFrom("judgement").select("nr").where("id", "=", line.id).executeTakeFirst();
  const nr =
    taken === undefined ? await keepNumber(db, "judgement", line.id, "j") : await takeNumbers(db, "judgement", 1);
  const row: JudgementTable = {
    nr,
    id: `j${nr}`,
    verdict,
    made_by: by,
    made_at: at,
    note: line.note,
    report_id: anchor?.reportId ?? null,
    anchor: anchor === null ? null : JSON.stringify(anchor),
    local_id: line.localId,
    entity_id: line.entityId,
    into_id: line.into,
    correction: line.correction === null ? null : JSON.stringify(line.correction),
    authority: line.link?.authority ?? null,
    identifier: line.link?.identifier ?? null,
    undoes: undone?.id ?? null,
    before: line.before === null ? null : JSON.stringify(line.before),
  };
  await insertRows(db, engine, "judgement", [row]);
  await takeEffect(db, engine, undone ?? row);
  return "added";
}

/** By who made it when, of what: its number may be another's in this archive. */
async function findSameJudgement(db: Database, line: ArchivedJudgement): Promise<JudgementTable | undefined> {
  const rows = await db
    .selectFrom("judgement")
    .selectAll()
    .where("made_at", "=", line.at)
    .where("made_by", "=", line.by)
    .where("verdict", "=", line.verdict)
    .execute();
  const about = line.anchor === null ? line.entityId : line.anchor.reportId;
  return rows.find(
    (row) =>
      (row.report_id ?? row.entity_id) === about &&
      row.correction === (line.correction === null ? null : JSON.stringify(line.correction)) &&
      (row.anchor === null || row.anchor === JSON.stringify(line.anchor)),
  );
}

/** The judgement that an undoing takes back: made then, about the same; of several made in one instant the one of that id. */
async function findUndone(
  db: Database,
  line: ArchivedJudgement,
  { id, at }: { readonly id: string; readonly at: string },
): Promise<JudgementTable> {
  const rows = await db
    .selectFrom("judgement")
    .selectAll()
    .where("verdict", "<>", "undo")
    .where("made_at", "=", at)
    .execute();
  const anchor = line.anchor === null ? null : JSON.stringify(line.anchor);
  const same = rows.filter((row) => row.anchor === anchor && (anchor !== null || row.entity_id === line.entityId));
  const undone = same.find((row) => row.id === id) ?? same[0];
  if (undone === undefined)
    throw new StoreError("not_found", `The judgement ${id}, which was undone, is not in the archive.`);
  return undone;
}

async function restoreWatch(db: Database, line: ArchivedWatch): Promise<RestoreOutcome> {
  const { watches: kind, subject, deliverTo, createdAt, state } = line;
  const rows = await db
    .selectFrom("watch")
    .selectAll()
    .where("kind", "=", kind)
    .where("subject", "=", subject)
    .execute();
  if (rows.some((row) => row.deliver_to === deliverTo)) return "known";
  const taken = await db.selectFrom("watch").select("id").where("id", "=", line.id).executeTakeFirst();
  const nr = taken === undefined ? await keepNumber(db, "watch", line.id, "w") : await takeNumbers(db, "watch", 1);
  const row = { kind, subject, deliver_to: deliverTo, created_at: createdAt, state: JSON.stringify(state) };
  await db
    .insertInto("watch")
    .values({ id: `w${nr}`, ...row })
    .execute();
  return "added";
}
