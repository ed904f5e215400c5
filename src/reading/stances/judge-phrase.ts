/** How favourable a phrase is: the ratings of its words, turned round by what negates them. */
import { getChildren, isNegated, type Tree } from "./stance-document.ts";
import { getStanceWord } from "./stance-words.ts";

/** Ratings nearer to 0 than this say too little. */
const MIN_RATING = 0.7;
const LOWERED = /^(?:less|least|too|hardly)$/;

/** Above 0 good, below 0 bad, 0 unknown; the head, what describes it and what stands beside it with "and" or "but". */
export function judgePhrase(tree: Tree, head: number, depth = 0): number {
  const { tokens, tags, lemmas, relations } = tree.document;
  let sum = rate(tokens[head].text, lemmas[head], tags[head]);
  let described = 0;
  for (const child of getChildren(tree, head)) {
    const relation = relations[child];
    if (relation === "amod" || relation === "compound")
      described += rate(tokens[child].text, lemmas[child], tags[child]);
    else if (relation === "advmod" && LOWERED.test(tokens[child].text)) described -= 1;
    else if (depth < 3 && child > head && (relation === "conj" || relation === "appos"))
      sum += judgePhrase(tree, child, depth + 1);
    else if (depth < 2 && tags[head] === "VERB" && (relation === "obj" || relation === "xcomp"))
      described += judgePhrase(tree, child, depth + 1);
  }
  const total = described !== 0 && sum * described < 0 ? described : sum + described;
  return isNegated(tree, head) ? -total : total;
}

function rate(text: string, lemma: string, tag: string): number {
  if (tag === "PROPN" || tag === "PUNCT") return 0;
  const word = text.toLowerCase();
  const own = getStanceWord(word).valence || getStanceWord(lemma.toLowerCase()).valence;
  if (Math.abs(own) >= MIN_RATING) return own;
  // "unhelpful", "dishonest": the opposite of a rated word.
  const bare = /^(?:un|in|im|dis|non-?|il|ir)(.{4,})$/.exec(word)?.[1];
  if (bare !== undefined && tag !== "VERB") {
    const opposite = getStanceWord(bare).valence;
    if (Math.abs(opposite) >= MIN_RATING) return -opposite;
  }
  return 0;
}
