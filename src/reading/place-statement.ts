/** Where something was said: a place that the words which report it name, "told reporters in Harwick"; places in the content are not it. */
import type { Attribution } from "./attribution/attribution.ts";
import { findFirst } from "./find-first.ts";
import { findSentence } from "./find-sentence.ts";
import type { Mention, MentionedDocument } from "./mention.ts";

const PLACE_PREPOSITIONS = new Set(["in", "at", "from", "near", "outside", "inside"]);
/** Most steps in the tree from the place up to the cue: "told a meeting of miners in Harwick". */
const MAX_STEPS = 3;

/** @returns Index of the mention of the place, or -1 where the report does not place the saying itself. */
export function placeStatement(
  document: MentionedDocument,
  { cueToken, contentTokens, sourceTokens }: Attribution,
): number {
  const { mentions, sentences } = document;
  const sentence = sentences[findSentence(sentences, cueToken)];
  let others: ReadonlySet<number> | undefined;
  const from = findFirst(mentions, sentence.startToken, ({ headToken }) => headToken);
  for (let index = from; index < mentions.length && mentions[index].headToken < sentence.endToken; index++) {
    const mention = mentions[index];
    if (
      mention.by === "name" &&
      (mention.kind === "place" || mention.kind === "state") &&
      isPlaceOf(document, mention, cueToken, (others ??= new Set([...contentTokens, ...sourceTokens])))
    )
      return index;
  }
  return -1;
}

function isPlaceOf(
  { heads, relations, tokens, quotationAt }: MentionedDocument,
  { attachment, phraseStart }: Mention,
  cueToken: number,
  others: ReadonlySet<number>,
): boolean {
  if (!PLACE_PREPOSITIONS.has(tokens[phraseStart - 1]?.text.toLowerCase() ?? "")) return false;
  let token = attachment;
  for (let steps = 0; steps < MAX_STEPS && token >= 0; steps++) {
    if (others.has(token) || quotationAt[token] >= 0 || !/^(?:obl|nmod|obj|iobj)/.test(relations[token])) return false;
    token = heads[token];
    if (token === cueToken) return true;
  }
  return false;
}
