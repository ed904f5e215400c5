/** An archive of the shipped affair in a temporary folder, served as a user would: `onrecord serve` in a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const program = join(root, "bin/onrecord.js");

export interface ServedArchive {
  /** Ends with "/". */
  address: string;
  /** Asks the API as a program does. */
  ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
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
  const folder = mkdtempSync(join(tmpdir(), "onrecord-browser-"));
  const store = ["--store", join(folder, "archive.db")];
  if (files.length > 0) await run(["add", ...store, ...files]);
  if (user !== undefined)
    await run(["user", "add", user.name, "--role", user.role, "--password-stdin", ...store], `${user.password}\n`);
  const login = user === undefined ? [] : ["--login"];
  const server = spawn(process.execPath, [program, "serve", ...store, "--port", "0", ...login], { cwd: root });
  const address = await readAddress(server);
  return {
    address,
    async ask(method, path, body) {
      const response = await fetch(`${address}api/v1/${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (response.status === 204 ? undefined : await response.json()) as never;
    },
    async close() {
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
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

async function run(argv: readonly string[], input = ""): Promise<void> {
  const child = spawn(process.execPath, [program, ...argv], { cwd: root, stdio: ["pipe", "ignore", "inherit"] });
  child.stdin.end(input);
  const status = await new Promise((done) => child.once("exit", done));
  if (status !== 0) throw new Error(`onrecord ${argv.join(" ")} ended with ${status}`);
}

function readAddress(server: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let told = "";
    server.stdout!.on("data", (piece: Buffer) => {
      told += piece.toString();
      const address = /http:\/\/\S+\//.exec(told);
      if (address !== null) found(address[0]);
    });
    server.once("exit", (status) => fail(new Error(`onrecord serve ended with ${status}: ${told}`)));
  });
}
