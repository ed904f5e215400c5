/** Stances told by the way, before the sentence proper: "While welcoming the deal, she warned". */
import { toSign } from "./act-signs.ts";
import { findNounBehind, getEntity, type StanceSign, type Tree } from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

/** "While welcoming the deal, she warned": a gerund that opens its sentence, however it is tagged. */
export function readAside(tree: Tree, word: number): StanceSign | undefined {
  const { tokens, sentences } = tree.document;
  const { startToken } = sentences[tree.sentenceOf[word]];
  if (
    word !== startToken + 1 ||
    !/ing$/.test(tokens[word].text) ||
    !/^(?:while|by|in|despite|whilst)$/i.test(tokens[startToken].text)
  )
    return undefined;
  const stem = tokens[word].text.slice(0, -3);
  const stance = [stem, `${stem}e`]
    .map((lemma) => getStanceWord(lemma).verb)
    .find((own) => own === STANCE_CLASS.support || own === STANCE_CLASS.oppose);
  let comma = word + 1;
  while (comma < word + 15 && tokens[comma] !== undefined && tokens[comma].text !== ",") comma++;
  const target = findNounBehind(tree, word);
  if (stance === undefined || target < 0 || tokens[comma]?.text !== ",") return undefined;
  const holder = getSubjectAfter(tree, comma);
  const value = stance === STANCE_CLASS.support ? 1 : -1;
  const sign = toSign(tree, word, { holder, target, value, strength: 0.7, kind: "act" });
  return sign === undefined
    ? undefined
    : { ...sign, targetEnd: Math.min(sign.targetEnd, comma), endToken: Math.min(sign.endToken, comma) };
}

/** Whose sentence goes on after the comma: the first name or pronoun there. */
function getSubjectAfter(tree: Tree, comma: number): number {
  const { tokens } = tree.document;
  for (let token = comma + 1; token < comma + 6 && token < tokens.length; token++) {
    const entity = getEntity(tree, token);
    if (entity >= 0) return entity;
  }
  return -1;
}
