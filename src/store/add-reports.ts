/** Adds reports to the archive, within one transaction that the caller began. */
import type { Reading, ReadReport } from "../reading/index.ts";
import {
  type AddedReport,
  type DecidedEntity,
  isNearCopy,
  makeSignature,
  type ReportSignature,
  type ReportToAdd,
  toBuckets,
  toReportDay,
  toSearchStems,
} from "../record/index.ts";
import { placeInAffairs } from "./affair-reports.ts";
import type { Engine } from "./engine.ts";
import { groupUtterances } from "./group-utterances.ts";
import { insertRows } from "./insert-rows.ts";
import { toItemRows } from "./item-rows.ts";
import { KnownEntities } from "./known-entities.ts";
import { expectEntities, type LinkedEntity, type Linking, linkEntities } from "./link-entities.ts";
import { matchIssues } from "./match-issues.ts";
import { pack } from "./pack.ts";
import { regroupReport } from "./regroup-entities.ts";
import { countEntities, removeReport } from "./remove-report.ts";
import { NumberStock, toRowNumber } from "./row-numbers.ts";
import { runForList, runPrepared } from "./run-prepared.ts";
import { addStatementWords, listStatementWords } from "./statement-words.ts";
import type { Database, ItemTable, ReportTable } from "./tables.ts";
import { addTally } from "./tallies.ts";

/** What is kept of a report beside its columns. */
export interface Found {
  readonly header: Omit<ReadReport, "text">;
  readonly reading: Omit<Reading, "report"> | null;
}

interface Before {
  readonly nr: number;
  readonly addedAt: string;
  readonly origin: string | null;
  readonly affairs: readonly { affair_nr: number; way: string }[];
}

export async function addReports(
  db: Database,
  engine: Engine,
  reports: readonly ReportToAdd[],
  now: () => string,
): Promise<AddedReport[]> {
  const linking = toLinking(db);
  const { numbers } = linking;
  const readings = reports.flatMap(({ report, reading }) =>
    reading === null ? [] : [{ reportId: report.id, reading }],
  );
  await expectEntities(linking, readings);
  await numbers.reserve("report", reports.length);
  await numbers.reserve(
    "item",
    readings.reduce((sum, { reading }) => sum + countItems(reading), 0),
  );
  const outcomes: AddedReport[] = [];
  const added: number[] = [];
  for (const report of reports) {
    const { nr, ...outcome } = await addUncounted(db, engine, report, now(), linking);
    outcomes.push(outcome);
    if (nr !== undefined) added.push(nr);
  }
  await countEntities(db, engine, added, 1);
  return outcomes;
}

/** @param decided For an import: what another archive took the entities for. */
export async function addReport(
  db: Database,
  engine: Engine,
  added: ReportToAdd,
  now: string,
  decided?: Readonly<Record<string, DecidedEntity>>,
): Promise<AddedReport> {
  const { nr, ...outcome } = await addUncounted(db, engine, added, now, toLinking(db), decided);
  if (nr !== undefined) await countEntities(db, engine, [nr], 1);
  return outcome;
}

function toLinking(db: Database): Linking {
  return { known: new KnownEntities(db), numbers: new NumberStock(db), filings: new WeakMap() };
}

/** @returns Also the number of the report that was added, which its entities do not count yet. */
async function addUncounted(
  db: Database,
  engine: Engine,
  added: ReportToAdd,
  now: string,
  linking: Linking,
  decided?: Readonly<Record<string, DecidedEntity>>,
): Promise<AddedReport & { nr?: number }> {
  const { report, reading, reader } = added;
  const [known] = await runPrepared<Pick<ReportTable, "nr" | "reader" | "added_at" | "origin" | "copy_of">>(
    db,
    "select nr, reader, added_at, origin, copy_of from report where id = ?",
    [report.id],
  );
  if (known !== undefined && (known.reader === reader || reading === null)) {
    return { reportId: report.id, outcome: "known", copyOf: known.copy_of };
  }
  let before: Before | undefined;
  if (known !== undefined) {
    const affairs = await db
      .selectFrom("affair_report")
      .select(["affair_nr", "way"])
      .where("report_nr", "=", known.nr)
      .where("way", "<>", "query")
      .execute();
    before = { nr: known.nr, addedAt: known.added_at, origin: known.origin, affairs };
    await removeReport(db, engine, known.nr);
    linking.known.forget();
  }
  const textStems = toSearchStems(report.text);
  const stems = [...toSearchStems(report.title ?? ""), ...textStems];
  const signature = makeSignature(textStems);
  const copyOf = signature === undefined ? null : await findCopied(db, signature, report.id);
  const day = toReportDay(report.publishedAt);
  const nr = toRowNumber(day, await linking.numbers.take("report", 1));
  await insertReport(db, engine, added, { nr, copyOf, signature, wordCount: stems.length, before, now });
  await engine.addWords(db, "report_words", [{ nr, stems }]);
  let linked = new Map<string, LinkedEntity>();
  let rows: ItemTable[] = [];
  if (reading !== null) {
    linked = await linkEntities(db, engine, { nr, id: report.id, day }, reading, linking, decided);
    rows = await insertItems(db, engine, reading, linked, {
      numbers: linking.numbers,
      nr,
      day,
      outlet: report.outlet,
      isCopy: copyOf !== null,
      isNew: before === undefined,
    });
  }
  await addTally(db, engine, nr, rows, [...linked.values()]);
  if (before !== undefined) {
    await insertRows(
      db,
      engine,
      "affair_report",
      before.affairs.map((row) => ({ ...row, report_nr: nr })),
    );
  }
  if (before !== undefined) {
    await regroupReport(db, engine, nr, report.id);
    linking.known.forget();
  }
  const entityIds = new Set([...linked.values()].map(({ id }) => id));
  const affairs = await placeInAffairs(db, engine, nr, {
    stems: new Set(stems),
    outlet: report.outlet,
    publishedAt: report.publishedAt,
    entityIds,
  });
  if (rows.some(({ kind }) => kind === "stance")) await matchIssues(db, engine, { affairs, reportNr: nr });
  return { reportId: report.id, outcome: before === undefined ? "added" : "reread", copyOf, nr };
}

