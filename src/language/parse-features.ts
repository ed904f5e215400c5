/**
 * Features of a parser's state, after Zhang & Nivre (2011), and of an arc, as 32-bit hashes.
 *
 * A feature is the sum of hashes that were multiplied by a constant of their role; its number in the list tells templates
 * apart (see {@link TEMPLATE_STEP}). The model is trained with exactly these sums: any change here asks for new training.
 */
import type { ParseAtoms } from "./parse-atoms.ts";
import {
  BELOW,
  LEFT_1,
  LEFT_2,
  LEFT_COUNT,
  LEFT_INNER,
  LEFT_LABEL_1,
  LEFT_LABEL_2,
  LEFT_LABELS,
  NODE_SIZE,
  RIGHT_1,
  RIGHT_2,
  RIGHT_COUNT,
  RIGHT_LABEL_1,
  RIGHT_LABEL_2,
  RIGHT_LABELS,
  TOKEN,
} from "./parse-nodes.ts";

/** The hash of feature `i` in a list is `features[i] + i * TEMPLATE_STEP`. */
export const TEMPLATE_STEP = 0x9e37_79b1 | 0;

/** Enough room for any list of features. */
export const MAX_FEATURES = 160;

const A = 0x85eb_ca6b | 0;
const B = 0xc2b2_ae35 | 0;
const C = 0x27d4_eb2f | 0;
const D = 0x1656_67b1 | 0;
const E = 0xd3a2_646d | 0;
const F = 0xfd70_46c5 | 0;

/** Distances as far as they matter: 1 to 4 as they are, then 5-6, 7-10, 11 and more. */
function distance(from: number, to: number): number {
  const words = to - from;
  const bucket = words < 5 ? words : words < 7 ? 5 : words < 11 ? 6 : 7;
  return Math.imul(bucket + 1, F);
}

function small(value: number): number {
  return Math.imul(Math.min(value, 6) + 11, F);
}

function label(value: number): number {
  return Math.imul(value + 31, E);
}

/**
 * Lists the features of a state for the choice between shift, left and right.
 *
 * @param top The node on top of the stack, 0 where it is empty.
 * @param next The node of the next word, which is at hand in the text.
 * @returns How many features were written to `out`.
 */
