/** A server over an archive that is there, in a process of its own, as a user starts it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../bin/onrecord.js", import.meta.url));

export interface ServedPage {
  /** Ends with "/". */
  readonly address: string;
  close(): Promise<void>;
}

export async function serveStore(store: string): Promise<ServedPage> {
  const server = spawn(process.execPath, [program, "serve", "--port", "0", "--store", store], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  const close = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  const [chunk] = await once(server.stdout, "data");
  const address = /http:\/\/[^ ]+/.exec(String(chunk))?.[0].trim();
  if (address !== undefined) return { address, close };
  await close();
  throw new Error(`the server did not start: ${chunk}`);
}
