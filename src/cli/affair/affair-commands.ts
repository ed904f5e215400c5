/** `onrecord affair`: made, listed, shown, changed. */

import type { Affair } from "../../record/index.ts";
import { formatCsvRow } from "../../record/index.ts";
import { ArchivePage } from "../archive-page.ts";
import { chooseAffair, chooseEntity, chooseReport } from "../choose-one.ts";
import { DONE } from "../exit-status.ts";
import { makeHarmless } from "../make-harmless.ts";
import { countOf } from "../render-reading.ts";
import type { Streams } from "../streams.ts";
import { stringifyReadably } from "../stringify-json.ts";
import { type StoreOptions, withStore } from "../with-store.ts";
import type { CreateOptions, ShowOptions } from "./affair-options.ts";
import { toAffairTable } from "./affair-tables.ts";
import { gatherAffair } from "./gather-affair.ts";
import { renderAffair } from "./render-affair.ts";

export function runCreate(name: string, options: CreateOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const { description, query: words, about, outlet, from, to } = options;
    const entityIds: string[] = [];
    for (const named of about) entityIds.push((await chooseEntity(store, named)).id);
    const query = {
      ...(words === undefined ? {} : { words }),
      ...(entityIds.length === 0 ? {} : { entityIds }),
      ...(outlet === undefined ? {} : { outlet }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    const affair = await store.createAffair({
      name,
      ...(description === undefined ? {} : { description }),
      ...(Object.keys(query).length === 0 ? {} : { query }),
    });
    await tell(streams, `${affair.id}: made, with ${countOf(affair.reportCount, "report")}`);
    return DONE;
  });
}

export function runList(options: ShowOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const affairs = await store.findAffairs();
    await streams.stdout.write(formatList(affairs, options.format, streams));
    return DONE;
  });
}

function formatList(affairs: readonly Affair[], format: ShowOptions["format"], streams: Streams): string {
  if (format === "json") return `${stringifyReadably(affairs)}\n`;
  if (format === "csv") {
    const rows = affairs.map(({ id, name, description, createdAt, reportCount, issues, query }) => [
      ...[id, name, description, createdAt, reportCount, issues.map(({ proposition }) => proposition).join("; ")],
      query === null ? null : JSON.stringify(query),
    ]);
    const columns = ["affair", "name", "description", "createdAt", "reports", "issues", "query"];
    return [columns, ...rows].map(formatCsvRow).join("");
  }
  const page = new ArchivePage(streams);
  if (affairs.length === 0) page.add('No affairs yet: onrecord affair create "the name" --query "words"');
  for (const { id, name, description, reportCount, issues } of affairs) {
    page.add(name, 0, page.style.bold);
    page.dim(`${id} · ${countOf(reportCount, "report")}, ${countOf(issues.length, "issue")}`, 2);
    if (description !== null) page.add(description, 2);
    for (const { id: issueId, proposition, stanceCount } of issues)
      page.add(`${issueId} · ${proposition} (${countOf(stanceCount, "stance")})`, 2, undefined, 4);
  }
  return page.toString();
}

export function runShow(name: string, options: ShowOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const { format } = options;
    // A table holds one kind of rows.
    const part = options.part ?? (format === "csv" ? "stances" : undefined);
    const record = await gatherAffair(store, await chooseAffair(store, name), part);
    if (format === "csv") {
      const { columns, rows } = toAffairTable(record, part!);
      await streams.stdout.write([columns, ...rows].map(formatCsvRow).join(""));
    } else if (format === "json") {
      await streams.stdout.write(`${stringifyReadably(part === undefined ? record : record[part])}\n`);
    } else await streams.stdout.write(renderAffair(record, streams, part));
    return DONE;
  });
}

/** Either all of the reports are set or none is. */
export function runSetReports(
  name: string,
  reports: readonly string[],
  isIn: boolean,
  options: StoreOptions,
  streams: Streams,
): Promise<number> {
  return withStore(options, streams, async (store) => {
    const { id } = await chooseAffair(store, name);
    const ids: string[] = [];
    for (const report of reports) ids.push(await chooseReport(store, report));
    await store.setReportsInAffair(id, ids, isIn);
    const { reportCount } = (await store.getAffair(id))!;
    await tell(streams, `${id}: ${countOf(reportCount, "report")} now`);
    return DONE;
  });
}

export function runDelete(name: string, options: StoreOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const { id } = await chooseAffair(store, name);
    await store.removeAffair(id);
    await tell(streams, `${id}: deleted; its reports stay in the archive`);
    return DONE;
  });
}

export function runAddIssue(
  name: string,
  proposition: string,
  options: StoreOptions & { readonly words?: string },
  streams: Streams,
): Promise<number> {
  return withStore(options, streams, async (store) => {
    const { id } = await chooseAffair(store, name);
    const { words } = options;
    const issue = await store.addIssue(id, { proposition, ...(words === undefined ? {} : { words }) });
    await tell(streams, `${issue.id}: ${issue.proposition} (${countOf(issue.stanceCount, "stance")})`);
    return DONE;
  });
}

export function runRemoveIssue(id: string, options: StoreOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    await store.removeIssue(id);
    await tell(streams, `${id}: removed`);
    return DONE;
  });
}

async function tell(streams: Streams, words: string): Promise<void> {
  await streams.stdout.write(`${makeHarmless(words)}\n`);
}
