/** Hashes of features: a template number mixed with one to four integers. */

export function hashText(text: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
  return finish(hash);
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a_2d39);
  return mixed ^ (mixed >>> 15);
}

export function mix1(template: number, a: number): number {
  return finish(Math.imul(a ^ Math.imul(template, 0x9e37_79b1), 0x85eb_ca6b));
}

export function mix2(template: number, a: number, b: number): number {
  return finish(Math.imul(Math.imul(a ^ Math.imul(template, 0x9e37_79b1), 0x85eb_ca6b) ^ b, 0xc2b2_ae35));
}

export function mix3(template: number, a: number, b: number, c: number): number {
  return mix2(template, Math.imul(a, 0x27d4_eb2f) ^ (b >>> 5) ^ (b << 27), Math.imul(c, 0x1656_67b1) + b);
}

export function mix4(template: number, a: number, b: number, c: number, d: number): number {
  return mix3(template, a, b, mix2(77, c, d));
}
