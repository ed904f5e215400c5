import type { StoreOptions } from "../with-store.ts";

export const WATCHED = ["feed", "person", "affair"] as const;

export interface AddWatchOptions extends StoreOptions {
  readonly deliverTo?: string;
  /** What the archive has already is reported too. */
  readonly fromStart: boolean;
}

export interface RunWatchOptions extends StoreOptions {
  readonly once: boolean;
  readonly now: boolean;
  /** Minutes. */
  readonly interval: number;
  readonly full: boolean;
  readonly allowPrivate: boolean;
  readonly json: boolean;
}
