/** Hashes of short texts, equal on every machine. */

/** 52 bits as a whole number, so that a database can index it and a double can hold it. */
export function hashToNumber(text: string): number {
  let a = 0x9e37_79b1;
  let b = 0x85eb_ca77;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x0100_0193) ^ (b >>> 15);
    b = Math.imul(((b << 13) | (b >>> 19)) ^ code, 0xc2b2_ae35) + a;
  }
  a = mix(a ^ text.length);
  b = mix(b ^ a);
  return (b & 0xf_ffff) * 0x1_0000_0000 + (a >>> 0);
}

/** 16 hexadecimal digits. */
export function hashToHex(text: string): string {
  const one = hashToNumber(text);
  const other = hashToNumber(`${text.length}:${text}`);
  return (one.toString(16).padStart(13, "0") + other.toString(16).padStart(13, "0")).slice(5, 21);
}

/** Spreads the bits of a 32-bit number (the finish of MurmurHash3). */
export function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}
