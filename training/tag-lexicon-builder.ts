/** Gathers from annotated texts which labels each word may have. */
import { toChoiceSections } from "../src/language/choice-table.ts";
import type { ModelArray } from "../src/language/model-file.ts";
import { CAPITAL_KEY, findLexiconKey, findUnknownKind, UNKNOWN_KINDS } from "../src/language/tag-lexicon.ts";
import { CASE, LOWER } from "../src/language/word-facts.ts";
import { ChoiceNumbering } from "./choice-numbering.ts";

/** A word seen so often has no other labels than those seen. */
const KNOWN_COUNT = 6;
/** Words seen at most so often show what unknown words can be. */
const RARE_COUNT = 2;
/** Labels with a smaller share of a word's occurrences are left out. */
const LEAST_SHARE = 0.004;
/** A label must have been seen so often with rare words to be possible for unknown ones. */
const OPEN_COUNT = 4;

/** A word's habits count where a tagger saw it so often, and a label where it had that share. */
const HABIT_COUNT = 8;
const HABIT_SHARE = 0.03;
/** What an occurrence with a capital counts for the word without. */
const CAPITAL_SHARE = 0.1;

/** Per key of the lexicon how often it had each label, and the key of the word in lower case. */
export type TagHabits = Map<number, { lower: number; labels: Map<number, number> }>;

interface LexiconWord {
  lower: number;
  kind: number;
  isCapitalised: boolean;
  total: number;
  labels: Map<number, number>;
}

export class TagLexiconBuilder {
  readonly #words = new Map<number, LexiconWord>();
  readonly #nameLabels: readonly number[];
  #habits: TagHabits = new Map();

  /** @param nameLabels Labels that any word with a capital may have. */
  constructor(nameLabels: readonly number[]) {
    this.#nameLabels = nameLabels;
  }

  /** Counts one word with its label. */
  add(values: Int32Array, row: number, label: number): void {
    const key = findLexiconKey(values, row);
    let word = this.#words.get(key);
    if (word === undefined) {
      word = {
        lower: values[row + LOWER],
        kind: findUnknownKind(values, row),
        isCapitalised: values[row + CASE] > 1,
        total: 0,
        labels: new Map(),
      };
      this.#words.set(key, word);
    }
    word.total++;
    word.labels.set(label, (word.labels.get(label) ?? 0) + 1);
  }

  /** Makes known which labels a tagger gave a word in raw text; used for words that are rare in the annotated texts. */
  addHabits(habits: TagHabits): void {
    this.#habits = habits;
  }

  /** The sections of the lexicon for a model file. */
  build(): Record<string, ModelArray> {
    const open = this.#findOpenLabels();
    const numbering = new ChoiceNumbering();
    const unknown = open.map((labels) => numbering.toChoice(labels));
    const sets = new Map<number, Iterable<number>>();
    for (const [key, { lower, kind, isCapitalised, total, labels }] of this.#words) {
      // Rare labels of a frequent word are mistakes of annotation, or nothing that could be recognised.
      const possible = new Set([...labels].filter(([, count]) => count >= total * LEAST_SHARE).map(([label]) => label));
      if (total < KNOWN_COUNT) {
        const other = this.#words.get(isCapitalised ? lower : key ^ CAPITAL_KEY);
        const seen = total + (other?.total ?? 0);
        for (const label of other?.labels.keys() ?? []) possible.add(label);
        if (isCapitalised) for (const label of this.#nameLabels) possible.add(label);
        const habits = this.#findHabits(key);
        if (seen < KNOWN_COUNT) for (const label of habits ?? open[kind]) possible.add(label);
      }
      sets.set(key, possible);
    }
    for (const key of this.#habits.keys()) {
      const habits = this.#findHabits(key);
      if (habits !== undefined && !sets.has(key)) sets.set(key, habits);
    }
    const entries = new Map<number, number>();
    for (const [key, labels] of sets) entries.set(key, numbering.toChoice(labels));
    const { choices } = numbering;
    const capitalised = [0];
    // Choices added on the way are those of words with capitals already.
    for (let choice = 1, count = choices.length; choice < count; choice++) {
      capitalised[choice] = numbering.toChoice([...choices[choice], ...this.#nameLabels]);
    }
    for (let choice = capitalised.length; choice < choices.length; choice++) capitalised[choice] = choice;
    return {
      ...toChoiceSections("lexicon", entries, choices),
      "lexicon.capitalised": Uint16Array.from(capitalised),
      "lexicon.unknown": Uint16Array.from(unknown),
    };
  }

  #findHabits(key: number): number[] | undefined {
    const habit = this.#habits.get(key);
    if (habit === undefined) return undefined;
    const counts = new Map(habit.labels);
    if (key === habit.lower) {
      // In lower-cased text it may be the name that it is with a capital.
      for (const [label, count] of this.#habits.get(key ^ CAPITAL_KEY)?.labels ?? []) {
        counts.set(label, (counts.get(label) ?? 0) + count * CAPITAL_SHARE);
      }
    }
    let total = 0;
    for (const count of counts.values()) total += count;
    if (total < HABIT_COUNT) return undefined;
    return [...counts].filter(([, count]) => count >= total * HABIT_SHARE).map(([label]) => label);
  }

  #findOpenLabels(): number[][] {
    const counts = Array.from({ length: UNKNOWN_KINDS }, () => new Map<number, number>());
    for (const { kind, total, labels } of this.#words.values()) {
      if (total > RARE_COUNT) continue;
      for (const [label, count] of labels) counts[kind].set(label, (counts[kind].get(label) ?? 0) + count);
    }
    return counts.map((labels) => {
      const often = [...labels].filter(([, count]) => count >= OPEN_COUNT).map(([label]) => label);
      // Small corpora have no label often: then any of rare words, or of any word, will do.
      if (often.length > 0) return often;
      return labels.size > 0 ? [...labels.keys()] : this.#allLabels();
    });
  }

  #allLabels(): number[] {
    return [...new Set([...this.#words.values()].flatMap(({ labels }) => [...labels.keys()]))];
  }
}
