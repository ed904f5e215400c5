/** Judgements: made, undone, listed. Nothing that was decided is ever changed or deleted. */
import { sql } from "kysely";
import {
  type Correction,
  findUncorrectable,
  type Judgement,
  makeAnchor,
  type NewJudgement,
  type Page,
} from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { insertRows } from "./insert-rows.ts";
import { fromItemRow } from "./item-rows.ts";
import { toCursor, toLimit, toPage } from "./pages.ts";
import { reapplyJudgements } from "./reapply-judgements.ts";
import type { JudgementFilter, PageOptions } from "./record-store.ts";
import { regroupEntities } from "./regroup-entities.ts";
import { countEntities } from "./remove-report.ts";
import { takeNumbers } from "./row-numbers.ts";
import type { Database, JudgementTable } from "./tables.ts";

export async function judge(db: Database, engine: Engine, made: NewJudgement): Promise<Judgement> {
  if (made.by.trim() === "") throw new StoreError("invalid_value", "A judgement needs the name of whoever makes it.");
  const nr = await takeNumbers(db, "judgement", 1);
  const row: JudgementTable = {
    nr, id: `j${nr}`, verdict: made.verdict, made_by: made.by.trim(), made_at: new Date().toISOString(), note: made.note ?? null,
    report_id: null, anchor: null, local_id: null, entity_id: null, into_id: null, correction: null, authority: null,
    identifier: null, undoes: null, before: null,
  }; // biome-ignore format: a row
  if (made.verdict === "merge" || made.verdict === "link") {
    row.entity_id = await getEntityIdOrThrow(db, made.entityId);
    if (made.verdict === "merge") row.into_id = await getEntityIdOrThrow(db, made.into);
    else Object.assign(row, { authority: made.authority, identifier: made.identifier });
    if (row.into_id === row.entity_id) throw new StoreError("invalid_value", "An entity cannot be merged into itself.");
  } else if (made.verdict === "split") {
    await aboutAppearance(db, row, made.key);
  } else {
    await aboutItem(db, row, made.key, made.verdict === "correct" ? made.correction : undefined);
  }
  await insertRows(db, engine, "judgement", [row]);
  await takeEffect(db, engine, row);
  return getJudgementOrThrow(db, row.id);
}

export async function undoJudgement(db: Database, engine: Engine, id: string, by: string): Promise<Judgement> {
  const undone = await db.selectFrom("judgement").selectAll().where("id", "=", id).executeTakeFirst();
  if (undone === undefined || undone.verdict === "undo")
    throw new StoreError("not_found", `There is no judgement ${id} to undo.`);
  const earlier = await db.selectFrom("judgement").select("id").where("undoes", "=", id).executeTakeFirst();
  if (earlier !== undefined) throw new StoreError("already_undone", `The judgement ${id} was undone by ${earlier.id}.`);
  const nr = await takeNumbers(db, "judgement", 1);
  const row: JudgementTable = {
    ...undone, nr, id: `j${nr}`, verdict: "undo", made_by: by, made_at: new Date().toISOString(), note: null, undoes: id,
    correction: null, before: null,
  }; // biome-ignore format: a row
  await insertRows(db, engine, "judgement", [row]);
  await takeEffect(db, engine, undone);
  return getJudgementOrThrow(db, row.id);
}

/** Works out anew what the judgement, or its undoing, changes. */
export async function takeEffect(db: Database, engine: Engine, row: JudgementTable): Promise<void> {
  if (row.verdict === "merge" || row.verdict === "split") return regroupEntities(db, engine, row);
  if (row.report_id === null) return;
  const report = await db.selectFrom("report").select("nr").where("id", "=", row.report_id).executeTakeFirstOrThrow();
  await countEntities(db, engine, [report.nr], -1);
  await reapplyJudgements(db, engine, row.report_id, new Set(row.local_id === null ? [] : [row.local_id]));
  await countEntities(db, engine, [report.nr], 1);
}

function splitKey(key: string): { reportId: string; localId: string } {
  const [reportId, localId, more] = key.split("/");
  if (!reportId || !localId || more !== undefined)
    throw new StoreError("invalid_value", `"${key}" is no key such as 0f3a…/s4.`);
  return { reportId, localId };
}

