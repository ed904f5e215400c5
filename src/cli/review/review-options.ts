import type { ReviewItem } from "../../store/index.ts";
import type { StoreOptions } from "../with-store.ts";

export const REVIEW_KINDS = ["statement", "stance", "event", "case", "figure"] as const satisfies ReviewItem["kind"][];
export const REVIEW_FORMATS = ["text", "json", "csv"] as const;

export type ReviewFormat = (typeof REVIEW_FORMATS)[number];

/** Which lines are to be judged. */
export interface ReviewFilterOptions extends StoreOptions {
  readonly kind?: ReviewItem["kind"];
  readonly affair?: string;
  readonly report?: string;
  readonly outlet?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface ReviewListOptions extends ReviewFilterOptions {
  readonly limit: number;
  readonly judged: boolean;
  readonly format: ReviewFormat;
}

export interface JudgeOptions extends StoreOptions {
  readonly by?: string;
  readonly note?: string;
}

export interface LogOptions extends StoreOptions {
  readonly by?: string;
  readonly limit: number;
  readonly format: ReviewFormat;
}
