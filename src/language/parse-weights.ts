/**
 * Weighs a parser's moves and relations. Written by `training/parse-weights-writer.ts` from `parse-features.ts`: change those.
 *
 * Each function of moves sums the weights of some features for shift, left and right, and puts the three at `at` of `sums`.
 */
// biome-ignore-all format: written by a program
// biome-ignore-all lint: written by a program
import type { ParseAtoms } from "./parse-atoms.ts";

/** The next word, those beside it and its children, whatever is on the stack. */
export function weighNext(atoms: ParseAtoms, data: Int32Array, next: number, weights: Int32Array, sums: Int32Array, at: number): void {
  const { words, tags } = atoms;
  const n = next * 19;
  const nToken = data[n + 0];
  const nw = Math.imul(words[nToken], 668265263);
  const nt = Math.imul(tags[nToken], 374761393);
  const n1t = Math.imul(tags[nToken + 1], -1572921020);
  const n2t = Math.imul(tags[nToken + 2], -723203708);
  const n1w = Math.imul(words[nToken + 1], -1816285734);
  const p1t = Math.imul(tags[nToken - 1], -193556670);
  const p1w = Math.imul(words[nToken - 1], 286313048);
  const nl = data[n + 2] * 19;
  const nl2 = data[n + 3] * 19;
  const nlw = Math.imul(words[data[nl + 0]], 785523368);
  const nlt = Math.imul(tags[data[nl + 0]], 1447669254);
  const nl2t = Math.imul(tags[data[nl2 + 0]], 918823287);
  const nll = label(data[n + 6]);
  const nLeft = small(data[n + 10]);
  const nLeftSet = Math.imul(data[n + 12], -329216867);
  let shift = 0, left = 0, right = 0, hash = 0, row = 0;
  hash = (nw + nt + -626627309) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nw + 2027808452) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nt + 387276917) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (n1w + n1t + -1879881927) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (n1t + 774553834) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (n2t + -865977701) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nt + n1t + 1549107668) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nw + n1t + -91423867) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nt + n1t + n2t + -957401568) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (p1t + nt + -1823379269) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (p1w + nt + 831056492) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nlw + -1288175827) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nlt + nll + 1366259934) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nt + nl2t + nlt + -1766876611) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nt + nl2t + label(data[n + 7]) + 1901463376) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nw + nLeft + -1083746644) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nt + nLeft + 1570689117) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nw + nLeftSet + -309192810) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nt + nLeftSet + -1949724345) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  sums[at] = shift;
  sums[at + 1] = left;
  sums[at + 2] = right;
}

