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
import { findEntityNumber, loadEntities, toLines } from "./find-lines.ts";
import type { Database, ItemTable } from "./tables.ts";

interface Tied {
  issue: string;
  who: number;
  nr: number;
  label: string;
  is_turned: number;
  local_id: string;
  report_nr: number;
  score: number;
}

export async function getStanceBoard(db: Database, affairId: string, limit: number): Promise<StanceBoard | undefined> {
  const affair = await getAffair(db, affairId);
  if (affair === undefined) return undefined;
  const rows = (await db
    .selectFrom("affair as a")
    .innerJoin("issue as u", "u.affair_nr", "a.nr")
    .innerJoin("issue_stance as s", "s.issue_nr", "u.nr")
    .innerJoin("item as i", "i.nr", "s.item_nr")
    .select(["u.id as issue", "i.who", "i.nr", "i.label", "s.is_turned", "i.local_id", "i.report_nr", "i.score"])
    .where("a.id", "=", affairId)
    .where("i.is_copy", "=", 0)
    .where("i.status", "<>", "rejected")
    .where("i.who", "is not", null)
    .execute()) as Tied[];
  rows.sort((one, other) => one.nr - other.nr);
  const holders = new Map<number, Map<string, Tied[]>>();
  for (const row of rows) {
    const issues = holders.get(row.who) ?? new Map<string, Tied[]>();
    holders.set(row.who, issues);
    const stances = issues.get(row.issue);
    if (stances === undefined) issues.set(row.issue, [row]);
    else stances.push(row);
  }
  const count = (issues: ReadonlyMap<string, readonly Tied[]>) =>
    [...issues.values()].reduce((sum, list) => sum + list.length, 0);
  const shown = [...holders].sort((one, other) => count(other[1]) - count(one[1]) || one[0] - other[0]).slice(0, limit);
  const entities = await loadEntities(
    db,
    shown.map(([who]) => who),
  );
  const cells = shown.flatMap(([, issues]) => [...issues.values()].map(toCell));
  const reports = await loadReports(
    db,
    cells.flatMap(({ newest, since }) => [newest.report_nr, since.report_nr]),
  );
  const board = shown.map(([who, issues]) => ({
    holder: entities.get(who)!,
    cells: affair.issues.map(({ id }): StanceBoardCell | null => {
      const stances = issues.get(id);
      if (stances === undefined) return null;
      const { newest, since, hasTurned } = toCell(stances);
      return {
        current: getStance(newest),
        since: reports.get(since.report_nr)?.published_at ?? null,
        count: stances.length,
        hasTurned,
        newestKey: `${reports.get(newest.report_nr)!.id}/${newest.local_id}`,
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

async function loadReports(
  db: Database,
  nrs: readonly number[],
): Promise<Map<number, { id: string; published_at: string | null }>> {
  if (nrs.length === 0) return new Map();
  const rows = await db
    .selectFrom("report")
    .select(["nr", "id", "published_at"])
    .where("nr", "in", [...new Set(nrs)])
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
