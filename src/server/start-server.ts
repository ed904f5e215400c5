/** The server over a real port. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { type AppOptions, createApp } from "./create-app.ts";

export interface ServerOptions extends AppOptions {
  readonly host: string;
  /** 0 takes one that is free. */
  readonly port: number;
}

export interface RunningServer {
  /** Where the page is, such as `http://127.0.0.1:4680/`. */
  readonly address: string;
  /** Resolves when all that was accepted is answered. */
  stop(): Promise<void>;
}

/** @throws {Error} with one line for the user, where the port cannot be had. */
export async function startServer({ host, port, ...options }: ServerOptions): Promise<RunningServer> {
  const app = createApp(options);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(toReadable(error, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function toReadable(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE") return new Error(`port ${port} of ${host} is taken; choose another with --port`);
  if (error.code === "EACCES") return new Error(`port ${port} needs more rights; choose one above 1023 with --port`);
  return new Error(`${host}:${port} cannot be listened on (${error.code ?? error.message}); choose another --host`);
}