/** The stack alone, but for the right children of the word on top. */
export function weighStack(atoms: ParseAtoms, data: Int32Array, top: number, weights: Int32Array, sums: Int32Array, at: number): void {
  const { words, tags, classes } = atoms;
  const s = top * 19;
  const t = data[s + 1] * 19;
  const u = data[t + 1] * 19;
  const sToken = data[s + 0];
  const tToken = data[t + 0];
  const uToken = data[u + 0];
  const sw = Math.imul(words[sToken], -2048144789);
  const st = Math.imul(tags[sToken], -1028477387);
  const tw = Math.imul(words[tToken], -744332179);
  const tt = Math.imul(tags[tToken], -42973499);
  const ut = Math.imul(tags[uToken], 2023460014);
  const sc = Math.imul(classes[sToken], 1359938543);
  const tc = Math.imul(classes[tToken], 1599039361);
  const sl = data[s + 2] * 19;
  const sl2 = data[s + 3] * 19;
  const tl = data[t + 2] * 19;
  const tr = data[t + 4] * 19;
  const tr2 = data[t + 5] * 19;
  const slw = Math.imul(words[data[sl + 0]], -446282470);
  const slt = Math.imul(tags[data[sl + 0]], -973863972);
  const tlw = Math.imul(words[data[tl + 0]], 1619890033);
  const tlt = Math.imul(tags[data[tl + 0]], -214949205);
  const trw = Math.imul(words[data[tr + 0]], -501159693);
  const trt = Math.imul(tags[data[tr + 0]], 948192537);
  const sl2t = Math.imul(tags[data[sl2 + 0]], 1906132265);
  const tr2t = Math.imul(tags[data[tr2 + 0]], 697601857);
  const sll = label(data[s + 6]);
  const tll = label(data[t + 6]);
  const trl = label(data[t + 8]);
  const sLeft = small(data[s + 10]);
  const tRight = small(data[t + 11]);
  const ts = distance(tToken, sToken);
  const sLeftSet = Math.imul(data[s + 12], -1422268221);
  const tLeftSet = Math.imul(data[t + 12], 151439751);
  const tRightSet = Math.imul(data[t + 13], -856503717);
  let shift = 0, left = 0, right = 0, hash = 0, row = 0;
  hash = (sw + st + 0) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + -1640531535) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + 1013904226) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + tt + -1253254618) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + 1401181143) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + -239350392) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (ut + 1788458060) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + tt + sw + st + 922480359) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + sw + -718051176) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + st + 1936384585) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + sw + 295853050) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + -1344678485) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (ut + tt + st + -1196751960) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sc + 204429183) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tc + sc + -2062729661) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tc + st + 591706100) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + sc + -1048825435) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tc + slw + sc + -34921209) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (slw + 978983017) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (slt + sll + -661548518) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (trw + -274271601) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (trt + trl + -1914803136) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tlt + tll + 739632625) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + trt + st + 1126909542) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + slt + 2140813768) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + tlt + st + 500282233) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + tlw + st + -1140249302) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sl2t + slt + 1514186459) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + tr2t + trt + 887559150) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + slw + -992322777) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + slw + sw + 1662112984) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + slw + st + 21581449) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + slw + sw + -1618950086) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + ts + 1810039509) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + slw + ts + -1471023561) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + sLeft + -2097650870) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + tRight + -69842418) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + tRight + st + -1710373953) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + sLeftSet + 944061808) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sLeftSet + -696469727) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + tRightSet + st + -935820119) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + tRightSet + 1718615642) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + tLeftSet + st + 78084107) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sLeftSet + tt + -1562447428) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  sums[at] = shift;
  sums[at + 1] = left;
  sums[at + 2] = right;
}

/** The right children of the word on top, whatever comes next. */
export function weighRight(atoms: ParseAtoms, data: Int32Array, top: number, weights: Int32Array, sums: Int32Array, at: number): void {
  const { words, tags } = atoms;
  const s = top * 19;
  const t = data[s + 1] * 19;
  const sToken = data[s + 0];
  const tToken = data[t + 0];
  const sw = Math.imul(words[sToken], -2048144789);
  const st = Math.imul(tags[sToken], -1028477387);
  const tt = Math.imul(tags[tToken], -42973499);
  const sr = data[s + 4] * 19;
  const sr2 = data[s + 5] * 19;
  const srw = Math.imul(words[data[sr + 0]], -349822604);
  const srt = Math.imul(tags[data[sr + 0]], 1197040734);
  const sr2t = Math.imul(tags[data[sr2 + 0]], 1858988831);
  const srl = label(data[s + 8]);
  const sRight = small(data[s + 11]);
  const sRightSet = Math.imul(data[s + 13], 1075825079);
  let shift = 0, left = 0, right = 0, hash = 0, row = 0;
  hash = (srw + 1992887243) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (srt + srl + 352355708) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + srt + -513621993) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sr2t + srt + -126345076) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sr2t + label(data[s + 9]) + -752972385) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + sRight + 1183412200) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sRight + -457119335) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + sRightSet + 317434499) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sRightSet + -1323097036) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  sums[at] = shift;
  sums[at + 1] = left;
  sums[at + 2] = right;
}

