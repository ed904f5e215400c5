/**
 * Text out of bytes: strict, since a report with replaced characters would show words that nobody wrote.
 */
import { UnreadableError } from "./errors.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @throws {UnreadableError} `binary` or `not_utf8`, naming the place. */
export function decodeText(bytes: Uint8Array): string {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, 5).toString("latin1") === "%PDF-") {
    throw new UnreadableError("unsupported_kind", "is a PDF file, which this version does not read");
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) throw new UnreadableError("binary", `is not text (NUL byte at ${nul})`);
  try {
    return decoder.decode(bytes);
  } catch {
    const at = findBrokenByte(bytes);
    const line = countLineBreaks(bytes.subarray(0, at)) + 1;
    throw new UnreadableError("not_utf8", `is not valid UTF-8 (byte ${at}${line > 1 ? `, line ${line}` : ""})`);
  }
}

/** Gives the index of the first byte that does not belong to a whole UTF-8 character, by halving. */
function findBrokenByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // A fresh decoder in streaming mode accepts a character that is cut off by the end.
    const probe = new TextDecoder("utf-8", { fatal: true });
    try {
      probe.decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

function countLineBreaks(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}
