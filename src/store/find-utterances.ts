/** Utterances: the same words of one speaker in several reports, side by side. */
import { sql } from "kysely";
import { compareWording, type Page, type StatementLine, type UtteranceGroup } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { toLines } from "./find-lines.ts";
import { toLimit } from "./pages.ts";
import type { PageOptions } from "./record-store.ts";
import { selectItems } from "./select-items.ts";
import type { Database } from "./tables.ts";

export async function getUtterance(db: Database, id: string): Promise<UtteranceGroup | undefined> {
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
  const lines = (await toLines(db, rows)) as StatementLine[];
  // What is quoted word for word is fuller than any retelling.
  const rank = (line: StatementLine) => (line.mode === "indirect" ? 0 : 1);
  lines.sort(
    (one, other) => rank(other) - rank(one) || other.text.length - one.text.length || (one.key < other.key ? -1 : 1),
  );
  const [fullest, ...others] = lines;
  const versions = others.map((line) => ({ line, ...compareWording(fullest, line) }));
  return { id, speaker: fullest.speaker, versions: [{ line: fullest, relation: "fullest", leftOut: [] }, ...versions] };
}

export async function findUtterances(
  db: Database,
  engine: Engine,
  filter: { affairId?: string; speaker?: string },
  page?: PageOptions,
): Promise<Page<UtteranceGroup>> {
  const limit = toLimit(page);
  const skipped = Number(page?.after ?? 0) || 0;
  const { affairId, speaker } = filter;
  const query = await selectItems(db, engine, "statement", {
    copies: true,
    ...(affairId === undefined ? {} : { affairId }),
    ...(speaker === undefined ? {} : { who: speaker }),
  });
  if (query === undefined) return { items: [], next: null };
  const rows: { utterance: number }[] = await query
    .select("i.utterance")
    .where("i.utterance", "is not", null)
    .groupBy("i.utterance")
    .having(sql`count(distinct i.report_nr)`, ">", 1)
    .orderBy(sql`count(distinct i.report_nr)`, "desc")
    .orderBy("i.utterance", "desc")
    .offset(skipped)
    .limit(limit + 1)
    .execute();
  const items: UtteranceGroup[] = [];
  for (const { utterance } of rows.slice(0, limit)) items.push((await getUtterance(db, `u${utterance}`))!);
  return { items, next: rows.length > limit ? String(skipped + limit) : null };
}
