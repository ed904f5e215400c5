/**
 * What the classifier of tone sees of a person in a sentence, as hashes: the words around and in which place, the tree's way
 * from the person up, rated words near the person and near others.
 *
 * Names are hidden, that of the person and those of others: who somebody is says nothing of how he is spoken of.
 */
import type { Name, ParsedDocument, Quotation } from "../../language/index.ts";
import { findFirst } from "../find-first.ts";
import { hashWord } from "../hash-word.ts";
import { mixFeature } from "../mix-feature.ts";
import { getStanceWord } from "../stances/stance-words.ts";
import type { TreeIndex } from "../tree-index.ts";

export type ToneDocument = ParsedDocument & {
  readonly names: readonly Name[];
  readonly quotations: readonly Quotation[];
};

/** Words of a person in a sentence, as tokens, and the one that the rest of them hangs on. */
export interface ToneTarget {
  readonly sentence: number;
  readonly startToken: number;
  readonly endToken: number;
  readonly attachment: number;
}

export const MOST_TONE_FEATURES = 2048;
/** Words to the left and right that are seen. */
const REACH = 40;
/** Words that a person and others stand for, and numbers. */
const TARGET = 1;
const PERSON = 2;
const NUMBER = 3;
const NEAR = 4;
const BESIDE = 8;
const STEPS_UP = 4;

