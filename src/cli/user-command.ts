/** `onrecord user`: who may use the archive over the network. */
import type { Role } from "../server/index.ts";
import { DONE } from "./exit-status.ts";
import type { Streams } from "./streams.ts";
import { type StoreOptions, withStore } from "./with-store.ts";

export interface UserAddOptions extends StoreOptions {
  readonly role: Role;
  /** The first line of standard input is the password; else one is made and shown. */
  readonly passwordStdin: boolean;
}

export function runUserAdd(name: string, options: UserAddOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const { hashPassword, makePassword, MIN_PASSWORD_LENGTH } = await import("../server/index.ts");
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(name)) {
      throw new Error(`"${name}" cannot be a user's name: take letters, digits, dots and hyphens, 64 at most`);
    }
    const password = options.passwordStdin ? await readLine(streams.stdin) : makePassword();
    if (password.length < MIN_PASSWORD_LENGTH) {
      throw new Error(`the password is too short; take one of at least ${MIN_PASSWORD_LENGTH} characters`);
    }
    await store.addUser({ name, role: options.role, passwordHash: await hashPassword(password) });
    await streams.stdout.write(`${name} is a user with the role ${options.role}\n`);
    if (!options.passwordStdin) await streams.stdout.write(`The password, shown this once: ${password}\n`);
    return DONE;
  });
}

export function runUserList(options: StoreOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    for (const { name, role, createdAt } of await store.findUsers()) {
      const tokens = await store.findTokens(name);
      const shown = tokens.map(({ id, label }) => `${id} ${label}`).join(", ");
      await streams.stdout.write(`${name}  ${role}  since ${createdAt.slice(0, 10)}${shown && `  tokens: ${shown}`}\n`);
    }
    return DONE;
  });
}

export function runUserRemove(name: string, options: StoreOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    await store.removeUser(name);
    await streams.stdout.write(`${name} is no user any more; what ${name} judged stays\n`);
    return DONE;
  });
}

export interface UserTokenOptions extends StoreOptions {
  readonly label: string;
  /** Id of a token that is to be made useless. */
  readonly revoke?: string;
}

export function runUserToken(name: string, options: UserTokenOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    if (options.revoke !== undefined) {
      await store.removeToken(name, options.revoke);
      await streams.stdout.write(`${options.revoke} opens nothing any more\n`);
      return DONE;
    }
    const { hashToken, makeToken } = await import("../server/index.ts");
    const token = makeToken();
    const { id } = await store.addToken({ user: name, label: options.label, hash: hashToken(token) });
    await streams.stdout.write(`Token ${id}, shown this once: ${token}\n`);
    return DONE;
  });
}

async function readLine(input: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of input) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes("\n")) break;
  }
  return text.split(/\r?\n/)[0];
}
