/**
 * The chain of steps on which the words of one attribution are marked, given its cue, with the features of every step.
 *
 * A step is a token of the cue's sentence, or, in the sentences around, a unit: the stretch of a sentence that lies in one
 * quotation, or between quotations. Units carry content or nothing.
 */
import { finish, finishAll, mix1, mix2, mix3 } from "./feature-hash.ts";
import { resolveRows } from "./feature-table.ts";
import { SHAPE, type TokenLayers } from "./token-layers.ts";
import { TokenStep, writePairFeatures, writeUnaryFeatures } from "./token-step.ts";

export const ROLES = { none: 0, source: 1, cue: 2, content: 3 } as const;
export const ROLE_COUNT = 4;

const MAX_BEFORE = 6;
const MAX_UNQUOTED_BEFORE = 3;
const ENDS_IN_COLON = 128;
const MAX_AFTER = 6;
export const MAX_STEPS = 400;
const MAX_UNARY = 72;
const MAX_PAIR = 32;

/**
 * Where quotations stand about the cue, as bits: before it in its sentence, after it, at the end of the sentence before,
 * at the start of the sentence after, around the cue itself; and whether the sentence ends with a colon.
 */
function readQuoteSetting(layers: TokenLayers, cue: number): number {
  const { quotation, paragraph, sentenceStart, sentenceEnd } = layers;
  const home = layers.sentence[cue];
  const start = sentenceStart[home];
  const end = sentenceEnd[home];
  let setting = quotation[cue] >= 0 ? 1 : 0;
  for (let i = start; i < cue; i++) if (quotation[i] >= 0 && quotation[i] !== quotation[cue]) setting |= 2;
  for (let i = cue + 1; i < end; i++) if (quotation[i] >= 0 && quotation[i] !== quotation[cue]) setting |= 4;
  if (home > 0 && quotation[start - 1] >= 0) setting |= paragraph[home - 1] === paragraph[home] ? 8 : 16;
  if (end < layers.count && quotation[end] >= 0) setting |= paragraph[home + 1] === paragraph[home] ? 32 : 64;
  if ((layers.shape[end - 1] & SHAPE.cueMark) !== 0) setting |= ENDS_IN_COLON;
  return setting;
}

/** The steps of one attribution and their features; one object is used again and again. */
export class RoleChain {
  readonly startToken = new Int32Array(MAX_STEPS);
  readonly endToken = new Int32Array(MAX_STEPS);
  /** Bit set of the roles that a step may have. */
  readonly allowed = new Uint8Array(MAX_STEPS);
  readonly unary = new Int32Array(MAX_STEPS * MAX_UNARY);
  readonly pair = new Int32Array(MAX_STEPS * MAX_PAIR);
  /** End of a step's features in `unary` and `pair`; it starts where the step before ends. */
  readonly unaryEnd = new Int32Array(MAX_STEPS + 1);
  readonly pairEnd = new Int32Array(MAX_STEPS + 1);
  count = 0;

  /** Turns the hashes of features into rows of the tables, leaving out what the tables do not know. */
  resolve(unaryPrints: Uint8Array, pairPrints: Uint8Array): void {
    let unaryFrom = 0;
    let pairFrom = 0;
    let unaryTo = 0;
    let pairTo = 0;
    for (let step = 0; step < this.count; step++) {
      const unaryEnd = this.unaryEnd[step];
      const pairEnd = this.pairEnd[step];
      unaryTo = this.unaryEnd[step] = resolveRows(this.unary, unaryFrom, unaryEnd, unaryTo, unaryPrints);
      pairTo = this.pairEnd[step] = resolveRows(this.pair, pairFrom, pairEnd, pairTo, pairPrints);
      unaryFrom = unaryEnd;
      pairFrom = pairEnd;
    }
  }
}

// Scratch space per sentence length, used again: an attribution is read after the other.
const scratch = {
  size: 0,
  up: new Int32Array(0),
  branch: new Int32Array(0),
  path: new Int32Array(0),
  startNode: new Int32Array(0),
  endNode: new Int32Array(0),
};

function fitScratch(size: number): typeof scratch {
  if (scratch.size < size) {
    scratch.size = size + 64;
    scratch.up = new Int32Array(scratch.size);
    scratch.branch = new Int32Array(scratch.size);
    scratch.path = new Int32Array(scratch.size);
    scratch.startNode = new Int32Array(scratch.size);
    scratch.endNode = new Int32Array(scratch.size);
  }
  return scratch;
}

