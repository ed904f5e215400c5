/** The words beside a verb as the patterns of the dictionary know them. */
import type { Tag } from "../../language/index.ts";
import { hashWord } from "../hash-word.ts";
import type { CandidateDocument } from "./event-candidate.ts";
import type { EventFrame, Oblique } from "./event-frame.ts";
import type { EventModel } from "./event-model.ts";
import type { PatternWords } from "./verb-patterns.ts";

export function toPatternWords(
  given: CandidateDocument,
  model: EventModel,
  { actor, object }: EventFrame,
  obliques: readonly Oblique[],
): PatternWords {
  return {
    subject: toParts(given, model, actor),
    object: toParts(given, model, object),
    obliques: obliques.map(({ preposition, token }) => ({
      preposition: hashWord(preposition),
      words: toParts(given, model, token),
    })),
  };
}

/** What the patterns may call a phrase: its head, the head with a word before it, and their synonym sets. */
function toParts({ document, tree, hashLemma }: CandidateDocument, { patterns }: EventModel, head: number): number[] {
  const parts: number[] = [];
  if (head < 0) return parts;
  const lemma = document.lemmas[head].toLowerCase();
  const { childStart, children } = tree;
  for (let i = childStart[head]; i < childStart[head + 1]; i++) {
    const child = children[i];
    if (child < head && isModifier(document.tags[child], document.relations[child]))
      patterns.addParts(hashWord(lemma, hashWord(" ", hashLemma(child))), parts);
  }
  patterns.addParts(hashLemma(head), parts);
  const text = document.tokens[head].text.toLowerCase();
  if (text !== lemma) patterns.addParts(hashWord(text), parts);
  return parts;
}

function isModifier(tag: Tag, relation: string): boolean {
  return relation === "amod" || relation === "compound" || (relation === "acl" && tag === "VERB");
}
