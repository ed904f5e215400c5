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
import { loadEntities, toLines } from "./find-lines.ts";
import { findEntityNumber } from "./select-items.ts";
import type { Database, ItemTable } from "./tables.ts";

interface Tied {
  issue_nr: number;
  who: number;
  nr: number;
  label: string;
  is_turned: number;
}

export async function getStanceBoard(db: Database, affairId: string, limit: number): Promise<StanceBoard | undefined> {
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
  // The holders that are shown are chosen by the store: an affair may have thousands, and all of their stances would come here.
  const rows = (await db
    .with("tied", (cte) =>
      cte
        .selectFrom("issue_stance as s")
        .innerJoin("item as i", "i.nr", "s.item_nr")
        .select(["s.issue_nr", "i.who", "i.nr", "i.label", "s.is_turned"])
        .where("s.issue_nr", "in", [...issueNumbers.values()])
        .where("i.is_copy", "=", 0)
        .where("i.status", "<>", "rejected")
        .where("i.who", "is not", null),
    )
    .with("shown", (cte) =>
      cte.selectFrom("tied").select("who").groupBy("who").orderBy(sql`count(*)`, "desc").orderBy("who").limit(limit),
    )
    .selectFrom("tied as t")
    .innerJoin("shown as h", "h.who", "t.who")
    .selectAll("t")
    .execute()) as Tied[];
  rows.sort((one, other) => one.nr - other.nr);
  const holders = new Map<number, Map<number, Tied[]>>();
  for (const row of rows) {
    const byIssue = holders.get(row.who) ?? new Map<number, Tied[]>();
    holders.set(row.who, byIssue);
    const stances = byIssue.get(row.issue_nr);
    if (stances === undefined) byIssue.set(row.issue_nr, [row]);
    else stances.push(row);
  }
  const count = (byIssue: ReadonlyMap<number, readonly Tied[]>) =>
    [...byIssue.values()].reduce((sum, list) => sum + list.length, 0);
  const shown = [...holders].sort((one, other) => count(other[1]) - count(one[1]) || one[0] - other[0]);
  const entities = await loadEntities(
    db,
    shown.map(([who]) => who),
  );
  const cells = shown.flatMap(([, byIssue]) => [...byIssue.values()].map(toCell));
  const places = await loadPlaces(
    db,
    cells.flatMap(({ newest, since }) => [newest.nr, since.nr]),
  );
  const board = shown.map(([who, byIssue]) => ({
    holder: entities.get(who)!,
    cells: affair.issues.map(({ id }): StanceBoardCell | null => {
      const stances = byIssue.get(issueNumbers.get(id)!);
      if (stances === undefined) return null;
      const { newest, since, hasTurned } = toCell(stances);
      return {
        current: getStance(newest),
        since: places.get(since.nr)?.published_at ?? null,
        count: stances.length,
        hasTurned,
        newestKey: `${places.get(newest.nr)!.id}/${places.get(newest.nr)!.local_id}`,
      };
    }),
  }));
  return { affairId, issues: affair.issues, rows: board };
}

function getStance({ label, is_turned }: Tied): StanceLine["stance"] {
  const stance = label as StanceLine["stance"];
  return is_turned === 1 ? turnStance(stance) : stance;
}

/** @param stances In order of time, not empty. */
function toCell(stances: readonly Tied[]): { newest: Tied; since: Tied; hasTurned: boolean } {
  const telling = stances.filter((tied) => getStance(tied) !== "neutral");
  const counted = telling.length === 0 ? stances : telling;
  const newest = counted[counted.length - 1];
  let since = newest;
  let hasTurned = false;
  for (let i = counted.length - 2; i >= 0; i--) {
    if (getStance(counted[i]) !== getStance(newest)) {
      hasTurned = true;
      break;
    }
    since = counted[i];
  }
  return { newest, since, hasTurned };
}

/** Where items stand: their reports, and what they are called in them. */
async function loadPlaces(db: Database, nrs: readonly number[]) {
  if (nrs.length === 0) return new Map<number, never>();
  const rows = await db
    .selectFrom("item as i")
    .innerJoin("report as r", "r.nr", "i.report_nr")
    .select(["i.nr", "i.local_id", "r.id", "r.published_at"])
    .where("i.nr", "in", [...new Set(nrs)])
    .execute();
  return new Map(rows.map((row) => [row.nr, row]));
}

export async function getStanceHistory(
  db: Database,
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
    .where("i.who", "=", who)
    .where("i.status", "<>", "rejected")
    .where(sql<boolean>`i.is_copy = 0`)
    .execute();
  if (rows.length === 0) return undefined;
  const lines = (await toLines(db, rows as ItemTable[])) as StanceLine[];
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