const MAX_UP = 4;
const upPath = new Int32Array(MAX_UP + 1);
const upNode = new Int32Array(MAX_UP + 1);

/**
 * Fills the chain for one cue.
 *
 * @param cueScores Per token of the document how likely it carries a cue, in steps from 0 to 7.
 */
export function fillRoleChain(layers: TokenLayers, cueScores: Uint8Array, cue: number, chain: RoleChain): void {
  chain.count = 0;
  const home = layers.sentence[cue];
  const size = layers.sentenceEnd[home] - layers.sentenceStart[home];
  if (size > MAX_STEPS - 100) return;
  const setting = readQuoteSetting(layers, cue);
  const { quotation, sentenceStart } = layers;
  let first = Math.max(0, home - MAX_UNQUOTED_BEFORE);
  // A long quotation before its cue is followed back further.
  while (first > 0 && home - first < MAX_BEFORE && quotation[sentenceStart[first]] >= 0) {
    if (quotation[sentenceStart[first] - 1] !== quotation[sentenceStart[first]]) break;
    first--;
  }
  const last = Math.min(layers.sentenceStart.length - 1, home + MAX_AFTER);
  while (home - first > 1 && !isReached(layers, first, home, setting)) first++;
  for (let s = first; s < home; s++) {
    if (layers.paragraph[home] - layers.paragraph[s] <= 2) addUnits(layers, cueScores, cue, setting, s, chain);
  }
  addTokens(layers, cueScores, cue, setting, chain);
  for (let s = home + 1; s <= last && chain.count < MAX_STEPS - 20; s++) {
    if (!isReached(layers, s, home, setting)) break;
    if (!addUnits(layers, cueScores, cue, setting, s, chain)) break;
  }
  finishAll(chain.unary, chain.unaryEnd[chain.count - 1]);
  finishAll(chain.pair, chain.pairEnd[chain.count - 1]);
}

/** Content without quote marks goes no further than the sentence beside the cue's, but after a colon. */
function isReached(
  { quotation, sentenceStart, sentenceEnd }: TokenLayers,
  s: number,
  home: number,
  setting: number,
): boolean {
  if (s === home - 1 || s === home + 1 || (s > home && (setting & ENDS_IN_COLON) !== 0)) return true;
  return quotation[sentenceStart[s]] >= 0 || quotation[sentenceEnd[s] - 1] >= 0;
}

function cap(value: number, limit: number): number {
  return Math.min(value, limit);
}

function addUnits(
  layers: TokenLayers,
  cueScores: Uint8Array,
  cue: number,
  setting: number,
  s: number,
  chain: RoleChain,
): boolean {
  const { quotation } = layers;
  const start = layers.sentenceStart[s];
  const end = layers.sentenceEnd[s];
  const home = layers.sentence[cue];
  let outsideCue = 0;
  let hasQuoted = 0;
  for (let i = start; i < end; i++) {
    if (quotation[i] < 0) outsideCue = Math.max(outsideCue, cueScores[i]);
    else hasQuoted = 1;
  }
  let units = 0;
  for (let from = start; from < end; ) {
    let to = from + 1;
    while (to < end && quotation[to] === quotation[from]) to++;
    if (to - from > 1 || to === end || (layers.shape[from] & SHAPE.punctuation) === 0) {
      addUnit(layers, cueScores, cue, setting, home, s, from, to, outsideCue, hasQuoted, chain);
      if (++units >= 5) break;
    }
    from = to;
  }
  return layers.paragraph[s] - layers.paragraph[home] <= 4;
}

