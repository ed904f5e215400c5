/** What is kept compressed: readings, which are long and looked at one at a time. */
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Readings are short: a larger table of what came before takes longer to clear than to use. */
const PACKING_MEMORY = 5;

export function pack(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value), { level: 1, memLevel: PACKING_MEMORY });
}

export function unpack<Value>(bytes: Uint8Array): Value {
  return JSON.parse(inflateRawSync(bytes).toString("utf8"));
}
