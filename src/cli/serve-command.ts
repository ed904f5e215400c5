/** `onrecord serve`: the page and the API over an archive, until it is told to stop. */
import { fileURLToPath } from "node:url";
import { DONE } from "./exit-status.ts";
import { findPackage } from "./find-package.ts";
import type { Streams } from "./streams.ts";
import { type StoreOptions, withStore } from "./with-store.ts";

export interface ServeOptions extends StoreOptions {
  readonly host: string;
  readonly port: number;
  readonly login: boolean;
}

/** @param stopped Resolves when the server is to stop. */
export function runServe(
  options: ServeOptions,
  version: string,
  streams: Streams,
  stopped: () => Promise<unknown> = waitForSignal,
): Promise<number> {
  return withStore(options, streams, async (store, storeAddress) => {
    const { loadPageFiles, startServer } = await import("../server/index.ts");
    const { host, port, login } = options;
    const server = await startServer({
      ...{ host, port, store, storeAddress, version, asksForLogin: login },
      page: loadPageFiles(findFolder("web"), findFolder("models")),
      onError: (error) => {
        const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
        void streams.stderr.write(`onrecord: ${told}\n`);
      },
    });
    const end = stopped();
    await streams.stdout.write(`Onrecord is at ${server.address} (stop it with Ctrl-C)\n`);
    await end;
    await streams.stderr.write("onrecord: finishing what was begun\n");
    await server.stop();
    return DONE;
  });
}

function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

function findFolder(name: "web" | "models"): string {
  return fileURLToPath(new URL(name === "web" ? "dist/web" : "models", findPackage().folder));
}
