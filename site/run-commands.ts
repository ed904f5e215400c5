/**
 * Runs the commands that a guide shows, so that it can only show what the program says today.
 *
 * The commands of one page run one after another in one temporary folder, with the shipped examples beside them.
 */
import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "./locate-root.ts";

export interface CommandFolder {
  /**
   * @param command As it stands on the page, `npx onrecord …`, also with pipes.
   * @returns What it prints: results, then notes.
   * @throws {Error} When it ends with another status than 0, naming the command and what it said.
   */
  run(command: string): Promise<string>;
  remove(): void;
}

export function makeCommandFolder(): CommandFolder {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-docs-"));
  symlinkSync(join(root, "examples"), join(folder, "examples"));
  const programs = join(folder, ".bin");
  mkdirSync(programs);
  const npx = join(programs, "npx");
  writeFileSync(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(root, "bin/onrecord.js")}" "$@"\n`);
  chmodSync(npx, 0o755);
  const { ONRECORD_STORE: _, FORCE_COLOR: __, ...inherited } = process.env;
  const env = {
    ...inherited,
    PATH: `${programs}${delimiter}${process.env.PATH}`,
    ...{ COLUMNS: "80", NO_COLOR: "1", CI: "true" },
  };
  return {
    run: (command) =>
      new Promise((done, fail) => {
        execFile("sh", ["-c", command], { cwd: folder, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
          if (error === null) done((stdout + stderr).trimEnd());
          else fail(new Error(`"${command}" ended with ${error.code}: ${stderr || stdout}`));
        });
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
