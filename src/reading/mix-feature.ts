/** The hash of a feature: its template and one or two values, spread over 32 bits, unsigned. */
export function mixFeature(template: number, a: number, b = 0): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e37_79b1), 0x85eb_ca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + b, 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
