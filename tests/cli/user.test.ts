import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashToken, isPassword } from "../../src/server/security/secrets.ts";
import { openStore, type User } from "../../src/store/index.ts";
import { run } from "./captured-streams.ts";

let folder: string;
let store: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-user-"));
  store = ["--store", join(folder, "archive.db")];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function getUser(name: string): Promise<User | undefined> {
  const opened = await openStore(store[1]);
  try {
    return await opened.getUser(name);
  } finally {
    await opened.close();
  }
}

describe("onrecord user", () => {
  it("adds a user with a password that is shown once and kept as a hash", async () => {
    const { status, out } = await run(["user", "add", "ilse", "--role", "reviewer", ...store]);
    const [, password] = /^ilse is a user with the role reviewer\nThe password, shown this once: (\S{20})\n$/.exec(
      out,
    )!;
    expect(status).toBe(0);
    const user = await getUser("ilse");
    expect(user).toMatchObject({ role: "reviewer" });
    expect(user?.passwordHash).not.toContain(password);
    expect(await isPassword(password, user!.passwordHash)).toBe(true);
    expect(await isPassword(`${password}x`, user!.passwordHash)).toBe(false);
  });

  it("takes a password from standard input, if it is long enough", async () => {
    const add = (stdin: string) => run(["user", "add", "tor", "--password-stdin", ...store], { stdin });
    expect(await add("short\n")).toMatchObject({
      status: 1,
      err: "onrecord: the password is too short; take one of at least 12 characters\n",
    });
    expect(await add("nine herons on a wall\r\nnot this")).toMatchObject({
      status: 0,
      out: "tor is a user with the role reader\n",
    });
    expect(await isPassword("nine herons on a wall", (await getUser("tor"))!.passwordHash)).toBe(true);
    expect((await add("nine herons on a wall\n")).err).toMatch(/^onrecord: There is a user "tor" already\./);
  });

  it("gives a token, lists it, and revokes it", async () => {
    const { out } = await run(["user", "token", "ilse", "--label", "nightly export", ...store]);
    const [, id, token] = /^Token (k\d+), shown this once: (onr_\S{43})\n$/.exec(out)!;
    const opened = await openStore(store[1]);
    expect((await opened.getUserByToken(hashToken(token)))?.name).toBe("ilse");
    await opened.close();
    expect((await run(["user", "list", ...store])).out).toMatch(
      /^ilse {2}reviewer {2}since [\d-]{10} {2}tokens: k\d+ nightly export\ntor {2}reader {2}since [\d-]{10}\n$/,
    );
    expect(await run(["user", "token", "ilse", "--revoke", id, ...store])).toMatchObject({ status: 0 });
    expect(await run(["user", "token", "ilse", "--revoke", id, ...store])).toMatchObject({ status: 1 });
  });

  it("removes a user, and refuses names and roles that there are not", async () => {
    expect((await run(["user", "remove", "tor", ...store])).status).toBe(0);
    expect(await getUser("tor")).toBeUndefined();
    expect((await run(["user", "remove", "tor", ...store])).err).toMatch(/^onrecord: There is no user "tor"\./);
    expect((await run(["user", "add", "a b", ...store])).status).toBe(1);
    expect((await run(["user", "add", "x", "--role", "king", ...store])).status).toBe(2);
    expect((await run(["serve", "--port", "70000", ...store])).status).toBe(2);
  });
});
