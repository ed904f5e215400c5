/** An archive of an older version answers as a new one does, and what is kept twice is checked. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { toSearchStems } from "../../src/record/index.ts";
import type { Engine } from "../../src/store/engine.ts";
import { openStore, type RecordStore } from "../../src/store/index.ts";
import { insertRows } from "../../src/store/insert-rows.ts";
import { migrate } from "../../src/store/migrations.ts";
import { createPostgresEngine } from "../../src/store/postgres-engine.ts";
import { createSqliteEngine } from "../../src/store/sqlite-engine.ts";
import { toSpeakerWord } from "../../src/store/statement-words.ts";
import type { Database, Tables } from "../../src/store/tables.ts";
import { invent, tollReport } from "./invented-reports.ts";
import { findPostgres, startPostgres } from "./postgres-server.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-upgrade-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("an archive of an older version", () => {
  it("answers as a new one, in SQLite", async () => {
    await expectSameAnswers(async (name) => join(folder, `${name}.db`), createSqliteEngine);
  });

  it.skipIf(findPostgres() === undefined)(
    "answers as a new one, in PostgreSQL",
    async () => {
      const server = startPostgres(findPostgres()!);
      try {
        await expectSameAnswers((name) => server.createDatabase(name), createPostgresEngine);
      } finally {
        server.stop();
      }
    },
    120_000,
  );
});

async function expectSameAnswers(
  create: (name: string) => Promise<string>,
  createEngine: (address: string) => Engine,
): Promise<void> {
  const [now, before] = [await create("now"), await create("before")];
  const store = await openStore(now);
  await fill(store);
  const answers = await ask(store);
  await store.close();
  expect(answers.statements.map((found) => found.length)).toEqual([2, 2, 1, 3]);
  expect(answers.board?.rows[0].cells[0]).toMatchObject({ current: "supports", count: 2, hasTurned: true });

  const engine = createEngine(before);
  const old = new Kysely<Tables>({ dialect: engine.dialect });
  await migrate(old, engine, "0004-counting");
  const source = new Kysely<Tables>({ dialect: createEngine(now).dialect });
  await copyRows(source, old, engine);
  await source.destroy();
  await old.destroy();
  const upgraded = await openStore(before);
  expect(await ask(upgraded)).toEqual(answers);
  expect(await listFaults(upgraded)).toEqual([]);
  await expectWrongCopiesFound(upgraded, createEngine(before));
  await upgraded.close();
}

async function fill(store: RecordStore): Promise<void> {
  await store.addReports([
    tollReport("2031-05-02", "captains pay for the harbour wall"),
    tollReport("2031-06-02", "captains need not pay", "supports"),
    tollReport("2031-06-09", "a ferry is no fishing boat"),
    invent({
      text: "Premier Marranti said captains were told.",
      entities: [{ name: "Marranti" }, { name: "Odo Belk" }],
      statements: [{ content: ["captains were told"], speaker: "e1" }],
    }),
  ]);
  await store.createAffair({ name: "The toll", query: { words: "harbour toll" } });
  await store.addIssue("the-toll", { proposition: "The harbour toll should be raised" });
  const { items } = await store.findStances();
  const last = items.find(({ report }) => report.publishedAt === "2031-06-09")!;
  await store.judge({ verdict: "reject", by: "ada", key: last.key });
}

async function ask(store: RecordStore) {
  const [marrant] = (await store.findEntities({ name: "ilse" })).items;
  const [marranti] = (await store.findEntities({ name: "marranti" })).items;
  const [issue] = (await store.getAffair("the-toll"))!.issues;
  const find = async (filter: Parameters<RecordStore["findStatements"]>[0]) =>
    (await store.findStatements(filter)).items;
  return {
    statements: [
      await find({ words: "captain", speaker: marrant.id }),
      await find({ words: "pay" }),
      await find({ words: "captain", speaker: marranti.id }),
      await find({ speaker: marrant.id }),
    ],
    board: await store.getStanceBoard("the-toll"),
    history: await store.getStanceHistory(marrant.id, issue.id),
    stats: await store.getStats(),
  };
}

/** As the older version wrote them: no speakers among the words, and nothing of an item in what ties it to an issue. */
async function copyRows(source: Database, old: Database, engine: Engine): Promise<void> {
  await old.deleteFrom("counter").execute();
  const tables = [
    "report", "item", "bucket", "utterance_key", "entity", "entity_key", "entity_word", "appearance", "role", "affair",
    "affair_report", "issue", "judgement", "counter",
  ] as const; // biome-ignore format: a list
  for (const table of tables)
    await insertRows(old, engine, table, await source.selectFrom(table).selectAll().execute());
  const ties = await source.selectFrom("issue_stance").select(["issue_nr", "item_nr", "is_turned", "fit"]).execute();
  expect(ties).toHaveLength(3);
  await insertRows(old, engine, "issue_stance", ties as Tables["issue_stance"][]);
  for (const { nr, title, text } of await source.selectFrom("report").selectAll().execute())
    await engine.addWords(old, "report_words", [{ nr, stems: toSearchStems(`${title ?? ""} ${text}`) }]);
  for (const { nr, data } of await source.selectFrom("item").selectAll().where("kind", "=", "statement").execute())
    await engine.addWords(old, "item_words", [{ nr, stems: toSearchStems(JSON.parse(data).text) }]);
}

async function expectWrongCopiesFound(store: RecordStore, engine: Engine): Promise<void> {
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  await db.updateTable("issue_stance").set({ label: "opposes" }).where("label", "=", "supports").execute();
  const { nr, data, who } = await db
    .selectFrom("item")
    .selectAll()
    .where("kind", "=", "statement")
    .orderBy("nr")
    .executeTakeFirstOrThrow();
  const other = await db.selectFrom("entity").select("nr").where("nr", "<>", who).executeTakeFirstOrThrow();
  await engine.removeWords(db, "item_words", [nr]);
  const stems = [...toSearchStems(JSON.parse(data).text), toSpeakerWord(other.nr)];
  await engine.addWords(db, "item_words", [{ nr, stems }]);
  await db.updateTable("tally").set({ stances: 9 }).where("stances", ">", 0).execute();
  await db.destroy();
  expect((await listFaults(store)).map((fault) => fault.replace(/^[^:]*: /, "")).sort()).toEqual([
    "cannot be found by its speaker, outlet, act or stance",
    "is another stance in the affair's issues than in the lists",
    "is found as the speaker, outlet or stance of others' statements",
    "its tally is not that of its items",
    "its tally is not that of its items",
    "its tally is not that of its items",
  ]);
}

async function listFaults(store: RecordStore): Promise<string[]> {
  const faults: string[] = [];
  for await (const { where, message } of store.check()) faults.push(`${where}: ${message}`);
  return faults;
}
