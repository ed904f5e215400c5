/** Affairs and their issues: made, changed, listed. */
import { sql } from "kysely";
import {
  type Affair,
  type AffairQuery,
  type Issue,
  matchesAffairQuery,
  type NewAffair,
  toNameWords,
  toSearchStems,
} from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { eachReport } from "./find-reports.ts";
import { insertRows } from "./insert-rows.ts";
import { matchIssues } from "./match-issues.ts";
import { takeNumbers } from "./row-numbers.ts";
import type { Database } from "./tables.ts";

export async function createAffair(db: Database, engine: Engine, affair: NewAffair): Promise<Affair> {
  const id = toNameWords(affair.name).join("-").slice(0, 80);
  if (id === "") throw new StoreError("invalid_value", "An affair needs a name with letters in it.");
  if ((await findNumber(db, id)) !== undefined)
    throw new StoreError("affair_exists", `There is an affair "${id}" already.`);
  const nr = await takeNumbers(db, "affair", 1);
  await insertRows(db, engine, "affair", [
    {
      nr,
      id,
      name: affair.name.trim(),
      description: affair.description ?? null,
      query: affair.query === undefined ? null : JSON.stringify(affair.query),
      created_at: new Date().toISOString(),
    },
  ]);
  if (affair.query !== undefined) await fillByQuery(db, engine, nr, affair.query);
  return (await getAffair(db, id))!;
}

export async function updateAffair(
  db: Database,
  engine: Engine,
  id: string,
  changes: { name?: string; description?: string | null; query?: AffairQuery | null },
): Promise<Affair> {
  const nr = await getNumberOrThrow(db, id);
  const { name, description, query } = changes;
  const set = {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(query === undefined ? {} : { query: query === null ? null : JSON.stringify(query) }),
  };
  if (Object.keys(set).length > 0) await db.updateTable("affair").set(set).where("nr", "=", nr).execute();
  if (query !== undefined) {
    await db.deleteFrom("affair_report").where("affair_nr", "=", nr).where("way", "=", "query").execute();
    if (query !== null) await fillByQuery(db, engine, nr, query);
    await rematch(db, engine, nr);
  }
  return (await getAffair(db, id))!;
}

