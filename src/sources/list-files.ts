/**
 * Finds the report files that the user's words stand for: files as they are named, folders with all that lies in them.
 */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type SourceProblem, toSourceProblem } from "./errors.ts";
import { toReadableError } from "./open-file.ts";
import { hasReportEnding } from "./source-kind.ts";

export interface ListedFile {
  readonly kind: "file";
  readonly file: string;
}

/** Said for information: nothing went wrong. */
export interface SourceNote {
  readonly kind: "note";
  readonly file: string;
  readonly line?: number;
  readonly entry?: number;
  readonly message: string;
}

/** Whether a name is an address to be fetched rather than a file, of whatever kind. */
export function isAddress(name: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(name);
}

/**
 * Lists files in the order named, those of a folder by name, and folders within it likewise.
 *
 * A file named by itself may have any ending; of a folder, those are taken whose ending tells what they hold.
 * Hidden files and folders are passed over, and so are links to folders, which could lead in a circle. Other kinds of file
 * are counted in a note, so that nothing is passed over silently.
 */
export async function* listFiles(names: readonly string[]): AsyncGenerator<ListedFile | SourceNote | SourceProblem> {
  for (const name of names) {
    if (name === "-") {
      yield { kind: "file", file: name };
      continue;
    }
    try {
      if ((await stat(name)).isDirectory()) yield* listFolder(name);
      else yield { kind: "file", file: name };
    } catch (error) {
      const { code, message } = toReadableError(error);
      yield toSourceProblem(code, { file: name }, message);
    }
  }
}

async function* listFolder(top: string): AsyncGenerator<ListedFile | SourceNote | SourceProblem> {
  let taken = 0;
  let left = 0;
  // A stack, since folders may lie deeper in one another than calls can.
  const waiting: { path: string; isFolder: boolean }[] = [{ path: top, isFolder: true }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!next.isFolder) {
      taken++;
      yield { kind: "file", file: next.path };
      continue;
    }
    let entries: Dirent[];
    try {
      entries = await readdir(next.path, { withFileTypes: true });
    } catch (error) {
      const { code, message } = toReadableError(error);
      yield toSourceProblem(code, { file: next.path }, message);
      taken = Number.POSITIVE_INFINITY;
      continue;
    }
    entries.sort((a, b) => (a.name < b.name ? 1 : -1));
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const path = join(next.path, entry.name);
      if (entry.isDirectory()) waiting.push({ path, isFolder: true });
      else if (hasReportEnding(entry.name)) waiting.push({ path, isFolder: false });
      else left++;
    }
  }
  if (taken === 0) {
    const message = left === 0 ? "the folder is empty" : "no file in the folder is a report";
    yield toSourceProblem("no_reports", { file: top }, message);
  } else if (left > 0) {
    yield { kind: "note", file: top, message: `${left} other ${left === 1 ? "file" : "files"} left alone` };
  }
}

/** Bytes of all files that the names stand for, to tell how far one is; undefined where that cannot be known before. */
export async function measureFiles(names: readonly string[]): Promise<number | undefined> {
  if (names.some((name) => name === "-" || isAddress(name))) return undefined;
  let total = 0;
  for await (const item of listFiles(names)) {
    if (item.kind === "file") total += (await stat(item.file).catch(() => undefined))?.size ?? 0;
  }
  return total;
}
