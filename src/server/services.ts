/** What endpoints work with. */
import type { RecordStore } from "../store/index.ts";

export interface Services {
  readonly store: RecordStore;
}
