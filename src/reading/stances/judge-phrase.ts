/** How favourable a phrase is: the ratings of its words, turned round by what negates them. */

import { rememberWords } from "./remember-words.ts";
import { getChildren, isNegated, type Tree } from "./stance-document.ts";
import { getStanceWord } from "./stance-words.ts";

/** Ratings nearer to 0 than this say too little. */
const MIN_RATING = 0.7;
/** Judgements by law and by need, which ratings of feeling leave out. */
const SOUND = new Set("lawful legitimate legal necessary essential vital crucial overdue".split(" "));
const UNSOUND = new Set(
  "void devoid unlawful illegitimate unnecessary incomplete one-sided misguided biased".split(" "),
);
/** How hard a thing is, or how much of it there is, not how good. */
const EFFORT = /^(?:difficult|hard|tough|easy|slight|limited|heavy|light|busy|cautious|careful|critical|outstanding)$/;
/** What is astonishing may be good or bad. */
const ASTONISHING =
  /^(?:remarkable|astounding|astonishing|incredible|unbelievable|extraordinary|stunning|surprising|striking)$/;
const SIZES = /^(?:great|big|huge|strong|high|large|major|serious)(?:er|est)?$/i;
/** Tags of words that tell nothing of worth: names, and "like" where it compares. */
const UNRATED = new Set(["PROPN", "PUNCT", "ADP", "SCONJ", "CCONJ", "DET", "PRON", "NUM", "SYM"]);
const LOWERED = /^(?:less|least|too|hardly)$/;

/** Above 0 good, below 0 bad, 0 unknown; the head, what describes it and what stands beside it with "and" or "but". */
export function judgePhrase(tree: Tree, head: number, depth = 0): number {
  const { tokens, tags, lemmas, relations } = tree.document;
  let sum = rate(tokens[head].text, lemmas[head], tags[head]);
  // "politically motivated" is said of what should have had other grounds.
  if (/^motivated$/i.test(tokens[head].text)) sum = /ly$/.test(tokens[head - 1]?.text ?? "") ? -1.5 : 0;
  let described = 0;
  const bare = sum;
  for (const child of getChildren(tree, head)) {
    const relation = relations[child];
    // "the greatest threat": how much of it, not how good.
    if (relation === "amod" && bare !== 0 && SIZES.test(tokens[child].text)) described += Math.sign(bare) * 0.5;
    else if (
      relation === "amod" &&
      bare === 0 &&
      /^(?:tremendous|enormous|huge|serious|clear)$/i.test(tokens[child].text)
    )
      described += 0;
    else if (relation === "amod" || relation === "compound")
      described += /^right$/i.test(tokens[child].text) ? 1.8 : rate(tokens[child].text, lemmas[child], tags[child]);
    else if (relation === "advmod" && LOWERED.test(tokens[child].text)) described -= 1;
    else if (depth < 3 && child > head && (relation === "conj" || relation === "appos"))
      sum += judgePhrase(tree, child, depth + 1);
    else if (depth < 2 && tags[head] === "VERB" && (relation === "obj" || relation === "xcomp"))
      described += judgePhrase(tree, child, depth + 1);
  }
  const total = described !== 0 && sum * described < 0 ? described : sum + described;
  return isNegated(tree, head) ? -total : total;
}

/** What a rating asks of a word by its letters, whatever its tag. */
const readLetters = rememberWords((text) => {
  const word = text.toLowerCase();
  const bare = /^(?:un|in|im|dis|non-?|il|ir)(.{4,})$/.exec(word)?.[1];
  return {
    word,
    isUnrated: EFFORT.test(word) || ASTONISHING.test(word),
    judged: SOUND.has(word) ? 1.8 : UNSOUND.has(word) ? -1.8 : 0,
    valence: getStanceWord(word).valence,
    // "incomprehensible", "unjustifiable": what cannot be, by the speaker's lights.
    isImpossible: /^(?:un|in|im|ir).{5,}[ai]ble$/.test(word) && !/^(?:unavail|inevit|invis)/.test(word),
    // "miscarriage", "misguided": gone wrong.
    isGoneWrong: /^mis(?![est])[a-z]{4,}/.test(word),
    /** Of "unhelpful", "dishonest" the rating of what they are the opposite of. */
    opposite: bare === undefined ? 0 : getStanceWord(bare).valence,
  };
});

export function rate(text: string, lemma: string, tag: string): number {
  if (UNRATED.has(tag)) return 0;
  const { word, isUnrated, judged, valence, isImpossible, isGoneWrong, opposite } = readLetters(text);
  // "that kind of man".
  if (word === "kind" && tag === "NOUN") return 0;
  if (isUnrated) return 0;
  if (word === "sound") return tag === "ADJ" ? 2 : 0;
  if (judged !== 0) return judged;
  const own = valence || getStanceWord(lemma).valence;
  if (Math.abs(own) >= MIN_RATING) return own;
  if ((tag === "ADJ" && isImpossible) || isGoneWrong) return -1.5;
  return tag !== "VERB" && Math.abs(opposite) >= MIN_RATING ? -opposite : 0;
}
