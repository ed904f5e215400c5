/** The archive over a database with tables: one implementation, on either engine. */
import { Kysely } from "kysely";
import { collectFigureSeries, type NewJudgement, type StatementLine, trackCases } from "../record/index.ts";
import { addReports } from "./add-reports.ts";
import * as affairs from "./affairs.ts";
import { checkArchive } from "./check-archive.ts";
import { dumpArchive } from "./dump-archive.ts";
import type { Engine } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { findEntities, getEntity } from "./find-entities.ts";
import { findLinePage, toLines } from "./find-lines.ts";
import { findQuotingOutlets } from "./find-quoting-outlets.ts";
import { eachReport, findKnown, findReports, getReport } from "./find-reports.ts";
import { findUtterances, getUtterance } from "./find-utterances.ts";
import { getStats } from "./get-stats.ts";
import { findJudgements, judge, undoJudgement } from "./judgements.ts";
import { migrate } from "./migrations.ts";
import { toCursor, toLimit } from "./pages.ts";
import type { ArchiveStats, RecordStore, ReviewItem, StatementFilter } from "./record-store.ts";
import { restoreLines } from "./restore-lines.ts";
import { takeNumbers } from "./row-numbers.ts";
import { keepConnection, runPrepared } from "./run-prepared.ts";
import { type ItemConditions, selectItems } from "./select-items.ts";
import { createAccessStore } from "./sql-access-store.ts";
import { getStanceBoard, getStanceHistory } from "./stance-boards.ts";
import type { Database, ItemTable, Tables } from "./tables.ts";

/** Lines that a case's track or a figure's series is made of, at most. */
const MAX_TRACKED = 500;

