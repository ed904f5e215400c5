/** Whether a verb says that somebody did wrong: by itself, by an adverb beside it, or by what it is joined with. */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { WRONGS } from "./legal-words.ts";

/** Adverbs that make a wrong of any deed. */
const WRONGLY =
  /^(unfairly|unlawfully|illegally|unjustly|unreasonably|unconstitutionally|wrongly|wrongfully|improperly|negligently|knowingly|fraudulently|recklessly|corruptly|dishonestly|falsely|deceptively)$/;
const MAX_TO_MANNER = 3;

export function isWrongAt(navigator: ClauseNavigator, verb: number): boolean {
  const { tags } = navigator.document;
  if (!/^(VERB|ADJ)$/.test(tags[verb])) return false;
  const lemma = navigator.lemma(verb);
  if (WRONGS.has(lemma)) return true;
  if (tags[verb] !== "VERB") return false;
  if (lemma === "cover" && navigator.word(verb + 1) === "up") return true;
  if (lemma === "act") {
    for (let token = verb + 1; token <= verb + MAX_TO_MANNER; token++)
      if (WRONGLY.test(navigator.word(token)) || /^(bad|beyond|breach)$/.test(navigator.word(token))) return true;
  }
  return [verb - 1, verb + 1, ...navigator.children(verb)].some((token) => WRONGLY.test(navigator.word(token)));
}
