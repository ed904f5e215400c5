/** Whether everything in the archive holds: spans against texts, rows against readings, counts against rows. */
import { sql } from "kysely";
import type { Span } from "../language/index.ts";
import { listItems } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { toFound } from "./find-reports.ts";
import { fromItemRow } from "./item-rows.ts";
import { HOLDER } from "./match-issues.ts";
import type { IntegrityFault } from "./record-store.ts";
import { listStatementWords, toOutletWord, toSpeakerWord, toStanceWord } from "./statement-words.ts";
import type { Database, ReportTable } from "./tables.ts";
import { listWrongTallies } from "./tallies.ts";

const STANCES = ["supports", "opposes", "mixed", "neutral"];

export async function* checkArchive(db: Database, engine: Engine): AsyncGenerator<IntegrityFault> {
  const signCounts = new Map<string, number>();
  for (let after = -1; ; ) {
    const reports = await db
      .selectFrom("report")
      .selectAll()
      .where("nr", ">", after)
      .orderBy("nr")
      .limit(100)
      .execute();
    for (const report of reports) {
      after = report.nr;
      yield* checkReport(db, engine, report, signCounts);
    }
    if (reports.length < 100) break;
  }
  yield* checkCounts(db);
  yield* checkSigns(db, engine, signCounts);
}

/** @param signCounts How many statements have each sign; added to. */
async function* checkReport(
  db: Database,
  engine: Engine,
  report: ReportTable,
  signCounts: Map<string, number>,
): AsyncGenerator<IntegrityFault> {
  const fault = (where: string, message: string): IntegrityFault => ({ where: `${report.id}${where}`, message });
  let found: ReturnType<typeof toFound>;
  try {
    found = toFound(report);
  } catch {
    yield fault("", "its reading cannot be unpacked");
    return;
  }
  const length = report.text.length;
  const isWrong = ({ start, end }: Span) => !(start >= 0 && start < end && end <= length);
  const items = await db.selectFrom("item").selectAll().where("report_nr", "=", report.nr).execute();
  const rows = new Map(items.map((row) => [row.local_id, row]));
  if (found.reading !== null) {
    for (const item of listItems(found.reading)) {
      const row = rows.get(item.id);
      if (row === undefined) yield fault(`/${item.id}`, "is in the reading but not in the lists");
      else if (row.kind !== item.kind)
        yield fault(`/${item.id}`, `is a ${item.kind} in the reading and a ${row.kind} in the lists`);
    }
    const machine = new Set(listItems(found.reading).map(({ id }) => id));
    for (const id of rows.keys())
      if (!machine.has(id) && !id.startsWith("j")) yield fault(`/${id}`, "is in the lists but not in the reading");
    const named = await db.selectFrom("appearance").select("local_id").where("report_nr", "=", report.nr).execute();
    if (named.length !== found.reading.entities.length) yield fault("", "its entities are not those of its reading");
    for (const { id, mentions } of found.reading.entities)
      if (mentions.some(isWrong)) yield fault(`/${id}`, "a mention is not within the text");
  } else if (items.length > 0) yield fault("", "has items but no reading");
  const words = new Map(listStatementWords(items, report.outlet).map((found) => [found.nr, found]));
  for (const row of items) {
    const { item, kind } = fromItemRow(row);
    const spans: readonly Span[] = item.evidence;
    if (spans.length === 0) yield fault(`/${row.local_id}`, "has no evidence");
    const all = kind === "statement" ? [...spans, ...item.content, ...item.cue, ...item.source] : spans;
    if (all.some(isWrong)) yield fault(`/${row.local_id}`, "a span is not within the text");
    if (kind !== "statement") continue;
    const isFoundBy = async (words: readonly string[]) => {
      const has = engine.hasWords("item_words", { all: words, none: [] });
      const rows = await sql`select 1 from item_words w where ${engine.wordNumber} = ${row.nr} and ${has}`.execute(db);
      return rows.rows.length > 0;
    };
    const { words: stems, signs } = words.get(row.nr)!;
    if (stems.length > 0 && !(await isFoundBy([stems[0]])))
      yield fault(`/${row.local_id}`, "cannot be found by its words");
    if (!(await isFoundBy(signs)))
      yield fault(`/${row.local_id}`, "cannot be found by its speaker, outlet, act or stance");
    for (const sign of signs) signCounts.set(sign, (signCounts.get(sign) ?? 0) + 1);
  }
}

async function* checkCounts(db: Database): AsyncGenerator<IntegrityFault> {
  const orphans = await db
    .selectFrom("item as i")
    .leftJoin("report as r", "r.nr", "i.report_nr")
    .select(["i.nr"])
    .where("r.nr", "is", null)
    .execute();
  for (const { nr } of orphans) yield { where: `item ${nr}`, message: "belongs to no report" };
  const counts = await sql<{ id: string }>`select e.id from entity e where e.report_count <>
    (select count(distinct a.report_nr) from appearance a where a.entity = e.nr) or e.statement_count <>
    (select count(*) from item i where i.who = e.nr and i.kind = 'statement' and i.is_copy = 0 and i.status <> 'rejected')`.execute(
    db,
  );
  for (const { id } of counts.rows) yield { where: id, message: "its counts are not those of its rows" };
  for (const nr of await listWrongTallies(db))
    yield { where: `report ${nr}`, message: "its tally is not that of its items" };
  const ties = await sql<{ id: string; local_id: string }>`select r.id, i.local_id from issue_stance s
    join item i on i.nr = s.item_nr join report r on r.nr = i.report_nr
    where s.holder is distinct from ${HOLDER} or s.label is distinct from i.label`.execute(db);
  for (const { id, local_id } of ties.rows)
    yield { where: `${id}/${local_id}`, message: "is another stance in the affair's issues than in the lists" };
}

/** That each statement has its signs is checked report by report; here, that no other statement has them. */
async function* checkSigns(
  db: Database,
  engine: Engine,
  signCounts: ReadonlyMap<string, number>,
): AsyncGenerator<IntegrityFault> {
  const signs = new Map<string, string>();
  for (const { nr, id } of await db.selectFrom("entity").select(["nr", "id"]).execute())
    signs.set(toSpeakerWord(nr), id);
  for (const { outlet } of await db.selectFrom("report").select("outlet").distinct().execute())
    if (outlet !== null) signs.set(toOutletWord(outlet), outlet);
  for (const stance of STANCES) signs.set(toStanceWord(stance), stance);
  for (const [sign, where] of signs) {
    const has = engine.hasWords("item_words", { all: [sign], none: [] });
    const { rows } = await sql<{ count: number }>`select count(*) as count from item_words w where ${has}`.execute(db);
    if (Number(rows[0].count) > (signCounts.get(sign) ?? 0))
      yield { where, message: "is found as the speaker, outlet or stance of others' statements" };
  }
}
