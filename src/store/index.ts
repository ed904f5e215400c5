/** Store: saves and finds the record behind one interface. */
export type * from "./access-store.ts";
export { beginWatch, toWatchFilter } from "./begin-watch.ts";
export { StoreError, type StoreErrorCode } from "./errors.ts";
export { openStore } from "./open-store.ts";
export type * from "./record-store.ts";