export function listMoveFeatures(
  atoms: ParseAtoms,
  data: Int32Array,
  top: number,
  next: number,
  out: Int32Array,
): number {
  const { words, tags, classes } = atoms;
  const s = top * NODE_SIZE;
  const n = next * NODE_SIZE;
  const t = data[s + BELOW] * NODE_SIZE;
  const u = data[t + BELOW] * NODE_SIZE;
  const sToken = data[s + TOKEN];
  const nToken = data[n + TOKEN];
  const tToken = data[t + TOKEN];
  const uToken = data[u + TOKEN];
  const sw = Math.imul(words[sToken], A);
  const st = Math.imul(tags[sToken], B);
  const nw = Math.imul(words[nToken], C);
  const nt = Math.imul(tags[nToken], D);
  const tw = Math.imul(words[tToken], E);
  const tt = Math.imul(tags[tToken], F);
  const ut = Math.imul(tags[uToken], A ^ F);
  const n1t = Math.imul(tags[nToken + 1], A ^ C);
  const n2t = Math.imul(tags[nToken + 2], B ^ D);
  const n1w = Math.imul(words[nToken + 1], A ^ D);
  const s1t = Math.imul(tags[sToken + 1], C ^ F);
  const p1t = Math.imul(tags[nToken - 1], C ^ E);
  const p1w = Math.imul(words[nToken - 1], B ^ E);

  const sc = Math.imul(classes[sToken], A ^ B ^ D);
  const nc = Math.imul(classes[nToken], B ^ C ^ F);
  const tc = Math.imul(classes[tToken], A ^ C ^ F);

  const sl = data[s + LEFT_1] * NODE_SIZE;
  const sl2 = data[s + LEFT_2] * NODE_SIZE;
  const sr = data[s + RIGHT_1] * NODE_SIZE;
  const sr2 = data[s + RIGHT_2] * NODE_SIZE;
  const nl = data[n + LEFT_1] * NODE_SIZE;
  const nl2 = data[n + LEFT_2] * NODE_SIZE;
  const tl = data[t + LEFT_1] * NODE_SIZE;
  const tr = data[t + RIGHT_1] * NODE_SIZE;
  const tr2 = data[t + RIGHT_2] * NODE_SIZE;
  const slw = Math.imul(words[data[sl + TOKEN]], B ^ C);
  const slt = Math.imul(tags[data[sl + TOKEN]], D ^ E);
  const srw = Math.imul(words[data[sr + TOKEN]], D ^ F);
  const srt = Math.imul(tags[data[sr + TOKEN]], A ^ B);
  const nlw = Math.imul(words[data[nl + TOKEN]], E ^ F);
  const nlt = Math.imul(tags[data[nl + TOKEN]], A ^ E);
  const tlw = Math.imul(words[data[tl + TOKEN]], A ^ B ^ C);
  const tlt = Math.imul(tags[data[tl + TOKEN]], B ^ C ^ D);
  const trw = Math.imul(words[data[tr + TOKEN]], C ^ D ^ E);
  const trt = Math.imul(tags[data[tr + TOKEN]], D ^ E ^ F);
  const sl2t = Math.imul(tags[data[sl2 + TOKEN]], A ^ C ^ E);
  const sr2t = Math.imul(tags[data[sr2 + TOKEN]], A ^ D ^ F);
  const nl2t = Math.imul(tags[data[nl2 + TOKEN]], B ^ C ^ E);
  const tr2t = Math.imul(tags[data[tr2 + TOKEN]], B ^ D ^ F);
  const nInner = Math.imul(words[data[data[n + LEFT_INNER] * NODE_SIZE + TOKEN]], A ^ C ^ D);
  const sll = label(data[s + LEFT_LABEL_1]);
  const srl = label(data[s + RIGHT_LABEL_1]);
  const nll = label(data[n + LEFT_LABEL_1]);
  const tll = label(data[t + LEFT_LABEL_1]);
  const trl = label(data[t + RIGHT_LABEL_1]);
  const sLeft = small(data[s + LEFT_COUNT]);
  const sRight = small(data[s + RIGHT_COUNT]);
  const nLeft = small(data[n + LEFT_COUNT]);
  const tRight = small(data[t + RIGHT_COUNT]);
  const sn = distance(sToken, nToken);
  const ts = distance(tToken, sToken);
  const sLeftSet = Math.imul(data[s + LEFT_LABELS], A ^ E ^ F);
  const sRightSet = Math.imul(data[s + RIGHT_LABELS], A ^ D ^ E);
  const nLeftSet = Math.imul(data[n + LEFT_LABELS], B ^ E ^ F);
  const tLeftSet = Math.imul(data[t + LEFT_LABELS], C ^ E ^ F);
  const tRightSet = Math.imul(data[t + RIGHT_LABELS], C ^ D ^ F);

  let i = 0;
  // One word.
  out[i++] = sw + st;
  out[i++] = sw;
  out[i++] = st;
  out[i++] = nw + nt;
  out[i++] = nw;
  out[i++] = nt;
  out[i++] = tw + tt;
  out[i++] = tw;
  out[i++] = tt;
  out[i++] = n1w + n1t;
  out[i++] = n1t;
  out[i++] = n2t;
  out[i++] = ut;
  // Two words.
  out[i++] = sw + st + nw + nt;
  out[i++] = sw + st + nw;
  out[i++] = sw + nw + nt;
  out[i++] = sw + st + nt;
  out[i++] = st + nw + nt;
  out[i++] = sw + nw;
  out[i++] = st + nt;
  out[i++] = nt + n1t;
  out[i++] = nw + n1t;
  out[i++] = sw + n1t;
  out[i++] = tw + tt + sw + st;
  out[i++] = tw + sw;
  out[i++] = tw + st;
  out[i++] = tt + sw;
  out[i++] = tt + st;
  out[i++] = tw + nw;
  out[i++] = tt + nw;
  out[i++] = tw + nt;
  out[i++] = tt + nt;
  // Three and four.
  out[i++] = nt + n1t + n2t;
  out[i++] = st + nt + n1t;
  out[i++] = st + nt + n1t + n2t;
  out[i++] = tt + st + nt;
  out[i++] = tt + st + nw;
  out[i++] = tt + sw + nt;
  out[i++] = tw + st + nt;
  out[i++] = tt + st + nt + n1t;
  out[i++] = ut + tt + st;
  out[i++] = ut + tt + st + nt;
  out[i++] = st + s1t + p1t + nt;
  out[i++] = p1t + nt;
  out[i++] = p1w + nt;
  out[i++] = p1t + st + nt;
  out[i++] = sw + n1w;
  // Classes of words.
  out[i++] = sc;
  out[i++] = sc + nt;
  out[i++] = st + nc;
  out[i++] = sc + nc;
  out[i++] = tc + sc;
  out[i++] = tc + st;
  out[i++] = tt + sc;
  out[i++] = tc + nt + st;
  out[i++] = tc + slw + sc;
  out[i++] = tc + st + nc;
  // Children.
  out[i++] = slw;
  out[i++] = slt + sll;
  out[i++] = srw;
  out[i++] = srt + srl;
  out[i++] = nlw;
  out[i++] = nlt + nll;
  out[i++] = trw;
  out[i++] = trt + trl;
  out[i++] = tlt + tll;
  out[i++] = st + slt + nt;
  out[i++] = st + srt + nt;
  out[i++] = st + nt + nlt;
  out[i++] = tt + st + nlt + nt;
  out[i++] = tt + trt + st;
  out[i++] = tt + st + srt;
  out[i++] = tt + st + slt;
  out[i++] = tt + tlt + st;
  out[i++] = tt + tlw + st;
  out[i++] = st + sl2t + slt;
  out[i++] = st + sr2t + srt;
  out[i++] = nt + nl2t + nlt;
  out[i++] = tt + tr2t + trt;
  out[i++] = st + sr2t + label(data[s + RIGHT_LABEL_2]);
  out[i++] = nt + nl2t + label(data[n + LEFT_LABEL_2]);
  // The word that marks a phrase is its first child: prepositions and conjunctions choose heads.
  out[i++] = sw + nlw;
  out[i++] = st + nlw + nw;
  out[i++] = st + nlw + nt;
  out[i++] = tw + nlw;
  out[i++] = tt + st + nlw;
  out[i++] = tw + sw + nlw;
  out[i++] = tw + slw;
  out[i++] = tw + slw + sw;
  out[i++] = tt + slw + st;
  out[i++] = tt + slw + sw;
  out[i++] = tw + slw + nt;
  out[i++] = tt + st + slw + nt;
  out[i++] = st + nInner + nt;
  out[i++] = tt + st + slw + nlw;
  // Distance, number and kinds of children.
  out[i++] = sw + sn;
  out[i++] = st + sn;
  out[i++] = nw + sn;
  out[i++] = nt + sn;
  out[i++] = st + nt + sn;
  out[i++] = sw + nw + sn;
  out[i++] = tt + st + ts;
  out[i++] = tt + st + ts + nt;
  out[i++] = tt + st + slw + ts;
  out[i++] = sw + sRight;
  out[i++] = st + sRight;
  out[i++] = sw + sLeft;
  out[i++] = st + sLeft + nt;
  out[i++] = nw + nLeft;
  out[i++] = nt + nLeft;
  out[i++] = tw + tRight;
  out[i++] = tt + tRight + st;
  out[i++] = sw + sLeftSet;
  out[i++] = st + sLeftSet;
  out[i++] = st + sLeftSet + nt;
  out[i++] = sw + sRightSet;
  out[i++] = st + sRightSet;
  out[i++] = st + sRightSet + nt;
  out[i++] = nw + nLeftSet;
  out[i++] = nt + nLeftSet;
  out[i++] = st + nt + nLeftSet;
  out[i++] = tt + tRightSet + st;
  out[i++] = tw + tRightSet;
  out[i++] = tt + tLeftSet + st;
  out[i++] = st + sLeftSet + tt;
  out[i++] = st + sLeftSet + sRightSet + tt + nt;
  out[i++] = st + sLeftSet + nLeftSet + nt;
  return i;
}

