/** Reports: one, a list, or all of them one after another. */
import { type RawBuilder, sql } from "kysely";
import type { Reading } from "../reading/index.ts";
import {
  type Page,
  parseWordQuery,
  type ReportLine,
  type StoredReport,
  toLastReportDay,
  toReportDay,
} from "../record/index.ts";
import type { Found } from "./add-reports.ts";
import type { Engine } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { unpack } from "./pack.ts";
import { toCursor, toLimit, toPage } from "./pages.ts";
import type { PageOptions, ReportFilter } from "./record-store.ts";
import { toFirstNumber } from "./row-numbers.ts";
import { runPrepared } from "./run-prepared.ts";
import { findEntityNumber } from "./select-items.ts";
import type { Database, ReportTable } from "./tables.ts";

const LINE_COLUMNS = [
  "r.nr", "r.id", "r.title", "r.outlet", "r.byline", "r.url", "r.published_at", "r.language", "r.form", "r.added_at", "r.origin",
  "r.copy_of", "r.word_count", "r.statement_count",
] as const; // biome-ignore format: a list

type LineRow = Pick<
  ReportTable,
  | "nr"
  | "id"
  | "title"
  | "outlet"
  | "byline"
  | "url"
  | "published_at"
  | "language"
  | "form"
  | "added_at"
  | "origin"
  | "copy_of"
  | "word_count"
  | "statement_count"
>;

export async function findReports(
  db: Database,
  engine: Engine,
  filter: ReportFilter,
  page?: PageOptions,
): Promise<Page<ReportLine>> {
  const limit = toLimit(page);
  const cursor = toCursor(page);
  let query = await selectReports(db, engine, filter);
  if (query === undefined) return { items: [], next: null };
  const order = getNumber(engine, filter);
  if (cursor !== undefined) query = query.where(order, "<", cursor);
  const isWalked = order !== engine.wordNumber || (await isWalkedThrough(db, engine, filter.words!));
  const rows: LineRow[] = await query
    .select(LINE_COLUMNS)
    .orderBy(isWalked ? order : sql`${order} + 0`, "desc")
    .limit(limit + 1)
    .execute();
  return toPage(rows, limit, rows.map(toReportLine), ({ nr }) => nr);
}

/**
 * Whether reports with the words are common enough to be come upon from the newest report back; else all are found by the index
 * and sorted. PostgreSQL takes words for commoner than they are, and would go through all reports for a rare one.
 */
async function isWalkedThrough(db: Database, engine: Engine, words: string): Promise<boolean> {
  if (!engine.findsByTime) return true;
  const has = engine.hasWords("report_words", parseWordQuery(words));
  const [plans, total] = await Promise.all([
    sql<ExplainedRow>`explain (format json) select 1 from report_words as w where ${has}`.execute(db),
    runPrepared<{ value: number }>(db, "select value from counter where name = ?", ["report"]),
  ]);
  return plans.rows[0]["QUERY PLAN"][0].Plan["Plan Rows"] ** 2 > total[0].value * WALKED_FOR_SORTED;
}

interface ExplainedRow {
  readonly "QUERY PLAN": readonly [{ readonly Plan: { readonly "Plan Rows": number } }];
}

/** Reports that are gone through for a page, times what looking at one takes beside finding one by the index. */
const WALKED_FOR_SORTED = 150;

/** The column that has the reports' numbers in order: where the search begins. */
function getNumber(engine: Engine, { words, affairId }: ReportFilter): RawBuilder<number> {
  if (words !== undefined && words.trim() !== "") return engine.wordNumber;
  return sql.ref(affairId === undefined ? "r.nr" : "ar.report_nr");
}