function addUnit(
  layers: TokenLayers,
  cueScores: Uint8Array,
  cue: number,
  setting: number,
  home: number,
  s: number,
  from: number,
  to: number,
  outsideCue: number,
  hasQuoted: number,
  chain: RoleChain,
): void {
  const { quotation, paragraph, word, lemma, fineTag, shape } = layers;
  const step = chain.count++;
  chain.startToken[step] = from;
  chain.endToken[step] = to;
  chain.allowed[step] = (1 << ROLES.none) | (1 << ROLES.content);
  let n = step === 0 ? 0 : chain.unaryEnd[step - 1];
  const out = chain.unary;
  const before = s < home ? 1 : 0;
  const distance = before === 1 ? home - s : s - home;
  const paragraphs = cap(before === 1 ? paragraph[home] - paragraph[s] : paragraph[s] - paragraph[home], 3);
  const quoted = quotation[from] >= 0 ? 1 : 0;
  const whole = from === layers.sentenceStart[s] && to === layers.sentenceEnd[s] ? 1 : 0;
  const sentenceStart = layers.sentenceStart[home];
  const sentenceEnd = layers.sentenceEnd[home];
  const homeFirst = quotation[sentenceStart] >= 0 ? 1 : 0;
  const homeLast = quotation[sentenceEnd - 1] >= 0 ? 1 : 0;
  const sameAsHome =
    quoted === 1 && (quotation[from] === quotation[before === 1 ? sentenceStart : sentenceEnd - 1] ? 1 : 0) === 1
      ? 1
      : 0;
  let insideCue = 0;
  for (let i = from; i < to; i++) insideCue = Math.max(insideCue, cueScores[i]);
  const paragraphStart = s === 0 || paragraph[s] !== paragraph[s - 1] ? 1 : 0;
  const cueQuoted = quotation[cue] >= 0 ? 1 : 0;
  // Is the quotation still open where the paragraph before ended, as in a quote that runs over paragraphs?
  const runsOn = from > 0 && quotation[from - 1] >= 0 ? 1 : 0;
  const state = before | (quoted << 1) | (whole << 2) | (sameAsHome << 3) | (cueQuoted << 4);
  const homeState = homeFirst | (homeLast << 1) | (hasQuoted << 2);
  const cueAtEnd = cap(Math.max(0, sentenceEnd - 1 - cue), 4);
  const colon = shape[sentenceEnd - 1] & (SHAPE.stop | SHAPE.comma);
  out[n++] = mix1(101, state);
  out[n++] = mix2(102, state, distance);
  out[n++] = mix2(103, state, paragraphs);
  out[n++] = mix3(104, state, outsideCue, insideCue);
  out[n++] = mix2(105, state, outsideCue);
  out[n++] = mix3(106, state, homeState, distance);
  out[n++] = mix2(107, state, lemma[cue]);
  out[n++] = mix2(108, state, word[from]);
  out[n++] = mix3(109, state, homeState, paragraphStart | (runsOn << 1) | (paragraphs << 2));
  out[n++] = mix3(110, state, cueAtEnd, colon);
  out[n++] = mix3(111, state, homeState, finish(mix2(1, outsideCue, paragraphs)));
  out[n++] = mix3(112, state, cueScores[cue], distance);
  out[n++] = mix2(113, state, word[sentenceEnd - 1]);
  out[n++] = mix3(114, state, fineTag[from], fineTag[Math.min(from + 1, to - 1)]);
  out[n++] = mix2(115, state, cap(to - from, 6));
  out[n++] = mix3(116, state, homeState, lemma[cue]);
  out[n++] = mix3(117, state, cap(cue - sentenceStart, 3), cueAtEnd);
  out[n++] = mix2(118, state, setting);
  out[n++] = mix3(119, state, setting, distance);
  out[n++] = mix3(120, state, setting, cueAtEnd);
  out[n++] = mix3(121, state, setting, outsideCue);
  out[n++] = mix3(122, state, setting, lemma[cue]);
  chain.unaryEnd[step] = n;

  let m = step === 0 ? 0 : chain.pairEnd[step - 1];
  const pair = chain.pair;
  const previous = step > 0 ? chain.startToken[step - 1] : -1;
  const previousEnd = step > 0 ? chain.endToken[step - 1] : -1;
  const sameQuotation = step > 0 && quoted === 1 && quotation[previousEnd - 1] === quotation[from] ? 1 : 0;
  const previousQuoted = step > 0 && quotation[previousEnd - 1] >= 0 ? 1 : 0;
  const sameSentence = step > 0 && layers.sentence[previous] === s ? 1 : 0;
  const link = sameQuotation | (previousQuoted << 1) | (sameSentence << 2) | (quoted << 3) | (before << 4);
  pair[m++] = mix1(151, before);
  pair[m++] = mix1(152, link);
  pair[m++] = mix2(153, link, paragraphStart);
  pair[m++] = mix2(154, link, outsideCue);
  pair[m++] = mix2(155, link, runsOn | (paragraphStart << 1) | (whole << 2));
  pair[m++] = mix3(156, link, distance, outsideCue);
  pair[m++] = mix2(157, link, word[from]);
  pair[m++] = mix3(158, link, insideCue, whole | (paragraphStart << 1));
  chain.pairEnd[step] = m;
}

