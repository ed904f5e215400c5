/** A file that a table is written to, in a folder that is made where it does not exist. */
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";

export interface TableFile {
  /** @throws {Error} with one line for the user, where the file takes no more. */
  write(content: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the file anew: what it held before is gone.
 *
 * @throws {Error} with one line for the user, where the file cannot be written.
 */
export async function openTableFile(folder: string, name: string): Promise<TableFile> {
  const path = join(folder, name);
  const explain = (place: string) => (error: NodeJS.ErrnoException) => {
    throw new Error(`${place}: cannot be written (${error.code ?? error.message}); choose another folder`);
  };
  await mkdir(folder, { recursive: true }).catch(explain(folder));
  const handle = await open(path, "w").catch(explain(path));
  return {
    write: (content) => handle.appendFile(content).catch(explain(path)),
    close: () => handle.close(),
  };
}
