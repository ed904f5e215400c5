/** `onrecord review`: what people decide about lines of the record, by key or one after another. */
import { userInfo } from "node:os";
import type { ItemKind, Judgement, NewJudgement } from "../../record/index.ts";
import type { RecordStore, ReviewFilter } from "../../store/index.ts";
import { chooseAffair, chooseEntity, chooseReport } from "../choose-one.ts";
import { DONE, INCOMPLETE } from "../exit-status.ts";
import { makeHarmless } from "../make-harmless.ts";
import type { Streams } from "../streams.ts";
import { withStore } from "../with-store.ts";
import { parseCorrection } from "./parse-correction.ts";
import { formatItems, formatLog } from "./review-lists.ts";
import type { JudgeOptions, LogOptions, ReviewFilterOptions, ReviewListOptions } from "./review-options.ts";
import { describeCounts, holdReview } from "./review-session.ts";
import { type Prompts, terminalPrompts } from "./terminal-prompts.ts";

export function runReview(
  options: ReviewFilterOptions & JudgeOptions,
  streams: Streams,
  prompts: Prompts = terminalPrompts,
): Promise<number> {
  return withStore(options, streams, async (store) => {
    const by = getJudge(options, streams);
    const counts = await holdReview(store, await toFilter(store, options), by, prompts, streams);
    await tell(streams, describeCounts(counts));
    return DONE;
  });
}

export function runReviewList(options: ReviewListOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const { limit, judged, format } = options;
    if (judged) {
      const { items } = await store.findJudgements({}, { limit });
      await streams.stdout.write(formatLog(items, format, streams));
      return DONE;
    }
    const { items } = await store.findToReview(await toFilter(store, options), { limit });
    await streams.stdout.write(formatItems(items, format, streams));
    return DONE;
  });
}

/** Keys that are none are named; the others are judged. */
export function runVerdict(
  verdict: "accept" | "reject",
  keys: readonly string[],
  options: JudgeOptions,
  streams: Streams,
): Promise<number> {
  return withStore(options, streams, async (store) => {
    let status = DONE;
    for (const key of keys) {
      try {
        await judge(store, { verdict, key, ...getHand(options, streams) }, streams);
      } catch (error) {
        status = INCOMPLETE;
        await streams.stderr.write(`onrecord: ${makeHarmless((error as Error).message)}\n`);
      }
    }
    return status;
  });
}

export function runCorrect(
  key: string,
  fields: readonly string[],
  options: JudgeOptions,
  streams: Streams,
): Promise<number> {
  return withStore(options, streams, async (store) => {
    const [reportId, localId] = key.split("/");
    const report = await store.getReport(reportId);
    if (report === undefined || localId === undefined)
      throw new Error(`there is no line "${key}"; take its key from \`onrecord search\` or \`onrecord review list\``);
    const found = await findLine(store, reportId, key);
    const near = found?.start ?? 0;
    const kind = found?.kind ?? toKind(localId);
    const correction = await parseCorrection(kind, fields, { text: report.report.text, near });
    await judge(store, { verdict: "correct", key, correction, ...getHand(options, streams) }, streams);
    return DONE;
  });
}

export function runMerge(entity: string, into: string, options: JudgeOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const [gone, kept] = [await chooseEntity(store, entity), await chooseEntity(store, into)];
    const hand = getHand(options, streams);
    await judge(store, { verdict: "merge", entityId: gone.id, into: kept.id, ...hand }, streams);
    return DONE;
  });
}

export function runSplit(key: string, options: JudgeOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    await judge(store, { verdict: "split", key, ...getHand(options, streams) }, streams);
    return DONE;
  });
}

export function runLink(entity: string, identity: string, options: JudgeOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const { id } = await chooseEntity(store, entity);
    const at = identity.indexOf("=");
    const link = { authority: identity.slice(0, at), identifier: identity.slice(at + 1) };
    await judge(store, { verdict: "link", entityId: id, ...link, ...getHand(options, streams) }, streams);
    return DONE;
  });
}

export function runUndo(asked: string, options: JudgeOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    let id = asked;
    if (asked.includes("/")) {
      const { items } = await store.findJudgements({ key: asked });
      const last = items.find(({ verdict, undoneBy }) => verdict !== "undo" && undoneBy === null);
      if (last === undefined) throw new Error(`nothing is decided on ${asked}; see \`onrecord review log\``);
      id = last.id;
    }
    const { by } = getHand(options, streams);
    const undoing = await store.undoJudgement(id, by);
    await tell(streams, `${undoing.id}: ${id} undone by ${undoing.by}`);
    return DONE;
  });
}

export function runLog(key: string | undefined, options: LogOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const { by, limit, format } = options;
    const filter = { ...(key === undefined ? {} : { key }), ...(by === undefined ? {} : { by }) };
    const { items } = await store.findJudgements(filter, { limit });
    await streams.stdout.write(formatLog(items, format, streams));
    return DONE;
  });
}

async function judge(store: RecordStore, made: NewJudgement, streams: Streams): Promise<Judgement> {
  const judgement = await store.judge(made);
  const about = judgement.key ?? `${judgement.entityId}${judgement.into === null ? "" : ` into ${judgement.into}`}`;
  await tell(streams, `${judgement.id}: ${judgement.verdict} ${about}, by ${judgement.by}`);
  return judgement;
}

async function toFilter(store: RecordStore, options: ReviewFilterOptions): Promise<ReviewFilter> {
  const { kind, affair, report, outlet, from, to } = options;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(affair === undefined ? {} : { affairId: (await chooseAffair(store, affair)).id }),
    ...(report === undefined ? {} : { reportId: await chooseReport(store, report) }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

async function findLine(
  store: RecordStore,
  reportId: string,
  key: string,
): Promise<{ kind: ItemKind; start: number } | undefined> {
  const filter = { reportId, copies: true };
  const page = { limit: 500 };
  for (const [kind, { items }] of [
    ["statement", await store.findStatements(filter, page)],
    ["stance", await store.findStances(filter, page)],
    ["event", await store.findEvents(filter, page)],
    ["case", await store.findCases(filter, page)],
    ["figure", await store.findFigures(filter, page)],
  ] as const) {
    const line = items.find((item) => item.key === key);
    if (line !== undefined) return { kind, start: line.evidence[0].start };
  }
  return undefined;
}

/** For lines that no list shows, such as rejected ones. */
function toKind(localId: string): ItemKind {
  const kinds: Record<string, ItemKind> = {
    s: "statement", t: "stance", v: "event", c: "case", f: "figure", d: "designation",
  }; // biome-ignore format: a row
  return kinds[localId[0]] ?? "statement";
}

function getHand({ by, note }: JudgeOptions, streams: Streams): { by: string; note?: string } {
  return { by: getJudge({ ...(by === undefined ? {} : { by }) }, streams), ...(note === undefined ? {} : { note }) };
}

/** @throws {Error} where nobody is named and the system knows no name. */
function getJudge({ by }: JudgeOptions, { env }: Streams): string {
  const name = (by ?? env.USER ?? env.LOGNAME ?? env.USERNAME ?? getSystemName()).trim();
  if (name === "") throw new Error("a judgement needs the name of whoever makes it; give it with --by");
  return name;
}

function getSystemName(): string {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}

async function tell(streams: Streams, words: string): Promise<void> {
  await streams.stdout.write(`${makeHarmless(words)}\n`);
}
