/**
 * Bytes of a file or of standard input, unpacked; and as UTF-8, where they are text.
 */
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { type SourceProblemCode, UnreadableError } from "./errors.ts";
import { type Chunks, peek } from "./peek.ts";

const CHUNK_BYTES = 1 << 18;

const SYSTEM_CODES: Record<string, [SourceProblemCode, string]> = {
  ENOENT: ["not_found", "no such file or folder"],
  ENOTDIR: ["not_found", "no such file or folder"],
  ENAMETOOLONG: ["not_found", "the name is too long"],
  ELOOP: ["not_found", "the link leads in a circle"],
  EACCES: ["no_permission", "permission denied"],
  EPERM: ["no_permission", "permission denied"],
};

/** Says in plain words what the system or the unpacker objected to. */
export function toReadableError(error: unknown): UnreadableError {
  if (error instanceof UnreadableError) return error;
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (code.startsWith("Z_")) {
    const what = code === "Z_BUF_ERROR" ? "the compressed data ends too early" : "the compressed data is damaged";
    return new UnreadableError("damaged_archive", what);
  }
  // Node refuses a name with a NUL character by this code before it asks the system.
  if (code === "ERR_INVALID_ARG_VALUE") return new UnreadableError("not_found", "no such file or folder");
  const [problem, what] = SYSTEM_CODES[code] ?? ["not_readable", `could not be read (${code || message})`];
  return new UnreadableError(problem, what);
}

/** Prose shrinks to a third, markup and lists to a tenth; what shrinks this much was made to fill a memory or a day. */
const MAX_GROWTH = 200;
/** Below this, even a bomb does no harm. */
const HARMLESS_BYTES = 64_000_000;

/**
 * Opens a file, or standard input under the name `-`.
 *
 * Gzip is known by its first bytes, not by the name, and is undone.
 *
 * @param onBytes Called with the size of each piece as it lies in the file, before it is unpacked.
 * @throws {UnreadableError} while it is iterated.
 */
export async function* openFile(file: string, standardInput: Chunks, onBytes?: (count: number) => void): Chunks {
  const bytes = file === "-" ? standardInput : createReadStream(file, { highWaterMark: CHUNK_BYTES });
  yield* gunzipIfNeeded(onBytes === undefined ? bytes : count(bytes, onBytes));
}

async function* count(chunks: Chunks, onBytes: (count: number) => void): Chunks {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** Undoes gzip, known by its first bytes. */
export async function* gunzipIfNeeded(chunks: Chunks): Chunks {
  const { head, all } = await peek(chunks, 2);
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* all;
    return;
  }
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  let packed = 0;
  const counted = count(all, (bytes) => {
    packed += bytes;
  });
  // Errors of either side reach the loop below through `gunzip`; the callback only keeps them from being thrown globally.
  pipeline(counted, gunzip, () => {});
  let unpacked = 0;
  for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
    unpacked += chunk.length;
    if (unpacked > HARMLESS_BYTES && unpacked > packed * MAX_GROWTH) {
      throw new UnreadableError("bomb", `grows to more than ${MAX_GROWTH} times its size when it is unpacked`);
    }
    yield chunk;
  }
}

/** Drops a UTF-8 mark, and turns UTF-16, known by its mark, to UTF-8. */
export async function* toUtf8(chunks: Chunks): Chunks {
  const { head, all } = await peek(chunks, 3);
  const [a, b, c] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    yield* transcode(all, a === 0xff ? "utf-16le" : "utf-16be");
    return;
  }
  let skip = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  for await (const chunk of all) {
    yield skip > 0 ? chunk.subarray(skip) : chunk;
    skip = 0;
  }
}

async function* transcode(chunks: Chunks, encoding: string): Chunks {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  try {
    for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
    yield encoder.encode(decoder.decode());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UnreadableError("not_utf8", "begins with the mark of UTF-16 but is not valid UTF-16");
  }
}
