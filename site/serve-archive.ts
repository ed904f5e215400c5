/** An archive in a temporary folder, filled and served by `onrecord` in processes of its own, as a user would. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./locate-root.ts";

const PROGRAM = join(root, "bin/onrecord.js");

export interface ServedAddress {
  /** Ends with "/". */
  address: string;
  /** Stops the server and removes the archive. */
  close(): Promise<void>;
}

export interface TemporaryArchive {
  /** Runs one command on the archive; rejects where its exit status is not 0. */
  run(argv: readonly string[], input?: string): Promise<void>;
  serve(options: readonly string[]): Promise<ServedAddress>;
}

export function makeArchive(): TemporaryArchive {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-served-"));
  const store = ["--store", join(folder, "archive.db")];
  return {
    async run(argv, input = "") {
      const child = spawn(process.execPath, [PROGRAM, ...argv, ...store], {
        cwd: root,
        stdio: ["pipe", "ignore", "inherit"],
      });
      child.stdin.end(input);
      const status = await new Promise((done) => child.once("exit", done));
      if (status !== 0) throw new Error(`onrecord ${argv.join(" ")} ended with ${status}`);
    },
    async serve(options) {
      const server = spawn(process.execPath, [PROGRAM, "serve", "--port", "0", ...store, ...options], { cwd: root });
      return {
        address: await readAddress(server),
        async close() {
          const ended = new Promise((done) => server.once("exit", done));
          server.kill("SIGTERM");
          await ended;
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
  };
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
