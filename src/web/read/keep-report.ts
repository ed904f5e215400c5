/** Brings a report that was read in the browser, and what was decided about it there, into the archive. */
import type { Reading } from "../../reading/index.ts";
import type { StoredReport } from "../../record/index.ts";
import { ApiError, get, path, send } from "../api/client.ts";
import { makeKeeper } from "../report/judgement-keeper.ts";
import type { Decision } from "./judgement-log.svelte.ts";

export interface KeptReport {
  reportId: string;
  /** Decisions that the archive has now, too. */
  keptCount: number;
}

/**
 * @param text As it was given, before it was restored.
 * @throws {ApiError} where the archive takes no report, or what it was given is none.
 */
export async function keepReport(text: string, reading: Reading, decisions: readonly Decision[]): Promise<KeptReport> {
  const { added, problems } = await send<{
    added: { reportId: string }[];
    problems: { message: string; hint: string }[];
  }>("POST", "reports", { text });
  const reportId = added[0]?.reportId;
  if (reportId === undefined)
    throw new ApiError(
      422,
      problems[0]?.message ?? "The archive could not take it.",
      problems[0]?.hint ?? "Try “Archive”, “Add”.",
    );
  if (decisions.length === 0) return { reportId, keptCount: 0 };
  const stored = await get<StoredReport>(path`reports/${reportId}`);
  // The same program read the same words: where it did not, a decision would fall on another line.
  if (stored.reading === null || !isSame(stored.reading, reading)) return { reportId, keptCount: 0 };
  const keeper = makeKeeper(reportId, stored.entityIds);
  for (const decision of decisions) await keeper.save(decision);
  return { reportId, keptCount: decisions.length };
}

function isSame(one: Reading, other: Reading): boolean {
  const lines = ({ statements, stances, events, cases, figures }: Reading): string =>
    JSON.stringify(
      [statements, stances, events, cases, figures].map((list) => list.map(({ id, evidence }) => [id, evidence])),
    );
  return one.report.text === other.report.text && lines(one) === lines(other);
}
