/** Collects what the names model knows of single words: from the lists of names, and from the spelling of raw news. */

import { CAPITAL_SHIFT, hashWord, WORD_LISTS } from "../src/language/find-names-lexicon.ts";
import { findCountries } from "../src/language/gazetteer.ts";
import { readCorpusRecords, readCorpusText } from "./corpus-files.ts";

const NEWS = ["allsides-news-2012-2020", "bbc-news-2004-2005", "reuters-21578"];
const MIN_SPELLINGS = 4;
const MIN_SURNAME_LENGTH = 3;

/** Facts by the hash of the lower-case word. */
export function collectWordFacts(dataFolder: string): Map<number, number> {
  const facts = new Map<number, number>();
  const add = (word: string, bits: number): void => {
    const hash = hashWord(word);
    facts.set(hash, (facts.get(hash) ?? 0) | bits);
  };
  const spellings = countSpellings(dataFolder);
  const rows = (list: string): string[] =>
    readCorpusText(dataFolder, `gazetteer/${list}.tsv.gz`)
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t")[0]);
  const addWords = (list: string, bits: number): void => {
    for (const name of rows(list)) if (/^[\p{L}'.]+$/u.test(name)) add(name, bits);
  };
  addWords("given-names", WORD_LISTS.givenName);
  addWords("cities", WORD_LISTS.city);
  addWords("admin1", WORD_LISTS.province);
  addWords("parties", WORD_LISTS.body);
  addWords("organisations", WORD_LISTS.body);
  for (const name of rows("surnames"))
    if (name.length >= MIN_SURNAME_LENGTH && spellings.has(name.toLowerCase())) add(name, WORD_LISTS.surname);
  for (const name of rows("politicians")) {
    const last = name.split(" ").at(-1) ?? "";
    if (last.length >= MIN_SURNAME_LENGTH && /^\p{Lu}\p{Ll}/u.test(last)) add(last, WORD_LISTS.surname);
  }
  for (const { name, otherNames, adjectives } of findCountries()) {
    for (const text of [name, ...otherNames]) if (!text.includes(" ")) add(text, WORD_LISTS.country);
    for (const text of adjectives) if (!text.includes(" ")) add(text, WORD_LISTS.nationality);
  }
  for (const [word, [small, capital]] of spellings) {
    if (small + capital < MIN_SPELLINGS) continue;
    const share = capital / (small + capital);
    const level =
      share < 0.005
        ? 1
        : share < 0.05
          ? 2
          : share < 0.25
            ? 3
            : share < 0.5
              ? 4
              : share < 0.8
                ? 5
                : share < 0.97
                  ? 6
                  : 7;
    // What news never capitalises is most of the vocabulary and tells the model little that the word does not.
    if (level > 1 || facts.has(hashWord(word)) || small > 20) add(word, level << CAPITAL_SHIFT);
  }
  return facts;
}

/** How often each word stands in lower case and with a capital inside sentences: after a word in lower case. */
function countSpellings(dataFolder: string): Map<string, [small: number, capital: number]> {
  const counts = new Map<string, [number, number]>();
  for (const set of NEWS) {
    for (const { text } of readCorpusRecords<{ text: string }>(dataFolder, `text/${set}.jsonl.gz`)) {
      for (const [, word] of text.matchAll(/(?<=\p{Ll},? )([\p{L}\p{M}]+(?:\.\p{L})*)/gu)) {
        const lower = word.toLowerCase();
        const count = counts.get(lower) ?? [0, 0];
        counts.set(lower, count);
        count[word === lower ? 0 : 1]++;
      }
    }
  }
  return counts;
}
