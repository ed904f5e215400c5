/** A migration: users, their tokens and sessions, and a revision that every change of the record moves on. */
import { randomInt } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Engine } from "./engine.ts";

export async function createAccess(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const text = sql.raw(engine.types.text);
  await sql`create table user_account (
    name ${text} not null primary key, role ${text} not null, password_hash ${text}, created_at ${text} not null)`.execute(
    db,
  );
  await sql`create table user_token (
    id ${text} not null primary key, user_name ${text} not null, label ${text} not null, hash ${text} not null unique,
    created_at ${text} not null)`.execute(db);
  await sql`create table user_session (
    hash ${text} not null primary key, user_name ${text} not null, expires_at ${text} not null)`.execute(db);
  await sql`create index user_token_by_user_name on user_token (user_name)`.execute(db);
  await sql`create index user_session_by_user_name on user_session (user_name)`.execute(db);
  // "archive" tells one archive from another, wherever their revisions meet.
  for (const [name, value] of [
    ["token", 0],
    ["revision", 0],
    ["archive", randomInt(2 ** 47)],
  ] as const) {
    await sql`insert into counter (name, value) values (${name}, ${value})`.execute(db);
  }
}
