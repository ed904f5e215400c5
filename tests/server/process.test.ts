/** `onrecord serve` as a process: a real port, a thread that reads, and an end that loses nothing. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";

const program = resolve(import.meta.dirname, "../../bin/onrecord.js");
let folder: string;
const running: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-serve-"));
});
afterAll(() => {
  for (const process of running) process.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function serve(...argv: string[]) {
  const started = spawn(process.execPath, [program, "serve", "--port", "0", ...argv]);
  running.push(started);
  let out = "";
  let err = "";
  started.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const ended = once(started, "exit");
  await new Promise<void>((done) => {
    started.stdout.on("data", (chunk) => {
      out += chunk;
      if (out.includes("\n")) done();
    });
    void ended.then(() => done());
  });
  const address = /http:\/\/[^ ]+/.exec(out)?.[0] ?? "";
  return { address, started, ended, getErrors: () => err };
}

const quote = (index: number) =>
  `VELDMOND - Ilse Marrant, the harbour minister, said on Monday that toll number ${index} was "far too high for any captain".`;

describe("onrecord serve", () => {
  it("reads what is sent while it answers others, and finishes what it took when it is told to stop", async () => {
    const store = join(folder, "stop.db");
    const { address, started, ended, getErrors } = await serve("--store", store);
    const form = new FormData();
    for (let i = 0; i < 40; i++) form.append("file", new File([quote(i).repeat(20)], `${i}.txt`));
    const adding = fetch(`${address}api/v1/reports`, { method: "POST", body: form });
    const listening = await fetch(`${address}api/v1/progress`);
    const events = listening.text();
    expect((await fetch(`${address}healthz`)).status).toBe(200);
    await new Promise((done) => setTimeout(done, 300));
    started.kill("SIGTERM");
    const answer = (await (await adding).json()) as { added: unknown[]; problems: unknown[] };
    expect([answer.added.length, answer.problems]).toEqual([40, []]);
    await events;
    expect(await ended).toEqual([0, null]);
    expect(getErrors()).toBe("onrecord: finishing what was begun\n");
    const opened = await openStore(store);
    expect((await opened.getStats()).reports).toBe(40);
    for await (const fault of opened.check()) expect(fault).toBeUndefined();
    await opened.close();
  }, 120_000);

  it("notices what another process adds", async () => {
    const store = join(folder, "two.db");
    const { address, started, ended } = await serve("--store", store);
    const etag = (await fetch(`${address}api/v1/stats`)).headers.get("etag")!;
    const other = await openStore(store);
    await other.createAffair({ name: "From elsewhere" });
    await other.close();
    const changed = await fetch(`${address}api/v1/stats`, { headers: { "if-none-match": etag } });
    expect([changed.status, ((await changed.json()) as { affairs: number }).affairs]).toEqual([200, 1]);
    started.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
  }, 60_000);

  it("answers this machine's own names only", async () => {
    const { address, started, ended } = await serve("--store", join(folder, "names.db"));
    const { hostname, port } = new URL(address);
    const status = await new Promise((done) => {
      const headers = { host: "evil.example" };
      request({ hostname, port, path: "/api/v1/stats", headers }, (response) => done(response.statusCode)).end();
    });
    expect(status).toBe(421);
    started.kill("SIGTERM");
    await ended;
  }, 60_000);

  it("asks for users beyond this machine, and says in one line what stands in the way", async () => {
    const store = join(folder, "users.db");
    const none = await serve("--store", store, "--host", "0.0.0.0");
    expect(await none.ended).toEqual([1, null]);
    expect(none.getErrors()).toBe(
      "onrecord: the archive has no users yet; add one first: onrecord user add NAME --role admin\n",
    );
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    const second = await serve("--store", store, "--port", String(port));
    expect(await second.ended).toEqual([1, null]);
    expect(second.getErrors()).toBe(`onrecord: port ${port} of 127.0.0.1 is taken; choose another with --port\n`);
    taken.close();
    const opened = await openStore(store);
    await opened.addUser({ name: "ada", role: "admin", passwordHash: null });
    await opened.close();
    const wide = await serve("--store", store, "--host", "0.0.0.0");
    const port0 = new URL(wide.address).port;
    expect((await fetch(`http://127.0.0.1:${port0}/api/v1/stats`)).status).toBe(401);
    wide.started.kill("SIGTERM");
    await wide.ended;
  }, 90_000);
});
