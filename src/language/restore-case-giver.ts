/**
 * Gives the words of a report their case, in two rounds: the second knows what the first made of the same word elsewhere in
 * the report, before and after.
 */
import {
  applyCase, CAPITALS_NEVER, CAPITALS_SELDOM, CASE_CONTEXTS, CASE_LOWER, CASE_MIXED, CASE_UPPER, type CaseHistory, type CaseSurroundings, fillCaseContexts, fillTitleContexts, findStarts,
  findTitleEnd, MAX_TITLE_CONTEXTS,
} from "./restore-case.ts"; // biome-ignore format: a list
import { findPlace, PAD } from "./restore-contexts.ts";
import { createStartMarks, hashSuffix } from "./restore-marks.ts";
import type { RestorerModel } from "./restore-model.ts";
import { GAP_NONE, type RestoreTokens, TOKEN_WORD } from "./restore-tokens.ts";
import type { ChosenForms } from "./restore-words.ts";

/** Tokens that must follow a headline. */
const SHORTEST_BODY = 5;

/**
 * What speaks for capitals in a word that the model does not know, in steps of its weights: the names of the next report are
 * less often known than those of the texts it learnt from, common words as often.
 */
const UNKNOWN_BONUS = 40;

export class CaseGiver {
  readonly #model: Pick<RestorerModel, "caseWeights" | "mixedMasks">;
  readonly #startMarks = createStartMarks();
  readonly #caseContexts = new Int32Array(CASE_CONTEXTS);
  readonly #titleContexts = new Int32Array(MAX_TITLE_CONTEXTS);

  constructor(model: Pick<RestorerModel, "caseWeights" | "mixedMasks">) {
    this.#model = model;
  }