/** The words side by side, whatever is below them and whatever children the word on top has. */
export function weighPair(atoms: ParseAtoms, data: Int32Array, top: number, next: number, weights: Int32Array, sums: Int32Array, at: number): void {
  const { words, tags, classes } = atoms;
  const s = top * 19;
  const n = next * 19;
  const sToken = data[s + 0];
  const nToken = data[n + 0];
  const sw = Math.imul(words[sToken], -2048144789);
  const st = Math.imul(tags[sToken], -1028477387);
  const nw = Math.imul(words[nToken], 668265263);
  const nt = Math.imul(tags[nToken], 374761393);
  const n1t = Math.imul(tags[nToken + 1], -1572921020);
  const n2t = Math.imul(tags[nToken + 2], -723203708);
  const n1w = Math.imul(words[nToken + 1], -1816285734);
  const s1t = Math.imul(tags[sToken + 1], -626741782);
  const p1t = Math.imul(tags[nToken - 1], -193556670);
  const sc = Math.imul(classes[sToken], 1359938543);
  const nc = Math.imul(classes[nToken], 404095967);
  const nl = data[n + 2] * 19;
  const nlw = Math.imul(words[data[nl + 0]], 785523368);
  const nlt = Math.imul(tags[data[nl + 0]], 1447669254);
  const nInner = Math.imul(words[data[data[n + 14] * 19 + 0]], -1268168971);
  const sn = distance(sToken, nToken);
  const nLeftSet = Math.imul(data[n + 12], -329216867);
  let shift = 0, left = 0, right = 0, hash = 0, row = 0;
  hash = (sw + st + nw + nt + 147926525) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + st + nw + -1492605010) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + nw + nt + 1161830751) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + st + nt + -478700784) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + nw + nt + -2119232319) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + nw + 535203442) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + nt + -1105328093) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + n1t + -1731955402) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + nt + n1t + 1697034193) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + nt + n1t + n2t + 56502658) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + s1t + p1t + nt + -182847734) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (p1t + st + nt + -809475043) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + n1w + 1844960718) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sc + nt + -1436102352) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + nc + 1218333409) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sc + nc + -422198126) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + nt + nlt + 113005316) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + nlw + 260931841) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + nlw + nw + -1379599694) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + nlw + nt + 1274836067) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + nInner + nt + 2049389901) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + sn + -1231673169) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sn + 1422762592) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nw + sn + -217768943) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (nt + sn + -1858300478) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + nt + sn + 796135283) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (sw + nw + sn + -844396252) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + nt + nLeftSet + 704711416) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  sums[at] = shift;
  sums[at + 1] = left;
  sums[at + 2] = right;
}

/** All else: what joins the next word with what is below the top or with children of the top. */
export function weighState(atoms: ParseAtoms, data: Int32Array, top: number, next: number, weights: Int32Array, sums: Int32Array, at: number): void {
  const { words, tags, classes } = atoms;
  const s = top * 19;
  const n = next * 19;
  const t = data[s + 1] * 19;
  const u = data[t + 1] * 19;
  const sToken = data[s + 0];
  const nToken = data[n + 0];
  const tToken = data[t + 0];
  const uToken = data[u + 0];
  const sw = Math.imul(words[sToken], -2048144789);
  const st = Math.imul(tags[sToken], -1028477387);
  const nw = Math.imul(words[nToken], 668265263);
  const nt = Math.imul(tags[nToken], 374761393);
  const tw = Math.imul(words[tToken], -744332179);
  const tt = Math.imul(tags[tToken], -42973499);
  const ut = Math.imul(tags[uToken], 2023460014);
  const n1t = Math.imul(tags[nToken + 1], -1572921020);
  const nc = Math.imul(classes[nToken], 404095967);
  const tc = Math.imul(classes[tToken], 1599039361);
  const sl = data[s + 2] * 19;
  const sr = data[s + 4] * 19;
  const nl = data[n + 2] * 19;
  const slw = Math.imul(words[data[sl + 0]], -446282470);
  const slt = Math.imul(tags[data[sl + 0]], -973863972);
  const srt = Math.imul(tags[data[sr + 0]], 1197040734);
  const nlw = Math.imul(words[data[nl + 0]], 785523368);
  const nlt = Math.imul(tags[data[nl + 0]], 1447669254);
  const sLeft = small(data[s + 10]);
  const ts = distance(tToken, sToken);
  const sLeftSet = Math.imul(data[s + 12], -1422268221);
  const sRightSet = Math.imul(data[s + 13], 1075825079);
  const nLeftSet = Math.imul(data[n + 12], -329216867);
  let shift = 0, left = 0, right = 0, hash = 0, row = 0;
  hash = (tw + nw + 1309757276) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + nw + -330774259) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + nt + -1971305794) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + nt + 683129967) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + nt + -1584028877) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + nw + 1070406884) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + sw + nt + -570124651) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + st + nt + 2084311110) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + nt + n1t + 443779575) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (ut + tt + st + nt + 1457683801) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tc + nt + st + 1605610326) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tc + st + nc + -1675452744) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + slt + nt + -900898910) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + srt + nt + 1753536851) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + nlt + nt + -1527526219) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + nlw + -365695468) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + nlw + -2006227003) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + sw + nlw + 648208758) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tw + slw + nt + 1035485675) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + slw + nt + -605045860) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + slw + nlw + 408858366) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (tt + st + ts + nt + 169507974) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sLeft + nt + 556784891) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sLeftSet + nt + 1957966034) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sRightSet + nt + 1331338725) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sLeftSet + sRightSet + tt + nt + 1091988333) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  hash = (st + sLeftSet + nLeftSet + nt + -548543202) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); row = weights[hash >>> 13]; row &= (((row ^ hash) & 255) - 1) >> 31; shift = (shift + ((row << 16) >> 24)) | 0; left = (left + ((row << 8) >> 24)) | 0; right = (right + (row >> 24)) | 0;
  sums[at] = shift;
  sums[at + 1] = left;
  sums[at + 2] = right;
}

