/**
 * What people accepted or corrected, as attributions in the format of PolNeAR (Newell, Margolin, Ruths, LREC 2018), so that
 * the machine can learn from it: `{ id, publisher, date, title, text, attributions: [{ id, source, cue, content }] }`, spans
 * as pairs of offsets.
 *
 * Only statements are attributions. A report counts as far as it was judged: `judged` says how many of its statements were,
 * `found` how many the machine found, so that whoever trains can leave out reports that are not judged to the end.
 */
import type { Span } from "../language/index.ts";
import {
  applyCorrection,
  findAnchored,
  type Judgement,
  listItems,
  type ReadItem,
  type StoredReport,
} from "../record/index.ts";
import type { TextExporter } from "./exporter.ts";
import { toReportFilter } from "./walk-archive.ts";

type Pair = [start: number, end: number];

export const exportPolnear: TextExporter = async function* (store, filter, { onReport }) {
  for await (const stored of store.eachReport(toReportFilter({ copies: true, ...filter }))) {
    const { items } = await store.findJudgements({ reportId: stored.id }, { limit: 500 });
    const article = toArticle(stored, [...items].reverse());
    if (article !== undefined) yield `${JSON.stringify(article)}\n`;
    onReport?.();
  }
};

/** @param judgements The oldest first. */
function toArticle(stored: StoredReport, judgements: readonly Judgement[]): unknown {
  const { report, reading, id, outlet, publishedAt, title } = stored;
  if (reading === null) return undefined;
  const items = listItems(reading).filter(({ kind }) => kind === "statement");
  const judged = new Map<string, { item: ReadItem; verdict: string }>();
  for (const { anchor, verdict, undoneBy, correction } of judgements) {
    if (anchor?.kind !== "statement" || undoneBy !== null || verdict === "undo") continue;
    const found = findAnchored(anchor, items, report.text);
    if (found === undefined) continue;
    const item = judged.get(found.id)?.item ?? found;
    judged.set(found.id, {
      item: correction === null ? item : applyCorrection(item, correction, report.text),
      verdict,
    });
  }
  if (judged.size === 0) return undefined;
  const kept = items
    .flatMap(({ id: localId }) => judged.get(localId) ?? [])
    .filter(({ verdict }) => verdict !== "reject");
  return {
    id,
    publisher: outlet,
    date: publishedAt,
    title,
    text: report.text,
    attributions: kept.map(({ item }) => toAttribution(item)),
    judged: judged.size,
    found: items.length,
  };
}

function toAttribution({ id, item }: ReadItem): unknown {
  const { source, cue, content } = item as unknown as Record<"source" | "cue" | "content", readonly Span[]>;
  return { id, source: source.map(toPair), cue: cue.map(toPair), content: content.map(toPair) };
}

function toPair({ start, end }: Span): Pair {
  return [start, end];
}
