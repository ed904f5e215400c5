/** The archive's tables, from one version to the next. A migration that was released is never changed: the next one mends it. */
import { type Kysely, Migrator, sql } from "kysely";
import type { Engine, KeyTable } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { createAccess } from "./migrate-access.ts";
import {
  countNamedFaster,
  makeBoardsFaster,
  makeNumbersFaster,
  makeSearchFaster,
  makeSpeakersFaster,
} from "./migrate-answers.ts";
import type { Database } from "./tables.ts";

type Any = Kysely<unknown>;

/**
 * Brings the tables up to date, one process at a time, each migration wholly or not at all.
 *
 * @param last The last migration that is made; all by default.
 * @throws {StoreError} `newer_archive`, where a later version of the program wrote it.
 */
export async function migrate(db: Database, engine: Engine, last?: string): Promise<void> {
  const migrations = {
    "0001-archive": { up: (any: Any) => createArchive(any, engine) },
    "0002-faster-lists": { up: (any: Any) => makeListsFaster(any, engine) },
    "0003-access": { up: (any: Any) => createAccess(any, engine) },
    "0004-counting": { up: (any: Any) => makeCountingFaster(any) },
    "0005-answers": { up: (any: Any) => makeBoardsFaster(any, engine) },
    "0006-search": { up: (any: Any) => makeSearchFaster(any, engine) },
    "0007-keys": { up: (any: Any) => keepLess(any, engine) },
    "0008-named": { up: (any: Any) => countNamedFaster(any, engine) },
    "0009-tallies": { up: (any: Any) => makeNumbersFaster(any, engine) },
    "0010-said": { up: (any: Any) => makeSpeakersFaster(any, engine) },
  };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last));
  if (error === undefined) return;
  const message = error instanceof Error ? error.message : String(error);
  if (/corrupted migrations/.test(message)) {
    throw new StoreError("newer_archive", "The archive was written by another version of this program.");
  }
  throw error;
}

/** Keys are kept once, and who said how much in an affair is counted from an index. */
async function keepLess(db: Any, engine: Engine): Promise<void> {
  await engine.keepInOrderOfKeys(db, ALL_KEY);
  await sql`drop index item_by_report_kind`.execute(db);
  await sql`create index item_by_report_kind on item (report_nr, kind, is_copy, status, nr, who)`.execute(db);
  await engine.describeTables(db);
}

/** Tables whose rows are nothing but a key of two columns. */
const ALL_KEY: readonly KeyTable[] = [
  { name: "bucket", columns: ["bucket", "report_nr"] },
  { name: "utterance_key", columns: ["hash", "item_nr"] },
  { name: "entity_key", columns: ["key", "entity"] },
  { name: "entity_word", columns: ["word", "entity"] },
];

