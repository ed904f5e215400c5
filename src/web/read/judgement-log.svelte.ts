/**
 * What a person decides about the items of a reading, in order, with undo.
 *
 * Where the page has no archive behind it, this is all there is: it lives as long as the page and can be saved as a file. With an
 * archive, `save` and `unsave` carry each decision there.
 */
import type { Span } from "./list-items.ts";

export interface Decision {
  itemId: string;
  verdict: "accept" | "reject" | "correct";
  /** Entity of the reading, or null for nobody; left out where it stays. */
  speaker?: string | null;
  content?: Span[];
}

/** A decision that the archive keeps, by its id there. */
export interface SavedDecision {
  decision: Decision;
  savedAs: string;
}

interface Entry {
  number: number;
  decision: Decision;
  /** The archive's id of the judgement. */
  savedAs?: string;
}

/** Where decisions are kept beyond the page. */
export interface JudgementKeeper {
  save(decision: Decision): Promise<string>;
  unsave(savedAs: string): Promise<void>;
}

export class JudgementLog {
  #entries = $state<Entry[]>([]);
  #lastNumber = 0;
  readonly #keeper: JudgementKeeper | undefined;

  /** @param earlier Decisions made before, the oldest first; they can be undone like the others. */
  constructor(keeper?: JudgementKeeper, earlier: readonly SavedDecision[] = []) {
    this.#keeper = keeper;
    this.#entries = earlier.map((saved) => ({ number: ++this.#lastNumber, ...saved }));
  }

  get decisions(): readonly Decision[] {
    return this.#entries.map(({ decision }) => decision);
  }

  get canUndo(): boolean {
    return this.#entries.length > 0;
  }

  /** Shown at once; taken back when the archive refuses it, with its error thrown on. */
  async add(decision: Decision): Promise<void> {
    const number = ++this.#lastNumber;
    this.#entries.push({ number, decision });
    if (this.#keeper === undefined) return;
    try {
      const savedAs = await this.#keeper.save(decision);
      const entry = this.#entries.find((candidate) => candidate.number === number);
      // Undone while it was on its way.
      if (entry === undefined) await this.#keeper.unsave(savedAs);
      else entry.savedAs = savedAs;
    } catch (error) {
      this.#entries = this.#entries.filter((candidate) => candidate.number !== number);
      throw error;
    }
  }

  /** Takes the last decision back and returns it; `undefined` where there is none. */
  async undo(): Promise<Decision | undefined> {
    const last = this.#entries.at(-1);
    if (last === undefined) return undefined;
    if (last.savedAs !== undefined) await this.#keeper?.unsave(last.savedAs);
    this.#entries = this.#entries.filter(({ number }) => number !== last.number);
    return last.decision;
  }

  /** How an item stands: the verdict of its last decision, and what all its corrections set. */
  stateOf(itemId: string): { verdict: Decision["verdict"] | undefined; speaker?: string | null; content?: Span[] } {
    const own = this.#entries.map(({ decision }) => decision).filter((decision) => decision.itemId === itemId);
    const state: ReturnType<JudgementLog["stateOf"]> = { verdict: own.at(-1)?.verdict };
    for (const { speaker, content } of own) {
      if (speaker !== undefined) state.speaker = speaker;
      if (content !== undefined) state.content = content;
    }
    return state;
  }
}
