/** What tells whether a token carries the cue of an attribution: its word, neighbours, place in the tree, quote marks near. */
import { TAGS } from "../../language/index.ts";
import { finishAll, hashText, mix1, mix2, mix3 } from "./feature-hash.ts";
import { SHAPE, type TokenLayers } from "./token-layers.ts";

/** Room for the features of one token. */
export const MAX_CUE_FEATURES = 160;

const BITS: Record<string, number> = {
  nsubj: 1,
  "nsubj:pass": 2,
  obj: 4,
  iobj: 8,
  ccomp: 16,
  xcomp: 32,
  obl: 64,
  advcl: 128,
  "aux:pass": 256,
  parataxis: 512,
  cop: 1024,
  mark: 2048,
  nmod: 4096,
  acl: 8192,
  "nmod:poss": 16_384,
  case: 32_768,
  "acl:relcl": 65_536,
  "obl:agent": 131_072,
  aux: 262_144,
  conj: 524_288,
};
const relationBits = new Map(Object.entries(BITS).map(([relation, bit]) => [hashText(relation), bit]));
const CORE = 1 | 2 | 4 | 8 | 16 | 32 | 128 | 256 | 512 | 1024;
const CASE = hashText("case");
const MARK = hashText("mark");
const PUNCT = hashText("punct");
const SUBJECT = BITS.nsubj | BITS["nsubj:pass"];
const INHERITS = new Set(["xcomp", "conj", "advcl", "ccomp"].map(hashText));

const NEVER = new Set(["DET", "PRON", "CCONJ", "NUM", "SYM", "INTJ", "PART"]);
const neverTag = Uint8Array.from(TAGS, (tag) => (NEVER.has(tag) ? 1 : 0));
const PUNCTUATION = TAGS.indexOf("PUNCT");

/** Whether the token can carry a cue at all: not a determiner, pronoun, number, nor a mark other than colon and dash. */
export function canCarryCue(layers: TokenLayers, token: number): boolean {
  const tag = layers.tag[token];
  if (tag === PUNCTUATION) return (layers.shape[token] & SHAPE.cueMark) !== 0;
  return neverTag[tag] === 0;
}

/** Set of the kinds of children that a token has. */
export function childKinds(layers: TokenLayers, token: number): number {
  let kinds = 0;
  for (let c = layers.childStart[token]; c < layers.childStart[token + 1]; c++) {
    kinds |= relationBits.get(layers.relation[layers.children[c]]) ?? 0;
  }
  return kinds;
}

/** Lemma of the first preposition or conjunction that a token has as a child; 0 for none. */
export function caseOf(layers: TokenLayers, token: number): number {
  for (let c = layers.childStart[token]; c < layers.childStart[token + 1]; c++) {
    const child = layers.children[c];
    if (layers.relation[child] === CASE || layers.relation[child] === MARK) return layers.lemma[child];
  }
  return 0;
}

function findSubject(layers: TokenLayers, token: number): number {
  for (let at = token, steps = 0; at >= 0 && steps < 3; at = layers.head[at], steps++) {
    for (let c = layers.childStart[at]; c < layers.childStart[at + 1]; c++) {
      const child = layers.children[c];
      if (((relationBits.get(layers.relation[child]) ?? 0) & SUBJECT) !== 0) return child;
    }
    if (!INHERITS.has(layers.relation[at])) return -1;
  }
  return -1;
}

/** What of a sentence its tokens share. */
export interface SentenceFacts {
  /** Per token of the sentence: quote marks before it. */
  readonly quoteMarks: Uint8Array;
  readonly quoteCount: number;
  readonly startsQuoted: boolean;
  readonly hasQuoted: boolean;
}

export function readSentenceFacts(layers: TokenLayers, sentence: number): SentenceFacts {
  const start = layers.sentenceStart[sentence];
  const end = layers.sentenceEnd[sentence];
  const quoteMarks = new Uint8Array(end - start);
  let quoteCount = 0;
  let hasQuoted = false;
  for (let i = start; i < end; i++) {
    quoteMarks[i - start] = quoteCount;
    if ((layers.shape[i] & SHAPE.quoteMark) !== 0) quoteCount++;
    if (layers.quotation[i] >= 0) hasQuoted = true;
  }
  return { quoteMarks, quoteCount, hasQuoted, startsQuoted: end > start && layers.quotation[start] >= 0 };
}

/**
 * Writes the hashes of a token's features into `out`.
 *
 * @returns How many were written, at most MAX_CUE_FEATURES.
 */
