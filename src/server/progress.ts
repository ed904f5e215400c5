/** What happens in the archive while the server runs, for whoever watches. */
import { EventEmitter } from "node:events";
import type { AddedReport, Judgement } from "../record/index.ts";
import type { RecordStore } from "../store/index.ts";

export type ProgressEvent =
  | { readonly type: "report"; readonly data: AddedReport & { readonly title: string | null } }
  | { readonly type: "judgement"; readonly data: Judgement }
  /** The record is another than before, by this server or by another process. */
  | { readonly type: "revision"; readonly data: { readonly revision: string } };

const POLL_MS = 1000;

export class Progress {
  readonly #store: Pick<RecordStore, "getRevision">;
  readonly #events = new EventEmitter().setMaxListeners(0);
  readonly #counters: ((event: ProgressEvent) => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #revision = "";

  constructor(store: Pick<RecordStore, "getRevision">) {
    this.#store = store;
  }

  tell(event: ProgressEvent): void {
    for (const counter of this.#counters) counter(event);
    this.#events.emit("event", event);
  }

  /** Told of everything that is told here, for as long as the server runs. */
  count(listener: (event: ProgressEvent) => void): void {
    this.#counters.push(listener);
  }

  /** Another process's changes are noticed within a second, while anybody listens. @returns Ends it. */
  listen(listener: (event: ProgressEvent) => void): () => void {
    this.#events.on("event", listener);
    this.#timer ??= setInterval(() => void this.#poll(), POLL_MS).unref();
    return () => {
      this.#events.off("event", listener);
      if (this.#events.listenerCount("event") > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  async #poll(): Promise<void> {
    const revision = await this.#store.getRevision().catch(() => this.#revision);
    if (revision === this.#revision) return;
    const isFirst = this.#revision === "";
    this.#revision = revision;
    if (!isFirst) this.tell({ type: "revision", data: { revision } });
  }
}
