/**
 * An archive as lines: everything that was put into it, and nothing that follows from it. From these lines another archive,
 * whatever it is kept in, becomes the same one.
 */
import type { Reading, ReadReport } from "../reading/index.ts";
import type { AffairQuery } from "./affair.ts";
import type { Correction, JudgementAnchor, Verdict } from "./judgement.ts";
import type { MergeReason } from "./record-entity.ts";
import type { WatchState } from "./watch.ts";

/** For which entity of the record one of a reading was taken, before any person's merge, and why. */
export interface DecidedEntity {
  readonly id: string;
  readonly reason: MergeReason;
  readonly because: string;
}

export interface ArchivedReport {
  readonly kind: "report";
  readonly addedAt: string;
  readonly origin: string | null;
  readonly reader: string;
  readonly report: ReadReport;
  readonly reading: Omit<Reading, "report"> | null;
  /** By the ids of the reading. */
  readonly entities: Readonly<Record<string, DecidedEntity>>;
}

export interface ArchivedAffair {
  readonly kind: "affair";
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly query: AffairQuery | null;
  readonly createdAt: string;
  /** Ids of reports that people put in, or left out. */
  readonly added: readonly string[];
  readonly leftOut: readonly string[];
  readonly issues: readonly { readonly id: string; readonly proposition: string; readonly words: string | null }[];
}

export interface ArchivedJudgement {
  readonly kind: "judgement";
  readonly id: string;
  readonly verdict: Verdict;
  readonly by: string;
  readonly at: string;
  readonly note: string | null;
  readonly anchor: JudgementAnchor | null;
  readonly localId: string | null;
  readonly entityId: string | null;
  readonly into: string | null;
  readonly correction: Correction | null;
  readonly link: { readonly authority: string; readonly identifier: string } | null;
  /** For `undo`, the judgement undone and when that was made: in another archive its id may be another. */
  readonly undoes: { readonly id: string; readonly at: string } | null;
  /** The item as it stood, and whom it was about. */
  readonly before: { readonly item: unknown; readonly who: string | null; readonly whom: string | null } | null;
}

export interface ArchivedWatch {
  readonly kind: "watch";
  readonly id: string;
  readonly watches: "feed" | "entity" | "affair";
  readonly subject: string;
  readonly deliverTo: string | null;
  readonly createdAt: string;
  readonly state: WatchState;
}

export type ArchiveLine = ArchivedReport | ArchivedAffair | ArchivedJudgement | ArchivedWatch;

/** `known`: there already, nothing changed. */
export type RestoreOutcome = "added" | "known";
