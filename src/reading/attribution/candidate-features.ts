/** What tells which of several drafts for one cue is the right one: how each of its parts is cut out of its sentence. */
import { writeChangeFeatures } from "./change-features.ts";
import { finishAll, mix1, mix2, mix3 } from "./feature-hash.ts";
import type { Draft } from "./keep-features.ts";
import { countPieces, findEnds, isPunctuation, type MarkedDraft, stepLength } from "./marked-draft.ts";
import { writeMeetingFeatures } from "./meeting-features.ts";
import { ROLES } from "./role-features.ts";
import type { TokenLayers } from "./token-layers.ts";

/** Room for the features of one candidate: sentences of any length write no more. */
export const MAX_CANDIDATE_FEATURES = 400;
const MAX_LEFT_OUT = 12;

const cap = Math.min;

/** One of the drafts for a cue. */
export interface Candidate {
  readonly draft: Draft;
  /** Place among the drafts for the cue, by score. */
  readonly rank: number;
  /** How much lower its score is than the first one's, in nats. */
  readonly loss: number;
}

/**
 * Writes the hashes of a candidate's features into `out`; gives their number.
 *
 * @param marked Marked with the candidate's draft.
 * @param first Marked with the first draft for the cue.
 * @param others First drafts for the cues around, this cue left out.
 */
export function writeCandidateFeatures(
  marked: MarkedDraft,
  { rank, loss }: Candidate,
  first: MarkedDraft,
  others: readonly Draft[],
  out: Int32Array,
): number {
  const { layers, draft } = marked;
  const lemma = layers.lemma[draft.cueToken];
  const fineTag = layers.fineTag[draft.cueToken];
  const lossStep = cap(16, Math.ceil(loss * 4));
  let n = 0;
  out[n++] = mix1(1, lossStep);
  out[n++] = mix1(2, rank);
  out[n++] = mix2(3, lossStep, fineTag);
  out[n++] = mix2(4, rank === 0 ? 1 : 0, lemma);
  n = writeContentEdges(marked, out, n);
  n = writeContentTree(marked, out, n);
  n = writeQuotationEdges(marked, out, n);
  n = writeSource(marked, out, n);
  n = writeCue(marked, out, n);
  n = writeMeetingFeatures(marked, others, out, n);
  if (draft !== first.draft) n = writeChangeFeatures(marked, first, lossStep, out, n);
  return finishAll(out, n);
}

/** The next word of a token's sentence, or -1. */
function findNextWord(layers: TokenLayers, token: number): number {
  const end = layers.sentenceEnd[layers.sentence[token]];
  let next = token + 1;
  while (next < end && isPunctuation(layers, next)) next++;
  return next < end ? next : -1;
}

/** The first and last words of the content, and what stands beside them. */
function writeContentEdges(marked: MarkedDraft, out: Int32Array, from: number): number {
  const { layers, draft } = marked;
  const { fineTag, word, relation, shape, tag } = layers;
  const { cueToken } = draft;
  const [first, last] = marked.contentEnds;
  const L = layers.lemma[cueToken];
  const F = fineTag[cueToken];
  const side = first > cueToken ? 1 : 0;
  const previous = first - 1;
  const next = findNextWord(layers, last);
  const beside = last + 1 < layers.count ? last + 1 : -1;
  const nextRelation = next < 0 ? 0 : relation[next];
  const nextWord = next < 0 ? 0 : word[next];
  const nextHead = next < 0 ? 5 : marked.headRole(next);
  let n = from;
  out[n++] = mix2(10, fineTag[first], side);
  out[n++] = mix2(11, word[first], side);
  out[n++] = mix3(12, relation[first], side, F);
  out[n++] = mix2(13, previous < 0 ? 0 : fineTag[previous], fineTag[first]);
  out[n++] = mix2(14, previous < 0 ? 0 : word[previous], fineTag[first]);
  out[n++] = mix2(15, fineTag[last], side);
  out[n++] = mix2(16, fineTag[last], next < 0 ? 0 : fineTag[next]);
  out[n++] = mix2(17, nextWord, side);
  out[n++] = mix2(18, nextRelation, side);
  out[n++] = mix3(19, beside < 0 ? 0 : shape[beside], next < 0 ? 0 : tag[next] + 1, side);
  out[n++] = mix3(20, beside < 0 ? 0 : word[beside], nextWord, 0);
  out[n++] = mix3(21, nextHead, nextRelation, side);
  out[n++] = mix3(22, nextHead, nextRelation, nextWord);
  out[n++] = mix3(23, marked.headRole(first), relation[first], side);
  out[n++] = mix2(24, L, word[first]);
  out[n++] = mix3(25, L, side, relation[first]);
  return n;
}

