import type { StoreOptions } from "../with-store.ts";

export const AFFAIR_FORMATS = ["text", "json", "csv"] as const;
export const AFFAIR_PARTS = ["stances", "cases", "figures", "utterances", "people", "reports"] as const;

export type AffairPart = (typeof AFFAIR_PARTS)[number];

export interface CreateOptions extends StoreOptions {
  readonly description?: string;
  readonly query?: string;
  /** Names or ids of entities. */
  readonly about: readonly string[];
  readonly outlet?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface ShowOptions extends StoreOptions {
  readonly format: (typeof AFFAIR_FORMATS)[number];
  readonly part?: AffairPart;
}
