/** Lists of lines, a page at a time, and from rows to what is shown. */
import type {
  CaseLine,
  EntityRef,
  EventLine,
  FigureLine,
  Page,
  ReadItem,
  ReportRef,
  StanceLine,
  StatementLine,
} from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { findNewest } from "./find-newest.ts";
import { fromItemRow } from "./item-rows.ts";
import { makeLine } from "./make-line.ts";
import { toCursor, toLimit, toPage } from "./pages.ts";
import type { PageOptions } from "./record-store.ts";
import type { ItemConditions } from "./select-items.ts";
import type { Database, ItemTable } from "./tables.ts";

export interface LineByKind {
  statement: StatementLine;
  stance: StanceLine;
  event: EventLine;
  case: CaseLine;
  figure: FigureLine;
}
export type LineKind = keyof LineByKind;

/** What a line is made of; fetching the other columns takes as long again. */
export const LINE_COLUMNS = [
  "nr", "report_nr", "local_id", "kind", "status", "score", "who", "whom", "utterance", "data",
] as const; // biome-ignore format: a list
export type LineRow = Pick<ItemTable, (typeof LINE_COLUMNS)[number]>;

export async function findLinePage<Kind extends LineKind>(
  db: Database,
  engine: Engine,
  kind: Kind,
  conditions: ItemConditions,
  page: PageOptions | undefined,
): Promise<Page<LineByKind[Kind]>> {
  const limit = toLimit(page);
  const cursor = toCursor(page);
  const nrs = await findNewest(db, engine, kind, conditions, { cursor, count: limit + 1 });
  // Rows are long: only those that are shown are taken whole.
  const rows =
    nrs.length === 0 ? [] : await db.selectFrom("item").select(LINE_COLUMNS).where(engine.isAmong("nr", nrs)).execute();
  rows.sort((one, other) => other.nr - one.nr);
  const lines = await toLines(db, engine, rows.slice(0, limit));
  return toPage(rows, limit, lines as LineByKind[Kind][], ({ nr }) => nr);
}

/** Gives each row its report, its entities and its words; in the order of the rows. Designations have no lines. */
export async function toLines(db: Database, engine: Engine, rows: readonly LineRow[]): Promise<LineByKind[LineKind][]> {
  if (rows.length === 0) return [];
  const items = rows.map(fromItemRow);
  // At once, where the database can do two things at a time.
  const [reports, { locals, entities }] = await Promise.all([
    loadReports(db, engine, [...new Set(rows.map(({ report_nr }) => report_nr))]),
    loadNamed(db, engine, rows, items),
  ]);
  const get = (nr: number | null) => (nr === null ? null : (entities.get(nr) ?? null));
  return rows.map((row, index) => {
    const { text, report } = reports.get(row.report_nr)!;
    const local = (id: string | null) => (id === null ? null : get(locals.get(row.report_nr)?.get(id) ?? null));
    return makeLine(items[index], row, { text, report, get, local });
  });
}

/** The entities that rows name, and those by their ids in the readings. */
async function loadNamed(db: Database, engine: Engine, rows: readonly LineRow[], items: readonly ReadItem[]) {
  const locals = await loadLocals(db, engine, rows, items);
  const entities = await loadEntities(db, engine, [
    ...rows.flatMap(({ who, whom }) => [who, whom]),
    ...[...locals.values()].flatMap((map) => [...map.values()]),
  ]);
  return { locals, entities };
}

async function loadReports(
  db: Database,
  engine: Engine,
  nrs: readonly number[],
): Promise<Map<number, { text: string; report: ReportRef }>> {
  const rows = await db
    .selectFrom("report")
    .select(["nr", "id", "title", "outlet", "url", "published_at", "copy_of", "text"])
    .where(engine.isAmong("nr", nrs))
    .execute();
  return new Map(
    rows.map(({ nr, id, title, outlet, url, published_at, copy_of, text }) => [
      nr,
      { text, report: { id, title, outlet, url, publishedAt: published_at, copyOf: copy_of } },
    ]),
  );
}

/** Entities by their ids in the readings, for items that name more than two. */
async function loadLocals(
  db: Database,
  engine: Engine,
  rows: readonly LineRow[],
  items: readonly ReadItem[],
): Promise<Map<number, Map<string, number>>> {
  const found = new Map<number, Map<string, number>>();
  // Most of the entities that a report names are in none of its cases.
  const wanted = rows.flatMap(({ report_nr }, index) => {
    const read = items[index];
    if (read.kind !== "case") return [];
    const ids = [...read.item.respondents.map(({ person }) => person), ...read.item.nonMembers];
    return ids.flatMap((id) => (id === null ? [] : [[report_nr, id] as const]));
  });
  if (wanted.length === 0) return found;
  const appearances = await db
    .selectFrom("appearance")
    .select(["report_nr", "local_id", "entity"])
    .where(engine.isAmongPairs(["report_nr", "local_id"], wanted))
    .execute();
  for (const { report_nr, local_id, entity } of appearances) {
    const map = found.get(report_nr) ?? new Map<string, number>();
    found.set(report_nr, map.set(local_id, entity));
  }
  return found;
}

export async function loadEntities(
  db: Database,
  engine: Engine,
  nrs: readonly (number | null)[],
): Promise<Map<number, EntityRef>> {
  const wanted = [...new Set(nrs.filter((nr) => nr !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom("entity")
    .select(["nr", "id", "name", "kind"])
    .where(engine.isAmong("nr", wanted))
    .execute();
  return new Map(rows.map(({ nr, ...ref }) => [nr, ref as EntityRef]));
}