/** Reports that cannot meet the query are left out by the store's own index; the query itself decides. */
export async function fillByQuery(db: Database, engine: Engine, affairNr: number, query: AffairQuery): Promise<void> {
  const [entityId] = query.entityIds ?? [];
  const { words, outlet, from, to } = query;
  const wanted = {
    ...(words ? { words } : {}),
    ...(outlet ? { outlet } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
  const rows: { affair_nr: number; report_nr: number; way: string }[] = [];
  for await (const stored of eachReport(db, engine, entityId === undefined ? wanted : { ...wanted, entityId })) {
    const matches = matchesAffairQuery(query, {
      stems: new Set(toSearchStems(`${stored.title ?? ""} ${stored.report.text}`)),
      outlet: stored.outlet,
      publishedAt: stored.publishedAt,
      entityIds: new Set(Object.values(stored.entityIds)),
    });
    if (!matches) continue;
    const { nr } = await db.selectFrom("report").select("nr").where("id", "=", stored.id).executeTakeFirstOrThrow();
    rows.push({ affair_nr: affairNr, report_nr: nr, way: "query" });
  }
  await insertRows(db, engine, "affair_report", rows, "ignore");
}

export async function removeAffair(db: Database, id: string): Promise<void> {
  const nr = await getNumberOrThrow(db, id);
  await db
    .deleteFrom("issue_stance")
    .where(sql<boolean>`issue_nr in (select nr from issue where affair_nr = ${nr})`)
    .execute();
  await db.deleteFrom("issue").where("affair_nr", "=", nr).execute();
  await db.deleteFrom("affair_report").where("affair_nr", "=", nr).execute();
  await db.deleteFrom("affair").where("nr", "=", nr).execute();
}

export async function setReportsInAffair(
  db: Database,
  engine: Engine,
  id: string,
  reportIds: readonly string[],
  isIn: boolean,
): Promise<void> {
  const nr = await getNumberOrThrow(db, id);
  for (const reportId of reportIds) {
    const report = await db.selectFrom("report").select("nr").where("id", "=", reportId).executeTakeFirst();
    if (report === undefined) throw new StoreError("not_found", `There is no report ${reportId}.`);
    await db.deleteFrom("affair_report").where("affair_nr", "=", nr).where("report_nr", "=", report.nr).execute();
    await insertRows(db, engine, "affair_report", [
      { affair_nr: nr, report_nr: report.nr, way: isIn ? "hand" : "out" },
    ]);
  }
  await rematch(db, engine, nr);
}

export async function rematch(db: Database, engine: Engine, affairNr: number): Promise<void> {
  await db
    .deleteFrom("issue_stance")
    .where(sql<boolean>`issue_nr in (select nr from issue where affair_nr = ${affairNr})`)
    .execute();
  await matchIssues(db, engine, { affairs: [affairNr] });
}

export async function addIssue(
  db: Database,
  engine: Engine,
  affairId: string,
  { proposition, words }: { proposition: string; words?: string },
): Promise<Issue> {
  const affairNr = await getNumberOrThrow(db, affairId);
  if (toSearchStems(proposition).length < 2) {
    throw new StoreError("invalid_value", 'An issue is a proposition such as "the warrants should be issued".');
  }
  const nr = await takeNumbers(db, "issue", 1);
  await insertRows(db, engine, "issue", [
    { nr, id: `i${nr}`, affair_nr: affairNr, proposition: proposition.trim(), words: words ?? null },
  ]);
  await matchIssues(db, engine, { issueNr: nr });
  return (await findIssues(db, affairNr, affairId)).find(({ id }) => id === `i${nr}`)!;
}

export async function removeIssue(db: Database, id: string): Promise<void> {
  const issue = await db.selectFrom("issue").select("nr").where("id", "=", id).executeTakeFirst();
  if (issue === undefined) throw new StoreError("not_found", `There is no issue ${id}.`);
  await db.deleteFrom("issue_stance").where("issue_nr", "=", issue.nr).execute();
  await db.deleteFrom("issue").where("nr", "=", issue.nr).execute();
}

export async function findAffairs(db: Database): Promise<Affair[]> {
  const rows = await db.selectFrom("affair").select("id").orderBy("name").orderBy("id").execute();
  const affairs: Affair[] = [];
  for (const { id } of rows) affairs.push((await getAffair(db, id))!);
  return affairs;
}

export async function getAffair(db: Database, id: string): Promise<Affair | undefined> {
  const row = await db.selectFrom("affair").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  const { count } = await db
    .selectFrom("affair_report")
    .select(sql<number>`count(*)`.as("count"))
    .where("affair_nr", "=", row.nr)
    .where("way", "<>", "out")
    .executeTakeFirstOrThrow();
  return {
    id,
    name: row.name,
    description: row.description,
    query: row.query === null ? null : JSON.parse(row.query),
    createdAt: row.created_at,
    reportCount: count,
    issues: await findIssues(db, row.nr, id),
  };
}

async function findIssues(db: Database, affairNr: number, affairId: string): Promise<Issue[]> {
  const rows = await db
    .selectFrom("issue as u")
    .select(["u.id", "u.proposition", "u.words"])
    .select(sql<number>`(select count(*) from issue_stance s where s.issue_nr = u.nr)`.as("count"))
    .where("u.affair_nr", "=", affairNr)
    .orderBy("u.nr")
    .execute();
  return rows.map(({ id, proposition, words, count }) => ({ id, affairId, proposition, words, stanceCount: count }));
}

async function findNumber(db: Database, id: string): Promise<number | undefined> {
  return (await db.selectFrom("affair").select("nr").where("id", "=", id).executeTakeFirst())?.nr;
}

async function getNumberOrThrow(db: Database, id: string): Promise<number> {
  const nr = await findNumber(db, id);
  if (nr === undefined) throw new StoreError("not_found", `There is no affair "${id}".`);
  return nr;
}
