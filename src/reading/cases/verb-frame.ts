/** A verb of a legal sentence in its clause, and what it is found to do to a case. */
import type { Stage } from "./case-draft.ts";

/** What a verb does to a case. */
export interface VerbStage {
  readonly by: "object" | "order" | "gain" | "plan" | "ruling" | "petition" | "act" | "docket" | "handover" | "verb";
  readonly stage: Stage;
  /** The legal noun that the verb acts on; -1 for none. */
  readonly noun: number;
  /** Against whom, where the verb itself says so. */
  readonly parties: readonly number[];
  /** Whether it only counts where nothing else decides the case. */
  readonly isWeak?: boolean;
}

/** A verb in its clause. */
export interface VerbFrame {
  readonly verb: number;
  readonly lemma: string;
  /** Who does it, or whose decision does; -1 for none. */
  readonly agent: number;
  readonly sentenceEnd: number;
}
