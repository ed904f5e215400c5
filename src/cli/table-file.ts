/** A file that a table is written to, in a folder that is made where it does not exist. */
import { mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

export interface TableFile {
  /** @throws {Error} with one line for the user, where the file takes no more. */
  write(content: string | Uint8Array): Promise<void>;
  /** Puts what was written in the place of what the file held before. */
  close(): Promise<void>;
  /** Leaves the file as it was before. */
  discard(): Promise<void>;
}

/**
 * Begins the file anew. What it held before stays until it is closed, so that a command that fails or is interrupted leaves no
 * half of a table.
 *
 * @throws {Error} with one line for the user, where the file cannot be written.
 */
export async function openTableFile(folder: string, name: string): Promise<TableFile> {
  const place = join(folder, name);
  const explain = (what: string) => (error: NodeJS.ErrnoException) => {
    throw new Error(`${what}: cannot be written (${error.code ?? error.message}); choose another folder`);
  };
  await mkdir(folder, { recursive: true }).catch(explain(folder));
  // What a link leads to is replaced, not the link.
  const path = await realpath(place).catch(() => place);
  const found = await stat(path).catch(() => undefined);
  // Pipes and devices are written to as they are: nothing can take their place.
  const isReplaced = found === undefined || found.isFile();
  const written = isReplaced ? `${path}.part` : path;
  const handle = await open(written, "w").catch(explain(place));
  return {
    write: (content) => handle.appendFile(content).catch(explain(place)),
    async close() {
      await handle.close();
      if (isReplaced) await rename(written, path).catch(explain(place));
    },
    async discard() {
      await handle.close();
      if (isReplaced) await rm(written, { force: true });
    },
  };
}
