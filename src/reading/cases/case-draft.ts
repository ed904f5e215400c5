/** A legal case before its entities have ids: what components of this folder hand to one another. */
import type { Span } from "../../language/index.ts";
import type { DatedDocument } from "../find-dates.ts";
import type { StatedDocument } from "../make-statements.ts";
import type { LegalCase, ReadReport } from "../schema.ts";

export type Stage = LegalCase["stage"];

/** What somebody is accused of. */
export interface ChargeDraft {
  /** The act in the report's words, without article, "alleged" and the circumstances: `attacks on civilians`. */
  readonly name: string;
  /** `crime against humanity`, `war crime`, … where the words say so. */
  readonly class: string | null;
  readonly evidence: Span;
}

export interface RespondentDraft {
  /** Number of a resolved entity. */
  readonly entity: number;
  readonly charges: ChargeDraft[];
}

export interface StageDraft {
  readonly stage: Stage;
  readonly when: string | null;
  readonly evidence: Span;
}

/** A case whose entities are still numbers of resolved entities; -1 for none. */
export interface CaseDraft {
  readonly kind: string;
  readonly court: number;
  readonly applicant: number;
  readonly stage: Stage;
  /** In the order in which they came about, as far as the report tells it. */
  readonly stages: readonly StageDraft[];
  readonly standard: string | null;
  readonly respondents: readonly RespondentDraft[];
  readonly decidedBy: string | null;
  readonly enforcedBy: string | null;
  readonly memberStates: number | null;
  readonly nonMembers: readonly number[];
  readonly treaty: number;
  readonly evidence: readonly Span[];
  /** Whether one of its moves is told as made by or before its court. */
  readonly isByCourt: boolean;
  /** Whether all its moves are told as lying before what the report is about. */
  readonly isPast: boolean;
  readonly score: number;
}

export type CaseSource = StatedDocument &
  DatedDocument & {
    /** How the report came: the number of a noun is not sure where it was restored from stems. */
    readonly form?: ReadReport["form"];
  };
export type CaseDocument = CaseSource & { readonly caseDrafts: readonly CaseDraft[] };
