/**
 * What somebody who is for a thing sets against it in the same breath: "welcomed the case but said they came with dirty hands",
 * "praised the judges but complained", "was fair but much too slow".
 */
import { rate } from "./judge-phrase.ts";
import { COMPLAINING } from "./reaction-words.ts";
import { getEntity, isNegated, type StanceSign, type Tree } from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

/** Sum of ratings from which what follows takes something back. */
const MIN_BLAME = 1.2;
const CONTRAST = /^(?:but|although|though|yet|however)$/i;

/** A sign against for each sign in favour that is taken back in part. */
export function findReservations(tree: Tree, signs: readonly StanceSign[]): StanceSign[] {
  const { sentences } = tree.document;
  const found: StanceSign[] = [];
  for (const sign of signs) {
    if (sign.value <= 0 || sign.targetStart < 0) continue;
    const { endToken } = sentences[tree.sentenceOf[sign.startToken]];
    const but = findContrast(tree, sign.endToken - 1, endToken);
    const blame = but < 0 ? -1 : findBlame(tree, but + 1, endToken);
    if (blame < 0 || isOfOthers(tree, sign, but, blame)) continue;
    found.push({ ...sign, kind: "leaning", value: -1, startToken: but, endToken: blame + 1 });
  }
  return found;
}

/** "passed the bill, but the Senate will reject it": told by the reporter of somebody else. */
function isOfOthers(tree: Tree, { holder }: StanceSign, but: number, blame: number): boolean {
  const { relations, statementDrafts, tags } = tree.document;
  const statement = tree.statementAt[blame] >= 0 ? tree.statementAt[blame] : tree.cueAt[blame];
  if (statement >= 0) return statementDrafts[statement].speaker !== holder;
  for (let token = but + 1; token < blame; token++) {
    if (!relations[token].startsWith("nsubj") || tags[token] === "PRON") continue;
    const entity = getEntity(tree, token);
    if (entity !== holder) return true;
  }
  return false;
}

function findContrast({ document }: Tree, from: number, end: number): number {
  for (let token = from; token < end; token++) if (CONTRAST.test(document.tokens[token].text)) return token;
  return -1;
}

/** The word at which enough is said against it; or -1. */
function findBlame(tree: Tree, from: number, end: number): number {
  const { tokens, lemmas, tags } = tree.document;
  let sum = 0;
  for (let token = from; token < end; token++) {
    const lemma = lemmas[token].toLowerCase();
    const { verb, noun } = getStanceWord(lemma);
    const isAgainst = tags[token] === "VERB" ? verb === STANCE_CLASS.oppose : noun === STANCE_CLASS.oppose;
    if ((isAgainst || COMPLAINING.test(lemma)) && !isNegated(tree, token)) return token;
    if (/^too$/i.test(tokens[token].text) && tags[token + 1] === "ADJ") return token + 1;
    const rating = rate(tokens[token].text, lemmas[token], tags[token]);
    sum += isNegated(tree, token) ? -rating : rating;
    if (sum <= -MIN_BLAME) return token;
  }
  return -1;
}
