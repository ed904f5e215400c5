/**
 * Cuts a stream of bytes into lines without ever holding more than one of them.
 */
import type { Chunks } from "./peek.ts";

export interface Line {
  /** From 1. */
  readonly number: number;
  /** The line without its line break, or `undefined` where it was longer than allowed and has been passed over. */
  readonly bytes: Uint8Array | undefined;
}

/** Time grows with the bytes; memory with the longest line allowed, however long a line is. */
export async function* splitLines(chunks: Chunks, maxLineBytes: number): AsyncGenerator<Line> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const end = (): Line => {
    const bytes = length > maxLineBytes ? undefined : parts.length === 1 ? parts[0] : Buffer.concat(parts);
    parts = [];
    length = 0;
    return { number: number++, bytes };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (;;) {
      const at = chunk.indexOf(10, start);
      const part = chunk.subarray(start, at === -1 ? undefined : at);
      length += part.length;
      if (length > maxLineBytes) parts = [];
      else if (part.length > 0) parts.push(part);
      if (at === -1) break;
      yield end();
      start = at + 1;
    }
  }
  if (length > 0) yield end();
}