/** How the content hangs in the tree of the cue's sentence, and which words that hang on the parts are left out. */
function writeContentTree(marked: MarkedDraft, out: Int32Array, from: number): number {
  const { layers, draft, start, end, roles } = marked;
  const { fineTag, relation, caseLemma, word } = layers;
  const { cueToken, content } = draft;
  const L = layers.lemma[cueToken];
  const F = fineTag[cueToken];
  const side = content[0] > cueToken ? 1 : 0;
  let n = from;
  let tops = 0;
  let top = -1;
  for (const token of content) {
    if (token < start || token >= end || isPunctuation(layers, token)) continue;
    if (marked.headRole(token) === ROLES.content) continue;
    if (tops++ === 0) top = token;
  }
  const left = [0, 0, 0, 0, 0];
  let leftOfContent = -1;
  let leftOfSource = -1;
  for (let token = start; token < end; token++) {
    if (roles[token] !== ROLES.none || isPunctuation(layers, token)) continue;
    const role = marked.headRole(token);
    left[role]++;
    if (role === ROLES.content && leftOfContent < 0) leftOfContent = token;
    if (role === ROLES.source) leftOfSource = token;
    if (role === ROLES.cue && left[role] <= MAX_LEFT_OUT) {
      out[n++] = mix3(40, relation[token], token > cueToken ? 1 : 0, F);
      out[n++] = mix3(41, relation[token], caseLemma[token], L);
    }
  }
  const topRelation = top < 0 ? 0 : relation[top];
  const topRole = top < 0 ? 0 : marked.headRole(top);
  const leftRelation = leftOfContent < 0 ? 0 : relation[leftOfContent];
  out[n++] = mix2(26, cap(tops, 4), side);
  out[n++] = mix3(27, topRole, topRelation, F);
  out[n++] = mix3(28, topRole, topRelation, L);
  out[n++] = mix2(29, topRole, top < 0 ? 0 : fineTag[top]);
  out[n++] = mix2(30, cap(left[ROLES.content], 3), leftRelation);
  out[n++] = mix2(31, leftRelation, leftOfContent < 0 ? 0 : word[leftOfContent]);
  out[n++] = mix2(32, cap(left[ROLES.cue], 3), cap(left[ROLES.content], 3));
  out[n++] = mix2(33, cap(left[ROLES.source], 3), leftOfSource < 0 ? 0 : relation[leftOfSource]);
  return n;
}

/** How the content lies to quotations and sentences. */
function writeQuotationEdges(
  { layers, draft, start, end, contentEnds }: MarkedDraft,
  out: Int32Array,
  from: number,
): number {
  const { quotation, sentence, paragraph } = layers;
  const { cueToken, content } = draft;
  const [first, last] = contentEnds;
  const side = first > cueToken ? 1 : 0;
  const isHome = first >= start && last < end ? 1 : 0;
  let words = 0;
  let quoted = 0;
  for (const token of content) {
    if (isPunctuation(layers, token)) continue;
    words++;
    if (quotation[token] >= 0) quoted++;
  }
  const share = quoted === 0 ? 0 : quoted === words ? 2 : 1;
  const entered = goesOn(layers, first, -1) ? 1 : 0;
  const left = goesOn(layers, last, 1) ? 1 : 0;
  const edges = (quotation[first] >= 0 ? 1 : 0) | (quotation[last] >= 0 ? 2 : 0) | (entered << 2) | (left << 3);
  const home = sentence[cueToken];
  let n = from;
  out[n++] = mix2(34, stepLength(words), share);
  out[n++] = mix2(35, stepLength(words), layers.fineTag[cueToken]);
  out[n++] = mix3(36, cap(countPieces(layers, content), 4), isHome, side);
  out[n++] = mix3(37, edges, share, side);
  out[n++] = mix3(38, edges, share, quotation[cueToken] >= 0 ? 1 : 0);
  out[n++] = mix3(39, sentence[first] - home, sentence[last] - home, edges & 3);
  out[n++] = mix3(42, cap(paragraph[sentence[last]] - paragraph[sentence[first]], 3), share, isHome);
  return n;
}

