/** Kinds of file that have to be held whole to be read, and how large they may be. */
import { UnreadableError } from "./errors.ts";
import type { Chunks } from "./peek.ts";

/** @throws {UnreadableError} `too_large`, before more than `maxBytes` are held. */
export async function readWhole(chunks: Chunks, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    parts.push(chunk);
  }
  return parts.length === 1 ? parts[0] : Buffer.concat(parts);
}

export function tooLarge(maxBytes: number): UnreadableError {
  return new UnreadableError("too_large", `is larger than ${maxBytes / 1_000_000} MB, the most for one report`);
}
