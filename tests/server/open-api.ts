/** The application over an archive of a few invented reports, asked by requests without a port. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createApp } from "../../src/server/create-app.ts";
import { loadPageFiles } from "../../src/server/page-files.ts";
import type { Role } from "../../src/server/person.ts";
import { Progress } from "../../src/server/progress.ts";
import { hashToken } from "../../src/server/security/secrets.ts";
import type { Upload, UploadItem, UploadReader } from "../../src/server/uploads/upload-reader.ts";
import { openStore, type RecordStore } from "../../src/store/index.ts";
import { invent, tollReport } from "../store/invented-reports.ts";

export const QUOTES = [
  "we shall never let foreign captains pay for our broken harbour walls",
  "captains pay too much for a wall",
  "a ferry is no fishing boat, as everybody knows",
];

/** A test knows what it expects. */
export interface Answer extends Response {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  json(): Promise<any>;
}

export interface OpenedApi {
  readonly store: RecordStore;
  readonly progress: Progress;
  /** Of the reports, the newest first. */
  readonly reportIds: readonly string[];
  readonly errors: unknown[];
  /** @param path Or a whole address. */
  request(path: string, init?: RequestInit): Promise<Answer>;
  /** Sends JSON. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  stop(): void;
}

/** @param users Asked for where they are given; each has the token `token-of-NAME`. */
export async function openApi({ users }: { users?: Record<string, Role> } = {}): Promise<OpenedApi> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-api-"));
  const store = await openStore(join(folder, "archive.db"));
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const reports = QUOTES.map((quote, index) => tollReport(`2031-05-0${index + 1}`, quote));
  await store.addReports(reports);
  await store.createAffair({ name: "Harbour toll", query: { words: "harbour" } });
  await store.addIssue("harbour-toll", { proposition: "the harbour toll should stay" });
  for (const [name, role] of Object.entries(users ?? {})) {
    await store.addUser({ name, role, passwordHash: null });
    await store.addToken({ user: name, label: "test", hash: hashToken(`token-of-${name}`) });
  }
  const progress = new Progress(store);
  const stopping = new AbortController();
  const errors: unknown[] = [];
  const host = users === undefined ? "http://localhost:4680" : "http://record.example:4680";
  const app = createApp({
    store,
    progress,
    uploads: readAnything,
    reader: "r1",
    version: "1.2.3",
    isOpen: users === undefined,
    stopping: stopping.signal,
    page: loadPageFiles(join(folder, "none"), join(folder, "none")),
    getAddress: (context) => context.req.header("x-test-address") ?? "192.0.2.1",
    onError: (error) => errors.push(error),
  });
  const request = async (path: string, init?: RequestInit): Promise<Answer> =>
    app.request(path.startsWith("http") ? path : host + path, init);
  return {
    store,
    progress,
    reportIds: reports.map(({ report }) => report.id).reverse(),
    errors,
    request,
    send: (method, path, body, headers = {}) =>
      request(path, {
        method,
        headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    stop: () => stopping.abort(),
  };
}

/** Takes every upload for one report without findings, but for what begins with "BROKEN". */
const readAnything: UploadReader = {
  async *read(uploads: readonly Upload[]): AsyncGenerator<UploadItem> {
    for (const upload of uploads) {
      const { name, bytes } =
        "address" in upload ? { name: upload.address, bytes: new TextEncoder().encode(upload.address) } : upload;
      const text = new TextDecoder().decode(bytes);
      if (text.startsWith("BROKEN")) {
        yield { kind: "problem", code: "binary", file: name, message: "is broken", hint: "mend it" };
      } else {
        yield { kind: "reading", reading: invent({ text: `${text} ` }).reading!, file: name };
      }
    }
  },
  close: async () => {},
};

export function asUser(name: string): Record<string, string> {
  return { authorization: `Bearer token-of-${name}` };
}
