/** A file that a table is written to, in a folder that is made where it does not exist. */
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import type { Output } from "./streams.ts";

export interface TableFile extends Output {
  close(): Promise<void>;
}

/** Opens the file anew: what it held before is gone. */
export async function openTableFile(folder: string, name: string): Promise<TableFile> {
  await mkdir(folder, { recursive: true });
  const handle = await open(join(folder, name), "w");
  return {
    isTerminal: false,
    write: (text) => handle.appendFile(text),
    close: () => handle.close(),
  };
}
