/** Items of the record that meet conditions. */
import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { type ListedKind, parseWordQuery, toLastReportDay, toReportDay } from "../record/index.ts";
import type { DayRange, Engine } from "./engine.ts";
import { StoreError } from "./errors.ts";
import type { LineFilter } from "./record-store.ts";
import { toDay, toFirstNumber } from "./row-numbers.ts";
import { toActWord, toOutletWord, toSpeakerWord, toStanceWord } from "./statement-words.ts";
import type { Database, ItemTable } from "./tables.ts";

export interface ItemConditions extends LineFilter {
  readonly words?: string;
  /** Ids of entities: the first of the item, or either of the two. */
  readonly who?: string;
  readonly either?: string;
  readonly sort?: string;
  readonly label?: string;
  readonly mode?: string;
  readonly stance?: string;
  readonly issueId?: string;
  /** Where the index of words leads and finds by time. */
  readonly days?: DayRange;
  /** Numbers of the only reports that are looked at; all of them in the affair, where one is asked for. */
  readonly reports?: readonly number[];
}

type ItemQuery = SelectQueryBuilder<{ i: ItemTable; w: { nr: number } } & Record<string, never>, "i", object>;

/** Items of a kind that meet the conditions, in no order. Undefined where nothing can: a speaker nobody knows. */
export async function selectItems(
  db: Database,
  engine: Engine,
  kind: ListedKind | undefined,
  conditions: ItemConditions,
  // biome-ignore lint/suspicious/noExplicitAny: the tables joined depend on the conditions
): Promise<any | undefined> {
  const {
    words,
    who,
    either,
    sort,
    label,
    mode,
    stance,
    issueId,
    affairId,
    reportId,
    reports,
    outlet,
    from,
    to,
    minScore,
    status,
    copies,
  } = conditions;
  let query = db.selectFrom("item as i") as unknown as ItemQuery;
  const report =
    reportId === undefined
      ? undefined
      : await db.selectFrom("report").select("nr").where("id", "=", reportId).executeTakeFirst();
  const isLedByWords = leadsByWords(kind, conditions);
  const hasWords = words !== undefined && words.trim() !== "";
  if (hasWords || isLedByWords) {
    const { all, none } = hasWords ? parseWordQuery(words) : { all: [], none: [] };
    if (hasWords && all.length === 0) throw new StoreError("invalid_value", "A search needs a word to look for.");
    // The index knows more than words: rows of others, of whom there may be very many, are never fetched.
    const signs = isLedByWords ? await listSigns(db, conditions) : [];
    if (signs === undefined) return undefined;
    const wanted = { all: [...all, ...signs], none };
    if (isLedByWords) {
      query = db
        .selectFrom(sql<{ nr: number }>`item_words`.as("w"))
        .innerJoin("item as i", (join) => join.on(engine.wordNumber, "=", sql.ref("i.nr")))
        .where(engine.hasWords("item_words", wanted, conditions.days)) as unknown as ItemQuery;
    } else {
      // The report's rows are few and lead: the words are looked up for all of its day at once.
      const day = toDay(report?.nr ?? 0);
      query = query.where(
        sql<boolean>`i.nr in (select ${engine.wordNumber} from item_words as w where ${engine.hasWords("item_words", wanted)}
          and ${engine.wordNumber} >= ${toFirstNumber(day)} and ${engine.wordNumber} < ${toFirstNumber(day + 1)})`,
      );
    }
  }
  // What the index of words found already is not asked again: PostgreSQL would expect few rows, and sort all that there are.
  if (kind !== undefined && !isLedByWords) query = query.where("i.kind", "=", kind);
  for (const [column, id] of [
    ["who", who],
    ["either", either],
  ] as const) {
    if (id === undefined) continue;
    const nr = await findEntityNumber(db, id);
    if (nr === undefined) return undefined;
    if (column === "who" && isLedByWords) continue;
    if (column === "who") query = query.where("i.who", "=", nr);
    else query = query.where(sql<boolean>`(i.who = ${nr} or i.whom = ${nr})`);
  }
  if (reportId !== undefined) {
    if (report === undefined) return undefined;
    query = query.where("i.report_nr", "=", report.nr);
  }
  if (sort !== undefined) query = query.where("i.sort", "=", sort);
  if (label !== undefined && !isLedByWords) query = query.where("i.label", "=", label);
  if (mode !== undefined) query = query.where("i.mode", "=", mode);
  if (minScore !== undefined) query = query.where("i.score", ">=", minScore);
  query = status === undefined ? query.where("i.status", "<>", "rejected") : query.where("i.status", "=", status);
  if (copies !== true && reportId === undefined) query = query.where("i.is_copy", "=", 0);
  const number = getNumber(engine, kind, conditions);
  const bounds = listBounds({ from, to });
  if (bounds.from !== undefined) query = query.where(number, ">=", bounds.from);
  if (bounds.to !== undefined) query = query.where(number, "<", bounds.to);
  if (outlet !== undefined && !isLedByWords) {
    query = query.where(
      sql<boolean>`exists (select 1 from report r where r.nr = i.report_nr and r.outlet_key = ${outlet.toLowerCase()})`,
    );
  }
  if (affairId !== undefined && isLedByWords && (await isSmallAffair(db, affairId))) {
    // Few of the many that have the words are in its reports: those are listed first, and no row of another is fetched.
    query = query.where(
      engine.isOneOf(sql`select s.nr from affair a join affair_report ar on ar.affair_nr = a.nr
        join item s on s.report_nr = ar.report_nr where a.id = ${affairId} and ar.way <> 'out' and s.kind = 'statement'`),
    );
  } else if (reports !== undefined) {
    query = query.where(engine.isAmong("i.report_nr", reports));
  } else if (affairId !== undefined) {
    // Where words lead, the sum keeps the affair from it: PostgreSQL would list all that its reports have.
    const own = isLedByWords ? sql`i.report_nr + 0` : sql`i.report_nr`;
    query = query.where(
      sql<boolean>`${own} in (select ar.report_nr from affair_report ar join affair a on a.nr = ar.affair_nr where a.id = ${affairId} and ar.way <> 'out')`,
    );
  }
  if (issueId !== undefined) {
    query = query.where(
      sql<boolean>`i.nr in (select s.item_nr from issue_stance s join issue u on u.nr = s.issue_nr where u.id = ${issueId})`,
    );
  }
  if (stance !== undefined && !isLedByWords) {
    const like = sql<boolean>`t.report_nr = i.report_nr and t.kind = 'stance' and t.label = ${stance} and t.mode = i.local_id and t.status <> 'rejected'`;
    query = query.where(sql<boolean>`exists (select 1 from item t where ${like})`);
  }
  return query;
}

