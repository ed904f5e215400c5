/** Learns rules of lemmas from words with their lemmas: a rule for each ending, and words that go against it. */

import {
  findEndingKey,
  findLemmaKey,
  type LemmaRule,
  LONGEST_ENDING,
  toLemmaSections,
} from "../src/language/lemma-rules.ts";
import type { ModelArray } from "../src/language/model-file.ts";

interface LemmaWord {
  wordKey: number;
  /** Keys of endings of 0 to 5 letters, 0 where the word is too short. */
  endingKeys: number[];
  /** How often each rule gave the lemma. */
  rules: Map<number, number>;
}

export class LemmaRuleBuilder {
  readonly #words = new Map<number, LemmaWord>();
  readonly #rules: LemmaRule[] = [];
  readonly #numbers = new Map<string, number>();

  /** Counts one word, in lower case, with its lemma. */
  add(word: string, lemma: string, values: Int32Array, row: number, label: number): void {
    const wordKey = findLemmaKey(values, row, label);
    let known = this.#words.get(wordKey);
    if (known === undefined) {
      const endingKeys = Array.from({ length: LONGEST_ENDING + 1 }, (_, length) =>
        findEndingKey(values, row, label, length),
      );
      this.#words.set(wordKey, (known = { wordKey, endingKeys, rules: new Map() }));
    }
    const rule = this.#toRule(word, lemma);
    known.rules.set(rule, (known.rules.get(rule) ?? 0) + 1);
  }

  build(): Record<string, ModelArray | string> {
    // Every different word has one vote: irregular words are frequent, and say nothing about unknown ones.
    const endings = Array.from({ length: LONGEST_ENDING + 1 }, () => new Map<number, Map<number, number>>());
    const best = new Map<LemmaWord, number>();
    for (const word of this.#words.values()) {
      const rule = findMostFrequent(word.rules);
      best.set(word, rule);
      for (const [length, key] of word.endingKeys.entries()) {
        if (key === 0) continue;
        let votes = endings[length].get(key);
        if (votes === undefined) endings[length].set(key, (votes = new Map()));
        votes.set(rule, (votes.get(rule) ?? 0) + 1);
      }
    }
    const entries = new Map<number, number>();
    const chosen = new Map<number, number>();
    // From the shortest ending to the longest: a longer one is kept only where it says something else.
    for (const [length, keys] of endings.entries()) {
      for (const [key, votes] of keys) {
        const total = [...votes.values()].reduce((sum, count) => sum + count, 0);
        if (length === 0 || total >= 2) chosen.set(key, findMostFrequent(votes));
      }
    }
    const ruleOf = (endingKeys: readonly number[], upTo: number): number => {
      for (let length = upTo; length >= 0; length--) {
        const rule = chosen.get(endingKeys[length]);
        if (endingKeys[length] !== 0 && rule !== undefined) return rule;
      }
      return 0;
    };
    for (const { endingKeys } of this.#words.values()) {
      for (let length = 0; length <= LONGEST_ENDING; length++) {
        const key = endingKeys[length];
        const rule = key === 0 ? undefined : chosen.get(key);
        if (rule !== undefined && (length === 0 || ruleOf(endingKeys, length - 1) !== rule)) entries.set(key, rule);
      }
    }
    for (const [word, rule] of best) {
      if (ruleOf(word.endingKeys, LONGEST_ENDING) !== rule) entries.set(word.wordKey, rule);
    }
    return toLemmaSections(entries, this.#rules);
  }

  #toRule(word: string, lemma: string): number {
    let shared = 0;
    while (shared < word.length && shared < lemma.length && word[shared] === lemma[shared]) shared++;
    const rule: LemmaRule = [word.length - shared, lemma.slice(shared)];
    const key = rule.join(" ");
    let number = this.#numbers.get(key);
    if (number === undefined) this.#numbers.set(key, (number = this.#rules.push(rule)));
    return number;
  }
}

/** Of equally frequent ones the first seen. */
function findMostFrequent(counts: ReadonlyMap<number, number>): number {
  let best = 0;
  let most = 0;
  for (const [rule, count] of counts) {
    if (count > most) {
      best = rule;
      most = count;
    }
  }
  return best;
}
