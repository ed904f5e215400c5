/** What is kept compressed: readings, which are long and looked at one at a time. */
import { deflateRawSync, inflateRawSync } from "node:zlib";

export function pack(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value), { level: 1 });
}

export function unpack<Value>(bytes: Uint8Array): Value {
  return JSON.parse(inflateRawSync(bytes).toString("utf8"));
}
