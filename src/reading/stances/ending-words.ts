/** Words for ending a thing, and for somebody's leaving office: who asks for them is against the thing or the holder of the office. */
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

/** Verbs of ending that the verb dictionary files under force, movement or help. */
const ENDING = new Set(
  "scrap drop ditch axe shelve halt stop block lift quash overturn rescind withdraw undo reject dismantle avoid resist prevent".split(
    " ",
  ),
);
/** Nouns that name the end itself, and take what is to end with "to" or "of". */
const ENDS = /^(?:end|halt|stop)$/;
/** Nouns for leaving an office or for being put out of it. */
const LEAVING = /^(?:resignation|dismissal|sacking|ouster|removal|impeachment|departure)$/;

/** @param lemma Lower case. */
export function isEndingVerb(lemma: string): boolean {
  return ENDING.has(lemma) || getStanceWord(lemma).verb === STANCE_CLASS.end;
}

/** "cancellation", "withdrawal", "suspension": by the verb that the noun is made of; "an end to". */
export function isEndingNoun(lemma: string): boolean {
  const noun = lemma.toLowerCase();
  if (ENDS.test(noun)) return true;
  const bare = noun.replace(/(?:lation|ation|ion|al|ment|ing|ition)$/, "");
  return bare !== noun && [bare, `${bare}e`, `${bare}l`, `${bare}d`].some(isEndingVerb);
}

export function isLeavingNoun(lemma: string): boolean {
  return LEAVING.test(lemma.toLowerCase());
}
