/** Turns annotated names into documents, and writes them as careless or automatic text has them. */
import type { Document, Sentence, Token } from "../src/language/document.ts";
import type { LabelledDocument, LabelledSentence } from "./names-labels.ts";

/** A document of the given words, single spaces between them. */
export function toDocument(sentences: readonly LabelledSentence[]): Document {
  const tokens: Token[] = [];
  const ranges: Sentence[] = [];
  let start = 0;
  for (const { words } of sentences) {
    const startToken = tokens.length;
    const sentenceStart = start;
    for (const text of words) {
      tokens.push({ text, start, end: start + text.length });
      start += text.length + 1;
    }
    ranges.push({ start: sentenceStart, end: Math.max(sentenceStart, start - 1), startToken, endToken: tokens.length });
  }
  return { text: sentences.map(({ words }) => words.join(" ")).join(" "), tokens, sentences: ranges };
}

/** How the letters of a text may be written. */
export type Spelling = "lower" | "upper" | "title";

/** The same names in a text spelt otherwise. */
export function respell(document: LabelledDocument, spelling: Spelling): LabelledDocument {
  const write = (word: string): string =>
    spelling === "lower"
      ? word.toLowerCase()
      : spelling === "upper"
        ? word.toUpperCase()
        : word.length > 3
          ? word[0].toUpperCase() + word.slice(1)
          : word;
  return {
    ...document,
    sentences: document.sentences.map(({ words, names }) => ({ words: words.map(write), names })),
  };
}
