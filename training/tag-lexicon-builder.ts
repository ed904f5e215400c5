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
/** A label must have been seen so often with rare words to be possible for unknown ones. */
const OPEN_COUNT = 4;

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

  /** The sections of the lexicon for a model file. */
  build(): Record<string, ModelArray> {
    const open = this.#findOpenLabels();
    const numbering = new ChoiceNumbering();
    const unknown = open.map((labels) => numbering.toChoice(labels));
    const entries = new Map<number, number>();
    for (const [key, { lower, kind, isCapitalised, total, labels }] of this.#words) {
      const possible = new Set(labels.keys());
      if (total < KNOWN_COUNT) {
        const other = this.#words.get(isCapitalised ? lower : key ^ CAPITAL_KEY);
        const seen = total + (other?.total ?? 0);
        for (const label of other?.labels.keys() ?? []) possible.add(label);
        if (isCapitalised) for (const label of this.#nameLabels) possible.add(label);
        if (seen < KNOWN_COUNT) for (const label of open[kind]) possible.add(label);
      }
      entries.set(key, numbering.toChoice(possible));
    }
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
