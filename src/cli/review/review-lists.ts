/** Lists of what is to be judged and what was. */

import type { Judgement } from "../../record/index.ts";
import { formatCsvRow } from "../../record/index.ts";
import type { ReviewItem } from "../../store/index.ts";
import { ArchivePage } from "../archive-page.ts";
import type { Streams } from "../streams.ts";
import { stringifyReadably } from "../stringify-json.ts";
import { toPlace } from "../to-place.ts";
import { describeItem } from "./describe-item.ts";
import type { ReviewFormat } from "./review-options.ts";

export function formatItems(items: readonly ReviewItem[], format: ReviewFormat, streams: Streams): string {
  if (format === "json") return `${stringifyReadably(items)}\n`;
  if (format === "csv") {
    const columns = ["key", "kind", "score", "line", "report", "outlet", "publishedAt", "url", "evidence"];
    const rows = items.map((item) => {
      const { key, score, report, quote } = item.line;
      const place = [report.id, report.outlet, report.publishedAt, report.url];
      return [key, item.kind, score, describeItem(item), ...place, quote];
    });
    return [columns, ...rows].map(formatCsvRow).join("");
  }
  const page = new ArchivePage(streams);
  if (items.length === 0) page.add("Nothing is left to judge.");
  for (const item of items) {
    const { key, score, report, quote } = item.line;
    page.add(key, 0, page.style.accent);
    page.add(`${item.kind} · ${describeItem(item)}`, 2);
    page.dim(`${Math.round(score * 100)} % sure · ${toPlace(report)} · ${quote}`, 2);
  }
  return page.toString();
}

export function formatLog(judgements: readonly Judgement[], format: ReviewFormat, streams: Streams): string {
  if (format === "json") return `${stringifyReadably(judgements)}\n`;
  if (format === "csv") {
    const columns = [
      "id",
      "at",
      "by",
      "verdict",
      "key",
      "entity",
      "into",
      "correction",
      "link",
      "note",
      "undoes",
      "undoneBy",
    ];
    const rows = judgements.map((one) => [
      ...[one.id, one.at, one.by, one.verdict, one.key, one.entityId, one.into],
      one.correction === null ? null : JSON.stringify(one.correction),
      one.link === null ? null : `${one.link.authority}=${one.link.identifier}`,
      ...[one.note, one.undoes, one.undoneBy],
    ]);
    return [columns, ...rows].map(formatCsvRow).join("");
  }
  const page = new ArchivePage(streams);
  if (judgements.length === 0) page.add("Nothing has been judged.");
  for (const { id, at, by, verdict, key, entityId, into, correction, link, note, undoes, undoneBy } of judgements) {
    const about = verdict === "merge" ? `${entityId} into ${into}` : (key ?? entityId);
    const what = undoes === null ? `${verdict} ${about}` : `undo ${undoes}`;
    page.add(`${id} · ${what}`, 0, undoneBy === null ? undefined : page.style.dim);
    page.dim(
      `${by}, ${at.slice(0, 16).replace("T", " ")} UTC${undoneBy === null ? "" : ` · undone by ${undoneBy}`}`,
      2,
    );
    for (const [field, value] of Object.entries(correction ?? {}))
      page.add(`${field} = ${typeof value === "object" && value !== null ? JSON.stringify(value) : value}`, 2);
    if (link !== null) page.add(`${link.authority} = ${link.identifier}`, 2);
    if (note !== null) page.add(note, 2);
  }
  return page.toString();
}
