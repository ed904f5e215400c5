/** Everything that was put into an archive, line by line. */
import { sql } from "kysely";
import type { ArchivedJudgement, ArchivedReport, ArchivedWatch, ArchiveLine, DecidedEntity } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { selectReports, toFound } from "./find-reports.ts";
import type { ReportFilter } from "./record-store.ts";
import { toCount } from "./row-numbers.ts";
import type { Database, JudgementTable } from "./tables.ts";

export async function* dumpArchive(db: Database, engine: Engine, filter?: ReportFilter): AsyncGenerator<ArchiveLine> {
  const numbers = await listNumbers(db, engine, filter ?? {});
  for (const nr of numbers) {
    const line = await getReportLine(db, nr);
    if (line !== undefined) yield line;
  }
  yield* dumpAffairs(db, filter);
  yield* dumpJudgements(db, filter === undefined ? undefined : new Set(numbers));
  if (filter === undefined) yield* dumpWatches(db);
}

/** Reports in the order of adding. A report that was read again has a later number, but its old time. */
async function listNumbers(db: Database, engine: Engine, filter: ReportFilter): Promise<number[]> {
  const query = await selectReports(db, engine, filter);
  if (query === undefined) return [];
  const rows: { nr: number; added_at: string }[] = await query.select(["r.nr", "r.added_at"]).execute();
  const ordered = rows.map(({ nr, added_at }) => ({ nr, time: Date.parse(added_at), count: toCount(nr) }));
  ordered.sort((one, other) => one.time - other.time || one.count - other.count);
  return ordered.map(({ nr }) => nr);
}

async function getReportLine(db: Database, nr: number): Promise<ArchivedReport | undefined> {
  const row = await db.selectFrom("report").selectAll().where("nr", "=", nr).executeTakeFirst();
  if (row === undefined) return undefined;
  const { report, reading } = toFound(row);
  const appearances = await db
    .selectFrom("appearance as a")
    .innerJoin("entity as e", "e.nr", "a.base")
    .select(["a.local_id", "a.reason", "a.because", "e.id"])
    .where("a.report_nr", "=", nr)
    .execute();
  const decided = new Map(appearances.map(({ local_id, ...one }) => [local_id, one as DecidedEntity]));
  const entities: Record<string, DecidedEntity> = {};
  for (const { id } of reading?.entities ?? []) {
    const one = decided.get(id);
    if (one !== undefined) entities[id] = { id: one.id, reason: one.reason, because: one.because };
  }
  let found: ArchivedReport["reading"] = null;
  if (reading !== null) {
    const { report: _, ...rest } = reading;
    found = rest;
  }
  return {
    kind: "report",
    addedAt: row.added_at,
    origin: row.origin,
    reader: row.reader,
    report,
    reading: found,
    entities,
  };
}

async function* dumpAffairs(db: Database, filter: ReportFilter | undefined): AsyncGenerator<ArchiveLine> {
  if (filter !== undefined && filter.affairId === undefined) return;
  let query = db.selectFrom("affair").selectAll().orderBy("nr");
  if (filter?.affairId !== undefined) query = query.where("id", "=", filter.affairId);
  for (const { nr, id, name, description, query: asked, created_at } of await query.execute()) {
    const reports = await db
      .selectFrom("affair_report as ar")
      .innerJoin("report as r", "r.nr", "ar.report_nr")
      .select(["r.id", "ar.way"])
      .where("ar.affair_nr", "=", nr)
      .where("ar.way", "<>", "query")
      .orderBy("r.id")
      .execute();
    const issues = await db
      .selectFrom("issue")
      .select(["id", "proposition", "words"])
      .where("affair_nr", "=", nr)
      .orderBy("nr")
      .execute();
    const listed = (way: string) => reports.filter((row) => row.way === way).map((row) => row.id);
    yield {
      kind: "affair",
      id,
      name,
      description,
      query: asked === null ? null : JSON.parse(asked),
      createdAt: created_at,
      added: listed("hand"),
      leftOut: listed("out"),
      issues: issues.map(({ id: issueId, proposition, words }) => ({ id: issueId, proposition, words })),
    };
  }
}

async function* dumpJudgements(db: Database, only: ReadonlySet<number> | undefined): AsyncGenerator<ArchivedJudgement> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom("judgement as j")
      .leftJoin("report as r", "r.id", "j.report_id")
      .selectAll("j")
      .leftJoin("judgement as u", "u.id", "j.undoes")
      .select([sql<number | null>`r.nr`.as("report_nr"), sql<string | null>`u.made_at`.as("undone_at")])
      .where("j.nr", ">", after)
      .orderBy("j.nr")
      .limit(200)
      .execute();
    for (const { report_nr, undone_at, ...row } of rows) {
      after = row.nr;
      if (only === undefined || (report_nr !== null && only.has(report_nr))) yield toJudgementLine(row, undone_at);
    }
    if (rows.length < 200) return;
  }
}

function toJudgementLine(row: JudgementTable, undoneAt: string | null): ArchivedJudgement {
  const parse = (json: string | null) => (json === null ? null : JSON.parse(json));
  return {
    kind: "judgement",
    id: row.id,
    verdict: row.verdict as ArchivedJudgement["verdict"],
    by: row.made_by,
    at: row.made_at,
    note: row.note,
    anchor: parse(row.anchor),
    localId: row.local_id,
    entityId: row.entity_id,
    into: row.into_id,
    correction: parse(row.correction),
    link: row.authority === null ? null : { authority: row.authority, identifier: row.identifier ?? "" },
    undoes: row.undoes === null || undoneAt === null ? null : { id: row.undoes, at: undoneAt },
    before: parse(row.before),
  };
}

async function* dumpWatches(db: Database): AsyncGenerator<ArchivedWatch> {
  for (const row of await db.selectFrom("watch").selectAll().orderBy("created_at").orderBy("id").execute()) {
    yield {
      kind: "watch",
      id: row.id,
      watches: row.kind as ArchivedWatch["watches"],
      subject: row.subject,
      deliverTo: row.deliver_to,
      createdAt: row.created_at,
      state: JSON.parse(row.state),
    };
  }
}
