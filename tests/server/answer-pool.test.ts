/** Threads that answer questions to the record: the same answers, the same problems, and what was written a moment ago. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { AnswerCache } from "../../src/server/answers/answer-cache.ts";
import { AnswerPool } from "../../src/server/answers/answer-pool.ts";
import { makeAnswer } from "../../src/server/answers/make-answer.ts";
import { openStore } from "../../src/store/index.ts";
import { tollReport } from "../store/invented-reports.ts";

async function openPool() {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-answers-"));
  const address = join(folder, "archive.db");
  const store = await openStore(address);
  const pool = new AnswerPool(address, 1, 2);
  pool.start();
  onTestFinished(async () => {
    await pool.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  await vi.waitFor(() => expect(pool.isReady).toBe(true), 20_000);
  return { store, pool };
}

const toText = (body: Uint8Array) => new TextDecoder().decode(body);

it("answers many questions at once as this thread would, and tells problems", async () => {
  const { store, pool } = await openPool();
  await store.addReports([tollReport("2031-05-01", "The harbour toll is far too high")]);
  const lists = ["/statements", "/entities", "/reports", "/stances"];
  const questions = Array.from({ length: 40 }, (_, index) => ({
    path: lists[index % lists.length],
    params: undefined,
    query: { limit: 1 + (index % 3) },
  }));
  const answers = await Promise.all(questions.map((question) => pool.answer(question)));
  for (const [index, question] of questions.entries())
    expect(toText(answers[index])).toBe(toText(await makeAnswer(question, { store })));
  const missing = pool.answer({ path: "/reports/{id}", params: { id: "none" }, query: {} });
  await expect(missing).rejects.toMatchObject({ name: "Problem", code: "not_found" });
});

it("knows what was added before it was asked", async () => {
  const { store, pool } = await openPool();
  for (let day = 1; day <= 5; day++) {
    await store.addReports([tollReport(`2031-05-0${day}`, `Toll number ${day} is far too high for any captain`)]);
    const body = await pool.answer({ path: "/stats", params: undefined, query: {} });
    expect(JSON.parse(toText(body)).reports).toBe(day);
  }
});

it("makes an answer once for all who ask for it meanwhile, and anew for another state of the record", async () => {
  const cache = new AnswerCache();
  const make = vi.fn(async () => new TextEncoder().encode(String(make.mock.calls.length)));
  const get = (revision: string) => cache.get("/stats", revision, make).then(toText);
  expect(await Promise.all([get("1"), get("1"), get("2")])).toEqual(["1", "1", "2"]);
  expect([await get("2"), await get("3")]).toEqual(["2", "3"]);
  make.mockRejectedValueOnce(new Error("once"));
  await expect(get("4")).rejects.toThrow("once");
  expect(await get("4")).toBe("5");
});
