import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashText } from "./feature-buffer.ts";
import { readModelFile, writeModelFile } from "./model-file.ts";
import {
  CASE_HABITS,
  packWordEntry,
  toWordClassSections,
  unpackWordEntry,
  WORD_CLASSES_MODEL,
  WordClasses,
} from "./word-classes.ts";
import {
  CLASS,
  COARSE_CLASS,
  FACTS_PER_WORD,
  FORM,
  FREQUENCY,
  HAS_DIGIT,
  HAS_LETTER,
  LOWER,
  MARKS,
  SUFFIX_2,
  SUFFIX_3,
  WordFacts,
} from "./word-facts.ts";
import { findWordCase, findWordShape, normaliseWord, WORD_CASES } from "./word-shape.ts";

const LOWER_HABIT = CASE_HABITS.indexOf("lower");

function makeClasses(words: Record<string, number>): WordClasses {
  const entries = new Map(
    Object.entries(words).map(([word, wordClass]) => [
      hashText(word),
      packWordEntry({ wordClass, caseHabit: LOWER_HABIT, frequency: 3 }),
    ]),
  );
  const levels = Uint8Array.from({ length: 11 }, (_, i) => i >> 1);
  const content = { ...WORD_CLASSES_MODEL, settings: null, sections: toWordClassSections(entries, levels, levels) };
  return new WordClasses(readModelFile(writeModelFile(content), WORD_CLASSES_MODEL));
}

const toTokens = (...words: string[]) => words.map((text) => ({ text }));

describe("word facts", () => {
  const classes = makeClasses({ treaty: 7, "0000": 9 });

  it("finds the class of a word whatever its case and digits", () => {
    const facts = new WordFacts(classes);
    const rows = facts.findRows(toTokens("treaty", "Treaty", "1987", "2024", "Treaties"));
    expect([...rows].map((row) => facts.values[row + CLASS])).toEqual([7, 7, 9, 9, 0]);
    expect([...rows].map((row) => facts.values[row + COARSE_CLASS])).toEqual([3, 3, 4, 4, 0]);
    expect(facts.values[rows[0] + FREQUENCY]).toBe(3);
    expect(facts.values[rows[0] + LOWER]).toBe(facts.values[rows[1] + LOWER]);
    expect(facts.values[rows[0] + FORM]).not.toBe(facts.values[rows[1] + FORM]);
    expect(facts.values[rows[2] + MARKS]).toBe(HAS_DIGIT);
    expect(facts.values[rows[1] + MARKS]).toBe(HAS_LETTER);
  });

  it("hashes the ends of a word where it is longer", () => {
    const facts = new WordFacts(classes);
    const [row] = facts.findRows(toTokens("Met"));
    expect(facts.values[row + SUFFIX_2]).toBe(hashText("et"));
    expect(facts.values[row + SUFFIX_3]).toBe(0);
  });

  it("gives the same rows for the same tokens, and right facts after the table was begun anew", () => {
    const facts = new WordFacts(classes, 3);
    const tokens = toTokens("a", "b", "c", "treaty", "d", "e");
    expect(facts.findRows(tokens)).toBe(facts.findRows(tokens));
    facts.findRows(toTokens("treaty"));
    const rows = facts.findRows(tokens);
    expect([...rows].map((row) => facts.values[row + LOWER])).toEqual(tokens.map(({ text }) => hashText(text)));
  });

  it("grows with the number of words", () => {
    const facts = new WordFacts(classes);
    const words = Array.from({ length: 3000 }, (_, i) => String.fromCharCode(0x4e00 + i));
    const rows = facts.findRows(toTokens(...words));
    expect([...rows]).toEqual(words.map((_, i) => i * FACTS_PER_WORD));
    expect([...rows].every((row, i) => facts.values[row + FORM] === hashText(words[i]))).toBe(true);
  });

  it("takes any text for a word", () => {
    const facts = new WordFacts(classes);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 12 })), (words) => {
        const rows = facts.findRows(toTokens(...words, "\ud800", ""));
        return rows.length === words.length + 2 && rows.every((row) => row % FACTS_PER_WORD === 0);
      }),
    );
  });
});

describe("a word's looks", () => {
  it.each([
    ["McKay", "XxXx", "mixed"],
    ["U.N.", "X.X.", "upper"],
    ["1,200", "0,0", "none"],
    ["Norring", "Xx", "initial"],
    ["A", "X", "initial"],
    ["and", "x", "lower"],
    ["iPhone", "xXx", "mixed"],
    ["", "", "none"],
    ["...", "...", "none"],
  ])("of %s are %s and %s", (word, shape, wordCase) => {
    expect(findWordShape(word)).toBe(shape);
    expect(WORD_CASES[findWordCase(word)]).toBe(wordCase);
  });

  it("is normalised once and for all", () => {
    expect(normaliseWord("Don’t 2019‑20")).toBe("don't 0000-00");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = normaliseWord(text);
        // Lower case of some capitals is not lower case itself; case folding stops there at the second turn.
        return normaliseWord(normaliseWord(once)) === normaliseWord(once);
      }),
    );
  });
});

describe("an entry of a word", () => {
  it("survives packing", () => {
    const entry = { wordClass: 640, caseHabit: 5, frequency: 7 };
    expect(unpackWordEntry(packWordEntry(entry))).toEqual(entry);
  });
});
