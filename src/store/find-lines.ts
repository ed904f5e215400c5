/** Lists of lines: conditions, pages, and from rows to what is shown. */
import { type SelectQueryBuilder, sql } from "kysely";
import type { Span } from "../language/index.ts";
import {
  type CaseLine,
  type EntityRef,
  type EventLine,
  type FigureLine,
  type ListedKind,
  type Page,
  parseWordQuery,
  type RecordLine,
  type ReportRef,
  type StanceLine,
  type StatementLine,
  toLastReportDay,
  toReportDay,
} from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { fromItemRow } from "./item-rows.ts";
import type { LineFilter, PageOptions } from "./record-store.ts";
import { toFirstNumber } from "./row-numbers.ts";
import type { Database, ItemTable } from "./tables.ts";

export interface LineByKind {
  statement: StatementLine;
  stance: StanceLine;
  event: EventLine;
  case: CaseLine;
  figure: FigureLine;
}
export type LineKind = keyof LineByKind;

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
}

/** What a line is made of; fetching the other columns takes as long again. */
const LINE_COLUMNS = [
  "i.nr", "i.report_nr", "i.local_id", "i.kind", "i.status", "i.score", "i.who", "i.whom", "i.utterance", "i.data",
] as const; // biome-ignore format: a list
type LineRow = Pick<
  ItemTable,
  "nr" | "report_nr" | "local_id" | "kind" | "status" | "score" | "who" | "whom" | "utterance" | "data"
>;

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

export function toLimit(page: PageOptions | undefined): number {
  return Math.max(1, Math.min(MAX_LIMIT, Math.trunc(page?.limit ?? DEFAULT_LIMIT)));
}

export function toCursor(page: PageOptions | undefined): number | undefined {
  if (page?.after === undefined) return undefined;
  const cursor = Number(page.after);
  if (!Number.isSafeInteger(cursor)) throw new StoreError("invalid_value", `"${page.after}" is no cursor of a page.`);
  return cursor;
}

