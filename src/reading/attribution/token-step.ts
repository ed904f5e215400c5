/**
 * The features of one token as a step of a chain of roles. They are written by functions of some ten features each, which is
 * as many as engines put in place of calls to `mix2` and `mix3`.
 */
import { mix1, mix2, mix3 } from "./feature-hash.ts";

/** What the features look at: one object is filled again and again. All are integers. */
export class TokenStep {
  cueLemma = 0;
  cueTag = 0;
  cueClass = 0;
  /** Kinds of children of the cue, all of them and those that tell most. */
  kinds = 0;
  core = 0;
  /** Of `readQuoteSetting`. */
  setting = 0;
  /** 0 for the cue, 1 before it, 2 after it. */
  side = 0;
  /** Distance to the cue, exactly but only to 6, and roughly; and only up to 2, in steps. */
  near = 0;
  far = 0;
  close = 0;
  /** The tree's way from the cue, as a hash and as another. */
  path = 0;
  pathBefore = 0;
  pathMixed = 0;
  up = 0;
  /** Of the node at which the way goes down: its tag, lemma, class, preposition and how likely it carries a cue. */
  branchTag = 0;
  branchLemma = 0;
  branchClass = 0;
  branchCase = 0;
  branchCue = 0;
  /** Tokens from the step up to that node, at most 4; whether the step is at an edge of its subtree. */
  depth = 0;
  edge = 0;
  sameBranch = 0;
  word = 0;
  wordClass = 0;
  tag = 0;
  name = 0;
  relation = 0;
  headRelation = 0;
  cueScore = 0;
  cueScoreBefore = 0;
  previousWord = 0;
  previousClass = 0;
  previousTag = 0;
  nextWord = 0;
  nextTag = 0;
  /** Whether the step and the cue are quoted, and on which side the step is. */
  quoted = 0;
  quoteState = 0;
  /** Between the step and the cue: commas, quote marks, the likeliest other cue. */
  commas = 0;
  marks = 0;
  rival = 0;
  /** For pairs: the quotation's edge, marks here and before, relations of the phrases that begin here and end before. */
  isFirst = 0;
  opens = 0;
  state = 0;
  mark = 0;
  markMixed = 0;
  openedRelation = 0;
  closedRelation = 0;
}

/** Writes the features of a step's role; gives the end of what was written. */
export function writeUnaryFeatures(at: TokenStep, out: Int32Array, from: number): number {
  return writeSettingFeatures(
    at,
    out,
    writeRivalFeatures(at, out, writePlaceFeatures(at, out, writePathFeatures(at, out, from))),
  );
}

/** Writes the features of a step's role and the one before it; gives the end of what was written. */
export function writePairFeatures(at: TokenStep, out: Int32Array, from: number): number {
  return writeNeighbourFeatures(at, out, writePhraseFeatures(at, out, writeEdgeFeatures(at, out, from)));
}

function writePathFeatures(at: TokenStep, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix2(2, at.path, at.cueLemma);
  out[n++] = mix3(3, at.path, at.cueTag, at.side);
  out[n++] = mix2(4, at.path, at.branchCase);
  out[n++] = mix3(5, at.path, at.branchCase, at.cueLemma);
  out[n++] = mix3(6, at.path, at.relation, at.depth);
  out[n++] = mix3(7, at.path, at.branchTag, at.tag);
  out[n++] = mix2(8, at.path, at.word);
  out[n++] = mix2(9, at.path, at.branchLemma);
  out[n++] = mix2(10, at.path, at.kinds);
  return n;
}

function writePlaceFeatures(at: TokenStep, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix3(11, at.path, at.core, at.cueTag);
  out[n++] = mix2(13, at.cueLemma, at.word);
  out[n++] = mix2(14, at.cueLemma, at.near);
  out[n++] = mix2(15, at.far, at.tag);
  out[n++] = mix2(16, at.word, at.near);
  out[n++] = mix2(18, at.word, at.nextWord);
  out[n++] = mix3(20, at.previousTag, at.tag, at.nextTag);
  out[n++] = mix2(21, at.quoteState, at.path);
  out[n++] = mix2(22, at.quoteState, at.marks);
  out[n++] = mix3(23, at.commas, at.quoteState, at.core);
  return n;
}

function writeRivalFeatures(at: TokenStep, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix3(24, at.rival, at.cueScore, at.quoteState);
  out[n++] = mix2(27, at.path, at.edge);
  out[n++] = mix3(29, at.path, at.rival, at.cueScore);
  out[n++] = mix3(30, at.near, at.cueTag, at.tag);
  out[n++] = mix3(34, at.relation, at.headRelation, at.side);
  out[n++] = mix3(36, at.path, at.name, at.tag);
  out[n++] = mix3(47, at.quoteState, at.setting, at.far);
  return n;
}

function writeSettingFeatures(at: TokenStep, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix3(48, at.quoteState, at.setting, at.pathMixed);
  out[n++] = mix3(50, at.setting, at.cueLemma, at.side * 2 + at.quoted);
  out[n++] = mix2(38, at.path, at.cueClass);
  out[n++] = mix3(39, at.path, at.branchCase, at.cueClass);
  out[n++] = mix2(40, at.path, at.wordClass);
  out[n++] = mix3(41, at.path, at.branchClass, at.side);
  out[n++] = mix2(42, at.path, at.branchCue);
  out[n++] = mix2(43, at.cueClass, at.near);
  out[n++] = mix2(44, at.wordClass, at.near);
  out[n++] = mix2(45, at.cueClass, at.word);
  return n;
}

function writeEdgeFeatures(at: TokenStep, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix1(51, at.isFirst);
  out[n++] = mix2(52, at.word, at.side);
  out[n++] = mix2(53, at.previousWord, at.side);
  out[n++] = mix2(54, at.previousTag, at.tag);
  out[n++] = mix2(55, at.pathBefore, at.path);
  out[n++] = mix3(56, at.sameBranch, at.edge, at.side);
  out[n++] = mix2(57, at.state, at.mark);
  out[n++] = mix2(58, at.close, at.cueTag);
  out[n++] = mix3(59, at.openedRelation, at.side, at.up);
  out[n++] = mix3(60, at.closedRelation, at.side, at.tag);
  return n;
}

function writePhraseFeatures(at: TokenStep, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix3(61, at.openedRelation, at.closedRelation, at.markMixed);
  out[n++] = mix2(64, at.cueLemma, at.close);
  out[n++] = mix3(65, at.word, at.previousWord, 0);
  out[n++] = mix3(66, at.rival, at.cueScore, at.cueScoreBefore);
  out[n++] = mix2(67, at.openedRelation, at.word);
  out[n++] = mix3(71, at.setting, at.opens, at.mark);
  out[n++] = mix3(73, at.previousTag, at.tag, at.nextTag);
  return n;
}

function writeNeighbourFeatures(at: TokenStep, out: Int32Array, from: number): number {
  let n = from;
  out[n++] = mix3(74, at.previousTag, at.word, at.side);
  out[n++] = mix3(75, at.previousWord, at.tag, at.nextTag);
  out[n++] = mix2(68, at.previousClass, at.wordClass);
  out[n++] = mix2(69, at.cueClass, at.close);
  return n;
}