const at = new TokenStep();

function addTokens(layers: TokenLayers, cueScores: Uint8Array, cue: number, setting: number, chain: RoleChain): void {
  const { word, wordClass, lemma, tag, fineTag, relation, head, name, quotation, shape } = layers;
  const s = layers.sentence[cue];
  const start = layers.sentenceStart[s];
  const end = layers.sentenceEnd[s];
  const { up, branch, path, startNode, endNode } = fitScratch(end - start);
  readPaths(layers, cue, start, end, up, branch, path);
  readEdges(layers, start, end, up, startNode, endNode);
  at.cueLemma = lemma[cue];
  at.cueTag = fineTag[cue];
  at.cueClass = wordClass[cue];
  at.kinds = layers.childKinds[cue];
  at.core = at.kinds & 1023;
  at.setting = setting;
  const cueQuotation = quotation[cue];
  const cueQuoted = cueQuotation >= 0 ? 1 : 0;
  const sides = readSides(layers, cueScores, cue, start, end);
  let n = chain.count === 0 ? 0 : chain.unaryEnd[chain.count - 1];
  let m = chain.count === 0 ? 0 : chain.pairEnd[chain.count - 1];
  let lastBranch = -3;
  for (let i = start; i < end; i++) {
    const offset = i - start;
    const isFirst = offset === 0;
    const step = chain.count++;
    chain.startToken[step] = i;
    chain.endToken[step] = i + 1;
    chain.allowed[step] = i === cue ? 1 << ROLES.cue : 15;
    const distance = i - cue;
    const side = distance < 0 ? 1 : distance > 0 ? 2 : 0;
    at.side = side;
    at.near = distance < -6 ? -6 : Math.min(distance, 6);
    at.far = side * 16 + bucket(distance < 0 ? -distance : distance);
    at.close = distance === 0 ? 1 : distance === 1 ? 2 : distance === 2 ? 3 : distance === -1 ? 4 : 0;
    const b = branch[offset];
    at.sameBranch = !isFirst && b === lastBranch ? 1 : 0;
    if (b !== lastBranch) {
      lastBranch = b;
      at.branchTag = b >= 0 ? tag[b] : 31;
      at.branchLemma = b >= 0 ? lemma[b] : 0;
      at.branchClass = b >= 0 ? wordClass[b] : 0;
      at.branchCase = b >= 0 ? layers.caseLemma[b] : 0;
      at.branchCue = b >= 0 ? cueScores[b] : 8;
    }
    at.pathBefore = isFirst ? 0 : at.path;
    at.path = path[offset];
    at.pathMixed = finish(mix1(1, at.path));
    at.up = up[offset];
    at.depth = depthBelow(head, i, b);
    at.edge = b < 0 ? 0 : (i === layers.first[b] ? 1 : 0) | (i === layers.last[b] ? 2 : 0);
    at.previousWord = isFirst ? 1 : word[i - 1];
    at.previousClass = isFirst ? 0 : wordClass[i - 1];
    at.previousTag = isFirst ? 1 : fineTag[i - 1];
    at.word = word[i];
    at.wordClass = wordClass[i];
    at.tag = fineTag[i];
    at.name = name[i];
    at.nextWord = i + 1 < end ? word[i + 1] : 2;
    at.nextTag = i + 1 < end ? fineTag[i + 1] : 2;
    at.relation = relation[i];
    at.headRelation = !isFirst && head[i] >= 0 ? relation[head[i]] : 0;
    at.cueScore = cueScores[i];
    at.cueScoreBefore = isFirst ? 0 : cueScores[i - 1];
    const quoted = quotation[i] >= 0 ? 1 : 0;
    const sameQuote = quoted === 1 && quotation[i] === cueQuotation ? 1 : 0;
    at.quoted = quoted;
    at.quoteState = quoted | (cueQuoted << 1) | (sameQuote << 2) | (side << 3);
    at.commas = cap(sides.commas[offset], 3);
    at.marks = cap(sides.marks[offset], 4);
    at.rival = sides.rival[offset];
    n = chain.unaryEnd[step] = writeUnaryFeatures(at, chain.unary, n);

    at.isFirst = isFirst ? 1 : 0;
    at.opens = !isFirst && quotation[i - 1] !== quotation[i] ? 1 : 0;
    at.state = at.quoteState | (at.opens << 6) | (isFirst ? 128 : 0);
    at.mark = (shape[i] & 62) | (isFirst ? 1 : (shape[i - 1] & 62) << 6);
    at.markMixed = finish(mix2(77, at.mark, at.sameBranch));
    const opened = startNode[offset];
    const closed = isFirst ? -1 : endNode[offset - 1];
    at.openedRelation = opened >= 0 ? relation[opened] : 0;
    at.closedRelation = closed >= 0 ? relation[closed] : 0;
    m = chain.pairEnd[step] = writePairFeatures(at, chain.pair, m);
  }
}