export function writeCueFeatures(layers: TokenLayers, facts: SentenceFacts, token: number, out: Int32Array): number {
  const { word, lemma, tag, fineTag, relation, head, name, quotation, shape, childStart, children } = layers;
  const sentence = layers.sentence[token];
  const start = layers.sentenceStart[sentence];
  const end = layers.sentenceEnd[sentence];
  const before = (distance: number): number => (token - distance >= start ? token - distance : -1);
  const after = (distance: number): number => (token + distance < end ? token + distance : -1);
  const wordAt = (i: number): number => (i < 0 ? 0 : word[i]);
  const lemmaAt = (i: number): number => (i < 0 ? 0 : lemma[i]);
  const fineAt = (i: number): number => (i < 0 ? 0 : fineTag[i]);
  const W = word[token];
  const L = lemma[token];
  const F = fineTag[token];
  const T = tag[token];
  const R = relation[token];
  const H = head[token];
  const p1 = before(1);
  const p2 = before(2);
  const n1 = after(1);
  const n2 = after(2);
  const n3 = after(3);
  let n = 0;
  out[n++] = mix1(1, 0);
  out[n++] = mix1(2, W);
  out[n++] = mix1(3, L);
  out[n++] = mix1(4, F);
  out[n++] = mix2(5, L, F);
  out[n++] = mix1(6, R);
  out[n++] = mix2(7, L, R);
  out[n++] = mix2(8, F, R);
  out[n++] = mix1(9, wordAt(p1));
  out[n++] = mix1(10, wordAt(n1));
  out[n++] = mix1(11, wordAt(p2));
  out[n++] = mix1(12, wordAt(n2));
  out[n++] = mix2(13, L, wordAt(n1));
  out[n++] = mix2(14, L, wordAt(p1));
  out[n++] = mix3(15, L, wordAt(n1), wordAt(n2));
  out[n++] = mix3(16, L, lemmaAt(p1), lemmaAt(p2));
  out[n++] = mix2(17, fineAt(p1), F);
  out[n++] = mix2(18, F, fineAt(n1));
  out[n++] = mix3(19, fineAt(p2), fineAt(p1), F);
  out[n++] = mix3(20, F, fineAt(n1), fineAt(n2));
  out[n++] = mix3(21, fineAt(p1), F, fineAt(n1));
  out[n++] = mix2(22, L, fineAt(p1));
  out[n++] = mix2(23, L, fineAt(n1));
  out[n++] = mix2(24, wordAt(n1), wordAt(n2));
  out[n++] = mix2(25, F, wordAt(n1));
  out[n++] = mix2(26, F, wordAt(p1));
  out[n++] = mix3(27, fineAt(n1), fineAt(n2), fineAt(n3));
  const HL = lemmaAt(H);
  out[n++] = mix1(28, HL);
  out[n++] = mix2(29, R, HL);
  out[n++] = mix2(30, L, HL);
  out[n++] = mix3(31, R, fineAt(H), F);
  const kinds = childKinds(layers, token);
  const core = kinds & CORE;
  out[n++] = mix1(32, kinds);
  out[n++] = mix2(33, L, core);
  out[n++] = mix2(34, F, core);
  out[n++] = mix3(35, F, R, core);
  out[n++] = mix2(36, L, kinds);
  for (let c = childStart[token]; c < childStart[token + 1] && n < MAX_CUE_FEATURES - 70; c++) {
    const child = children[c];
    const relationToChild = relation[child];
    if (relationToChild === PUNCT) continue;
    const side = child < token ? 1 : 0;
    const marker = caseOf(layers, child);
    out[n++] = mix2(37, relationToChild, lemma[child]);
    out[n++] = mix3(38, L, relationToChild, side);
    out[n++] = mix3(39, L, relationToChild, marker);
    out[n++] = mix3(40, relationToChild, marker, F);
    out[n++] = mix3(41, relationToChild, fineTag[child], side);
    out[n++] = mix3(42, L, relationToChild, lemma[child]);
  }
  const subject = findSubject(layers, token);
  if (subject >= 0) {
    const who = name[subject] !== 0 ? name[subject] : fineTag[subject];
    out[n++] = mix1(43, lemma[subject]);
    out[n++] = mix1(44, who);
    out[n++] = mix2(45, L, who);
    out[n++] = mix2(46, L, lemma[subject]);
    out[n++] = mix3(47, F, who, core);
  } else {
    out[n++] = mix1(48, F);
    out[n++] = mix1(49, L);
  }
  const at = token - start;
  const inside = quotation[token] >= 0 ? 1 : 0;
  const afterQuote = nearQuote(layers, token, -1, start, end);
  const beforeQuote = nearQuote(layers, token, 1, start, end);
  const marks = facts.quoteMarks[at];
  const marksBefore = Math.min(marks, 3);
  const marksAfter = Math.min(facts.quoteCount - marks, 3);
  const quotes = inside | (facts.hasQuoted ? 2 : 0) | (facts.startsQuoted ? 4 : 0);
  out[n++] = mix1(50, quotes);
  out[n++] = mix2(51, L, quotes);
  out[n++] = mix2(52, F, quotes);
  out[n++] = mix3(53, inside, afterQuote, beforeQuote);
  out[n++] = mix3(54, L, inside, afterQuote);
  out[n++] = mix3(55, L, inside, beforeQuote);
  out[n++] = mix3(56, F, afterQuote, beforeQuote);
  out[n++] = mix3(57, inside, marksBefore, marksAfter);
  out[n++] = mix3(58, F, core, inside | (afterQuote << 1) | (beforeQuote << 5));
  const { wordClass, coarseClass } = layers;
  const K = wordClass[token];
  const classAt = (i: number): number => (i < 0 ? -1 : wordClass[i]);
  const coarseAt = (i: number): number => (i < 0 ? -1 : coarseClass[i]);
  out[n++] = mix1(70, K);
  out[n++] = mix2(71, K, core);
  out[n++] = mix2(72, K, quotes);
  out[n++] = mix2(73, K, wordAt(n1));
  out[n++] = mix2(74, K, fineAt(n1));
  out[n++] = mix2(75, K, fineAt(p1));
  out[n++] = mix3(76, K, R, core);
  out[n++] = mix2(77, K, classAt(n1));
  out[n++] = mix2(78, classAt(p1), K);
  out[n++] = mix3(79, coarseAt(p1), coarseClass[token], coarseAt(n1));
  out[n++] = mix2(80, K, HL);
  out[n++] = mix2(81, K, classAt(H));
  out[n++] = mix3(82, K, inside, afterQuote);
  if (subject >= 0) {
    out[n++] = mix2(83, wordClass[subject], K);
    out[n++] = mix2(84, coarseClass[subject], L);
  }
  const headline = layers.paragraph[sentence] === 0 ? 1 : 0;
  out[n++] = mix2(59, headline, F);
  out[n++] = mix2(60, headline, W);
  out[n++] = mix2(61, at === 0 ? 1 : at < 4 ? 2 : 3, F);
  const long = end - start;
  out[n++] = mix2(62, long < 4 ? 0 : long < 8 ? 1 : long < 16 ? 2 : long < 32 ? 3 : 4, at + 1 === long ? 1 : 0);
  out[n++] = mix2(63, shape[token], F);
  out[n++] = mix2(
    64,
    n1 >= 0 && name[n1] !== 0 ? name[n1] : fineAt(n1),
    p1 >= 0 && name[p1] !== 0 ? name[p1] : fineAt(p1),
  );
  out[n++] = mix2(65, H < 0 ? 1 : childKinds(layers, H) & CORE, R);
  out[n++] = mix3(66, F, H < 0 ? 0 : relation[H], R);
  const next = sentence + 1 < layers.sentenceStart.length ? layers.sentenceStart[sentence + 1] : -1;
  const nextQuoted = next >= 0 && next < layers.count && quotation[next] >= 0 ? 1 : 0;
  const lastIsColon = shape[end - 1] & (SHAPE.stop | SHAPE.comma);
  out[n++] = mix3(67, nextQuoted, lastIsColon, F);
  out[n++] = mix3(68, L, nextQuoted, facts.hasQuoted ? 1 : 0);
  out[n++] = mix2(69, T, lemmaAt(p1));
  return finishAll(out, n);
}

