/** Opens the archive that the user means for one command, and closes it whatever happens. */
import { openStore, type RecordStore } from "../store/index.ts";
import type { Streams } from "./streams.ts";

export interface StoreOptions {
  readonly store?: string;
}

export async function withStore(
  options: StoreOptions,
  streams: Streams,
  use: (store: RecordStore, address: string) => Promise<number>,
): Promise<number> {
  const address = options.store ?? streams.env.ONRECORD_STORE ?? "onrecord.db";
  const store = await openStore(address);
  try {
    return await use(store, address);
  } finally {
    await store.close();
  }
}