/**
 * Lists the features of an arc at the moment it is drawn, for the choice of its relation.
 *
 * @param head The node of the head, without the new child.
 * @param child The node of the child, complete.
 * @param next Position of the word to the right of all that is on the stack.
 */
export function listLabelFeatures(
  atoms: ParseAtoms,
  data: Int32Array,
  head: number,
  child: number,
  next: number,
  out: Int32Array,
): number {
  const { words, tags, classes } = atoms;
  const h = head * NODE_SIZE;
  const c = child * NODE_SIZE;
  const hToken = data[h + TOKEN];
  const cToken = data[c + TOKEN];
  const hw = Math.imul(words[hToken], A);
  const ht = Math.imul(tags[hToken], B);
  const cw = Math.imul(words[cToken], C);
  const ct = Math.imul(tags[cToken], D);
  const hc = Math.imul(classes[hToken], A ^ C ^ F);
  const cc = Math.imul(classes[cToken], A ^ B ^ D);
  const left = hToken > cToken;
  const gap = left ? distance(cToken, hToken) : -distance(hToken, cToken) | 0;
  const side = left ? F : A ^ F;
  const clw = Math.imul(words[data[data[c + LEFT_1] * NODE_SIZE + TOKEN]], B ^ C);
  const clt = Math.imul(tags[data[data[c + LEFT_1] * NODE_SIZE + TOKEN]], D ^ E);
  const cl2w = Math.imul(words[data[data[c + LEFT_2] * NODE_SIZE + TOKEN]], B ^ E);
  const crw = Math.imul(words[data[data[c + RIGHT_1] * NODE_SIZE + TOKEN]], D ^ F);
  const cLeftSet = Math.imul(data[c + LEFT_LABELS], A ^ E ^ F);
  const cRightSet = Math.imul(data[c + RIGHT_LABELS], A ^ D ^ E);
  const hLeftSet = Math.imul(data[h + LEFT_LABELS], B ^ E ^ F);
  const hRightSet = Math.imul(data[h + RIGHT_LABELS], C ^ E ^ F);
  const hSet = hLeftSet + hRightSet + side;
  const before = Math.imul(tags[cToken - 1], A ^ C);
  const after = Math.imul(tags[cToken + 1], B ^ D);
  const headBefore = Math.imul(tags[hToken - 1], A ^ D);
  const headAfter = Math.imul(tags[hToken + 1], C ^ D);
  const nt = Math.imul(tags[next], C ^ F);

  let i = 0;
  out[i++] = ct + side;
  out[i++] = cw + ct + side;
  out[i++] = ht + side;
  out[i++] = hw + ht + side;
  out[i++] = ht + ct + gap;
  out[i++] = ht + ct + side;
  out[i++] = hw + ct + side;
  out[i++] = ht + cw + side;
  out[i++] = hw + cw + side;
  out[i++] = ht + ct + clw + side;
  out[i++] = hw + clw + side;
  out[i++] = ct + clw + side;
  out[i++] = cw + clw + side;
  out[i++] = ht + clw + cl2w + side;
  out[i++] = ht + ct + clt + side;
  out[i++] = ht + ct + crw + side;
  out[i++] = ht + ct + cLeftSet + side;
  out[i++] = hw + ct + cLeftSet + side;
  out[i++] = ht + ct + cRightSet + side;
  out[i++] = ct + hSet;
  out[i++] = hw + ct + hSet;
  out[i++] = ht + ct + hSet;
  out[i++] = ht + ct + hLeftSet + side;
  out[i++] = cw + hSet;
  out[i++] = ht + ct + before + side;
  out[i++] = ht + ct + after + side;
  out[i++] = ct + before + after + side;
  out[i++] = ht + ct + headBefore + side;
  out[i++] = ht + ct + headAfter + side;
  out[i++] = ht + ct + nt + side;
  out[i++] = cw + nt + side;
  out[i++] = cc + ct + side;
  out[i++] = ht + cc + side;
  out[i++] = hc + ct + side;
  out[i++] = hc + cc + side;
  out[i++] = hc + clw + side;
  out[i++] = cc + clw + side;
  return i;
}