/** Cuts the one row off that was asked for beyond the limit, and says where the next page begins. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  items: readonly Item[],
  cursor: (row: Row) => number | string,
): Page<Item> {
  return { items: items.slice(0, limit), next: rows.length > limit ? String(cursor(rows[limit - 1])) : null };
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
    outlet,
    from,
    to,
    minScore,
    status,
    copies,
  } = conditions;
  let query = db.selectFrom("item as i") as unknown as ItemQuery;
  if (words !== undefined && words.trim() !== "") {
    const wanted = parseWordQuery(words);
    if (wanted.all.length === 0) throw new StoreError("invalid_value", "A search needs a word to look for.");
    query = db
      .selectFrom(sql<{ nr: number }>`item_words`.as("w"))
      .innerJoin("item as i", (join) => join.on(engine.wordNumber, "=", sql.ref("i.nr")))
      .where(engine.hasWords("item_words", wanted)) as unknown as ItemQuery;
  }
  if (kind !== undefined) query = query.where("i.kind", "=", kind);
  for (const [column, id] of [
    ["who", who],
    ["either", either],
  ] as const) {
    if (id === undefined) continue;
    const nr = await findEntityNumber(db, id);
    if (nr === undefined) return undefined;
    if (column === "who") query = query.where("i.who", "=", nr);
    else query = query.where(sql<boolean>`(i.who = ${nr} or i.whom = ${nr})`);
  }
  if (reportId !== undefined) {
    const report = await db.selectFrom("report").select("nr").where("id", "=", reportId).executeTakeFirst();
    if (report === undefined) return undefined;
    query = query.where("i.report_nr", "=", report.nr);
  }
  if (sort !== undefined) query = query.where("i.sort", "=", sort);
  if (label !== undefined) query = query.where("i.label", "=", label);
  if (mode !== undefined) query = query.where("i.mode", "=", mode);
  if (minScore !== undefined) query = query.where("i.score", ">=", minScore);
  query = status === undefined ? query.where("i.status", "<>", "rejected") : query.where("i.status", "=", status);
  if (copies !== true && reportId === undefined) query = query.where("i.is_copy", "=", 0);
  if (from !== undefined) query = query.where("i.nr", ">=", toFirstNumber(toDayOrThrow(from, toReportDay)));
  if (to !== undefined) {
    query = query
      .where("i.nr", "<", toFirstNumber(toDayOrThrow(to, toLastReportDay) + 1))
      .where("i.nr", ">=", toFirstNumber(1));
  }
  if (outlet !== undefined) {
    query = query.where(
      sql<boolean>`exists (select 1 from report r where r.nr = i.report_nr and r.outlet_key = ${outlet.toLowerCase()})`,
    );
  }
  if (affairId !== undefined) {
    query = query.where(
      sql<boolean>`i.report_nr in (select ar.report_nr from affair_report ar join affair a on a.nr = ar.affair_nr where a.id = ${affairId} and ar.way <> 'out')`,
    );
  }
  if (issueId !== undefined) {
    query = query.where(
      sql<boolean>`i.nr in (select s.item_nr from issue_stance s join issue u on u.nr = s.issue_nr where u.id = ${issueId})`,
    );
  }
  if (stance !== undefined) {
    const like = sql<boolean>`t.report_nr = i.report_nr and t.kind = 'stance' and t.label = ${stance} and t.mode = i.local_id and t.status <> 'rejected'`;
    query = query.where(sql<boolean>`exists (select 1 from item t where ${like})`);
  }
  return query;
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

export async function findLinePage<Kind extends LineKind>(
  db: Database,
  engine: Engine,
  kind: Kind,
  conditions: ItemConditions,
  page: PageOptions | undefined,
): Promise<Page<LineByKind[Kind]>> {
  const limit = toLimit(page);
  const cursor = toCursor(page);
  let query = await selectItems(db, engine, kind, conditions);
  if (query === undefined) return { items: [], next: null };
  if (cursor !== undefined) query = query.where("i.nr", "<", cursor);
  // The word table leads where there are words: its own order spares sorting all that it finds.
  const order = conditions.words ? engine.wordNumber : sql.ref("i.nr");
  const rows: LineRow[] = await query
    .select(LINE_COLUMNS)
    .orderBy(order, "desc")
    .limit(limit + 1)
    .execute();
  const lines = await toLines(db, rows.slice(0, limit));
  return toPage(rows, limit, lines as LineByKind[Kind][], ({ nr }) => nr);
}

/** Gives each row its report, its entities and its words; in the order of the rows. Designations have no lines. */
export async function toLines(db: Database, rows: readonly LineRow[]): Promise<LineByKind[LineKind][]> {
  if (rows.length === 0) return [];
  const reports = await loadReports(db, [...new Set(rows.map(({ report_nr }) => report_nr))]);
  const locals = await loadLocals(db, rows);
  const entities = await loadEntities(db, [
    ...rows.flatMap(({ who, whom }) => [who, whom]),
    ...[...locals.values()].flatMap((map) => [...map.values()]),
  ]);
  return rows.map((row) => {
    const { text, report } = reports.get(row.report_nr)!;
    const found = fromItemRow(row);
    const get = (nr: number | null | undefined) =>
      nr === null || nr === undefined ? null : (entities.get(nr) ?? null);
    const local = (id: string | null) => (id === null ? null : get(locals.get(row.report_nr)?.get(id)));
    const evidence: readonly Span[] = found.item.evidence;
    const base: RecordLine = {
      key: `${report.id}/${row.local_id}`,
      report,
      evidence,
      quote: evidence.map(({ start, end }) => text.slice(start, end)).join(" … "),
      score: row.score,
      status: row.status as RecordLine["status"],
    };
    const [who, whom] = [get(row.who), get(row.whom)];
    switch (found.kind) {
      case "statement": {
        const { kind, act, mode, polarity, text: words, content, when } = found.item;
        return {
          ...base,
          kind,
          act,
          mode,
          polarity,
          speaker: who,
          text: words,
          content,
          when,
          utteranceId: `u${row.utterance ?? row.nr}`,
        };
      }
      case "stance": {
        const { target, stance, strength, statement } = found.item;
        const key = statement === null ? null : `${report.id}/${statement}`;
        return {
          ...base,
          holder: who!,
          target: { text: target.text, entity: whom },
          stance,
          strength,
          statementKey: key,
        };
      }
      case "event": {
        const { class: eventClass, cameo, status, when, statement } = found.item;
        const key = statement === null ? null : `${report.id}/${statement}`;
        return {
          ...base,
          class: eventClass,
          cameo,
          actor: who,
          recipient: whom,
          eventStatus: status,
          when,
          statementKey: key,
        };
      }
      case "case": {
        const { kind, stage, standard, decidedBy, enforcedBy, memberStates } = found.item;
        const respondents = found.item.respondents.flatMap(({ person, allegations }) => {
          const ref = local(person);
          return ref === null ? [] : [{ person: ref, allegations: allegations.map(({ name }) => name) }];
        });
        const nonMembers = found.item.nonMembers.map(local).filter((ref) => ref !== null);
        return {
          ...base,
          kind,
          court: who,
          applicant: whom,
          stage,
          standard,
          respondents,
          decidedBy,
          enforcedBy,
          memberStates,
          nonMembers,
        };
      }
      default: {
        const {
          value,
          bound,
          what,
          class: figureClass,
          when,
        } = found.item as Extract<typeof found, { kind: "figure" }>["item"];
        return { ...base, value, bound, what, class: figureClass, source: who, when, where: whom };
      }
    }
  });
}

