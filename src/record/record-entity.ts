/** A person, organisation or state of the record: one entity, however many reports name it. */
import type { Span } from "../language/index.ts";
import type { EntityKind, EntityRef } from "./record-line.ts";

/** What lists say of an entity; its counts are those of the whole archive, but in the list of an affair those of its reports. */
export interface EntityLine extends EntityRef {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly reportCount: number;
  readonly statementCount: number;
}

/** A title that an entity held, and the reports that say so, first and last by date. */
export interface RecordRole {
  readonly title: string;
  readonly of: EntityRef | null;
  readonly reportCount: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly evidence: { readonly reportId: string; readonly spans: readonly Span[] };
}

/** An outlet that carries somebody's words. */
export interface QuotingOutlet {
  /** Null for reports whose outlet nobody knows. */
  readonly outlet: string | null;
  readonly statementCount: number;
  /** Those in the speaker's own words, wholly or in part. */
  readonly directCount: number;
  readonly last: string | null;
}

export interface QuotingOutlets {
  /** Those with the most statements first. */
  readonly outlets: readonly QuotingOutlet[];
  /** Statements that were counted: the newest, 5000 at most. */
  readonly counted: number;
  readonly isWhole: boolean;
}

/** Why an entity of one report was taken for one of the record. */
export type MergeReason =
  /** The first report that names it. */
  | "first"
  /** The same full name, and nothing against it. */
  | "same name"
  /** A state, court or other body known by a standard name or code. */
  | "standard code"
  /** Another spelling of the name, and the same role or country. */
  | "spelling"
  /** A part of the name, and the same role of the same body. */
  | "role"
  /** A person's judgement. */
  | "judged";

/** One report's entity within an entity of the record. */
export interface EntityAppearance {
  readonly reportId: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  /** Id in that reading, such as `e3`. */
  readonly localId: string;
  readonly name: string;
  readonly reason: MergeReason;
  /** In words, what the merge rests on: "prime minister of Veldria in both". */
  readonly because: string;
  readonly mention: Span | null;
}

export interface RecordEntity extends EntityLine {
  /** All names and spellings, the most frequent first. */
  readonly names: readonly { readonly name: string; readonly reportCount: number }[];
  readonly roles: readonly RecordRole[];
  readonly links: readonly { readonly authority: string; readonly identifier: string; readonly judgementId: string }[];
  /** The newest appearances, at most 100. */
  readonly appearances: readonly EntityAppearance[];
  /** Entities of the record whose names make them worth comparing, for a person to merge. */
  readonly similar: readonly EntityLine[];
}

export interface EntityFilter {
  /** Names that begin so, in any word, whatever the case and accents. */
  readonly name?: string;
  readonly kind?: EntityKind;
  readonly country?: string;
  readonly affairId?: string;
}
