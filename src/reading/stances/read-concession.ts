/** "conceded that we would have to carry it out": what one is bound to do, said against one's own judgement. */
import { SIGN_SCORES } from "./sign-kinds.ts";
import { findObject, getChild, getEntity, isNegated, type StanceSign, type Tree } from "./stance-document.ts";

/** Nouns that with "his", "her", "our" before them stand for the side that the speaker speaks for. */
const OWN_SIDE = new Set("country government party movement ministry side nation state administration".split(" "));
const CONCEDING = /^(?:concede|acknowledge|admit|grant|accept)$/;

/** "conceded that we would have to carry it out": what one is bound to do, said against one's own judgement. */
export function readConcession(tree: Tree, head: number, speaker: number, statement: number): StanceSign | undefined {
  const { document, first, last, cueAt, statementAt } = tree;
  const { lemmas, tokens, relations, heads, statementDrafts } = document;
  if (!/^(?:xcomp|advcl)$/.test(relations[head]) || isNegated(tree, head)) return undefined;
  const above = heads[head];
  if (
    above < 0 ||
    statementAt[above] !== statement ||
    !/^(?:have|has|had|bound|obliged|need|needs|needed)$/i.test(tokens[above].text)
  )
    return undefined;
  const subject = getChild(tree, above, /^nsubj/);
  const object = findObject(tree, head);
  if (subject < 0 || object < 0 || !isSelf(tree, subject, speaker)) return undefined;
  const cueStart = statementDrafts[statement].cue[0]?.start;
  const cue = tokens.findIndex(({ start }) => start === cueStart);
  if (cue < 0 || cueAt[cue] !== statement || !CONCEDING.test(lemmas[cue].toLowerCase())) return undefined;
  return {
    kind: "concession",
    holder: speaker,
    targetStart: first[object],
    targetEnd: last[object] + 1,
    value: 1,
    strength: 0.7,
    statement,
    startToken: first[above],
    endToken: lastOf(tree, statement, head) + 1,
    score: SIGN_SCORES.concession,
  };
}

/** The last token of the clause inside its statement. */
export function lastOf({ statementAt, last }: Tree, statement: number, head: number): number {
  let token = head;
  while (token < last[head] && statementAt[token + 1] === statement) token++;
  return token;
}

/** The speaker, or the side that the speaker speaks for. */
export function isSelf(tree: Tree, subject: number, speaker: number): boolean {
  const { tokens, lemmas } = tree.document;
  const owner = getChild(tree, subject, /^nmod:poss$/);
  if (owner >= 0 && /^(?:his|her|our|my|its|their)$/i.test(tokens[owner].text) && OWN_SIDE.has(lemmas[subject]))
    return true;
  if (/^(?:i|we)$/i.test(tokens[subject].text)) return true;
  return getEntity(tree, subject) === speaker;
}