async function aboutItem(
  db: Database,
  row: JudgementTable,
  key: string,
  correction: Correction | undefined,
): Promise<void> {
  const { reportId, localId } = splitKey(key);
  const found = await db
    .selectFrom("item as i")
    .innerJoin("report as r", "r.nr", "i.report_nr")
    .selectAll("i")
    .select("r.text")
    .where("r.id", "=", reportId)
    .where("i.local_id", "=", localId)
    .executeTakeFirst();
  if (found === undefined) throw new StoreError("not_found", `There is no item ${key}.`);
  const item = fromItemRow(found);
  if (correction !== undefined) {
    const wrong = findUncorrectable(item.kind, correction);
    if (wrong.length > 0)
      throw new StoreError("invalid_value", `A ${item.kind} has no ${wrong.join(", ")} to correct.`);
    for (const span of [correction.content, correction.cue, correction.sourceSpans].flatMap((spans) => spans ?? [])) {
      const fits =
        Number.isInteger(span.start) && span.start >= 0 && span.start < span.end && span.end <= found.text.length;
      if (!fits)
        throw new StoreError("invalid_value", `The span ${span.start} to ${span.end} is not within the report's text.`);
    }
    if (correction.content?.length === 0)
      throw new StoreError("invalid_value", "A statement's content cannot be empty.");
  }
  const ids = await db
    .selectFrom("entity")
    .select(["nr", "id"])
    .where("nr", "in", [found.who ?? 0, found.whom ?? 0])
    .execute();
  const idOf = (nr: number | null) => ids.find((entity) => entity.nr === nr)?.id ?? null;
  // The item is kept as the machine's or the last judgement had it: what an accept accepts.
  const first = await db
    .selectFrom("judgement")
    .select("anchor")
    .where("report_id", "=", reportId)
    .where("local_id", "=", localId)
    .where("anchor", "is not", null)
    .orderBy("nr")
    .executeTakeFirst();
  row.report_id = reportId;
  row.local_id = localId;
  // Later judgements hold to where the first did: a corrected span must not lose what corrected it.
  row.anchor = first?.anchor ?? JSON.stringify(makeAnchor(reportId, item, found.text));
  row.correction = correction === undefined ? null : JSON.stringify(correction);
  row.before = JSON.stringify({ item: item.item, who: idOf(found.who), whom: idOf(found.whom) });
}

async function aboutAppearance(db: Database, row: JudgementTable, key: string): Promise<void> {
  const { reportId, localId } = splitKey(key);
  const found = await db
    .selectFrom("appearance as a")
    .innerJoin("report as r", "r.nr", "a.report_nr")
    .innerJoin("entity as e", "e.nr", "a.entity")
    .select(["a.name", "a.mention_start", "a.mention_end", "e.id"])
    .where("r.id", "=", reportId)
    .where("a.local_id", "=", localId)
    .executeTakeFirst();
  if (found === undefined) throw new StoreError("not_found", `There is no entity ${key}.`);
  const spans = found.mention_start === null ? [] : [{ start: found.mention_start, end: found.mention_end }];
  row.report_id = reportId;
  row.local_id = localId;
  row.entity_id = found.id;
  row.anchor = JSON.stringify({ reportId, kind: "entity", evidence: spans, contentHash: found.name });
  row.before = JSON.stringify({ item: { name: found.name }, who: found.id, whom: null });
}

async function getEntityIdOrThrow(db: Database, id: string): Promise<string> {
  const row = await db.selectFrom("entity").select("id").where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new StoreError("not_found", `There is no entity ${id}.`);
  return row.id;
}

async function getJudgementOrThrow(db: Database, id: string): Promise<Judgement> {
  const row = await selectJudgements(db).where("j.id", "=", id).executeTakeFirstOrThrow();
  return toJudgement(row);
}

function selectJudgements(db: Database) {
  return db
    .selectFrom("judgement as j")
    .selectAll("j")
    .select(sql<string | null>`(select u.id from judgement u where u.undoes = j.id)`.as("undone_by"));
}

export async function findJudgements(
  db: Database,
  filter: JudgementFilter,
  page?: PageOptions,
): Promise<Page<Judgement>> {
  const limit = toLimit(page);
  const cursor = toCursor(page);
  let query = selectJudgements(db);
  const { reportId, entityId, key, by } = filter;
  if (reportId !== undefined) query = query.where("j.report_id", "=", reportId);
  if (entityId !== undefined)
    query = query.where((eb) => eb.or([eb("j.entity_id", "=", entityId), eb("j.into_id", "=", entityId)]));
  if (by !== undefined) query = query.where("j.made_by", "=", by);
  if (key !== undefined) {
    const parts = splitKey(key);
    query = query.where("j.report_id", "=", parts.reportId).where("j.local_id", "=", parts.localId);
  }
  if (cursor !== undefined) query = query.where("j.nr", "<", cursor);
  const rows = await query
    .orderBy("j.nr", "desc")
    .limit(limit + 1)
    .execute();
  return toPage(rows, limit, rows.map(toJudgement), ({ nr }) => nr);
}

function toJudgement(row: JudgementTable & { undone_by: string | null }): Judgement {
  const isAboutItem = row.report_id !== null && row.local_id !== null;
  return {
    id: row.id,
    verdict: row.verdict as Judgement["verdict"],
    by: row.made_by,
    at: row.made_at,
    note: row.note,
    anchor: row.anchor === null ? null : JSON.parse(row.anchor),
    key: isAboutItem ? `${row.report_id}/${row.local_id}` : null,
    entityId: row.entity_id,
    correction: row.correction === null ? null : JSON.parse(row.correction),
    into: row.into_id,
    link: row.authority === null ? null : { authority: row.authority, identifier: row.identifier! },
    undoes: row.undoes,
    undoneBy: row.undone_by,
    before: row.before === null ? null : JSON.parse(row.before).item,
  };
}