/** Whether words of a token's quotation follow it, or by a step of -1 come before it. */
function goesOn(layers: TokenLayers, token: number, step: number): boolean {
  const { quotation } = layers;
  if (quotation[token] < 0) return false;
  for (let k = token + step; quotation[k] === quotation[token]; k += step) if (!isPunctuation(layers, k)) return true;
  return false;
}

function writeSource(marked: MarkedDraft, out: Int32Array, at: number): number {
  const { layers, draft, start, end, roles } = marked;
  const { fineTag, word, relation, tag, lemma, name, wordClass, quotation } = layers;
  const { cueToken, source } = draft;
  const L = lemma[cueToken];
  const F = fineTag[cueToken];
  let n = at;
  out[n++] = mix2(50, cap(source.length, 1), F);
  out[n++] = mix2(51, cap(source.length, 1), L);
  if (source.length === 0) return n;
  const [from, to] = findEnds(layers, source);
  const after = to + 1 < end ? to + 1 : -1;
  const before = from > start ? from - 1 : -1;
  const side = from > cueToken ? 1 : 0;
  let tops = 0;
  let top = from;
  for (const token of source) {
    if (isPunctuation(layers, token) || marked.headRole(token) === ROLES.source) continue;
    if (tops++ === 0) top = token;
  }
  let lacking = 0;
  let lackingRelation = 0;
  for (let token = layers.first[top]; token <= layers.last[top]; token++) {
    if (isPunctuation(layers, token) || roles[token] === ROLES.source) continue;
    lacking++;
    if (lackingRelation === 0 && marked.headRole(token) === ROLES.source) lackingRelation = relation[token];
  }
  out[n++] = mix2(52, fineTag[from], fineTag[to]);
  out[n++] = mix2(53, stepLength(source.length), side);
  out[n++] = mix3(54, cap(tops, 3), relation[top], marked.headRole(top));
  out[n++] = mix2(55, cap(lacking, 4), lackingRelation);
  out[n++] = mix2(56, lackingRelation, side);
  out[n++] = mix2(57, after < 0 ? 0 : word[after], fineTag[to]);
  out[n++] = mix2(58, after < 0 ? 0 : fineTag[after], fineTag[to]);
  out[n++] = mix2(59, before < 0 ? 0 : word[before], fineTag[from]);
  out[n++] = mix2(60, before < 0 ? 0 : fineTag[before], fineTag[from]);
  out[n++] = mix2(61, word[from], word[to]);
  out[n++] = mix2(62, name[top], relation[top]);
  out[n++] = mix2(63, lemma[top], side);
  out[n++] = mix2(64, wordClass[top], L);
  out[n++] = mix3(65, fineTag[top], relation[top], F);
  out[n++] = mix3(66, relation[from], relation[to], lackingRelation);
  out[n++] = mix2(67, countPieces(layers, source), side);
  out[n++] = mix2(68, after < 0 ? 0 : relation[after], after < 0 ? 0 : marked.headRole(after));
  out[n++] = mix3(69, word[from], fineTag[from], before < 0 ? 0 : tag[before]);
  out[n++] = mix2(70, quotation[from] >= 0 ? 1 : 0, quotation[cueToken] >= 0 ? 1 : 0);
  return n;
}

function writeCue({ layers, draft, start, end }: MarkedDraft, out: Int32Array, at: number): number {
  const { fineTag, word, relation, lemma } = layers;
  const { cueToken, cue } = draft;
  const L = lemma[cueToken];
  const F = fineTag[cueToken];
  const [first, last] = findEnds(layers, cue);
  let n = at;
  out[n++] = mix2(80, cap(cue.length, 6), F);
  out[n++] = mix2(81, cap(cue.length, 6), L);
  out[n++] = mix3(82, word[first], word[last], cue.length);
  out[n++] = mix2(83, first > start ? fineTag[first - 1] : 0, fineTag[first]);
  out[n++] = mix2(84, last + 1 < end ? fineTag[last + 1] : 0, fineTag[last]);
  out[n++] = mix2(85, last + 1 < end ? word[last + 1] : 0, word[last]);
  out[n++] = mix2(86, relation[first], relation[last]);
  out[n++] = mix2(87, countPieces(layers, cue), F);
  for (let k = 0; k < cap(cue.length, MAX_LEFT_OUT); k++) {
    if (cue[k] !== cueToken) out[n++] = mix3(88, lemma[cue[k]], relation[cue[k]], L);
  }
  return n;
}