  /**
   * The case + 1 of every word, 0 for what is no word.
   *
   * @param earlier What an earlier round decided, maybe for other forms of the words; changed in place.
   * @param forced Per token the case + 1 that it must have, or 0.
   */
  decideCases(
    words: readonly string[],
    tokens: RestoreTokens,
    chosen: ChosenForms,
    forms: Int32Array,
    classes: Uint8Array,
    earlier?: Uint8Array,
    forced?: Uint8Array,
  ): Uint8Array {
    const { caseWeights } = this.#model;
    const { length } = tokens;
    const size = length + 2 * PAD;
    const around = {
      length,
      forms,
      classes,
      capitals: new Uint8Array(size),
      starts: new Uint8Array(size),
      titles: new Uint8Array(size),
    };
    around.capitals.set(chosen.capitals, PAD);
    const own = forms.subarray(PAD, PAD + length);
    around.starts.set(findStarts(own, tokens.kinds, tokens.gaps, this.#startMarks), PAD);
    const titleEnd = findTitleEnd(tokens, own, this.#startMarks);
    // A sentence that stands nearly alone is no headline.
    if (titleEnd > 0 && titleEnd + SHORTEST_BODY < length) {
      const width = fillTitleContexts(this.#titleContexts, own, classes.subarray(PAD, PAD + length), titleEnd);
      let balance = 0;
      for (let c = 0; c < width; c++) {
        balance += caseWeights[findPlace(this.#titleContexts[c], 12) >>> 2];
        balance -= caseWeights[findPlace(this.#titleContexts[c], 11) >>> 2];
      }
      if (balance > 0) around.titles.fill(1, PAD, PAD + titleEnd);
    }
    if (earlier === undefined) return this.#decide(words, tokens, around);
    return this.#decide(words, tokens, around, countSightings(earlier, tokens, around), earlier, forced);
  }

  /** Brings words in lower case into the cases decided, in place. */
  applyCases(words: string[], cases: Uint8Array, forms: Int32Array): void {
    for (let i = 0; i < words.length; i++) {
      if (cases[i] <= CASE_LOWER + 1) continue;
      const mask = cases[i] === CASE_MIXED + 1 ? this.#getMask(words[i], forms[PAD + i]) : 0;
      words[i] = applyCase(words[i], cases[i] - 1, mask);
    }
  }

  #decide(
    words: readonly string[],
    tokens: RestoreTokens,
    around: CaseSurroundings,
    sightings?: Sightings,
    cases: Uint8Array = new Uint8Array(tokens.length),
    forced?: Uint8Array,
  ): Uint8Array {
    const { caseWeights } = this.#model;
    const { forms, capitals } = around;
    const history: CaseHistory = { last: 0, beforeLast: 0, lastWord: 0, cached: 0 };
    const cache = new Map<number, number>();
    const contexts = this.#caseContexts;
    for (let i = 0; i < tokens.length; i++) {
      const at = PAD + i;
      let given = forced?.[i] ?? 0;
      if (given > 0) {
        history.lastWord = given;
      } else if (tokens.kinds[i] === TOKEN_WORD && capitals[at] === CAPITALS_NEVER && isPlain(around, at, history)) {
        given = CASE_LOWER + 1;
        history.lastWord = given;
      } else if (tokens.kinds[i] === TOKEN_WORD) {
        const word = words[i];
        const mask = this.#getMask(word, forms[at]);
        const options = countOptions(word, mask, capitals[at], history.last, isNegation(words, tokens, i));
        history.cached =
          (sightings === undefined
            ? undefined
            : findUsualCase(sightings, forms[at], isSeen(around, at) ? cases[i] : 0)) ??
          cache.get(forms[at]) ??
          0;
        fillCaseContexts(contexts, around, at, history, hashSuffix(word));
        let best = CASE_LOWER;
        let bestScore = Number.NEGATIVE_INFINITY;
        for (let k = 0; k < options; k++) {
          let score = 0;
          for (let c = 0; c < CASE_CONTEXTS; c++) score += caseWeights[findPlace(contexts[c], k + 1) >>> 2];
          if (capitals[at] === 0 && k !== CASE_LOWER && word.length > 2) score += UNKNOWN_BONUS;
          if (score > bestScore) {
            best = k;
            bestScore = score;
          }
        }
        given = best + 1;
        history.lastWord = given;
        if (isSeen(around, at)) cache.set(forms[at], given);
      }
      cases[i] = given;
      history.beforeLast = history.last;
      history.last = given;
    }
    return cases;
  }

  /** A bit for every letter of a word's mixed case, 0 where it has none. */
  #getMask(word: string, form: number): number {
    return this.#model.mixedMasks.get(form) ?? (word.startsWith("mc") && word.length > 4 ? 0b101 : 0);
  }
}

/** Per form, how often each case was given where the place of the word asks for none. */
type Sightings = ReadonlyMap<number, Uint16Array>;

function countSightings(cases: Uint8Array, tokens: RestoreTokens, around: CaseSurroundings): Sightings {
  const sightings = new Map<number, Uint16Array>();
  for (let i = 0; i < tokens.length; i++) {
    if (cases[i] === 0 || !isSeen(around, PAD + i)) continue;
    const form = around.forms[PAD + i];
    let counts = sightings.get(form);
    if (counts === undefined) {
      counts = new Uint16Array(CASE_MIXED + 2);
      sightings.set(form, counts);
    }
    counts[cases[i]] += 1;
  }
  return sightings;
}

/** The case + 1 that the report gives a form elsewhere: `own` is what this sighting got and does not count. */
function findUsualCase(sightings: Sightings, form: number, own: number): number | undefined {
  const counts = sightings.get(form);
  if (counts === undefined) return undefined;
  let usual = 0;
  let most = 0;
  for (let k = 1; k < counts.length; k++) {
    const count = counts[k] - (k === own ? 1 : 0);
    if (count > most) {
      usual = k;
      most = count;
    }
  }
  return most > 0 ? usual : undefined;
}

/** Whether the place of a word asks for no case: within a sentence, and no headline. */
function isSeen({ starts, titles }: CaseSurroundings, at: number): boolean {
  return starts[at] === 0 && titles[at] === 0;
}

/** How many cases a word is weighed for: lower, then capital, upper, mixed. */
function countOptions(word: string, mask: number, capitals: number, last: number, negation: boolean): number {
  if (mask !== 0) return 4;
  if (word.length === 1) return word === "n" && negation ? 1 : 2;
  // Words known to be written otherwise are in upper case only amid others that are.
  return capitals > 0 && capitals <= CAPITALS_SELDOM && last !== CASE_UPPER + 1 ? 2 : 3;
}

/** Whether nothing around a word that never has capitals asks for one: no start, no headline, no capitals before it. */
function isPlain({ starts, titles }: CaseSurroundings, at: number, { lastWord }: CaseHistory): boolean {
  return starts[at] === 0 && titles[at] === 0 && lastWord === CASE_LOWER + 1;
}

/** Whether "n" is the start of "n't", as tokenisers cut "don't". */
export function isNegation(words: readonly string[], tokens: RestoreTokens, i: number): boolean {
  return words[i + 2]?.toLowerCase() === "t" && tokens.gaps[i + 1] === GAP_NONE && tokens.gaps[i + 2] === GAP_NONE;
}
