/** A migration: the words of statements name their speakers, and stances tied to issues keep what the stance board asks for. */
import { type Kysely, sql } from "kysely";
import type { Engine } from "./engine.ts";
import { copyStanceColumns } from "./match-issues.ts";
import { toStatementWords } from "./statement-words.ts";
import type { Database } from "./tables.ts";

const BATCH = 2000;

export async function makeAnswersFaster(any: Kysely<unknown>, engine: Engine): Promise<void> {
  const db = any as unknown as Database;
  // The index does not keep the words themselves, so that none can be added to a row: it is made anew from the items.
  await sql`drop table item_words`.execute(db);
  await engine.createWordTable(any, "item_words");
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom("item")
      .select(["nr", "who", "data"])
      .where("kind", "=", "statement")
      .where("nr", ">", after)
      .orderBy("nr")
      .limit(BATCH)
      .execute();
    const words = rows.map(({ nr, who, data }) => ({ nr, stems: toStatementWords(JSON.parse(data).text, who) }));
    await engine.addWords(db, "item_words", words);
    if (rows.length < BATCH) break;
    after = rows[rows.length - 1].nr;
  }
  await sql`alter table issue_stance add column holder ${sql.raw(engine.types.integer)}`.execute(db);
  await sql`alter table issue_stance add column label ${sql.raw(engine.types.text)}`.execute(db);
  await copyStanceColumns(db);
  await sql`create index issue_stance_by_holder on issue_stance (issue_nr, holder, item_nr, label, is_turned)`.execute(
    db,
  );
  await engine.countRows(any);
}
