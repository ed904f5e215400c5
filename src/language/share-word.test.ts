import { expect, test } from "vitest";
import { shareWord } from "./share-word.ts";
import { tokenise } from "./tokenise.ts";

test("a shared word has the letters of what was cut, whatever they are", () => {
  for (const word of ["", "a", "said", "Café", "“", "n’t", "Łódź", "😀", "x".repeat(40), "’".repeat(33)]) {
    expect(shareWord(word)).toBe(word);
    expect(shareWord(word)).toBe(word);
  }
});

test("more different words than are kept give no other letters", () => {
  for (let i = 0; i < 70_000; i++) if (shareWord(`w${i}`) !== `w${i}`) throw new Error(`w${i}`);
  expect(shareWord("w1")).toBe("w1");
});

test("tokens have the letters of their places in a text with curly quotes", () => {
  const text = "“No,” said Ärja Tamm’s aide. “It isn’t 5 o’clock yet.”";
  for (const { start, end, text: word } of tokenise(text).tokens) expect(word).toBe(text.slice(start, end));
});
