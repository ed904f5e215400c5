/**
 * Text out of bytes in any encoding of the web: by byte order mark, then by what the server said, then by what the page
 * says of itself; a guess only where nobody says anything and the bytes are not UTF-8.
 */

export interface DecodedText {
  readonly text: string;
  /** Bytes that could not be decoded stand in the text as `\ufffd`. */
  readonly isDamaged: boolean;
}

/** Where a page or feed names its encoding, at the latest. */
const DECLARED_WITHIN_BYTES = 4096;

/** @param charset As the server gave it, if it did. */
export async function decodeBytes(bytes: Uint8Array, charset?: string): Promise<DecodedText> {
  const marked = getMarkedEncoding(bytes);
  if (marked !== undefined) return { text: new TextDecoder(marked).decode(bytes), isDamaged: false };
  for (const label of [charset, findDeclared(bytes), "utf-8"]) {
    const text = label === undefined ? undefined : decodeStrictly(bytes, label);
    if (text !== undefined) return { text, isDamaged: false };
  }
  const { default: jschardet } = await import("jschardet");
  const guess = jschardet.detect(Buffer.from(bytes.subarray(0, 65_536)));
  const text = guess.confidence > 0.5 ? decodeStrictly(bytes, guess.encoding ?? "") : undefined;
  if (text !== undefined) return { text, isDamaged: false };
  const label = [charset, findDeclared(bytes)].find((name) => name !== undefined && isKnown(name));
  // The standard's word for pages of old that say nothing, in which every byte is a character.
  if (label === undefined) return { text: new TextDecoder("windows-1252").decode(bytes), isDamaged: false };
  return { text: new TextDecoder(label).decode(bytes), isDamaged: true };
}

function getMarkedEncoding([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : undefined;
}

function findDeclared(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARED_WITHIN_BYTES));
  const found = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(
    head.toString("latin1"),
  );
  const label = found?.[1] ?? found?.[2];
  // Whoever can write `utf-16` in single bytes does not mean it (the HTML standard reads it as UTF-8, too).
  return label === undefined || /^utf-?16/i.test(label) ? undefined : label;
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label) !== undefined;
  } catch {
    return false;
  }
}

function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
