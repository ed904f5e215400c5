/** From a text to its tokens and sentences: the first layers of a document. */
import type { Document, Token } from "./document.ts";
import { shareWord } from "./share-word.ts";
import { splitSentences } from "./split-sentences.ts";
import { splitTokens } from "./split-tokens.ts";

/**
 * Finds tokens and sentences as Universal Dependencies English has them.
 *
 * A token never holds white space; tokens and the gaps between them rebuild the text. Sentences run from the first to the
 * last of their tokens, and every token belongs to one. A blank line ends a sentence, a single line break only where
 * the words say so.
 *
 * @param text Plain, restored or tokenised; a stemmed text is better restored first.
 * @throws {LanguageError} When the model `segmenter` is missing or damaged.
 */
export function tokenise(text: string): Document {
  const spans = splitTokens(text);
  const { starts, ends, count } = spans;
  const tokens = new Array<Token>(count);
  for (let i = 0; i < count; i++) {
    const start = starts[i];
    const end = ends[i];
    tokens[i] = { start, end, text: shareWord(text.slice(start, end)) };
  }
  return { text, tokens, sentences: splitSentences(text, spans) };
}