async function createArchive(db: Any, engine: Engine): Promise<void> {
  const { integer, text, real, bytes } = engine.types;
  const columns = (list: Record<string, string>) =>
    sql.join(Object.entries(list).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`));
  const table = (name: string, list: Record<string, string>, ...more: string[]) =>
    sql`create table ${sql.table(name)} (${columns(list)}${sql.raw(more.map((one) => `, ${one}`).join(""))})`.execute(
      db,
    );
  const index = (name: string, ...on: string[]) =>
    sql`create index ${sql.ref(`${name}_by_${on.join("_")}`)} on ${sql.table(name)} (${sql.join(on.map((one) => sql.ref(one)))})`.execute(
      db,
    );
  const must = (type: string) => `${type} not null`;
  const key = `${integer} primary key not null`;

  await table("report", {
    nr: key, id: `${text} not null unique`, title: text, outlet: text, outlet_key: text, byline: text, url: text,
    published_at: text, language: must(text), form: must(text), text: must(text), found: must(bytes), is_read: must(integer),
    reader: must(text), origin: text, added_at: must(text), copy_of: text, signature: bytes, shingle_count: must(integer),
    word_count: must(integer), statement_count: must(integer),
  }); // biome-ignore format: a table
  await index("report", "outlet_key", "nr");
  await index("report", "copy_of");
  await engine.createWordTable(db, "report_words");

  await table("item", {
    nr: key, seq: must(integer), report_nr: must(integer), local_id: must(text), kind: must(text), sort: text, label: text,
    mode: text, who: integer, whom: integer, status: must(text), is_copy: must(integer), score: must(real), utterance: integer,
    data: must(text),
  }); // biome-ignore format: a table
  await sql`create unique index item_by_report on item (report_nr, local_id)`.execute(db);
  await index("item", "who", "kind", "nr");
  await index("item", "whom", "kind", "nr");
  await index("item", "kind", "nr");
  await index("item", "kind", "status", "score");
  await index("item", "seq");
  await index("item", "utterance");
  await engine.createWordTable(db, "item_words");

  await table("bucket", { bucket: must(integer), report_nr: must(integer) }, "primary key (bucket, report_nr)");
  await index("bucket", "report_nr");
  await table("utterance_key", { hash: must(integer), item_nr: must(integer) }, "primary key (hash, item_nr)");
  await index("utterance_key", "item_nr");

  await table("entity", {
    nr: key, id: `${text} not null unique`, kind: must(text), name: must(text), country: text, names: must(text),
    merged_into: integer, report_count: must(integer), statement_count: must(integer),
  }); // biome-ignore format: a table
  await index("entity", "report_count");
  await index("entity", "merged_into");
  await table("entity_key", { key: must(text), entity: must(integer) }, "primary key (key, entity)");
  await index("entity_key", "entity");
  await table("entity_word", { word: must(text), entity: must(integer) }, "primary key (word, entity)");
  await index("entity_word", "entity");
  await table("appearance", {
    report_nr: must(integer), local_id: must(text), base: must(integer), entity: must(integer), name: must(text),
    reason: must(text), because: must(text), mention_start: integer, mention_end: integer,
  }, "primary key (report_nr, local_id)"); // biome-ignore format: a table
  await index("appearance", "entity", "report_nr");
  await index("appearance", "base");
  await table("role", {
    report_nr: must(integer), local_id: must(text), base: must(integer), entity: must(integer), title: must(text),
    title_key: must(text), of_entity: integer, day: must(integer), evidence: must(text),
  }); // biome-ignore format: a table
  await index("role", "report_nr");
  await index("role", "entity");
  await index("role", "base", "day");

  await table("affair", {
    nr: key, id: `${text} not null unique`, name: must(text), description: text, query: text, created_at: must(text),
  }); // biome-ignore format: a table
  await table(
    "affair_report",
    { affair_nr: must(integer), report_nr: must(integer), way: must(text) },
    "primary key (affair_nr, report_nr)",
  );
  await index("affair_report", "report_nr");
  await table("issue", {
    nr: key,
    id: `${text} not null unique`,
    affair_nr: must(integer),
    proposition: must(text),
    words: text,
  });
  await index("issue", "affair_nr");
  await table(
    "issue_stance",
    { issue_nr: must(integer), item_nr: must(integer), is_turned: must(integer), fit: must(real) },
    "primary key (issue_nr, item_nr)",
  );
  await index("issue_stance", "item_nr");

  await table("judgement", {
    nr: key, id: `${text} not null unique`, verdict: must(text), made_by: must(text), made_at: must(text), note: text,
    report_id: text, anchor: text, local_id: text, entity_id: text, into_id: text, correction: text, authority: text,
    identifier: text, undoes: text, before: text,
  }); // biome-ignore format: a table
  await index("judgement", "report_id");
  await index("judgement", "entity_id");
  await index("judgement", "undoes");
  await table("watch", {
    id: `${text} not null primary key`, kind: must(text), subject: must(text), deliver_to: text, created_at: must(text), state: must(text),
  }); // biome-ignore format: a table
  await table("counter", { name: `${text} not null primary key`, value: must(integer) });
  for (const name of ["report", "item", "entity", "affair", "issue", "judgement", "watch"]) {
    await sql`insert into counter (name, value) values (${name}, 0)`.execute(db);
  }
}

/** An affair's lines are found report by report without looking at each line, and what waits for review in its own order. */
async function makeListsFaster(db: Any, engine: Engine): Promise<void> {
  await sql`create index item_by_report_kind on item (report_nr, kind, is_copy, status, nr)`.execute(db);
  await sql`create index item_by_status_score on item (status, score, nr)`.execute(db);
  await engine.describeTables(db);
}

/** Reports are counted from an index alone: their rows keep long texts before the columns that are counted. */
async function makeCountingFaster(db: Any): Promise<void> {
  await sql`create index report_by_outlet_counts on report (outlet_key, outlet, is_read, word_count, published_at, copy_of)`.execute(
    db,
  );
}