/**
 * The column that bounds the items' numbers: of the full-text index where it leads, which then need not go through other
 * times. One of the two alone: PostgreSQL takes two bounds for rarer than one, and sorts what it could walk through.
 */
export function getNumber(
  engine: Engine,
  kind: ListedKind | undefined,
  conditions: ItemConditions,
): RawBuilder<number> {
  return leadsByWords(kind, conditions) ? engine.wordNumber : sql.ref<number>("i.nr");
}

/** Whether the full-text index leads to the items, in the order of their numbers. */
export function leadsByWords(
  kind: ListedKind | undefined,
  { words, label, outlet, stance, reportId, affairId }: ItemConditions,
): boolean {
  if (kind !== "statement" || reportId !== undefined) return false;
  if (words !== undefined && words.trim() !== "") return true;
  // An affair's reports are few: they lead sooner than all of an outlet's do.
  return affairId === undefined && [label, outlet, stance].some((value) => value !== undefined);
}

/**
 * Whether listing all statements of an affair takes less than going through those that have a word until enough of them are
 * the affair's: the first grows with its reports, the other with the share of all reports that are not.
 */
export async function isSmallAffair(db: Database, affairId: string): Promise<boolean> {
  const { rows } = await sql<{ own: number; total: number }>`select
    (select count(*) from affair a join affair_report ar on ar.affair_nr = a.nr where a.id = ${affairId}) as own,
    (select value from counter where name = 'report') as total`.execute(db);
  const [{ own, total }] = rows;
  return Number(own) ** 2 < Number(total) * LISTED_FOR_WALKED;
}

/** Measured on SQLite with a page of fifty: statements that are listed in the time that one is walked to, and their share. */
const LISTED_FOR_WALKED = 10;

/** What the index of words is asked for beside words. Undefined where nothing can be found: a speaker nobody knows. */
async function listSigns(db: Database, { who, label, outlet, stance }: ItemConditions): Promise<string[] | undefined> {
  const signs: string[] = [];
  if (label !== undefined) signs.push(toActWord(label));
  if (outlet !== undefined) signs.push(toOutletWord(outlet));
  if (stance !== undefined) signs.push(toStanceWord(stance));
  if (who === undefined) return signs;
  const speaker = await findEntityNumber(db, who);
  return speaker === undefined ? undefined : [...signs, toSpeakerWord(speaker)];
}

/** From dates to numbers of rows: the first that is within, and the first after them. */
export function listBounds({ from, to }: Pick<ItemConditions, "from" | "to">): { from?: number; to?: number } {
  const bounds: { from?: number; to?: number } = {};
  if (from !== undefined) bounds.from = toFirstNumber(toDayOrThrow(from, toReportDay));
  if (to === undefined) return bounds;
  // What has no date is before no day.
  return {
    from: Math.max(bounds.from ?? 0, toFirstNumber(1)),
    to: toFirstNumber(toDayOrThrow(to, toLastReportDay) + 1),
  };
}

function toDayOrThrow(date: string, toDay: (date: string) => number): number {
  const day = toDay(date);
  if (day === 0) throw new StoreError("invalid_value", `"${date}" is no date such as 2024-05-21, 2024-05 or 2024.`);
  return day;
}

/** The number of the entity that an id stands for, after merges. */
export async function findEntityNumber(db: Database, id: string): Promise<number | undefined> {
  const row = await db.selectFrom("entity").select(["nr", "merged_into"]).where("id", "=", id).executeTakeFirst();
  return row && (row.merged_into ?? row.nr);
}
