/**
 * What the classifier of tone sees of a person in a sentence, as hashes: the words around and in which place, the tree's way
 * from the person up, rated words near the person and near others, and the classes of words, so that rare ones tell as well.
 *
 * Names are hidden, that of the person and those of others: who somebody is says nothing of how he is spoken of.
 */
import type { Name, ParsedDocument, Quotation } from "../../language/index.ts";
import { findFirst } from "../find-first.ts";
import { hashWord } from "../hash-word.ts";
import { mixFeature } from "../mix-feature.ts";
import { getStanceWord } from "../stances/stance-words.ts";
import type { TreeIndex } from "../tree-index.ts";
import { NUMBER, type ToneWords } from "./tone-words.ts";

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
/** Words that a person and others stand for. */
const TARGET = 1;
const PERSON = 2;
const NEAR = 4;
const BESIDE = 8;
/** The same for the classes of words, which say less than words but of more of them. */
const NEAR_CLASS = 6;
const STEPS_UP = 4;

/** Features as they are added; those beyond the room there is are left out. */
class FeatureList {
  count = 0;
  readonly #into: Uint32Array;

  constructor(into: Uint32Array) {
    this.#into = into;
  }

  add(template: number, a: number, b = 0): void {
    if (this.count < this.#into.length) this.#into[this.count++] = mixFeature(template, a, b);
  }
}

function join(a: number, b: number): number {
  return Math.imul(a ^ 0x9e37_79b9, 0x85eb_ca6b) ^ b;
}

/** Amounts of rated words in five steps. */
function toStep(amount: number): number {
  return amount === 0 ? 0 : amount < 2 ? 1 : amount < 4 ? 2 : amount < 7 ? 3 : 4;
}

/**
 * Writes the features of one person in one sentence into `into`.
 *
 * @param words Those of the document; the sentence's are looked up where that has not been done.
 * @returns How many; some may stand there twice.
 */
export function findToneFeatures(
  document: ToneDocument,
  { childStart, children }: TreeIndex,
  words: ToneWords,
  { sentence, startToken, endToken, attachment }: ToneTarget,
  into: Uint32Array,
): number {
  const { tags, lemmas, heads, sentences, quotations, names } = document;
  words.fill(sentence);
  const { isEmpty, isNegated, isQuoted, isStructural, wordClass, relation: relationOf } = words;
  const from = Math.max(sentences[sentence].startToken, startToken - REACH);
  const to = Math.min(sentences[sentence].endToken, endToken + REACH);
  const list = new FeatureList(into);
  const isTarget = (token: number): boolean => token >= startToken && token < endToken;
  const nameAt = markNames(names, from, to);
  const word = (token: number): number => {
    if (isTarget(token)) return TARGET;
    return nameAt[token - from] === PERSON ? PERSON : words.word[token];
  };
  const valence = (token: number): number =>
    isTarget(token) || (nameAt[token - from] ?? 0) > 0 ? 0 : words.valence[token];

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
  list.add(1, 0);
  for (let k = 0; k < line.length; k++) {
    const side = k < place ? 0 : 1;
    const distance = Math.abs(k - place);
    const isFull = line[k] <= NUMBER || isEmpty[at[k]] === 0;
    if (isFull) list.add(2, line[k]);
    list.add(3, line[k], side);
    if (distance <= NEAR) list.add(4, line[k], side);
    if (distance <= BESIDE && isFull) list.add(5, line[k]);
    if (k + 1 < line.length) list.add(6, line[k], line[k + 1]);
    if (nameAt[at[k] - from] > 0 || k === place) continue;
    list.add(39, wordClass[at[k]]);
    if (distance <= NEAR_CLASS) list.add(40, wordClass[at[k]], side);
  }
  let left = 0;
  let right = 0;
  for (let k = 1; k <= 3; k++) {
    list.add(7, (left = join(left, line[place - k] ?? 0)), k);
    list.add(8, (right = join(right, line[place + k] ?? 0)), k);
  }
  const isIn = isQuoted[attachment] === 1;
  list.add(9, isIn ? 2 : quotations.length > 0 ? 1 : 0);

  // The tree's way up, and what stands beside it.
  const role = relationOf[attachment];
  let chain = 0;
  let below = attachment;
  for (let step = 0; step < STEPS_UP && heads[below] >= 0; step++) {
    const head = heads[below];
    chain = join(chain, relationOf[below]);
    const negated = isNegated[head];
    const lemma = join(words.lemma[head], negated);
    const known = getStanceWord(lemmas[head]);
    const side = tags[head] === "VERB" ? known.verb : tags[head] === "NOUN" ? known.noun : 0;
    list.add(10 + Math.min(step, 2), chain, lemma);
    list.add(13, step, lemma);
    list.add(41 + Math.min(step, 2), chain, wordClass[head]);
    list.add(14, chain, hashWord(tags[head]));
    list.add(15, chain, side * 2 + negated);
    const rated = Math.sign(valence(head)) * (negated ? -1 : 1);
    if (rated !== 0) list.add(16, chain, rated);
    if (step < 2) {
      for (let i = childStart[head]; i < childStart[head + 1]; i++) {
        const child = children[i];
        if (child === below || isTarget(child) || isStructural[child] === 1) continue;
        const relation = relationOf[child];
        list.add(17, join(chain, relation), word(child));
        if (nameAt[child - from] === 0) list.add(44, join(chain, relation), wordClass[child]);
        list.add(18, join(join(role, lemma), relation), word(child));
        const own = Math.sign(valence(child)) * (isNegated[child] === negated ? 1 : -1);
        if (own !== 0) list.add(19, join(chain, relation), own);
        for (let j = childStart[child]; j < childStart[child + 1]; j++) {
          const inner = children[j];
          if (isStructural[inner] === 1) continue;
          list.add(20, chain, word(inner));
          const deep = Math.sign(valence(inner));
          if (deep !== 0) list.add(21, join(chain, relation), deep);
        }
      }
    }
    below = head;
  }
  for (let token = startToken; token < endToken; token++) {
    if (tags[token] !== "PROPN") list.add(22, words.lemma[token]);
    for (let i = childStart[token]; i < childStart[token + 1]; i++) {
      const child = children[i];
      if (isTarget(child)) continue;
      list.add(23, relationOf[child], word(child));
      const own = Math.sign(valence(child));
      if (own !== 0) list.add(24, relationOf[child], own);
      for (let j = childStart[child]; j < childStart[child + 1]; j++) list.add(25, word(children[j]));
    }
  }
  list.add(26, role);

  // Rated words: in the person's clause, near, in quotation marks, in all.
  const own = words.clause[attachment];
  const others = findPersons(names, from, to).filter(({ startToken: start }) => !isTarget(start));
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
    const isSame = words.clause[token] === own;
    if (isSame && isEmpty[token] === 0) list.add(27, word(token));
    let rated = valence(token);
    if (rated === 0) continue;
    if (isNegated[token] === 1 || (heads[token] >= 0 && isNegated[heads[token]] === 1)) rated *= -0.6;
    const amount = Math.abs(rated);
    const distance = Math.abs(token - attachment);
    sums[rated > 0 ? "plus" : "minus"] += amount;
    if (isSame) sums[rated > 0 ? "clausePlus" : "clauseMinus"] += amount;
    if (distance <= 6) sums[rated > 0 ? "nearPlus" : "nearMinus"] += amount;
    if (isQuoted[token] === 1) sums[rated > 0 ? "quotedPlus" : "quotedMinus"] += amount;
    if (others.length > 0) {
      const isMine = others.every((other) => Math.abs(other.endToken - 1 - token) >= distance);
      list.add(28, isMine ? 1 : 0, Math.sign(rated));
      if (isMine) list.add(29, word(token));
    }
  }
  const pair = (plus: number, minus: number): number => toStep(plus) * 5 + toStep(minus);
  list.add(30, pair(sums.clausePlus, sums.clauseMinus));
  list.add(31, pair(sums.plus, sums.minus));
  list.add(32, pair(sums.nearPlus, sums.nearMinus));
  list.add(33, pair(sums.quotedPlus, sums.quotedMinus), isIn ? 1 : 0);
  list.add(34, role, pair(sums.clausePlus, sums.clauseMinus));
  list.add(35, Math.max(-4, Math.min(4, Math.round((sums.plus - sums.minus) / 2))));
  list.add(36, role, Math.max(-4, Math.min(4, Math.round((sums.clausePlus - sums.clauseMinus) / 1.5))));
  list.add(37, Math.min(3, others.length));
  for (const { endToken: end } of others) list.add(38, join(role, relationOf[end - 1]), end - 1 < attachment ? 0 : 1);
  return list.count;
}

/** Names of persons wholly between the tokens. */
function findPersons(names: readonly Name[], from: number, to: number): Name[] {
  const found: Name[] = [];
  for (let i = findFirst(names, from + 1, ({ endToken }) => endToken); i < names.length; i++) {
    const { startToken, endToken, kind } = names[i];
    if (startToken >= to) break;
    if (kind === "person" && startToken >= from && endToken <= to) found.push(names[i]);
  }
  return found;
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