const EMPTY = new Set(
  "the a an of to in on at and or for with by 's ’s is was are were be been has have had that this it as from , . “ ” \" ’ ' - he his her she they their him its".split(
    " ",
  ),
);
const NEGATION = /^(?:not|n't|n’t|never|no|neither|nor)$/;
const STRUCTURAL = /^(?:punct|det|case|aux|mark|cc)/;
const CLAUSE = /^(?:acl|advcl|ccomp|conj|parataxis|root)/;

function join(a: number, b: number): number {
  return Math.imul(a ^ 0x9e37_79b9, 0x85eb_ca6b) ^ b;
}

/** Amounts of rated words in five steps. */
function toStep(amount: number): number {
  return amount === 0 ? 0 : amount < 2 ? 1 : amount < 4 ? 2 : amount < 7 ? 3 : 4;
}

/** Writes the features of one person in one sentence into `into`. @returns How many; some may stand there twice. */
export function findToneFeatures(
  document: ToneDocument,
  tree: TreeIndex,
  { sentence, startToken, endToken, attachment }: ToneTarget,
  into: Uint32Array,
): number {
  const { tokens, tags, lemmas, heads, relations, sentences, quotations, names } = document;
  const { childStart, children } = tree;
  const from = Math.max(sentences[sentence].startToken, startToken - REACH);
  const to = Math.min(sentences[sentence].endToken, endToken + REACH);
  let count = 0;
  const add = (template: number, a: number, b = 0): void => {
    if (count < into.length) into[count++] = mixFeature(template, a, b);
  };
  const isTarget = (token: number): boolean => token >= startToken && token < endToken;
  const nameAt = markNames(names, from, to);
  const word = (token: number): number => {
    if (isTarget(token)) return TARGET;
    if (nameAt[token - from] === PERSON) return PERSON;
    return tags[token] === "NUM" ? NUMBER : hashWord(lemmas[token].toLowerCase());
  };
  const isEmpty = (token: number): boolean => !isTarget(token) && EMPTY.has(lemmas[token].toLowerCase());
  const relationOf = (token: number): number => hashWord(relations[token].replace(/:(?!pass|poss).*/, ""));
  const isNegated = (token: number): boolean => {
    for (let i = childStart[token]; i < childStart[token + 1]; i++)
      if (NEGATION.test(tokens[children[i]].text.toLowerCase())) return true;
    return false;
  };
  const valence = (token: number): number => {
    if (isTarget(token) || (nameAt[token - from] ?? 0) > 0) return 0;
    const { valence: own } = getStanceWord(lemmas[token].toLowerCase());
    return own === 0 ? getStanceWord(tokens[token].text.toLowerCase()).valence : own;
  };
  const isQuoted = (token: number): boolean =>
    quotations.some(({ start, end }) => tokens[token].start >= start && tokens[token].start < end);

  // The words in their order, a person as one word.
  const line: number[] = [];
  const at: number[] = [];
  let place = 0;
  for (let token = from; token < to; token++) {
    const own = word(token);
    if (own <= PERSON && own === line.at(-1)) continue;
    if (own === TARGET) place = line.length;
    line.push(own);
    at.push(token);
  }
  add(1, 0);
  for (let k = 0; k < line.length; k++) {
    const side = k < place ? 0 : 1;
    const distance = Math.abs(k - place);
    const isFull = line[k] <= NUMBER || !isEmpty(at[k]);
    if (isFull) add(2, line[k]);
    add(3, line[k], side);
    if (distance <= NEAR) add(4, line[k], side);
    if (distance <= BESIDE && isFull) add(5, line[k]);
    if (k + 1 < line.length) add(6, line[k], line[k + 1]);
  }
  let left = 0;
  let right = 0;
  for (let k = 1; k <= 3; k++) {
    add(7, (left = join(left, line[place - k] ?? 0)), k);
    add(8, (right = join(right, line[place + k] ?? 0)), k);
  }
  const isIn = quotations.length > 0 && isQuoted(attachment);
  add(9, isIn ? 2 : quotations.length > 0 ? 1 : 0);

  // The tree's way up, and what stands beside it.
  const role = relationOf(attachment);
  let chain = 0;
  let below = attachment;
  for (let step = 0; step < STEPS_UP && heads[below] >= 0; step++) {
    const head = heads[below];
    chain = join(chain, relationOf(below));
    const negated = isNegated(head) ? 1 : 0;
    const lemma = join(hashWord(lemmas[head].toLowerCase()), negated);
    const known = getStanceWord(lemmas[head].toLowerCase());
    const side = tags[head] === "VERB" ? known.verb : tags[head] === "NOUN" ? known.noun : 0;
    add(10 + Math.min(step, 2), chain, lemma);
    add(13, step, lemma);
    add(14, chain, hashWord(tags[head]));
    add(15, chain, side * 2 + negated);
    const rated = Math.sign(valence(head)) * (negated ? -1 : 1);
    if (rated !== 0) add(16, chain, rated);
    if (step < 2) {
      for (let i = childStart[head]; i < childStart[head + 1]; i++) {
        const child = children[i];
        if (child === below || isTarget(child) || STRUCTURAL.test(relations[child])) continue;
        const relation = relationOf(child);
        add(17, join(chain, relation), word(child));
        add(18, join(join(role, lemma), relation), word(child));
        const own = Math.sign(valence(child)) * (isNegated(child) === (negated === 1) ? 1 : -1);
        if (own !== 0) add(19, join(chain, relation), own);
        for (let j = childStart[child]; j < childStart[child + 1]; j++) {
          const inner = children[j];
          if (STRUCTURAL.test(relations[inner])) continue;
          add(20, chain, word(inner));
          const deep = Math.sign(valence(inner));
          if (deep !== 0) add(21, join(chain, relation), deep);
        }
      }
    }
    below = head;
  }
  for (let token = startToken; token < endToken; token++) {
    if (tags[token] !== "PROPN") add(22, hashWord(lemmas[token].toLowerCase()));
    for (let i = childStart[token]; i < childStart[token + 1]; i++) {
      const child = children[i];
      if (isTarget(child)) continue;
      add(23, relationOf(child), word(child));
      const own = Math.sign(valence(child));
      if (own !== 0) add(24, relationOf(child), own);
      for (let j = childStart[child]; j < childStart[child + 1]; j++) add(25, word(children[j]));
    }
  }
  add(26, role);

  // Rated words: in the person's clause, near, in quotation marks, in all.
  const clauseOf = (token: number): number => {
    let up = token;
    for (let steps = 0; steps < 30 && heads[up] >= 0 && !CLAUSE.test(relations[up]); steps++) up = heads[up];
    return up;
  };
  const own = clauseOf(attachment);
  const others = names.filter(
    ({ kind, startToken: start, endToken: end }) => kind === "person" && start >= from && end <= to && !isTarget(start),
  );
  const sums = {
    clausePlus: 0,
    clauseMinus: 0,
    plus: 0,
    minus: 0,
    nearPlus: 0,
    nearMinus: 0,
    quotedPlus: 0,
    quotedMinus: 0,
  };
  for (let token = from; token < to; token++) {
    if (isTarget(token)) continue;
    const isSame = clauseOf(token) === own;
    if (isSame && !isEmpty(token)) add(27, word(token));
    let rated = valence(token);
    if (rated === 0) continue;
    if (isNegated(token) || (heads[token] >= 0 && isNegated(heads[token]))) rated *= -0.6;
    const amount = Math.abs(rated);
    const distance = Math.abs(token - attachment);
    sums[rated > 0 ? "plus" : "minus"] += amount;
    if (isSame) sums[rated > 0 ? "clausePlus" : "clauseMinus"] += amount;
    if (distance <= 6) sums[rated > 0 ? "nearPlus" : "nearMinus"] += amount;
    if (quotations.length > 0 && isQuoted(token)) sums[rated > 0 ? "quotedPlus" : "quotedMinus"] += amount;
    if (others.length > 0) {
      const isMine = others.every((other) => Math.abs(other.endToken - 1 - token) >= distance);
      add(28, isMine ? 1 : 0, Math.sign(rated));
      if (isMine) add(29, word(token));
    }
  }
  const pair = (plus: number, minus: number): number => toStep(plus) * 5 + toStep(minus);
  add(30, pair(sums.clausePlus, sums.clauseMinus));
  add(31, pair(sums.plus, sums.minus));
  add(32, pair(sums.nearPlus, sums.nearMinus));
  add(33, pair(sums.quotedPlus, sums.quotedMinus), isIn ? 1 : 0);
  add(34, role, pair(sums.clausePlus, sums.clauseMinus));
  add(35, Math.max(-4, Math.min(4, Math.round((sums.plus - sums.minus) / 2))));
  add(36, role, Math.max(-4, Math.min(4, Math.round((sums.clausePlus - sums.clauseMinus) / 1.5))));
  add(37, Math.min(3, others.length));
  for (const { endToken: end } of others) add(38, join(role, relationOf(end - 1)), end - 1 < attachment ? 0 : 1);
  return count;
}

/** Per token from `from` on: `PERSON` in the name of a person, another number in other names. */
function markNames(names: readonly Name[], from: number, to: number): Uint8Array {
  const marks = new Uint8Array(to - from);
  for (let i = findFirst(names, from + 1, ({ endToken }) => endToken); i < names.length; i++) {
    const { startToken, endToken, kind } = names[i];
    if (startToken >= to) break;
    marks.fill(kind === "person" ? PERSON : NUMBER, Math.max(0, startToken - from), Math.min(to, endToken) - from);
  }
  return marks;
}
