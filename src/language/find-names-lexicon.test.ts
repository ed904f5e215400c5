import { expect, it } from "vitest";
import { hashWord, NameLexicon, toLexiconSections } from "./find-names-lexicon.ts";

it("keeps the facts of each word, whatever its case, and none of others", () => {
  const words = Array.from({ length: 500 }, (_, i) =>
    `norring${"abcdefghij"[i % 10]}${i}x`.replace(/\d/g, (digit) => "klmnopqrst"[+digit]),
  );
  const facts = new Map(words.map((word, i) => [hashWord(word), (i % 255) + 1]));
  const sections = toLexiconSections(facts);
  const lexicon = new NameLexicon(sections["lexicon.keys"] as Uint16Array, sections["lexicon.facts"] as Uint16Array);
  for (const [i, word] of words.entries()) expect(lexicon.getFacts(hashWord(word.toUpperCase()))).toBe((i % 255) + 1);
  expect(lexicon.getFacts(hashWord("selby"))).toBe(0);
});
