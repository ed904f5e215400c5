/** What tells whether a token carries the cue of an attribution: its word, neighbours, place in the tree, quote marks near. */
import { TAGS } from "../../language/index.ts";
import { CORE, SUBJECT } from "./child-kinds.ts";
import { finishAll, hashText, mix1, mix2, mix3 } from "./feature-hash.ts";
import { SHAPE, type TokenLayers } from "./token-layers.ts";

/** Room for the features of one token. */
export const MAX_CUE_FEATURES = 160;

const PUNCT = hashText("punct");
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

function findSubject(layers: TokenLayers, token: number): number {
  for (let at = token, steps = 0; at >= 0 && steps < 3; at = layers.head[at], steps++) {
    for (let c = layers.childStart[at]; c < layers.childStart[at + 1]; c++) {
      const child = layers.children[c];
      if ((layers.kind[child] & SUBJECT) !== 0) return child;
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
 * What the features of a token look at, all integers: one object is filled again and again. The names of features tell of
 * `p` the token before, `pp` the one before that, `n`, `nn` and `nnn` those after, `head` the token that it hangs on.
 */
class CueToken {
  word = 0;
  lemma = 0;
  tag = 0;
  fineTag = 0;
  wordClass = 0;
  coarseClass = 0;
  relation = 0;
  /** Kinds of children. */
  kinds = 0;
  core = 0;
  pWord = 0;
  pLemma = 0;
  pTag = 0;
  pClass = 0;
  pCoarse = 0;
  ppWord = 0;
  ppLemma = 0;
  ppTag = 0;
  nWord = 0;
  nTag = 0;
  nClass = 0;
  nCoarse = 0;
  nnWord = 0;
  nnTag = 0;
  nnnTag = 0;
  headLemma = 0;
  headTag = 0;
  headClass = 0;
  headRelation = 0;
  headCore = 0;
  /** Who the subject is, by its kind of name or its tag; what it is. */
  who = 0;
  subjectLemma = 0;
  subjectClass = 0;
  subjectCoarse = 0;
  hasSubject = false;
  /** Where quotations and their marks stand. */
  inside = 0;
  quotes = 0;
  afterQuote = 0;
  beforeQuote = 0;
  marksBefore = 0;
  marksAfter = 0;
  hasQuoted = 0;
  nextQuoted = 0;
  /** Of the token's place in its sentence, and of the sentence. */
  place = 0;
  shape = 0;
  nameAfter = 0;
  nameBefore = 0;
  headline = 0;
  length = 0;
  isLast = 0;
  endMark = 0;
}

const at = new CueToken();

/**
 * Writes the hashes of a token's features into `out`, some ten in a function, which is as many as engines put in place of
 * calls to `mix2` and `mix3`.
 *
 * @returns How many were written, at most MAX_CUE_FEATURES.
 */
export function writeCueFeatures(layers: TokenLayers, facts: SentenceFacts, token: number, out: Int32Array): number {
  readWords(layers, token);
  readTree(layers, token);
  readPlace(layers, facts, token);
  let n = writeTagFeatures(out, writeWordFeatures(out, 0));
  n = writeChildFeatures(layers, token, out, writeTreeFeatures(out, n));
  n = writeQuoteFeatures(out, writeSubjectFeatures(out, n));
  n = writeSentenceFeatures(out, writePlaceFeatures(out, writeClassFeatures(out, n)));
  return finishAll(out, n);
}

function readWords(layers: TokenLayers, token: number): void {
  const { word, lemma, fineTag, wordClass, coarseClass } = layers;
  const sentence = layers.sentence[token];
  const start = layers.sentenceStart[sentence];
  const end = layers.sentenceEnd[sentence];
  at.word = word[token];
  at.lemma = lemma[token];
  at.tag = layers.tag[token];
  at.fineTag = fineTag[token];
  at.wordClass = wordClass[token];
  at.coarseClass = coarseClass[token];
  const hasBefore = token > start;
  at.pWord = hasBefore ? word[token - 1] : 0;
  at.pLemma = hasBefore ? lemma[token - 1] : 0;
  at.pTag = hasBefore ? fineTag[token - 1] : 0;
  at.pClass = hasBefore ? wordClass[token - 1] : -1;
  at.pCoarse = hasBefore ? coarseClass[token - 1] : -1;
  const hasTwoBefore = token > start + 1;
  at.ppWord = hasTwoBefore ? word[token - 2] : 0;
  at.ppLemma = hasTwoBefore ? lemma[token - 2] : 0;
  at.ppTag = hasTwoBefore ? fineTag[token - 2] : 0;
  const hasAfter = token + 1 < end;
  at.nWord = hasAfter ? word[token + 1] : 0;
  at.nTag = hasAfter ? fineTag[token + 1] : 0;
  at.nClass = hasAfter ? wordClass[token + 1] : -1;
  at.nCoarse = hasAfter ? coarseClass[token + 1] : -1;
  const hasTwoAfter = token + 2 < end;
  at.nnWord = hasTwoAfter ? word[token + 2] : 0;
  at.nnTag = hasTwoAfter ? fineTag[token + 2] : 0;
  at.nnnTag = token + 3 < end ? fineTag[token + 3] : 0;
  const { name } = layers;
  at.nameBefore = hasBefore && name[token - 1] !== 0 ? name[token - 1] : at.pTag;
  at.nameAfter = hasAfter && name[token + 1] !== 0 ? name[token + 1] : at.nTag;
}

function readTree(layers: TokenLayers, token: number): void {
  const { lemma, fineTag, wordClass, relation, name, childKinds } = layers;
  at.relation = relation[token];
  at.kinds = childKinds[token];
  at.core = at.kinds & CORE;
  const head = layers.head[token];
  const hasHead = head >= 0;
  at.headLemma = hasHead ? lemma[head] : 0;
  at.headTag = hasHead ? fineTag[head] : 0;
  at.headClass = hasHead ? wordClass[head] : -1;
  at.headRelation = hasHead ? relation[head] : 0;
  at.headCore = hasHead ? childKinds[head] & CORE : 1;
  const subject = findSubject(layers, token);
  at.hasSubject = subject >= 0;
  if (subject < 0) return;
  at.who = name[subject] !== 0 ? name[subject] : fineTag[subject];
  at.subjectLemma = lemma[subject];
  at.subjectClass = wordClass[subject];
  at.subjectCoarse = layers.coarseClass[subject];
}

function readPlace(layers: TokenLayers, facts: SentenceFacts, token: number): void {
  const { quotation, shape, sentenceStart } = layers;
  const sentence = layers.sentence[token];
  const start = sentenceStart[sentence];
  const end = layers.sentenceEnd[sentence];
  const offset = token - start;
  const length = end - start;
  at.inside = quotation[token] >= 0 ? 1 : 0;
  at.hasQuoted = facts.hasQuoted ? 1 : 0;
  at.quotes = at.inside | (facts.hasQuoted ? 2 : 0) | (facts.startsQuoted ? 4 : 0);
  at.afterQuote = facts.quoteCount === 0 ? 0 : nearQuote(layers, token, -1, start, end);
  at.beforeQuote = facts.quoteCount === 0 ? 0 : nearQuote(layers, token, 1, start, end);
  const marks = facts.quoteMarks[offset];
  at.marksBefore = Math.min(marks, 3);
  at.marksAfter = Math.min(facts.quoteCount - marks, 3);
  at.place = offset === 0 ? 1 : offset < 4 ? 2 : 3;
  at.shape = shape[token];
  at.headline = layers.paragraph[sentence] === 0 ? 1 : 0;
  at.length = length < 4 ? 0 : length < 8 ? 1 : length < 16 ? 2 : length < 32 ? 3 : 4;
  at.isLast = offset + 1 === length ? 1 : 0;
  at.endMark = shape[end - 1] & (SHAPE.stop | SHAPE.comma);
  const next = sentence + 1 < sentenceStart.length ? sentenceStart[sentence + 1] : -1;
  at.nextQuoted = next >= 0 && next < layers.count && quotation[next] >= 0 ? 1 : 0;
}

function writeWordFeatures(out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix1(1, 0);
  out[n++] = mix1(2, at.word);
  out[n++] = mix1(3, at.lemma);
  out[n++] = mix1(4, at.fineTag);
  out[n++] = mix2(5, at.lemma, at.fineTag);
  out[n++] = mix1(6, at.relation);
  out[n++] = mix2(7, at.lemma, at.relation);
  out[n++] = mix2(8, at.fineTag, at.relation);
  out[n++] = mix1(9, at.pWord);
  out[n++] = mix1(10, at.nWord);
  out[n++] = mix1(11, at.ppWord);
  out[n++] = mix1(12, at.nnWord);
  out[n++] = mix2(13, at.lemma, at.nWord);
  out[n++] = mix2(14, at.lemma, at.pWord);
  out[n++] = mix3(15, at.lemma, at.nWord, at.nnWord);
  out[n++] = mix3(16, at.lemma, at.pLemma, at.ppLemma);
  return n;
}

function writeTagFeatures(out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix2(17, at.pTag, at.fineTag);
  out[n++] = mix2(18, at.fineTag, at.nTag);
  out[n++] = mix3(19, at.ppTag, at.pTag, at.fineTag);
  out[n++] = mix3(20, at.fineTag, at.nTag, at.nnTag);
  out[n++] = mix3(21, at.pTag, at.fineTag, at.nTag);
  out[n++] = mix2(22, at.lemma, at.pTag);
  out[n++] = mix2(23, at.lemma, at.nTag);
  out[n++] = mix2(24, at.nWord, at.nnWord);
  out[n++] = mix2(25, at.fineTag, at.nWord);
  out[n++] = mix2(26, at.fineTag, at.pWord);
  out[n++] = mix3(27, at.nTag, at.nnTag, at.nnnTag);
  return n;
}

function writeTreeFeatures(out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix1(28, at.headLemma);
  out[n++] = mix2(29, at.relation, at.headLemma);
  out[n++] = mix2(30, at.lemma, at.headLemma);
  out[n++] = mix3(31, at.relation, at.headTag, at.fineTag);
  out[n++] = mix1(32, at.kinds);
  out[n++] = mix2(33, at.lemma, at.core);
  out[n++] = mix2(34, at.fineTag, at.core);
  out[n++] = mix3(35, at.fineTag, at.relation, at.core);
  out[n++] = mix2(36, at.lemma, at.kinds);
  return n;
}

function writeChildFeatures(layers: TokenLayers, token: number, out: Int32Array, from: number): number {
  const { lemma, fineTag, relation, childStart, children, caseLemma } = layers;
  let n = from;
  for (let c = childStart[token]; c < childStart[token + 1] && n < MAX_CUE_FEATURES - 70; c++) {
    const child = children[c];
    const relationToChild = relation[child];
    if (relationToChild === PUNCT) continue;
    const side = child < token ? 1 : 0;
    const marker = caseLemma[child];
    out[n++] = mix2(37, relationToChild, lemma[child]);
    out[n++] = mix3(38, at.lemma, relationToChild, side);
    out[n++] = mix3(39, at.lemma, relationToChild, marker);
    out[n++] = mix3(40, relationToChild, marker, at.fineTag);
    out[n++] = mix3(41, relationToChild, fineTag[child], side);
    out[n++] = mix3(42, at.lemma, relationToChild, lemma[child]);
  }
  return n;
}

function writeSubjectFeatures(out: Int32Array, from: number): number {
  let n = from;
  if (at.hasSubject) {
    out[n++] = mix1(43, at.subjectLemma);
    out[n++] = mix1(44, at.who);
    out[n++] = mix2(45, at.lemma, at.who);
    out[n++] = mix2(46, at.lemma, at.subjectLemma);
    out[n++] = mix3(47, at.fineTag, at.who, at.core);
  } else {
    out[n++] = mix1(48, at.fineTag);
    out[n++] = mix1(49, at.lemma);
  }
  return n;
}

function writeQuoteFeatures(out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix1(50, at.quotes);
  out[n++] = mix2(51, at.lemma, at.quotes);
  out[n++] = mix2(52, at.fineTag, at.quotes);
  out[n++] = mix3(53, at.inside, at.afterQuote, at.beforeQuote);
  out[n++] = mix3(54, at.lemma, at.inside, at.afterQuote);
  out[n++] = mix3(55, at.lemma, at.inside, at.beforeQuote);
  out[n++] = mix3(56, at.fineTag, at.afterQuote, at.beforeQuote);
  out[n++] = mix3(57, at.inside, at.marksBefore, at.marksAfter);
  out[n++] = mix3(58, at.fineTag, at.core, at.inside | (at.afterQuote << 1) | (at.beforeQuote << 5));
  return n;
}

function writeClassFeatures(out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix1(70, at.wordClass);
  out[n++] = mix2(71, at.wordClass, at.core);
  out[n++] = mix2(72, at.wordClass, at.quotes);
  out[n++] = mix2(73, at.wordClass, at.nWord);
  out[n++] = mix2(74, at.wordClass, at.nTag);
  out[n++] = mix2(75, at.wordClass, at.pTag);
  out[n++] = mix3(76, at.wordClass, at.relation, at.core);
  out[n++] = mix2(77, at.wordClass, at.nClass);
  out[n++] = mix2(78, at.pClass, at.wordClass);
  out[n++] = mix3(79, at.pCoarse, at.coarseClass, at.nCoarse);
  out[n++] = mix2(80, at.wordClass, at.headLemma);
  out[n++] = mix2(81, at.wordClass, at.headClass);
  return n;
}

function writePlaceFeatures(out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix3(82, at.wordClass, at.inside, at.afterQuote);
  if (at.hasSubject) {
    out[n++] = mix2(83, at.subjectClass, at.wordClass);
    out[n++] = mix2(84, at.subjectCoarse, at.lemma);
  }
  out[n++] = mix2(59, at.headline, at.fineTag);
  out[n++] = mix2(60, at.headline, at.word);
  out[n++] = mix2(61, at.place, at.fineTag);
  out[n++] = mix2(62, at.length, at.isLast);
  out[n++] = mix2(63, at.shape, at.fineTag);
  out[n++] = mix2(64, at.nameAfter, at.nameBefore);
  out[n++] = mix2(65, at.headCore, at.relation);
  out[n++] = mix3(66, at.fineTag, at.headRelation, at.relation);
  return n;
}

function writeSentenceFeatures(out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix3(67, at.nextQuoted, at.endMark, at.fineTag);
  out[n++] = mix3(68, at.lemma, at.nextQuoted, at.hasQuoted);
  out[n++] = mix2(69, at.tag, at.pLemma);
  return n;
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
  out[n++] = mix2(311, F, layers.childKinds[token] & CORE);
  return finishAll(out, n);
}

/** Distance, at most 4, to the nearest quoted word on one side and whether the step crosses a quote mark; 0 for none near. */
function nearQuote(layers: TokenLayers, token: number, step: number, start: number, end: number): number {
  for (let i = token + step, distance = 1; i >= start && i < end && distance <= 4; i += step, distance++) {
    if ((layers.shape[i] & SHAPE.quoteMark) !== 0) return distance + (layers.quotation[i + step] >= 0 ? 4 : 0);
  }
  return 0;
}
