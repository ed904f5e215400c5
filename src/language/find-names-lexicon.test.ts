import { expect, it } from "vitest";
import { LanguageError } from "./errors.ts";
import { fromLexiconSections, hashWord, toLexiconSections } from "./find-names-lexicon.ts";
import { type ModelArray, type ModelFile, readModelFile, writeModelFile } from "./model-file.ts";

const MODEL = { name: "words", version: 1 };

function write(sections: Record<string, ModelArray>): ModelFile {
  return readModelFile(writeModelFile({ ...MODEL, settings: null, sections }), MODEL);
}

it("keeps the facts of each word, whatever its case, and none of others", () => {
  const words = Array.from({ length: 500 }, (_, i) =>
    `norring${"abcdefghij"[i % 10]}${i}x`.replace(/\d/g, (digit) => "klmnopqrst"[+digit]),
  );
  const facts = new Map(words.map((word, i) => [hashWord(word), (i % 255) + 1]));
  const lexicon = fromLexiconSections(write(toLexiconSections(facts)));
  for (const [i, word] of words.entries()) expect(lexicon.getFacts(hashWord(word.toUpperCase()))).toBe((i % 255) + 1);
  expect(lexicon.getFacts(hashWord("selby"))).toBe(0);
});

it("refuses words without their facts", () => {
  const sections = toLexiconSections(new Map([[hashWord("norring"), 3]]));
  const damaged = write({ ...sections, "lexicon.facts": new Uint16Array(0) });
  expect(() => fromLexiconSections(damaged)).toThrow(LanguageError);
});
