/** Utterances: the same words of one speaker in several reports, side by side. */
import { sql } from "kysely";
import type { Statement } from "../reading/index.ts";
import { compareWording, type Page, type StatementLine, type UtteranceGroup } from "../record/index.ts";
import { toLines } from "./find-lines.ts";
import { toLimit } from "./pages.ts";
import type { PageOptions } from "./record-store.ts";
import { findEntityNumber } from "./select-items.ts";
import type { Database } from "./tables.ts";

const LISTED_VERSIONS = 12;

/** @param most Of the wordings, the first; all by default. */
export async function getUtterance(db: Database, id: string, most?: number): Promise<UtteranceGroup | undefined> {
  const number = Number(/^u(\d+)$/.exec(id)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(number)) return undefined;
  const rows = await db
    .selectFrom("item")
    .selectAll()
    .where("utterance", "=", number)
    .where("status", "<>", "rejected")
    .orderBy("nr")
    .execute();
  if (rows.length === 0) return undefined;
  // What is quoted word for word is fuller than any retelling.
  const ranked = rows.map((row) => ({
    row,
    rank: row.mode === "indirect" ? 0 : 1,
    length: (JSON.parse(row.data) as Statement).text.length,
  }));
  ranked.sort((one, other) => other.rank - one.rank || other.length - one.length || one.row.nr - other.row.nr);
  const lines = (await toLines(
    db,
    ranked.slice(0, most).map(({ row }) => row),
  )) as StatementLine[];
  const [fullest, ...others] = lines;
  const versions = others.map((line) => ({ line, ...compareWording(fullest, line) }));
  return {
    id,
    speaker: fullest.speaker,
    versions: [{ line: fullest, relation: "fullest", leftOut: [] }, ...versions],
    count: rows.length,
  };
}

export async function findUtterances(
  db: Database,
  { affairId, speaker }: { affairId?: string; speaker?: string },
  page?: PageOptions,
): Promise<Page<UtteranceGroup>> {
  const limit = toLimit(page);
  const skipped = Number(page?.after ?? 0) || 0;
  const who = speaker === undefined ? undefined : await findEntityNumber(db, speaker);
  if (speaker !== undefined && who === undefined) return { items: [], next: null };
  // The first that said it has its own number. All others are few, and lead: `+` keeps the other indexes out.
  const isAsked = (row: string, plus = sql``) => sql`${sql.ref(`${row}.status`)} <> 'rejected'
    ${who === undefined ? sql`` : sql`and ${plus}${sql.ref(`${row}.who`)} = ${who}`}
    ${
      affairId === undefined
        ? sql``
        : sql`and ${plus}${sql.ref(`${row}.report_nr`)} in (select ar.report_nr from affair_report ar
      join affair a on a.nr = ar.affair_nr where a.id = ${affairId} and ar.way <> 'out')`
    }`;
  const { rows } = await sql<{ utterance: number }>`
    with again as materialized (select distinct o.utterance from item o where o.utterance <> o.nr and ${isAsked("o")})
    select i.utterance from again cross join item i
    where i.utterance = again.utterance and i.kind = 'statement' and ${isAsked("i", sql`+`)}
    group by i.utterance having count(distinct i.report_nr) > 1
    order by count(distinct i.report_nr) desc, i.utterance desc
    limit ${limit + 1} offset ${skipped}`.execute(db);
  const items: UtteranceGroup[] = [];
  for (const { utterance } of rows.slice(0, limit))
    items.push((await getUtterance(db, `u${utterance}`, LISTED_VERSIONS))!);
  return { items, next: rows.length > limit ? String(skipped + limit) : null };
}
