import type { ExportFormat } from "../../exchange/index.ts";
import type { LineStatus } from "../../record/index.ts";
import type { StoreOptions } from "../with-store.ts";

export interface ExportOptions extends StoreOptions {
  readonly as: ExportFormat;
  readonly out?: string;
  readonly table?: string;
  readonly affair?: string;
  readonly outlet?: string;
  readonly from?: string;
  readonly to?: string;
  readonly minScore?: number;
  readonly status?: LineStatus;
  readonly copies: boolean;
  readonly base: string;
}
