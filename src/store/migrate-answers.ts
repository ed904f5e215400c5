/** Migrations that let lists and boards be answered from an index. */
import { type Kysely, sql } from "kysely";
import type { Engine } from "./engine.ts";
import { copyStanceColumns } from "./match-issues.ts";
import { addAllStatementWords } from "./statement-words.ts";
import type { Database } from "./tables.ts";
import { tallyAll } from "./tallies.ts";

/** Stances tied to issues keep what the stance board asks for. */
export async function makeBoardsFaster(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await sql`alter table issue_stance add column holder ${sql.raw(engine.types.integer)}`.execute(db);
  await sql`alter table issue_stance add column label ${sql.raw(engine.types.text)}`.execute(db);
  await copyStanceColumns(db as unknown as Database);
  await sql`create index issue_stance_by_holder on issue_stance (issue_nr, holder, item_nr, label, is_turned)`.execute(
    db,
  );
}

/** The words of statements tell their speakers, outlets, acts and stances, and what is said again is found without the rest. */
export async function makeSearchFaster(db: Kysely<unknown>, engine: Engine): Promise<void> {
  // The index does not keep the words themselves, so that none can be added to a row: it is made anew from the items.
  await sql`drop table item_words`.execute(db);
  await engine.createWordTable(db, "item_words");
  await addAllStatementWords(db as unknown as Database, engine);
  // What is told of an entity that tens of thousands of reports name is counted without their rows.
  await sql`drop index role_by_entity`.execute(db);
  await sql`create index role_by_entity_title on role (entity, title_key, of_entity, report_nr)`.execute(db);
  await sql`drop index appearance_by_entity_report_nr`.execute(db);
  await sql`create index appearance_by_entity_name on appearance (entity, report_nr, name)`.execute(db);
  await sql`create index item_again_by_who on item (who, utterance) where utterance <> nr`.execute(db);
  await sql`create index item_again_by_report on item (report_nr, utterance) where utterance <> nr`.execute(db);
  await engine.describeTables(db);
  await engine.countRows(db);
}

/** Whom the reports of an affair name is counted from an index alone. */
export async function countNamedFaster(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await sql`create index appearance_by_report_entity on appearance (report_nr, entity)`.execute(db);
  await engine.describeTables(db);
}

/** The archive's numbers, and those of an affair's people, are added up from those of each report. */
export async function makeNumbersFaster(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const names = ["statements", "stances", "events", "cases", "figures", "spoken"];
  const { integer, text } = engine.types;
  const columns = sql.join(names.map((name) => sql`${sql.ref(name)} ${sql.raw(integer)} not null`));
  await sql`create table tally (report_nr ${sql.raw(integer)} primary key not null, ${columns},
    named ${sql.raw(text)} not null, speakers ${sql.raw(text)} not null)`.execute(db);
  await tallyAll(db as unknown as Database);
}

/** What somebody said is listed and counted from an index alone, and so are the entities that are named. */
export async function makeSpeakersFaster(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await sql`drop index item_by_who_kind_nr`.execute(db);
  await sql`create index item_by_who_kind_said on item (who, kind, nr, status, is_copy, mode, report_nr)`.execute(db);
  await sql`create index entity_by_kind_named on entity (kind) where merged_into is null and report_count > 0`.execute(
    db,
  );
  await engine.describeTables(db);
  await engine.countRows(db);
}
