/** The names that the restorer knows besides those of its texts: from lists of persons and places, kept as hashes alone. */
import { stemWord } from "../src/language/porter-stemmer.ts";
import { hashForm, hashText } from "../src/language/restore-hash.ts";
import { addName } from "../src/language/restore-lexicon.ts";
import { readCorpusText } from "./corpus-files.ts";
import { describeRule } from "./restorer-lexicon.ts";

const LISTS = ["given-names", "surnames", "cities", "countries", "politicians"];

/** 2 to the power of 21 bits: about ten a name. */
const FILTER_WORDS = 2 ** 16;

/** Makes the filter of names. Names that no rule makes of their stem are left out. */
export function makeNameFilter(dataFolder: string, rules: readonly string[]): Uint32Array {
  const ruleNumbers = new Map(rules.map((rule, number) => [rule, number]));
  const words = new Set<string>();
  for (const list of LISTS) {
    for (const line of readCorpusText(dataFolder, `gazetteer/${list}.tsv.gz`).split("\n").slice(1)) {
      for (const word of line
        .split("\t")[0]
        .toLowerCase()
        .match(/[a-z]{3,}/g) ?? [])
        words.add(word);
    }
  }
  const names = new Uint32Array(FILTER_WORDS);
  for (const word of words) {
    const stem = stemWord(word);
    const rule = ruleNumbers.get(describeRule(stem, word));
    if (rule !== undefined) addName(names, hashForm(hashText(stem), rule));
  }
  return names;
}