/** Repeats the last number up to a power of two: few lengths of list make few statements, which stay prepared. */
function toListSize(nrs: readonly number[]): readonly number[] {
  const size = 2 ** Math.ceil(Math.log2(nrs.length));
  return [...nrs, ...Array<number>(size - nrs.length).fill(nrs[nrs.length - 1])];
}

async function loadReports(
  db: Database,
  nrs: readonly number[],
): Promise<Map<number, { text: string; report: ReportRef }>> {
  const rows = await db
    .selectFrom("report")
    .select(["nr", "id", "title", "outlet", "url", "published_at", "copy_of", "text"])
    .where("nr", "in", toListSize(nrs))
    .execute();
  return new Map(
    rows.map(({ nr, id, title, outlet, url, published_at, copy_of, text }) => [
      nr,
      { text, report: { id, title, outlet, url, publishedAt: published_at, copyOf: copy_of } },
    ]),
  );
}

/** Entities by their ids in the readings, for items that name more than two. */
async function loadLocals(db: Database, rows: readonly LineRow[]): Promise<Map<number, Map<string, number>>> {
  const found = new Map<number, Map<string, number>>();
  const reports = [...new Set(rows.filter(({ kind }) => kind === "case").map(({ report_nr }) => report_nr))];
  if (reports.length === 0) return found;
  const appearances = await db
    .selectFrom("appearance")
    .select(["report_nr", "local_id", "entity"])
    .where("report_nr", "in", reports)
    .execute();
  for (const { report_nr, local_id, entity } of appearances) {
    const map = found.get(report_nr) ?? new Map<string, number>();
    found.set(report_nr, map.set(local_id, entity));
  }
  return found;
}

export async function loadEntities(db: Database, nrs: readonly (number | null)[]): Promise<Map<number, EntityRef>> {
  const wanted = [...new Set(nrs.filter((nr) => nr !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom("entity")
    .select(["nr", "id", "name", "kind"])
    .where("nr", "in", toListSize(wanted))
    .execute();
  return new Map(rows.map(({ nr, ...ref }) => [nr, ref as EntityRef]));
}
