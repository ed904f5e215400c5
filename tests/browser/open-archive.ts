/** An archive of the shipped affair in a temporary folder, served as a user would: `onrecord serve` in a process of its own. */
import { join, resolve } from "node:path";
import { makeArchive } from "../../site/serve-archive.ts";

const root = resolve(import.meta.dirname, "../..");

export interface ServedArchive {
  /** Ends with "/". */
  address: string;
  /** Asks the API as a program does. */
  ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Runs one command of `onrecord` on the archive; rejects where its exit status is not 0. */
  run(argv: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param files What is added before it is served.
 * @param user Who may log in, where the archive is to ask; then `ask` is refused like everybody.
 */
export async function openArchive(
  files: readonly string[] = [],
  user?: { name: string; password: string; role: string },
): Promise<ServedArchive> {
  const archive = makeArchive();
  if (files.length > 0) await archive.run(["add", ...files]);
  if (user !== undefined)
    await archive.run(["user", "add", user.name, "--role", user.role, "--password-stdin"], `${user.password}\n`);
  const { address, close } = await archive.serve(user === undefined ? [] : ["--login"]);
  return {
    address,
    close,
    run: archive.run,
    async ask(method, path, body) {
      const response = await fetch(`${address}api/v1/${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (response.status === 204 ? undefined : await response.json()) as never;
    },
  };
}

/** The shipped affair with two issues, as `npm start` makes it. */
export async function openAffair(): Promise<ServedArchive> {
  const archive = await openArchive([join(root, "examples/affair/reports")]);
  await archive.ask("POST", "affairs", { name: "The Pell Bridge warrant", query: { from: "2031" } });
  const path = "affairs/the-pell-bridge-warrant/issues";
  await archive.ask("POST", path, { proposition: "the warrant should be issued", words: "arrest the general" });
  await archive.ask("POST", path, { proposition: "the talks should go on", words: "negotiations" });
  return archive;
}
