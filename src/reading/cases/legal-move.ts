/** What a report says of a proceeding in one place: a move, or charges. */
import type { Span } from "../../language/index.ts";
import type { ChargeDraft, Stage } from "./case-draft.ts";

export interface LegalMove {
  readonly token: number;
  readonly sentence: number;
  /** `null` where the words name a proceeding without moving it: "the case against X". */
  readonly stage: Stage | null;
  /** The noun that names the proceeding, as a kind; `null` where none does. */
  readonly kind: string | null;
  /** Entities; -1 for none. */
  readonly court: number;
  readonly applicant: number;
  /** Entities; empty where the words name nobody, and then the move is one of all respondents. */
  readonly parties: readonly number[];
  readonly charges: readonly ChargeDraft[];
  readonly when: string | null;
  readonly evidence: Span;
  /** Whether a bench is told to have made it, and whether the words only say that it was some: "a federal judge". */
  readonly bench?: "some" | "known";
  /** Whether its noun means a proceeding or decision told of before: "the ruling was upheld". */
  readonly isAgain?: boolean;
  /** Whether the words tell that it belongs to what was told right before: "a third application concerns X". */
  readonly isFurther?: boolean;
  /** Whether it only counts where nothing else decides the case: "ruled that". */
  readonly isWeak?: boolean;
  /** Whether it lies before the rest of its passage: "had sought". */
  readonly isEarlier: boolean;
  /** Whether its words name a year, or say that it was years ago. */
  readonly isLongAgo: boolean;
}

/** A move before its place and time are known. */
export type MoveDraft = Omit<LegalMove, "sentence" | "when" | "isEarlier" | "isLongAgo">;
