/** The identity of a report: a hash of its words, the same for every way of breaking its lines. */

const LANES = [0x9e37_79b1, 0x85eb_ca77, 0xc2b2_ae3d, 0x27d4_eb2f] as const;

/**
 * 32 hexadecimal digits from the text, normalised: compatibility forms (NFKC), straight quotation marks and one space for
 * any white space. Four 32-bit lanes of multiply and rotate, each seeing every character and its neighbour lane: enough
 * to tell reports apart, not to withstand someone who looks for collisions.
 */
export function makeReportId(text: string): string {
  if (codes.length < text.length) codes = new Uint16Array(text.length * 2);
  let length = normaliseUsual(text, codes);
  if (length < 0) length = copyCodes(normaliseText(text));
  let [a, b, c, d] = LANES as readonly number[];
  for (let i = 0; i < length; i++) {
    const code = codes[i];
    const mixedA = Math.imul(a ^ code, 0x0100_0193) ^ (d >>> 7);
    const mixedB = Math.imul(((b << 13) | (b >>> 19)) ^ code, 0x85eb_ca6b) + a;
    const mixedC = Math.imul(((c << 17) | (c >>> 15)) + code, 0xc2b2_ae35) ^ b;
    const mixedD = Math.imul(((d << 7) | (d >>> 25)) ^ (code + i), 0x27d4_eb2f) + c;
    a = mixedA | 0;
    b = mixedB | 0;
    c = mixedC | 0;
    d = mixedD | 0;
  }
  for (let round = 0; round < 4; round++) {
    [a, b, c, d] = [finish(a + d), finish(b ^ a), finish(c + b), finish(d ^ c ^ length)];
  }
  return [a, b, c, d].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}

/** The normalised text that is hashed; made once, since reports come one after the other. */
let codes = new Uint16Array(0);

/**
 * As {@link normaliseText}, in one pass, for characters that compatibility forms leave as they are: ASCII, Latin letters with
 * their accents, quotation marks and dashes.
 *
 * @returns How many codes were written, or -1 where there are other characters.
 */
function normaliseUsual(text: string, into: Uint16Array): number {
  let length = 0;
  let hasSpace = false;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code === 32 || (code >= 9 && code <= 13)) {
      hasSpace = true;
      continue;
    }
    if (code > 0x7f) {
      if (code >= 0x2018 && code <= 0x201b) code = 39;
      else if (code >= 0x201c && code <= 0x201f) code = 34;
      else if (code !== 0x2013 && code !== 0x2014 && (code < 0xc0 || code > 0xff)) return -1;
    }
    if (hasSpace && length > 0) into[length++] = 32;
    hasSpace = false;
    into[length++] = code;
  }
  return length;
}

function copyCodes(text: string): number {
  if (codes.length < text.length) codes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
  return text.length;
}

function normaliseText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
}

function finish(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}