export async function openSqlStore(engine: Engine): Promise<RecordStore> {
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  try {
    await migrate(db, engine);
  } catch (error) {
    await db.destroy().catch(() => {});
    if (error instanceof StoreError) throw error;
    throw new StoreError(
      "cannot_open",
      `The archive cannot be opened: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  return toStore(db, engine);
}

function toStore(db: Database, engine: Engine): RecordStore {
  const writeQuietly = <Result>(run: (trx: Database) => Promise<Result>) =>
    db.transaction().execute(async (trx) => {
      await keepConnection(trx);
      return run(trx);
    });
  const write = <Result>(run: (trx: Database) => Promise<Result>) =>
    writeQuietly(async (trx) => {
      const result = await run(trx);
      await takeNumbers(trx, "revision", 1);
      return result;
    });
  let archive: number | undefined;
  let stats: { revision: number; counted: ArchiveStats } | undefined;
  return {
    ...createAccessStore(db, writeQuietly),
    addReports: (reports) => write((trx) => addReports(trx, engine, reports, () => new Date().toISOString())),
    findKnown: (ids, reader) => findKnown(db, ids, reader),
    getReport: (id) => getReport(db, id),
    findReports: (filter = {}, page) => findReports(db, engine, filter, page),
    eachReport: (filter = {}) => eachReport(db, engine, filter),
    findStatements: (filter = {}, page) => findLinePage(db, engine, "statement", toConditions(filter), page),
    async countStatements(filter, max) {
      const query = await selectItems(db, engine, "statement", toConditions(filter));
      return query === undefined ? 0 : (await query.select("i.nr").limit(max).execute()).length;
    },
    async findNewStatements(filter, page) {
      const limit = toLimit(page);
      const after = toCursor(page) ?? 0;
      const query = await selectItems(db, engine, "statement", toConditions(filter));
      const rows: ItemTable[] =
        query === undefined
          ? []
          : await query
              .selectAll("i")
              .where("i.seq", ">", after)
              .orderBy("i.seq")
              .limit(limit + 1)
              .execute();
      const items = (await toLines(db, engine, rows.slice(0, limit))) as StatementLine[];
      const last = String(rows.slice(0, limit).at(-1)?.seq ?? after);
      return { items, next: rows.length > limit ? last : null, last };
    },
    getUtterance: (id) => getUtterance(db, engine, id),
    findUtterances: (filter, page) => findUtterances(db, engine, filter, page),
    findStances: ({ holder, stance, ...rest } = {}, page) =>
      findLinePage(db, engine, "stance", { ...rest, who: holder, label: stance } as ItemConditions, page),
    findEvents: ({ entity, class: label, ...rest } = {}, page) =>
      findLinePage(db, engine, "event", { ...rest, either: entity, label } as ItemConditions, page),
    findCases: ({ entity, stage, ...rest } = {}, page) =>
      findLinePage(db, engine, "case", { ...rest, either: entity, label: stage } as ItemConditions, page),
    findFigures: ({ source, class: label, ...rest } = {}, page) =>
      findLinePage(db, engine, "figure", { ...rest, who: source, label } as ItemConditions, page),
    findEntities: (filter = {}, page) => findEntities(db, engine, filter, page),
    getEntity: (id) => getEntity(db, engine, id),
    findQuotingOutlets: (id) => findQuotingOutlets(db, id),
    createAffair: (affair) => write((trx) => affairs.createAffair(trx, engine, affair)),
    updateAffair: (id, changes) => write((trx) => affairs.updateAffair(trx, engine, id, changes)),
    removeAffair: (id) => write((trx) => affairs.removeAffair(trx, id)),
    findAffairs: () => affairs.findAffairs(db),
    getAffair: (id) => affairs.getAffair(db, id),
    setReportsInAffair: (id, reports, isIn) =>
      write((trx) => affairs.setReportsInAffair(trx, engine, id, reports, isIn)),
    addIssue: (affairId, issue) => write((trx) => affairs.addIssue(trx, engine, affairId, issue)),
    removeIssue: (id) => write((trx) => affairs.removeIssue(trx, id)),
    getStanceBoard: (affairId, limit = 100) => getStanceBoard(db, engine, affairId, limit),
    getStanceHistory: (holder, issueId) => getStanceHistory(db, engine, holder, issueId),
    async findCaseTracks(filter) {
      return trackCases((await this.findCases(filter, { limit: MAX_TRACKED })).items);
    },
    async findFigureSeries(filter) {
      return collectFigureSeries((await this.findFigures(filter, { limit: MAX_TRACKED })).items);
    },
    judge: (judgement: NewJudgement) => write((trx) => judge(trx, engine, judgement)),
    undoJudgement: (id, by) => write((trx) => undoJudgement(trx, engine, id, by)),
    findJudgements: (filter = {}, page) => findJudgements(db, filter, page),
    async findToReview({ kind, ...filter } = {}, page) {
      const limit = toLimit(page);
      const skipped = Number(page?.after ?? 0) || 0;
      const query = await selectItems(db, engine, kind, { ...filter, status: "unjudged" });
      if (query === undefined) return { items: [], next: null };
      const rows: ItemTable[] = await query
        .selectAll("i")
        .where("i.kind", "<>", "designation")
        .orderBy("i.score")
        .orderBy("i.nr")
        .offset(skipped)
        .limit(limit + 1)
        .execute();
      const lines = await toLines(db, engine, rows.slice(0, limit));
      const items = lines.map((line, index) => ({ kind: rows[index].kind, line }) as ReviewItem);
      return { items, next: rows.length > limit ? String(skipped + limit) : null };
    },
    addWatch: (watch) =>
      writeQuietly(async (trx) => {
        const nr = await takeNumbers(trx, "watch", 1);
        const made = {
          id: `w${nr}`,
          kind: watch.kind,
          subject: watch.subject,
          deliver_to: watch.deliverTo ?? null,
          created_at: new Date().toISOString(),
          state: "{}",
        };
        await trx.insertInto("watch").values(made).execute();
        return toWatch(made);
      }),
    async findWatches() {
      return (await db.selectFrom("watch").selectAll().orderBy("created_at").orderBy("id").execute()).map(toWatch);
    },
    setWatchState: (id, state) =>
      writeQuietly(async (trx) => {
        await trx
          .updateTable("watch")
          .set({ state: JSON.stringify(state) })
          .where("id", "=", id)
          .execute();
      }),
    removeWatch: (id) =>
      writeQuietly(async (trx) => {
        const { numDeletedRows } = await trx.deleteFrom("watch").where("id", "=", id).executeTakeFirst();
        if (Number(numDeletedRows) === 0) throw new StoreError("not_found", `There is no watch ${id}.`);
      }),
    dump: (filter) => dumpArchive(db, engine, filter),
    restore: (lines) => write((trx) => restoreLines(trx, engine, lines)),
    async getStats() {
      // Every row is counted: once for each state of the archive.
      const revision = await getCounter(db, "revision");
      if (stats?.revision !== revision) stats = { revision, counted: await getStats(db, engine) };
      return stats.counted;
    },
    getRevision: shareNext(async () => {
      archive ??= await getCounter(db, "archive");
      return `${archive.toString(36)}.${(await getCounter(db, "revision")).toString(36)}`;
    }),
    check: () => checkArchive(db, engine),
    close: () => db.destroy(),
  };
}

/** Whoever asks while one is under way shares the next one: it begins after all of them asked. */
function shareNext<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<Result> | undefined;
  return () => {
    next ??= current.then(() => {
      next = undefined;
      const own = run();
      current = own.catch(() => {});
      return own;
    });
    return next;
  };
}

async function getCounter(db: Database, name: string): Promise<number> {
  const [{ value }] = await runPrepared<{ value: number }>(db, "select value from counter where name = ?", [name]);
  return value;
}

function toConditions({ speaker, kind, act, ...rest }: StatementFilter): ItemConditions {
  return {
    ...rest,
    ...(speaker === undefined ? {} : { who: speaker }),
    ...(kind === undefined ? {} : { sort: kind }),
    ...(act === undefined ? {} : { label: act }),
  };
}

function toWatch(row: Tables["watch"]) {
  const { id, kind, subject, deliver_to, created_at, state } = row;
  return {
    id,
    kind: kind as "feed" | "entity" | "affair",
    subject,
    deliverTo: deliver_to,
    createdAt: created_at,
    state: JSON.parse(state),
  };
}
