/**
 * Hashes of features: a template number mixed with one to three integers.
 *
 * `mix1` to `mix3` leave out the last step, `finish`, which is done for many features at once. They are short and call
 * nothing, and a function writes some ten features: engines put that many in place of calls, which takes half the time.
 */
const { imul } = Math;

export function hashText(text: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < text.length; i++) hash = imul(hash ^ text.charCodeAt(i), 0x0100_0193);
  return finish(hash);
}

/** The last step of a hash: until then its low bits depend on few bits of what was mixed. */
export function finish(hash: number): number {
  let mixed = imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  mixed = imul(mixed ^ (mixed >>> 12), 0x297a_2d39);
  return mixed ^ (mixed >>> 15);
}

/** Finishes the hashes of the first `count` features in place; gives their number. */
export function finishAll(hashes: Int32Array, count: number): number {
  for (let i = 0; i < count; i++) hashes[i] = finish(hashes[i]);
  return count;
}

export function mix1(template: number, a: number): number {
  return imul(a ^ imul(template, 0x9e37_79b1), 0x85eb_ca6b);
}

export function mix2(template: number, a: number, b: number): number {
  return imul(imul(a ^ imul(template, 0x9e37_79b1), 0x85eb_ca6b) ^ b, 0xc2b2_ae35);
}

export function mix3(template: number, a: number, b: number, c: number): number {
  const first = imul(a, 0x27d4_eb2f) ^ (b >>> 5) ^ (b << 27) ^ imul(template, 0x9e37_79b1);
  return imul(imul(first, 0x85eb_ca6b) ^ (imul(c, 0x1656_67b1) + b), 0xc2b2_ae35);
}
