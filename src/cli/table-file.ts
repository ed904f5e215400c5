/** A file that a table is written to, in a folder that is made where it does not exist. */
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import type { Output } from "./streams.ts";

export interface TableFile extends Output {
  close(): Promise<void>;
}

/**
 * Opens the file anew: what it held before is gone.
 *
 * @throws {Error} with one line for the user, where the folder cannot be written.
 */
export async function openTableFile(folder: string, name: string): Promise<TableFile> {
  const handle = await openAnew(folder, name).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${folder}: cannot be written (${error.code ?? error.message}); choose another folder`);
  });
  return {
    isTerminal: false,
    write: (text) => handle.appendFile(text),
    close: () => handle.close(),
  };
}

async function openAnew(folder: string, name: string) {
  await mkdir(folder, { recursive: true });
  return open(join(folder, name), "w");
}
