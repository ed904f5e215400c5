/** Users, tokens and sessions in the archive's tables. */
import type { AccessStore, AccessToken, User } from "./access-store.ts";
import { StoreError } from "./errors.ts";
import { takeNumbers } from "./row-numbers.ts";
import type { Database, Tables } from "./tables.ts";

type Write = <Result>(run: (trx: Database) => Promise<Result>) => Promise<Result>;

export function createAccessStore(db: Database, write: Write): AccessStore {
  return {
    addUser: ({ name, role, passwordHash }) =>
      write(async (trx) => {
        if ((await findUser(trx, name)) !== undefined)
          throw new StoreError("user_exists", `There is a user "${name}" already.`);
        const row = { name, role, password_hash: passwordHash, created_at: new Date().toISOString() };
        await trx.insertInto("user_account").values(row).execute();
        return toUser(row);
      }),
    updateUser: (name, { role, passwordHash }) =>
      write(async (trx) => {
        const row = await getUserOrThrow(trx, name);
        const changed = {
          role: role ?? row.role,
          password_hash: passwordHash === undefined ? row.password_hash : passwordHash,
        };
        await trx.updateTable("user_account").set(changed).where("name", "=", name).execute();
        await trx.deleteFrom("user_session").where("user_name", "=", name).execute();
        return toUser({ ...row, ...changed });
      }),
    removeUser: (name) =>
      write(async (trx) => {
        await getUserOrThrow(trx, name);
        await trx.deleteFrom("user_session").where("user_name", "=", name).execute();
        await trx.deleteFrom("user_token").where("user_name", "=", name).execute();
        await trx.deleteFrom("user_account").where("name", "=", name).execute();
      }),
    async findUsers() {
      return (await db.selectFrom("user_account").selectAll().orderBy("name").execute()).map(toUser);
    },
    async getUser(name) {
      const row = await findUser(db, name);
      return row && toUser(row);
    },
    addToken: ({ user, label, hash }) =>
      write(async (trx) => {
        await getUserOrThrow(trx, user);
        const id = `k${await takeNumbers(trx, "token", 1)}`;
        const row = { id, user_name: user, label, hash, created_at: new Date().toISOString() };
        await trx.insertInto("user_token").values(row).execute();
        return toToken(row);
      }),
    async findTokens(user) {
      const query = db.selectFrom("user_token").selectAll().where("user_name", "=", user);
      return (await query.orderBy("created_at").orderBy("id").execute()).map(toToken);
    },
    removeToken: (user, id) =>
      write(async (trx) => {
        const query = trx.deleteFrom("user_token").where("id", "=", id).where("user_name", "=", user);
        const { numDeletedRows } = await query.executeTakeFirst();
        if (Number(numDeletedRows) === 0) throw new StoreError("not_found", `${user} has no token ${id}.`);
      }),
    async getUserByToken(hash) {
      const row = await db
        .selectFrom("user_token as t")
        .innerJoin("user_account as u", "u.name", "t.user_name")
        .selectAll("u")
        .where("t.hash", "=", hash)
        .executeTakeFirst();
      return row && toUser(row);
    },
    addSession: ({ user, hash, expiresAt }) =>
      write(async (trx) => {
        await trx.deleteFrom("user_session").where("expires_at", "<=", new Date().toISOString()).execute();
        await trx.insertInto("user_session").values({ hash, user_name: user, expires_at: expiresAt }).execute();
      }),
    removeSession: (hash) =>
      write(async (trx) => {
        await trx.deleteFrom("user_session").where("hash", "=", hash).execute();
      }),
    async getUserBySession(hash, now) {
      const row = await db
        .selectFrom("user_session as s")
        .innerJoin("user_account as u", "u.name", "s.user_name")
        .selectAll("u")
        .where("s.hash", "=", hash)
        .where("s.expires_at", ">", now)
        .executeTakeFirst();
      return row && toUser(row);
    },
  };
}

function findUser(db: Database, name: string): Promise<Tables["user_account"] | undefined> {
  return db.selectFrom("user_account").selectAll().where("name", "=", name).executeTakeFirst();
}

async function getUserOrThrow(db: Database, name: string): Promise<Tables["user_account"]> {
  const row = await findUser(db, name);
  if (row === undefined) throw new StoreError("not_found", `There is no user "${name}".`);
  return row;
}

function toUser({ name, role, password_hash, created_at }: Tables["user_account"]): User {
  return { name, role, passwordHash: password_hash, createdAt: created_at };
}

function toToken({ id, user_name, label, created_at }: Tables["user_token"]): AccessToken {
  return { id, user: user_name, label, createdAt: created_at };
}
