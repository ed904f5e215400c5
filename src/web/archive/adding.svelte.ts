/** Sends files and texts to the archive, a few at a time, and keeps what has come of each. */
import { ApiError, send } from "../api/client.ts";
import type { ToldReport } from "../api/progress.svelte.ts";

export interface Added {
  added: ToldReport[];
  problems: { file: string; message: string; hint: string }[];
  notes: { file: string; message: string }[];
}

export interface Entry {
  name: string;
  state: "waiting" | "reading" | "done" | "failed";
  result?: Added;
  /** Why it failed as a whole, and what to do. */
  error?: { message: string; advice: string };
}

const MOST_BYTES = 50_000_000;

export class Adding {
  entries = $state<Entry[]>([]);
  #queue: { entry: Entry; send: () => Promise<Added> }[] = [];
  #isRunning = false;
  readonly #onadded: () => void;

  constructor(onadded: () => void) {
    this.#onadded = onadded;
  }

  get done(): number {
    return this.entries.filter(({ state }) => state === "done" || state === "failed").length;
  }

  get isBusy(): boolean {
    return this.done < this.entries.length;
  }

  addFiles(files: Iterable<File>): void {
    for (const file of files) {
      this.#enqueue(file.name, () => {
        if (file.size > MOST_BYTES)
          throw new ApiError(
            413,
            "It is larger than 50 MB.",
            "Use the command line, which has no such limit: onrecord add FILE",
          );
        const form = new FormData();
        form.append("file", file, file.name);
        return send<Added>("POST", "reports", form);
      });
    }
  }

  addText(report: Record<string, string>): void {
    this.#enqueue(report.title || `${report.text.trim().slice(0, 60)}…`, () => send<Added>("POST", "reports", report));
  }

  addAddress(address: string): void {
    this.#enqueue(address, () => send<Added>("POST", "reports", { address }));
  }

  clear(): void {
    this.entries = this.entries.filter(({ state }) => state === "waiting" || state === "reading");
  }

  #enqueue(name: string, sendIt: () => Promise<Added>): void {
    this.entries.push({ name, state: "waiting" });
    // What the list holds is the reactive one, not what was pushed.
    this.#queue.push({ entry: this.entries.at(-1)!, send: sendIt });
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      const { entry } = next;
      entry.state = "reading";
      try {
        entry.result = await next.send();
        entry.state = entry.result.added.length === 0 && entry.result.problems.length > 0 ? "failed" : "done";
      } catch (error) {
        const isKnown = error instanceof ApiError;
        entry.error = {
          message: isKnown ? error.message : String(error),
          advice: isKnown ? error.advice : "Try again.",
        };
        entry.state = "failed";
      }
      this.#onadded();
    }
    this.#isRunning = false;
  }
}