/**
 * Writes the few features by which a token is looked at first: most tokens are so plainly no cue that no more is asked.
 *
 * @returns How many were written.
 */
export function writeGlanceFeatures(layers: TokenLayers, facts: SentenceFacts, token: number, out: Int32Array): number {
  const { lemma, fineTag, relation, wordClass } = layers;
  const L = lemma[token];
  const F = fineTag[token];
  const R = relation[token];
  const K = wordClass[token];
  const next = token + 1 < layers.count ? fineTag[token + 1] : 0;
  const quotes = (layers.quotation[token] >= 0 ? 1 : 0) | (facts.hasQuoted ? 2 : 0);
  let n = 0;
  out[n++] = mix1(301, L);
  out[n++] = mix2(302, L, F);
  out[n++] = mix2(303, F, R);
  out[n++] = mix2(304, L, R);
  out[n++] = mix1(305, K);
  out[n++] = mix2(306, K, F);
  out[n++] = mix2(307, K, next);
  out[n++] = mix2(308, L, quotes);
  out[n++] = mix2(309, F, quotes);
  out[n++] = mix2(310, F, next);
  out[n++] = mix2(311, F, childKinds(layers, token) & CORE);
  return finishAll(out, n);
}

/** Distance, at most 4, to the nearest quoted word on one side and whether the step crosses a quote mark; 0 for none near. */
function nearQuote(layers: TokenLayers, token: number, step: number, start: number, end: number): number {
  for (let i = token + step, distance = 1; i >= start && i < end && distance <= 4; i += step, distance++) {
    if ((layers.shape[i] & SHAPE.quoteMark) !== 0) return distance + (layers.quotation[i + step] >= 0 ? 4 : 0);
  }
  return 0;
}
