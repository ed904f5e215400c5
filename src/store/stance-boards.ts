/** Who stands where on the issues of an affair, and since when. */
import { sql } from "kysely";
import {
  findTurningPoints,
  type IssueStance,
  orderByTime,
  type StanceBoard,
  type StanceBoardCell,
  type StanceHistory,
  type StanceLine,
  turnStance,
} from "../record/index.ts";
import { getAffair } from "./affairs.ts";
import type { Engine } from "./engine.ts";
import { loadEntities, toLines } from "./find-lines.ts";
import { loadHolderRoles } from "./holder-roles.ts";
import { findEntityNumber } from "./select-items.ts";
import type { Database, ItemTable } from "./tables.ts";

/** A stance tied to an issue: its number, and what it says on the issue. */
interface Tied {
  readonly nr: number;
  readonly stance: StanceLine["stance"];
}

export async function getStanceBoard(
  db: Database,
  engine: Engine,
  affairId: string,
  limit: number,
): Promise<StanceBoard | undefined> {
  const affair = await getAffair(db, affairId);
  if (affair === undefined) return undefined;
  const issues = await db
    .selectFrom("issue as u")
    .innerJoin("affair as a", "a.nr", "u.affair_nr")
    .select(["u.nr", "u.id"])
    .where("a.id", "=", affairId)
    .execute();
  if (issues.length === 0) return { affairId, issues: affair.issues, rows: [] };
  const issueNumbers = new Map(issues.map(({ id, nr }) => [id, nr]));
  // The holders that are shown are chosen by the store, and each comes with all of its stances on an issue in one row: an
  // affair may have tens of thousands.
  const rows = await db
    .with("shown", (cte) =>
      cte
        .selectFrom("issue_stance")
        .select("holder")
        .where("issue_nr", "in", [...issueNumbers.values()])
        .where("holder", "is not", null)
        .groupBy("holder")
        .orderBy(sql`count(*)`, "desc")
        .orderBy("holder")
        .limit(limit),
    )
    .selectFrom("shown as h")
    .innerJoin("issue_stance as s", "s.holder", "h.holder")
    .select([
      "s.issue_nr",
      "s.holder",
      sql<string>`string_agg(s.item_nr || ' ' || s.is_turned || ' ' || s.label, ',')`.as("stances"),
    ])
    .where("s.issue_nr", "in", [...issueNumbers.values()])
    .groupBy(["s.holder", "s.issue_nr"])
    .execute();
  const holders = new Map<number, { count: number; byIssue: Map<number, Tied[]> }>();
  for (const { issue_nr, holder, stances } of rows) {
    const tied = stances.split(",").map(toTied);
    tied.sort((one, other) => one.nr - other.nr);
    const found = holders.get(holder!) ?? { count: 0, byIssue: new Map<number, Tied[]>() };
    found.count += tied.length;
    found.byIssue.set(issue_nr, tied);
    holders.set(holder!, found);
  }
  const shown = [...holders].sort((one, other) => other[1].count - one[1].count || one[0] - other[0]);
  const holderNumbers = shown.map(([who]) => who);
  const cells = shown.flatMap(([, { byIssue }]) => [...byIssue.values()].map(toCell));
  const cellNumbers = cells.flatMap(({ newest, since }) => [newest.nr, since.nr]);
  const [entities, countries, places] = await Promise.all([
    loadEntities(db, engine, holderNumbers),
    loadCountries(db, engine, holderNumbers),
    loadPlaces(db, engine, cellNumbers),
  ]);
  const persons = shown.filter(([who]) => entities.get(who)?.kind === "person").map(([who]) => who);
  const roles = await loadHolderRoles(
    db,
    engine,
    persons,
    [...places.values()].map(({ report_nr }) => report_nr),
  );
  const board = shown.map(([who, { byIssue }]) => ({
    holder: entities.get(who)!,
    country: countries.get(who) ?? null,
    role: roles.get(who) ?? null,
    cells: affair.issues.map(({ id }): StanceBoardCell | null => {
      const stances = byIssue.get(issueNumbers.get(id)!);
      if (stances === undefined) return null;
      const { newest, since, hasTurned } = toCell(stances);
      return {
        current: newest.stance,
        since: places.get(since.nr)?.published_at ?? null,
        count: stances.length,
        hasTurned,
        newestKey: `${places.get(newest.nr)!.id}/${places.get(newest.nr)!.local_id}`,
      };
    }),
  }));
  return { affairId, issues: affair.issues, rows: board };
}

function toTied(words: string): Tied {
  const [nr, isTurned, label] = words.split(" ");
  const stance = label as StanceLine["stance"];
  return { nr: Number(nr), stance: isTurned === "1" ? turnStance(stance) : stance };
}

/** @param stances In order of time, not empty. */
function toCell(stances: readonly Tied[]): { newest: Tied; since: Tied; hasTurned: boolean } {
  const telling = stances.filter(({ stance }) => stance !== "neutral");
  const counted = telling.length === 0 ? stances : telling;
  const newest = counted[counted.length - 1];
  let since = newest;
  let hasTurned = false;
  for (let i = counted.length - 2; i >= 0; i--) {
    if (counted[i].stance !== newest.stance) {
      hasTurned = true;
      break;
    }
    since = counted[i];
  }
  return { newest, since, hasTurned };
}

async function loadCountries(db: Database, engine: Engine, nrs: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom("entity")
    .select(["nr", "country"])
    .where(engine.isAmong("nr", nrs))
    .where("country", "is not", null)
    .execute();
  return new Map(rows.map(({ nr, country }) => [nr, country!]));
}

/** Where items stand: their reports, and what they are called in them. */
async function loadPlaces(db: Database, engine: Engine, nrs: readonly number[]) {
  if (nrs.length === 0) return new Map<number, never>();
  const rows = await db
    .selectFrom("item as i")
    .innerJoin("report as r", "r.nr", "i.report_nr")
    .select(["i.nr", "i.local_id", "i.report_nr", "r.id", "r.published_at"])
    .where(engine.isAmong("i.nr", [...new Set(nrs)]))
    .execute();
  return new Map(rows.map((row) => [row.nr, row]));
}

export async function getStanceHistory(
  db: Database,
  engine: Engine,
  holder: string,
  issueId: string,
): Promise<StanceHistory | undefined> {
  const issue = await db
    .selectFrom("issue")
    .select(["nr", "id", "proposition"])
    .where("id", "=", issueId)
    .executeTakeFirst();
  const who = await findEntityNumber(db, holder);
  if (issue === undefined || who === undefined) return undefined;
  const rows = await db
    .selectFrom("issue_stance as s")
    .innerJoin("item as i", "i.nr", "s.item_nr")
    .selectAll("i")
    .select(["s.is_turned", "s.fit"])
    .where("s.issue_nr", "=", issue.nr)
    .where("s.holder", "=", who)
    .execute();
  if (rows.length === 0) return undefined;
  const lines = (await toLines(db, engine, rows as ItemTable[])) as StanceLine[];
  const stances = orderByTime(
    lines.map((line, index): IssueStance => {
      const { is_turned, fit } = rows[index];
      return { line, stance: is_turned === 1 ? turnStance(line.stance) : line.stance, isTurned: is_turned === 1, fit };
    }),
  );
  const telling = stances.filter(({ stance }) => stance !== "neutral");
  return {
    holder: stances[0].line.holder,
    issue: { id: issue.id, proposition: issue.proposition },
    current: (telling.at(-1) ?? stances[stances.length - 1]).stance,
    stances,
    turningPoints: findTurningPoints(stances),
  };
}
