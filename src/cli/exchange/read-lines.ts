/** A file's lines as they are asked for; memory grows with the longest line. */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

const LINE_END = 0x0a;
/** The largest report allowed, its reading beside it, with room to spare. */
const MAX_LINE_BYTES = 256_000_000;

/**
 * @param file `-` is standard input. What begins as gzip does is unpacked.
 * @throws {NodeJS.ErrnoException} where the file cannot be read; {Error} where a line is longer than 256 MB.
 */
export async function* readLines(
  file: string,
  standardInput: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<{ number: number; text: string }> {
  const chunks = file === "-" ? standardInput : createReadStream(file);
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let number = 0;
  for await (const chunk of unpack(chunks, onBytes)) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      held.push(chunk.subarray(start, end));
      yield { number: ++number, text: decode(held) };
      held = [];
      heldBytes = 0;
      start = end + 1;
    }
    held.push(chunk.slice(start));
    heldBytes += chunk.length - start;
    if (heldBytes > MAX_LINE_BYTES) throw new Error(`line ${number + 1} is longer than ${MAX_LINE_BYTES} bytes`);
  }
  if (heldBytes > 0) yield { number: ++number, text: decode(held) };
}

async function* unpack(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  const counted = count(chunks, onBytes);
  const first = await counted.next();
  if (first.done) return;
  const rest = (async function* () {
    yield first.value;
    yield* counted;
  })();
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!isPacked) yield* rest;
  else yield* Readable.from(rest).compose(createGunzip()) as unknown as AsyncIterable<Uint8Array>;
}

async function* count(chunks: AsyncIterable<Uint8Array>, onBytes: (count: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** What is not UTF-8 becomes U+FFFD, which no line of ours holds where it counts. */
function decode(parts: readonly Uint8Array[]): string {
  return new TextDecoder().decode(parts.length === 1 ? parts[0] : Buffer.concat(parts));
}