// biome-ignore lint/suspicious/noExplicitAny: the tables joined depend on the conditions
export async function selectReports(db: Database, engine: Engine, filter: ReportFilter): Promise<any | undefined> {
  const { words, outlet, language, affairId, entityId, from, to, copies = true } = filter;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  let query: any = db.selectFrom("report as r");
  if (words !== undefined && words.trim() !== "") {
    const wanted = parseWordQuery(words);
    if (wanted.all.length === 0) throw new StoreError("invalid_value", "A search needs a word to look for.");
    query = db
      .selectFrom(sql<{ nr: number }>`report_words`.as("w"))
      .innerJoin("report as r", (join) => join.on(engine.wordNumber, "=", sql.ref("r.nr")))
      .where(engine.hasWords("report_words", wanted));
  } else if (affairId !== undefined) {
    query = db
      .selectFrom("affair_report as ar")
      .innerJoin("report as r", "r.nr", "ar.report_nr")
      .where(sql<boolean>`ar.affair_nr = (select nr from affair where id = ${affairId}) and ar.way <> 'out'`);
  }
  const number = getNumber(engine, filter);
  if (outlet !== undefined) query = query.where("r.outlet_key", "=", outlet.toLowerCase());
  if (language !== undefined) query = query.where("r.language", "=", language);
  if (!copies) query = query.where("r.copy_of", "is", null);
  if (from !== undefined) query = query.where(number, ">=", toFirstNumber(toReportDay(from)));
  if (to !== undefined)
    query = query.where(number, "<", toFirstNumber(toLastReportDay(to) + 1)).where(number, ">=", toFirstNumber(1));
  if (entityId !== undefined) {
    const nr = await findEntityNumber(db, entityId);
    if (nr === undefined) return undefined;
    query = query.where(sql<boolean>`r.nr in (select a.report_nr from appearance a where a.entity = ${nr})`);
  }
  if (affairId !== undefined && number === engine.wordNumber) {
    query = query.where(
      sql<boolean>`r.nr in (select ar.report_nr from affair_report ar join affair a on a.nr = ar.affair_nr where a.id = ${affairId} and ar.way <> 'out')`,
    );
  }
  return query;
}

function toReportLine(row: LineRow): ReportLine {
  return {
    id: row.id,
    title: row.title,
    outlet: row.outlet,
    byline: row.byline,
    url: row.url,
    publishedAt: row.published_at,
    language: row.language,
    form: row.form as ReportLine["form"],
    addedAt: row.added_at,
    origin: row.origin,
    copyOf: row.copy_of,
    wordCount: row.word_count,
    statementCount: row.statement_count,
  };
}

export async function getReport(db: Database, id: string): Promise<StoredReport | undefined> {
  const row = await db.selectFrom("report").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  const original = row.copy_of ?? row.id;
  const copies = db
    .selectFrom("report as r")
    .select(LINE_COLUMNS)
    .where((eb) => eb.or([eb("r.copy_of", "=", original), eb("r.id", "=", original)]))
    .where("r.id", "<>", id)
    .orderBy("r.nr")
    .execute();
  const affairs = db
    .selectFrom("affair_report as ar")
    .innerJoin("affair as a", "a.nr", "ar.affair_nr")
    .select("a.id")
    .where("ar.report_nr", "=", row.nr)
    .where("ar.way", "<>", "out")
    .orderBy("a.id")
    .execute();
  const appearances = db
    .selectFrom("appearance as a")
    .innerJoin("entity as e", "e.nr", "a.entity")
    .select(["a.local_id", "e.id"])
    .where("a.report_nr", "=", row.nr)
    .orderBy("a.local_id")
    .execute();
  const [named, copied, placed] = await Promise.all([appearances, copies, affairs]);
  return {
    ...toReportLine(row),
    ...toFound(row),
    reader: row.reader,
    entityIds: Object.fromEntries(named.map(({ local_id, id: entityId }) => [local_id, entityId])),
    copies: copied.map(toReportLine),
    affairIds: placed.map(({ id: affairId }) => affairId),
  };
}

/** The report with its text, and its reading put together again, keys in the order of the contract. */
export function toFound(row: Pick<ReportTable, "found" | "text">): Pick<StoredReport, "report" | "reading"> {
  const { header, reading } = unpack<Found>(row.found);
  const { original, alignment, ...rest } = header;
  const report = {
    ...rest,
    text: row.text,
    ...(original === undefined ? {} : { original }),
    ...(alignment === undefined ? {} : { alignment }),
  };
  if (reading === null) return { report, reading: null };
  const { schema, ...lists } = reading;
  return { report, reading: { schema, report, ...lists } as Reading };
}

export async function* eachReport(db: Database, engine: Engine, filter: ReportFilter): AsyncGenerator<StoredReport> {
  for (let after = ""; ; ) {
    const query = await selectReports(db, engine, filter);
    if (query === undefined) return;
    const rows: { id: string }[] = await query
      .select("r.id")
      .where("r.id", ">", after)
      .orderBy("r.id")
      .limit(200)
      .execute();
    for (const { id } of rows) {
      const report = await getReport(db, id);
      if (report !== undefined) yield report;
      after = id;
    }
    if (rows.length < 200) return;
  }
}

export async function findKnown(db: Database, ids: readonly string[], reader: string): Promise<Set<string>> {
  const known = new Set<string>();
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .selectFrom("report")
      .select("id")
      .where("id", "in", ids.slice(start, start + 500))
      .where("reader", "=", reader)
      .execute();
    for (const { id } of rows) known.add(id);
  }
  return known;
}
