import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runForList, runPrepared } from "./run-prepared.ts";
import { createSqliteEngine } from "./sqlite-engine.ts";
import type { Database, Tables } from "./tables.ts";

describe("runForList", () => {
  let db: Database;

  beforeEach(async () => {
    db = new Kysely<Tables>({ dialect: createSqliteEngine(":memory:").dialect });
    await sql`create table counter (name text primary key, value integer)`.execute(db);
    for (let value = 1; value <= 700; value++) {
      await runPrepared(db, "insert into counter (name, value) values (?, ?)", [`n${value}`, value]);
    }
  });

  afterEach(() => db.destroy());

  it.each([0, 1, 5, 16, 513, 700])("finds each row of a list of %i once", async (length) => {
    const names = Array.from({ length }, (_, index) => `n${index + 1}`);
    const rows = await runForList<{ value: number }>(db, "select value from counter where name in (*)", names);
    expect(rows.map(({ value }) => value).sort((one, other) => one - other)).toEqual(
      names.map((_, index) => index + 1),
    );
  });

  it("takes further values behind the list, in every piece of it", async () => {
    const names = Array.from({ length: 700 }, (_, index) => `n${index + 1}`);
    const text = "select value from counter where name in (*) and value > ? and value <= ?";
    const rows = await runForList<{ value: number }>(db, text, names, [510, 515]);
    expect(rows.map(({ value }) => value)).toEqual([511, 512, 513, 514, 515]);
  });

  it("takes a list as rows", async () => {
    const text = `with wanted (name) as (select distinct column1 from (values (*)) v)
      select c.value from wanted w join counter c on c.name = w.name order by c.value`;
    const rows = await runForList<{ value: number }>(db, text, ["n2", "n9", "n9"]);
    expect(rows.map(({ value }) => value)).toEqual([2, 9]);
  });
});