function bucket(distance: number): number {
  if (distance < 4) return distance;
  if (distance < 6) return 4;
  if (distance < 10) return 5;
  if (distance < 16) return 6;
  return distance < 26 ? 7 : 8;
}

/** For every token: how far up from the cue the tree's way to it turns, the node where it then goes down, and a hash of both. */
function readPaths(
  layers: TokenLayers,
  cue: number,
  start: number,
  end: number,
  up: Int32Array,
  branch: Int32Array,
  path: Int32Array,
): void {
  const { head, relation } = layers;
  up.fill(-1, 0, end - start);
  upNode.fill(-1);
  let steps = 0;
  let hash = 7;
  for (let node = cue; node >= 0 && steps <= MAX_UP; node = head[node], steps++) {
    upNode[steps] = node;
    upPath[steps] = hash;
    up[node - start] = steps;
    branch[node - start] = -1;
    path[node - start] = finish(mix2(40, hash, 0));
    hash = finish(mix2(41, hash, relation[node]));
  }
  for (let i = start; i < end; i++) {
    if (up[i - start] >= 0) continue;
    let below = i;
    let node = head[i];
    let limit = 64;
    while (node >= 0 && limit-- > 0 && !(up[node - start] >= 0 && branch[node - start] === -1)) {
      below = node;
      node = head[node];
    }
    if (node < 0 || limit <= 0) {
      path[i - start] = 5;
      branch[i - start] = -2;
      up[i - start] = MAX_UP + 1;
    } else {
      const turn = up[node - start];
      up[i - start] = turn;
      branch[i - start] = below;
      path[i - start] = finish(mix3(42, upPath[turn], relation[below], below < upNode[turn] ? 1 : 0));
    }
  }
}

/** For every token the highest node, below the way from the cue to the root, whose subtree starts, or ends, with it. */
function readEdges(
  layers: TokenLayers,
  start: number,
  end: number,
  up: Int32Array,
  startNode: Int32Array,
  endNode: Int32Array,
): void {
  const { head, first, last } = layers;
  for (let i = start; i < end; i++) {
    const at = i - start;
    startNode[at] = climb(i, first);
    endNode[at] = climb(i, last);
  }
  function climb(token: number, edge: Int32Array): number {
    let node = token;
    if (edge[node] !== token) return -1;
    for (let steps = 0; steps < 64; steps++) {
      const parent = head[node];
      if (parent < 0 || edge[parent] !== token || (up[parent - start] >= 0 && isOnWay(parent))) break;
      node = parent;
    }
    return node;
  }
  function isOnWay(node: number): boolean {
    for (let k = 0; k <= MAX_UP; k++) if (upNode[k] === node) return true;
    return false;
  }
}

function depthBelow(head: Int32Array, token: number, ancestor: number): number {
  let depth = 0;
  for (let node = token; node !== ancestor && node >= 0 && depth < 4; node = head[node]) depth++;
  return depth;
}

const sideScratch = { commas: new Uint8Array(1024), marks: new Uint8Array(1024), rival: new Uint8Array(1024) };

/** Per token what lies between it and the cue: commas, quote marks, and the likeliest other cue. */
function readSides(
  layers: TokenLayers,
  cueScores: Uint8Array,
  cue: number,
  start: number,
  end: number,
): typeof sideScratch {
  const { shape } = layers;
  for (const step of [1, -1]) {
    let commas = 0;
    let marks = 0;
    let rival = 0;
    for (let i = cue; i >= start && i < end; i += step) {
      sideScratch.commas[i - start] = commas;
      sideScratch.marks[i - start] = marks;
      sideScratch.rival[i - start] = rival;
      if (i === cue) continue;
      if ((shape[i] & SHAPE.comma) !== 0 && commas < 9) commas++;
      if ((shape[i] & SHAPE.quoteMark) !== 0 && marks < 9) marks++;
      if (cueScores[i] > rival) rival = cueScores[i];
    }
  }
  return sideScratch;
}
