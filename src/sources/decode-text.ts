/**
 * Text out of bytes: strict, since a report with replaced characters would show words that nobody wrote.
 */
import { UnreadableError } from "./errors.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @throws {UnreadableError} `binary` or `not_utf8`, naming the place. */
export function decodeText(bytes: Uint8Array): string {
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

/** Gives the index at which the first character begins that is not whole, by halving. */
function findBrokenByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // In streaming mode a character that is cut off by the end is not an error yet.
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  while (!decodes(bytes.subarray(0, good), false)) good--;
  return good;
}

function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

function countLineBreaks(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}
