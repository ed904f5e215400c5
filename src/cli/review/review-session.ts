/** Lines judged one after another at a terminal. */
import type { RecordStore, ReviewFilter, ReviewItem } from "../../store/index.ts";
import { ArchivePage } from "../archive-page.ts";
import { countOf } from "../render-reading.ts";
import type { Streams } from "../streams.ts";
import { toPlace } from "../to-place.ts";
import { describeItem, getFieldText } from "./describe-item.ts";
import { findChoices, listCorrectable, parseCorrection } from "./parse-correction.ts";
import { renderContext } from "./render-context.ts";
import type { Prompts } from "./terminal-prompts.ts";

const KEYS = [
  { key: "a", label: "accept" },
  { key: "r", label: "reject" },
  { key: "c", label: "correct" },
  { key: "s", label: "skip" },
  { key: "u", label: "undo the last" },
  { key: "q", label: "quit" },
];

const END_KEYS = KEYS.filter(({ key }) => key === "u" || key === "q");

type Step = { readonly kind: "judged"; readonly id: string } | { readonly kind: "skipped"; readonly key: string };

export interface SessionCounts {
  readonly judged: number;
  readonly skipped: number;
}

/** Asks until nothing is left or the person quits. Every judgement is kept the moment it is made. */
export async function holdReview(
  store: RecordStore,
  filter: ReviewFilter,
  by: string,
  prompts: Prompts,
  streams: Streams,
): Promise<SessionCounts> {
  const steps: Step[] = [];
  for (;;) {
    const item = await findNext(store, filter, steps);
    if (item === undefined) {
      await streams.stdout.write("Nothing is left to judge.\n");
      // What was judged or skipped last may still be taken back.
      if (steps.length === 0 || (await prompts.pressKey("Done?", END_KEYS)) !== "u") break;
      await undoLast(store, steps, by, streams);
      continue;
    }
    await showItem(store, item, streams);
    const key = await prompts.pressKey("Is it so?", KEYS);
    if (key === undefined || key === "q") break;
    if (key === "s") steps.push({ kind: "skipped", key: item.line.key });
    else if (key === "u") await undoLast(store, steps, by, streams);
    else {
      const id = await judge(store, item, key, by, prompts, streams);
      if (id !== undefined) steps.push({ kind: "judged", id });
    }
  }
  const judged = steps.filter(({ kind }) => kind === "judged").length;
  return { judged, skipped: steps.length - judged };
}

async function findNext(
  store: RecordStore,
  filter: ReviewFilter,
  steps: readonly Step[],
): Promise<ReviewItem | undefined> {
  const skipped = new Set(steps.flatMap((step) => (step.kind === "skipped" ? [step.key] : [])));
  let after: string | null = null;
  do {
    const limit = Math.min(500, skipped.size + 1);
    const { items, next } = await store.findToReview(filter, after === null ? { limit } : { limit, after });
    const found = items.find(({ line }) => !skipped.has(line.key));
    if (found !== undefined) return found;
    after = next;
  } while (after !== null);
  return undefined;
}

async function showItem(store: RecordStore, item: ReviewItem, streams: Streams): Promise<void> {
  const page = new ArchivePage(streams);
  const { line, kind } = item;
  page.heading(describeItem(item));
  page.dim(`${kind} · ${Math.round(line.score * 100)} % sure · ${toPlace(line.report)} · ${line.key}`);
  if (line.report.title !== null) page.dim(line.report.title);
  const report = await store.getReport(line.report.id);
  const context = report === undefined ? [] : renderContext(report, line.evidence, page.width - 2, page.style);
  await streams.stdout.write(`${page}\n${context.map((text) => `  ${text}\n`).join("")}\n`);
}

async function judge(
  store: RecordStore,
  item: ReviewItem,
  answer: string,
  by: string,
  prompts: Prompts,
  streams: Streams,
): Promise<string | undefined> {
  const { key } = item.line;
  if (answer === "a" || answer === "r") {
    return (await store.judge({ by, key, verdict: answer === "a" ? "accept" : "reject" })).id;
  }
  const assignment = await askCorrection(item, prompts);
  if (assignment === undefined) return undefined;
  try {
    const text = (await store.getReport(item.line.report.id))!.report.text;
    const place = { text, near: item.line.evidence[0].start };
    const correction = await parseCorrection(item.kind, [assignment], place);
    return (await store.judge({ by, key, verdict: "correct", correction })).id;
  } catch (error) {
    // What was mistyped is asked again; nothing was judged.
    await streams.stdout.write(`${(error as Error).message}\n`);
    return undefined;
  }
}

async function askCorrection(item: ReviewItem, prompts: Prompts): Promise<string | undefined> {
  const fields = listCorrectable(item.kind).map((field) => (field === "sourceSpans" ? "source" : field));
  const field = await prompts.choose(
    "What is to be corrected?",
    fields.map((value) => ({ value, hint: getFieldText(item, value) })),
  );
  if (field === undefined) return undefined;
  const choices = await findChoices(item.kind, field as never);
  const value =
    choices.length > 0
      ? await prompts.choose(
          `${field} is`,
          choices.map((choice) => ({ value: choice })),
        )
      : await prompts.ask(`${field} is (none, where there is none)`, getFieldText(item, field));
  return value === undefined ? undefined : `${field}=${value}`;
}

async function undoLast(store: RecordStore, steps: Step[], by: string, streams: Streams): Promise<void> {
  const last = steps.pop();
  if (last === undefined) {
    await streams.stdout.write("Nothing to undo in this session; see onrecord review log.\n");
    return;
  }
  if (last.kind === "judged") await store.undoJudgement(last.id, by);
}

export function describeCounts({ judged, skipped }: SessionCounts): string {
  return `${countOf(judged, "line")} judged${skipped === 0 ? "" : `, ${skipped} skipped`}`;
}
