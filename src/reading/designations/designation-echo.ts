/** Who designates somebody too, by words that stand for those before: "…, as do X and Y", "So has X". */
import type { EventfulDocument } from "../events/draft-events.ts";
import { findSentence } from "../find-sentence.ts";
import { findNames } from "./designation-parts.ts";

const AUXILIARY = /^(?:do|does|did|has|have|had|is|are)$/i;

/** Resolved entities behind an echo in the rest of the sentence, or at the start of the next. */
export function findEchoes(document: EventfulDocument, verb: number): number[] {
  const { sentences, tokens } = document;
  const index = findSentence(sentences, verb);
  const sentence = sentences[index];
  if (sentence === undefined) return [];
  for (let token = verb + 1; token < sentence.endToken - 2; token++)
    if (/^(?:as|so)$/i.test(tokens[token].text) && AUXILIARY.test(tokens[token + 1].text))
      return findNames(document, token + 2, sentence.endToken);
  const next = sentences[index + 1];
  if (next === undefined || next.endToken - next.startToken < 3) return [];
  const { startToken, endToken } = next;
  return /^so$/i.test(tokens[startToken].text) && AUXILIARY.test(tokens[startToken + 1].text)
    ? findNames(document, startToken + 2, endToken)
    : [];
}
