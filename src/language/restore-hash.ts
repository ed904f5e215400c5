/** Hashes of the restorer: 32 bits, the same on every machine, never 0, so that 0 can stand for "nothing". */

/** The hash of a text, or of the part of it between two places. */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x811c_9dc5 | 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
  return finish(hash);
}

/** Mixes a number into a hash; the order counts. */
export function mixHash(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ Math.imul(value, 0x9e37_79b1), 0x85eb_ca6b);
  return mixed ^ (mixed >>> 15);
}

/** The hash of the form that a rule makes of a stem. */
export function hashForm(stem: number, rule: number): number {
  return rule === 0 ? stem : finish(stem ^ Math.imul(rule, 0x27d4_eb2f));
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb_352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846c_a68b);
  mixed ^= mixed >>> 16;
  return mixed === 0 ? 1 : mixed;
}