async function insertReport(
  db: Database,
  engine: Engine,
  { report, reading, reader, origin }: ReportToAdd,
  more: {
    nr: number;
    copyOf: string | null;
    signature: ReportSignature | undefined;
    wordCount: number;
    before: Before | undefined;
    now: string;
  },
): Promise<void> {
  const { text, ...header } = report;
  const { signature, before } = more;
  let findings: Found["reading"] = null;
  if (reading !== null) {
    const { report: _, ...rest } = reading;
    findings = rest;
  }
  await insertRows(db, engine, "report", [
    {
      nr: more.nr,
      id: report.id,
      title: report.title,
      outlet: report.outlet,
      outlet_key: report.outlet?.toLowerCase() ?? null,
      byline: report.byline,
      url: report.url,
      published_at: report.publishedAt,
      language: report.language,
      form: report.form,
      text,
      found: pack({ header, reading: findings } satisfies Found),
      is_read: reading === null ? 0 : 1,
      reader,
      origin: before?.origin ?? origin,
      added_at: before?.addedAt ?? more.now,
      copy_of: more.copyOf,
      signature: signature === undefined ? null : toBytes(signature.minima),
      shingle_count: signature?.shingleCount ?? 0,
      word_count: more.wordCount,
      statement_count: reading?.statements.length ?? 0,
    },
  ]);
  if (signature === undefined) return;
  const buckets = toBuckets(signature).map((bucket) => ({ bucket, report_nr: more.nr }));
  await insertRows(db, engine, "bucket", buckets, "ignore");
}

/** The first of the reports that hold the same text; where that is a copy itself, the one it copies. */
async function findCopied(db: Database, signature: ReportSignature, ownId: string): Promise<string | null> {
  const candidates = await runForList<Pick<ReportTable, "id" | "copy_of" | "signature" | "shingle_count" | "added_at">>(
    db,
    `select id, copy_of, signature, shingle_count, added_at from report
     where nr in (select report_nr from bucket where bucket in (*)) and id <> ?`,
    toBuckets(signature),
    [ownId],
  );
  candidates.sort((one, other) => (one.added_at + one.id < other.added_at + other.id ? -1 : 1));
  for (const { id, copy_of, signature: bytes, shingle_count } of candidates) {
    if (bytes === null || copy_of === ownId) continue;
    const other = { minima: fromBytes(bytes), shingleCount: shingle_count };
    if (isNearCopy(signature, other)) return copy_of ?? id;
  }
  return null;
}

async function insertItems(
  db: Database,
  engine: Engine,
  reading: Reading,
  linked: ReadonlyMap<string, LinkedEntity>,
  report: {
    numbers: NumberStock;
    nr: number;
    day: number;
    outlet: string | null;
    isCopy: boolean;
    isNew: boolean;
  },
): Promise<ItemTable[]> {
  const count = countItems(reading);
  if (count === 0) return [];
  const first = await report.numbers.take("item", count);
  const { nr: reportNr, day, isCopy, isNew } = report;
  const rows = toItemRows(reading, linked, { reportNr, day, isCopy, isNew, first });
  await groupUtterances(db, engine, rows, new Map(reading.statements.map((statement) => [statement.id, statement])));
  await insertRows(db, engine, "item", rows);
  await addStatementWords(db, engine, listStatementWords(rows, report.outlet));
  return rows;
}

function countItems({ statements, stances, events, cases, figures, designations }: Reading): number {
  return [statements, stances, events, cases, figures, designations].reduce((sum, list) => sum + list.length, 0);
}

function toBytes(numbers: Uint32Array): Uint8Array {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (let i = 0; i < numbers.length; i++) bytes.writeUInt32LE(numbers[i], i * 4);
  return bytes;
}

function fromBytes(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Uint32Array(bytes.byteLength / 4);
  for (let i = 0; i < numbers.length; i++) numbers[i] = view.getUint32(i * 4, true);
  return numbers;
}
