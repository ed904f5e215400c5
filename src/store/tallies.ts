/**
 * What is counted of a report, kept beside its rows: how many items it has of each kind, whom it names, and how much each of them
 * says. Counting thousands of reports from millions of rows takes longer than an answer may.
 */
import { sql } from "kysely";
import type { Engine } from "./engine.ts";
import { insertRows } from "./insert-rows.ts";
import { runPrepared } from "./run-prepared.ts";
import type { AppearanceTable, Database, ItemTable, Tables } from "./tables.ts";

export type TallyTable = Tables["tally"];

const KINDS = [
  ["statements", "statement"],
  ["stances", "stance"],
  ["events", "event"],
  ["cases", "case"],
  ["figures", "figure"],
] as const;

const COLUMNS = ["report_nr", ...KINDS.map(([name]) => name), "spoken", "named", "speakers"] as const;
const COUNTS = [...KINDS.map(([name]) => name), "spoken"] as const;

const COUNTED = `select report_nr, ${KINDS.map(([name, kind]) => `sum(case when kind = '${kind}' then 1 else 0 end) as ${name}`).join(", ")},
  sum(case when kind = 'statement' and who is not null then 1 else 0 end) as spoken from item where OF_THESE group by report_nr`;
const NAMED = `select report_nr, string_agg(cast(entity as text), ' ' order by entity) as named
  from (select distinct report_nr, entity from appearance where OF_THESE) a group by report_nr`;
const SPEAKERS = `select report_nr, string_agg(who || ':' || said, ' ' order by who) as speakers
  from (select report_nr, who, count(*) as said from item
    where OF_THESE and kind = 'statement' and is_copy = 0 and status <> 'rejected' and who is not null group by report_nr, who) s
  group by report_nr`;

/** Tallies of the reports that meet a condition, a `select`. */
function toSelect(condition: string): string {
  const [counted, named, speakers] = [COUNTED, NAMED, SPEAKERS].map((text) => text.replace("OF_THESE", condition));
  return `select r.nr as report_nr, ${COUNTS.map((name) => `coalesce(c.${name}, 0) as ${name}`).join(", ")},
    coalesce(n.named, '') as named, coalesce(s.speakers, '') as speakers
    from (select nr from report where ${condition.replace("report_nr", "nr")}) r left join (${counted}) c on c.report_nr = r.nr
    left join (${named}) n on n.report_nr = r.nr left join (${speakers}) s on s.report_nr = r.nr`;
}

const INSERT = `insert into tally (${COLUMNS.join(", ")})`;
const OF_ONE = `${INSERT} ${toSelect("report_nr = ?")}`;

/** Of a report that has none yet. */
export async function addTally(
  db: Database,
  engine: Engine,
  reportNr: number,
  items: readonly ItemTable[],
  appearances: readonly Pick<AppearanceTable, "entity">[],
): Promise<void> {
  const row: TallyTable = { report_nr: reportNr, statements: 0, stances: 0, events: 0, cases: 0, figures: 0, spoken: 0, named: "", speakers: "" }; // biome-ignore format: a row
  const said = new Map<number, number>();
  for (const { kind, who, is_copy } of items) {
    const counted = KINDS.find(([, own]) => own === kind);
    if (counted !== undefined) row[counted[0]]++;
    if (kind !== "statement" || who === null) continue;
    row.spoken++;
    if (is_copy === 0) said.set(who, (said.get(who) ?? 0) + 1);
  }
  row.named = inOrder(new Set(appearances.map(({ entity }) => entity))).join(" ");
  row.speakers = inOrder(said.keys())
    .map((who) => `${who}:${said.get(who)}`)
    .join(" ");
  await insertRows(db, engine, "tally", [row]);
}

function inOrder(numbers: Iterable<number>): number[] {
  return [...numbers].sort((one, other) => one - other);
}

/** To be called when items or entities of a report were added, changed or removed. */
export async function renewTally(db: Database, reportNr: number): Promise<void> {
  await runPrepared(db, "delete from tally where report_nr = ?", [reportNr]);
  await runPrepared(db, OF_ONE, [reportNr, reportNr, reportNr, reportNr]);
}

export async function tallyAll(db: Database): Promise<void> {
  await sql`${sql.raw(`${INSERT} ${toSelect("report_nr >= 0")}`)}`.execute(db);
}

/** Reports whose tallies are not those of their rows. */
export async function listWrongTallies(db: Database): Promise<number[]> {
  const differs = COLUMNS.map((name) => `t.${name} is distinct from c.${name}`).join(" or ");
  const { rows } = await sql<{ nr: number }>`select coalesce(c.report_nr, t.report_nr) as nr
    from (${sql.raw(toSelect("report_nr >= 0"))}) c full join tally t on t.report_nr = c.report_nr
    where ${sql.raw(differs)}`.execute(db);
  return rows.map(({ nr }) => nr);
}

export interface EntityTally {
  /** Reports that name it. */
  reports: number;
  /** Its statements in them, without those of copies and those that were rejected. */
  statements: number;
}

/** Of the reports of an affair together, by the numbers of entities. */
export async function countInAffair(db: Database, affairId: string): Promise<Map<number, EntityTally>> {
  const rows = await db
    .selectFrom("affair_report as ar")
    .innerJoin("tally as t", "t.report_nr", "ar.report_nr")
    .where(sql<boolean>`ar.affair_nr = (select nr from affair where id = ${affairId})`)
    .where("ar.way", "<>", "out")
    .select(["t.named", "t.speakers"])
    .execute();
  const tallies = new Map<number, EntityTally>();
  const get = (entity: number) => {
    const known = tallies.get(entity);
    if (known !== undefined) return known;
    const made = { reports: 0, statements: 0 };
    tallies.set(entity, made);
    return made;
  };
  for (const { named, speakers } of rows) {
    if (named !== "") for (const entity of named.split(" ")) get(Number(entity)).reports++;
    if (speakers === "") continue;
    for (const said of speakers.split(" ")) {
      const colon = said.indexOf(":");
      get(Number(said.slice(0, colon))).statements += Number(said.slice(colon + 1));
    }
  }
  return tallies;
}
