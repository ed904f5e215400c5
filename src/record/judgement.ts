/**
 * What people decide about lines of the record.
 *
 * A judgement is never changed and never deleted: undoing one is a judgement of its own. It holds to the words it is about,
 * by report, kind, evidence and a hash of the content, so that it finds its item again when a newer version has read the report.
 */
import type { Span } from "../language/index.ts";
import type { ItemKind } from "./record-line.ts";

export const VERDICTS = ["accept", "reject", "correct", "merge", "split", "link", "undo"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a judgement holds to. */
export interface JudgementAnchor {
  readonly reportId: string;
  readonly kind: ItemKind;
  readonly evidence: readonly Span[];
  /** Hash of what the item says, by the words of its spans. */
  readonly contentHash: string;
}

/**
 * What a correction sets; what it leaves out stays. An entity is named by its id in the record or, where the report does
 * not know it, by its name; null says that there is none.
 */
export interface Correction {
  readonly speaker?: string | null;
  readonly holder?: string;
  readonly actor?: string | null;
  readonly recipient?: string | null;
  readonly source?: string | null;
  readonly content?: readonly Span[];
  readonly cue?: readonly Span[];
  readonly sourceSpans?: readonly Span[];
  readonly act?: string;
  readonly mode?: string;
  readonly polarity?: string;
  readonly when?: string | null;
  readonly stance?: string;
  readonly strength?: number;
  readonly target?: string;
  readonly class?: string;
  readonly status?: string;
  readonly stage?: string;
  readonly value?: number;
  readonly bound?: string;
  readonly what?: string;
  readonly name?: string;
  readonly kind?: string;
}

/** A judgement to be made. `by` names the person; the archive adds the time. */
export type NewJudgement = { readonly by: string; readonly note?: string } & (
  | { readonly verdict: "accept" | "reject"; readonly key: string }
  | { readonly verdict: "correct"; readonly key: string; readonly correction: Correction }
  /** Two entities of the record are one. */
  | { readonly verdict: "merge"; readonly entityId: string; readonly into: string }
  /** An entity of one report (`key`, `<report id>/e3`) is not the entity of the record that it was taken for. */
  | { readonly verdict: "split"; readonly key: string }
  /** An identity elsewhere, such as a Wikidata id. */
  | { readonly verdict: "link"; readonly entityId: string; readonly authority: string; readonly identifier: string }
);

export interface Judgement {
  readonly id: string;
  readonly verdict: Verdict;
  readonly by: string;
  /** ISO time in UTC. */
  readonly at: string;
  readonly note: string | null;
  /** Null for merges and links, which are about entities of the record. */
  readonly anchor: JudgementAnchor | null;
  /** The item as it now stands in the report's reading; null where the reading no longer has it. */
  readonly key: string | null;
  readonly entityId: string | null;
  readonly correction: Correction | null;
  /** For merges, the entity merged into; for links, the authority and the identifier. */
  readonly into: string | null;
  readonly link: { readonly authority: string; readonly identifier: string } | null;
  /** For `undo`, the judgement undone. */
  readonly undoes: string | null;
  /** The judgement that undid this one. */
  readonly undoneBy: string | null;
  /** The item as it stood when it was judged, as the reading's JSON. */
  readonly before: unknown;
}
