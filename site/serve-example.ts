/** The shipped affair in a temporary archive, served by `onrecord serve` as a user would: for pictures and the API's document. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./locate-root.ts";

const PROGRAM = join(root, "bin/onrecord.js");
const AFFAIR = "the-pell-bridge-warrant";

export interface ServedExample {
  /** Ends with "/". */
  address: string;
  close(): Promise<void>;
}

export async function serveExample(): Promise<ServedExample> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-docs-"));
  const store = ["--store", join(folder, "example.db")];
  await run("add", ...store, join(root, "examples/affair/reports"));
  await run("affair", "create", "The Pell Bridge warrant", "--from", "2031", ...store);
  for (const [proposition, words] of [
    ["the warrant should be carried out", "arrest the general"],
    ["the prosecutor's request is right", "decision charge accusation"],
  ]) {
    await run("affair", "issue", "add", AFFAIR, proposition, "--words", words, ...store);
  }
  const server = spawn(process.execPath, [PROGRAM, "serve", "--port", "0", ...store], { cwd: root });
  return {
    address: await readAddress(server),
    async close() {
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(...argv: string[]): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd: root, stdio: "ignore" });
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
