/** The server over a real port, and its end. */
import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Context } from "hono";
import type { RecordStore } from "../store/index.ts";
import { AnswerPool } from "./answers/answer-pool.ts";
import { createApp } from "./create-app.ts";
import type { PageFiles } from "./page-files.ts";
import { Progress } from "./progress.ts";
import { isLoopback } from "./security/check-origin.ts";
import { createUploadReader } from "./uploads/upload-reader.ts";

export interface ServerOptions {
  readonly store: RecordStore;
  /** The archive's: threads open it too, to answer. Without it everything is answered in this thread. */
  readonly storeAddress?: string;
  readonly page: PageFiles;
  readonly host: string;
  /** 0 takes one that is free. */
  readonly port: number;
  /** Users must log in on this machine too, as behind a proxy. On other hosts they always must. */
  readonly asksForLogin: boolean;
  readonly version: string;
  /** Told of what nobody foresaw. */
  readonly onError: (error: unknown) => void;
}

export interface RunningServer {
  /** Where the page is, such as `http://127.0.0.1:4680/`. */
  readonly address: string;
  /** Takes nothing more, and resolves when all that was accepted is answered. The store is left open. */
  stop(): Promise<void>;
}

/** How long a request that was accepted may still take. */
const MAX_STOP_MS = 60_000;
const IDLE_CHECK_MS = 50;

/** @throws {Error} with one line for the user, where the port cannot be had or nobody could log in. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, store, storeAddress, version } = options;
  const isOpen = isLoopback(host) && !options.asksForLogin;
  if (!isOpen && (await store.findUsers()).length === 0) {
    throw new Error("the archive has no users yet; add one first: onrecord user add NAME --role admin");
  }
  const stopping = new AbortController();
  const uploads = createUploadReader();
  const answers = storeAddress === undefined ? undefined : openAnswers(storeAddress);
  const app = createApp({
    ...options,
    ...(answers && { answers }),
    uploads,
    progress: new Progress(store),
    reader: `onrecord ${version}`,
    isOpen,
    stopping: stopping.signal,
    getAddress,
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(toReadable(error, host, port)));
    server.listen(port, host, resolve);
  });
  answers?.start();
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/`,
    async stop() {
      stopping.abort();
      await closeServer(server);
      await uploads.close();
      await answers?.close();
    },
  };
}

/** SQLite works within the thread, PostgreSQL elsewhere. */
function openAnswers(address: string): AnswerPool {
  return new AnswerPool(address, /^postgres(ql)?:/.test(address) ? 4 : 1);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept open becomes idle only after its last answer.
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    const late = setTimeout(() => server.closeAllConnections(), MAX_STOP_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function getAddress(context: Context): string {
  const { incoming } = context.env as { incoming?: IncomingMessage };
  return incoming?.socket.remoteAddress ?? "unknown";
}

function toReadable(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE") return new Error(`port ${port} of ${host} is taken; choose another with --port`);
  if (error.code === "EACCES") return new Error(`port ${port} needs more rights; choose one above 1023 with --port`);
  return new Error(`${host}:${port} cannot be listened on (${error.code ?? error.message}); choose another --host`);
}
