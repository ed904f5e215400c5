/** New statements of a watched person or affair, delivered at least once. */
import { createHash, createHmac } from "node:crypto";
import { appendFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { StatementLine, Watch } from "../../record/index.ts";
import { type RecordStore, toWatchFilter } from "../../store/index.ts";
import { makeHarmless } from "../make-harmless.ts";
import type { Streams } from "../streams.ts";
import { toPlace } from "../to-place.ts";

/** Statements that are delivered together. */
const BATCH = 50;
const POST_MS = 10_000;
/** Waited before the second, third and fourth attempt, in ms. */
const RETRIES_MS = [1000, 2000, 4000];

export interface Delivery {
  readonly streams: Streams;
  /** Lines of JSON on standard output, in place of words. */
  readonly isJson: boolean;
}

/**
 * Delivers what came since the last time, and keeps how far it got after every batch: what fails is delivered again.
 *
 * @returns How many statements were delivered, and the cursor behind the last of them.
 * @throws {Error} where a batch cannot be delivered; those before it were.
 */
export async function reportStatements(
  store: RecordStore,
  watch: Watch,
  delivery: Delivery,
): Promise<{ count: number; reportedTo: string }> {
  const filter = toWatchFilter(watch);
  let { reportedTo = "0" } = watch.state;
  let count = 0;
  for (;;) {
    const { items, last, next } = await store.findNewStatements(filter, { limit: BATCH, after: reportedTo });
    if (items.length > 0) await deliver(watch, items, last, delivery);
    reportedTo = last;
    count += items.length;
    if (items.length > 0) await store.setWatchState(watch.id, { reportedTo });
    if (next === null) return { count, reportedTo };
  }
}

async function deliver(
  watch: Watch,
  statements: readonly StatementLine[],
  last: string,
  { streams, isJson }: Delivery,
): Promise<void> {
  const { id, kind, subject, deliverTo } = watch;
  const lines = () => statements.map((statement) => `${JSON.stringify({ watch: id, statement })}\n`).join("");
  if (deliverTo === null) {
    await streams.stdout.write(isJson ? lines() : statements.map((line) => describe(id, line)).join(""));
  } else if (/^https?:\/\//i.test(deliverTo)) {
    const body = JSON.stringify({ watch: { id, kind, subject }, statements });
    await post(deliverTo, body, `${id}-${last}`, streams.env.ONRECORD_WEBHOOK_SECRET);
  } else {
    await appendFile(deliverTo, lines()).catch((error: NodeJS.ErrnoException) => {
      throw new Error(`${deliverTo}: cannot be written (${error.code ?? error.message})`);
    });
  }
}

function describe(id: string, { speaker, text, report, key }: StatementLine): string {
  const said = `${speaker?.name ?? "(nobody named)"}: ${text.replace(/\s+/g, " ")}`;
  return makeHarmless(`${id} · ${said}\n  ${toPlace(report)}  ${key}\n`);
}

/**
 * Tries again where the other end does not answer, is busy or has a fault of its own.
 *
 * @param delivery Equal for every attempt, so that the receiver can tell what it has.
 */
async function post(address: string, body: string, delivery: string, secret: string | undefined): Promise<void> {
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "user-agent": "onrecord",
    "x-onrecord-delivery": createHash("sha256").update(`${delivery}|${body}`).digest("hex").slice(0, 32),
  };
  if (secret) headers["x-onrecord-signature"] = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(address, {
      method: "POST",
      headers,
      body,
      redirect: "error",
      signal: AbortSignal.timeout(POST_MS),
    }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    const isPassing = answer === undefined || answer.status === 429 || answer.status >= 500;
    if (!isPassing || attempt === RETRIES_MS.length) {
      const what = answer === undefined ? "does not answer" : `answers ${answer.status} ${answer.statusText}`.trim();
      throw new Error(`${address}: ${what}`);
    }
    await wait(RETRIES_MS[attempt]);
  }
}
