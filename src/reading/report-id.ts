/** The identity of a report: a hash of its words, the same for every way of breaking its lines. */

const LANES = [0x9e37_79b1, 0x85eb_ca77, 0xc2b2_ae3d, 0x27d4_eb2f] as const;

/**
 * 32 hexadecimal digits from the text, normalised: compatibility forms (NFKC), straight quotation marks and one space for
 * any white space. Four 32-bit lanes of multiply and rotate, each seeing every character and its neighbour lane: enough
 * to tell reports apart, not to withstand someone who looks for collisions.
 */
export function makeReportId(text: string): string {
  const normalised = normaliseText(text);
  let [a, b, c, d] = LANES as readonly number[];
  for (let i = 0; i < normalised.length; i++) {
    const code = normalised.charCodeAt(i);
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
    [a, b, c, d] = [finish(a + d), finish(b ^ a), finish(c + b), finish(d ^ c ^ normalised.length)];
  }
  return [a, b, c, d].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
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