/** The best of the relations `relations[start]` to `relations[end]` of an arc; `sums[0]` gets its score. */
export function chooseRelation(atoms: ParseAtoms, data: Int32Array, head: number, child: number, next: number, weights: Int8Array, relations: Uint8Array, start: number, end: number, sums: Int32Array): number {
  const { words, tags, classes } = atoms;
  const h = head * 19;
  const c = child * 19;
  const hToken = data[h + 0];
  const cToken = data[c + 0];
  const hw = Math.imul(words[hToken], -2048144789);
  const ht = Math.imul(tags[hToken], -1028477387);
  const cw = Math.imul(words[cToken], 668265263);
  const ct = Math.imul(tags[cToken], 374761393);
  const hc = Math.imul(classes[hToken], 1599039361);
  const cc = Math.imul(classes[cToken], 1359938543);
  const left = hToken > cToken;
  const gap = left ? distance(cToken, hToken) : -distance(hToken, cToken) | 0;
  const side = left ? -42973499 : 2023460014;
  const clw = Math.imul(words[data[data[c + 2] * 19 + 0]], -446282470);
  const clt = Math.imul(tags[data[data[c + 2] * 19 + 0]], -973863972);
  const cl2w = Math.imul(words[data[data[c + 3] * 19 + 0]], 286313048);
  const crw = Math.imul(words[data[data[c + 4] * 19 + 0]], -349822604);
  const cLeftSet = Math.imul(data[c + 12], -1422268221);
  const cRightSet = Math.imul(data[c + 13], 1075825079);
  const hLeftSet = Math.imul(data[h + 12], -329216867);
  const hRightSet = Math.imul(data[h + 13], 151439751);
  const hSet = hLeftSet + hRightSet + side;
  const before = Math.imul(tags[cToken - 1], -1572921020);
  const after = Math.imul(tags[cToken + 1], -723203708);
  const headBefore = Math.imul(tags[hToken - 1], -1816285734);
  const headAfter = Math.imul(tags[hToken + 1], 830639262);
  const nt = Math.imul(tags[next], -626741782);
  let hash = 0;
  hash = (ct + side + 0) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h0 = hash ^ (hash >>> 15);
  hash = (cw + ct + side + -1640531535) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h1 = hash ^ (hash >>> 15);
  hash = (ht + side + 1013904226) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h2 = hash ^ (hash >>> 15);
  hash = (hw + ht + side + -626627309) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h3 = hash ^ (hash >>> 15);
  hash = (ht + ct + gap + 2027808452) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h4 = hash ^ (hash >>> 15);
  hash = (ht + ct + side + 387276917) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h5 = hash ^ (hash >>> 15);
  hash = (hw + ct + side + -1253254618) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h6 = hash ^ (hash >>> 15);
  hash = (ht + cw + side + 1401181143) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h7 = hash ^ (hash >>> 15);
  hash = (hw + cw + side + -239350392) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h8 = hash ^ (hash >>> 15);
  hash = (ht + ct + clw + side + -1879881927) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h9 = hash ^ (hash >>> 15);
  hash = (hw + clw + side + 774553834) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h10 = hash ^ (hash >>> 15);
  hash = (ct + clw + side + -865977701) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h11 = hash ^ (hash >>> 15);
  hash = (cw + clw + side + 1788458060) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h12 = hash ^ (hash >>> 15);
  hash = (ht + clw + cl2w + side + 147926525) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h13 = hash ^ (hash >>> 15);
  hash = (ht + ct + clt + side + -1492605010) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h14 = hash ^ (hash >>> 15);
  hash = (ht + ct + crw + side + 1161830751) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h15 = hash ^ (hash >>> 15);
  hash = (ht + ct + cLeftSet + side + -478700784) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h16 = hash ^ (hash >>> 15);
  hash = (hw + ct + cLeftSet + side + -2119232319) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h17 = hash ^ (hash >>> 15);
  hash = (ht + ct + cRightSet + side + 535203442) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h18 = hash ^ (hash >>> 15);
  hash = (ct + hSet + -1105328093) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h19 = hash ^ (hash >>> 15);
  hash = (hw + ct + hSet + 1549107668) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h20 = hash ^ (hash >>> 15);
  hash = (ht + ct + hSet + -91423867) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h21 = hash ^ (hash >>> 15);
  hash = (ht + ct + hLeftSet + side + -1731955402) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h22 = hash ^ (hash >>> 15);
  hash = (cw + hSet + 922480359) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h23 = hash ^ (hash >>> 15);
  hash = (ht + ct + before + side + -718051176) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h24 = hash ^ (hash >>> 15);
  hash = (ht + ct + after + side + 1936384585) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h25 = hash ^ (hash >>> 15);
  hash = (ct + before + after + side + 295853050) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h26 = hash ^ (hash >>> 15);
  hash = (ht + ct + headBefore + side + -1344678485) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h27 = hash ^ (hash >>> 15);
  hash = (ht + ct + headAfter + side + 1309757276) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h28 = hash ^ (hash >>> 15);
  hash = (ht + ct + nt + side + -330774259) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h29 = hash ^ (hash >>> 15);
  hash = (cw + nt + side + -1971305794) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h30 = hash ^ (hash >>> 15);
  hash = (cc + ct + side + 683129967) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h31 = hash ^ (hash >>> 15);
  hash = (ht + cc + side + -957401568) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h32 = hash ^ (hash >>> 15);
  hash = (hc + ct + side + 1697034193) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h33 = hash ^ (hash >>> 15);
  hash = (hc + cc + side + 56502658) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h34 = hash ^ (hash >>> 15);
  hash = (hc + clw + side + -1584028877) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h35 = hash ^ (hash >>> 15);
  hash = (cc + clw + side + 1070406884) | 0; hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); const h36 = hash ^ (hash >>> 15);
  let best = -1, bestScore = 0;
  for (let k = start; k < end; k++) {
    const relation = Math.imul(relations[k] + 1, 0x2545f491);
    let score = 0;
    hash = Math.imul(h0 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h1 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h2 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h3 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h4 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h5 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h6 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h7 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h8 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h9 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h10 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h11 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h12 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h13 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h14 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h15 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h16 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h17 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h18 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h19 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h20 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h21 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h22 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h23 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h24 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h25 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h26 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h27 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h28 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h29 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h30 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h31 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h32 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h33 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h34 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h35 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    hash = Math.imul(h36 ^ relation, 0x85ebca6b); score = (score + weights[(hash ^ (hash >>> 13)) >>> 13]) | 0;
    if (best < 0 || score > bestScore) { best = relations[k]; bestScore = score; }
  }
  sums[0] = bestScore;
  return best;
}

function distance(from: number, to: number): number {
  const words = to - from;
  const bucket = words < 5 ? words : words < 7 ? 5 : words < 11 ? 6 : 7;
  return Math.imul(bucket + 1, -42973499);
}

function small(value: number): number {
  return Math.imul(Math.min(value, 6) + 11, -42973499);
}

function label(value: number): number {
  return Math.imul(value + 31, -744332179);
}
