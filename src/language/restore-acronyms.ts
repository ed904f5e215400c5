/**
 * Finds acronyms that the restorer does not know: letters that nobody can say as a word, and those that a report explains,
 * "the River Rescue Front (RRF)".
 */
import { CAPITALS_UPPER, CASE_CAPITAL, CASE_UPPER } from "./restore-case.ts";
import type { Lexicon } from "./restore-lexicon.ts";
import { type RestoreTokens, TOKEN_WORD } from "./restore-tokens.ts";
import type { ChosenForms } from "./restore-words.ts";

const LONGEST = 7;
/** Words before the bracket that may give the letters, and how many of them may give none. */
const REACH = 12;
const SKIPPED = new Set("of the and for in on to a an with at by de la s".split(" "));

interface Acronyms {
  readonly lexicon: Lexicon;
  readonly original: string;
  readonly tokens: RestoreTokens;
  /** Changed in place, as are `words`. */
  readonly chosen: ChosenForms;
  readonly words: string[];
}

/**
 * Writes the case + 1 of acronyms into `forced`, everywhere in the report, and gives back the "s" that the stem lost; the
 * words that explain one have capitals.
 */
export function findAcronyms({ lexicon, original, tokens, chosen, words }: Acronyms, forced: Uint8Array): void {
  const forms = new Map<number, number>();
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kinds[i] !== TOKEN_WORD || words[i].length > LONGEST) continue;
    const isUnknown = chosen.capitals[i] === 0;
    if (!isUnknown && (chosen.capitals[i] < CAPITALS_UPPER || chosen.capitals[i] > CAPITALS_UPPER + 1)) continue;
    const stem = original.slice(tokens.starts[i], tokens.ends[i]);
    if (words[i - 1] === "(" && words[i + 1] === ")" && stem.length >= 2) {
      for (const rule of ["0", "0s", "0e"]) {
        const number = lexicon.findRuleNumber(rule);
        const explaining = findExplaining(stem + rule.slice(1), i - 2, words, tokens);
        if (number === undefined || explaining === undefined) continue;
        if (isUnknown) forms.set(chosen.stems[i], number);
        if (stem.length + rule.length > 3) for (const word of explaining) forced[word] ||= CASE_CAPITAL + 1;
        break;
      }
    }
    if (isUnknown && !forms.has(chosen.stems[i]) && isUnsayable(stem)) forms.set(chosen.stems[i], 0);
  }
  if (forms.size === 0) return;
  for (let i = 0; i < tokens.length; i++) {
    const rule = tokens.kinds[i] === TOKEN_WORD ? forms.get(chosen.stems[i]) : undefined;
    if (rule === undefined) continue;
    chosen.rules[i] = rule;
    words[i] = lexicon.makeForm(original.slice(tokens.starts[i], tokens.ends[i]), rule);
    forced[i] = CASE_UPPER + 1;
  }
}

function isUnsayable(word: string): boolean {
  return word.length >= 3 && (!/[aeiouy]/.test(word) || /^[^aeiouy]{5}/.test(word));
}

/** The words that end at `last` and start with the letters, one each; `undefined` where they do not. */
function findExplaining(
  letters: string,
  last: number,
  words: readonly string[],
  tokens: RestoreTokens,
): number[] | undefined {
  const found: number[] = [];
  for (let i = last; i >= Math.max(0, last - REACH) && found.length < letters.length; i--) {
    if (tokens.kinds[i] !== TOKEN_WORD) {
      if (words[i] === "-" || words[i] === "'" || words[i] === "’" || words[i] === ",") continue;
      return undefined;
    }
    if (words[i].charAt(0) === letters.charAt(letters.length - 1 - found.length)) found.push(i);
    else if (!SKIPPED.has(words[i])) return undefined;
  }
  return found.length === letters.length ? found : undefined;
}
