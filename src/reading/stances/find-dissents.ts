/** Judges on what their court decided: "in a dissent joined by two, she wrote", "dissented from the ruling", "in a concurring opinion". */
import { findHolder } from "./act-signs.ts";
import { SIGN_SCORES } from "./sign-kinds.ts";
import {
  getChild,
  getChildren,
  getEntity,
  getPreposition,
  isNegated,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";

/** "from the ruling": what is dissented from, or -1. */
function findOpposed(tree: Tree, word: number): number {
  return getChildren(tree, word).find((child) => child > word && getPreposition(tree, child) === "from") ?? -1;
}

/** Letters of "dissent". */
const SHORTEST = 7;

/** Signs without target where the words name none: the decision is what the report is about. */
export function findDissents(tree: Tree): StanceSign[] {
  const { tokens, header, lemmas } = tree.document;
  const signs: StanceSign[] = [];
  for (let token = 0; token < tokens.length; token++) {
    const { text, start } = tokens[token];
    if (text.length < SHORTEST || start < header.bodyStart || tree.statementAt[token] >= 0) continue;
    const isAgainst = /^dissent(?:s|ed|ing)?$/i.test(text);
    const isFor = /^concurring$/i.test(text);
    if ((!isAgainst && !isFor) || !isOfCourt(tree, token) || isNegated(tree, token)) continue;
    const holder = isOwnOpinion(tree, token) ? findJudge(tree, token) : -1;
    if (holder < 0) continue;
    const target = findOpposed(tree, token);
    const sign: StanceSign = {
      kind: "vote",
      holder,
      targetStart: target < 0 ? -1 : tree.first[target],
      targetEnd: target < 0 ? -1 : tree.last[target] + 1,
      value: isFor ? 1 : -1,
      strength: 0.8,
      statement: -1,
      startToken: token,
      endToken: token + 1,
      score: SIGN_SCORES.vote,
    };
    signs.push(sign);
    // "agreed on the harm but dissented on the payment": both.
    const isPart = isAgainst && /^(?:on|in)$/.test(tokens[token + 1]?.text ?? "") && hasAgreed(tree, token, lemmas);
    if (isPart) signs.push({ ...sign, value: 1 });
  }
  return signs;
}

/** "dissented", "in a dissent", "her dissent", "a dissenting opinion": not "dissent continues". */
function isOwnOpinion(tree: Tree, token: number): boolean {
  const { tokens, tags } = tree.document;
  const { text } = tokens[token];
  if (/^(?:dissenting|concurring)$/i.test(text))
    return /^(?:opinion|judge|justice|judgment|vote|statement)s?$/i.test(tokens[token + 1]?.text ?? "");
  if (/ed$/i.test(text) || (tags[token] === "VERB" && getChild(tree, token, /^nsubj/) >= 0)) return true;
  return /^(?:a|an|his|her|their|s|'s|’s|written|joint|fierce|sharp|strong|lone|partial)$/i.test(
    tokens[token - 1]?.text ?? "",
  );
}

function hasAgreed(tree: Tree, token: number, lemmas: readonly string[]): boolean {
  const { startToken } = tree.document.sentences[tree.sentenceOf[token]];
  for (let at = startToken; at < token; at++) if (/^(?:agree|concur)$/.test(lemmas[at])) return true;
  return false;
}

/** In a report that has judges in it: elsewhere dissent is what dissidents do. */
function isOfCourt({ document }: Tree, token: number): boolean {
  const { tokens, caseDrafts, resolvedEntities } = document;
  if (
    /^dissenting$/i.test(tokens[token].text) &&
    /^(?:opinion|judge|justice|judgment|vote)s?$/i.test(tokens[token + 1]?.text ?? "")
  )
    return true;
  return caseDrafts.length > 0 || resolvedEntities.some(({ kind }) => kind === "court");
}

/** Whose dissent it is: "her dissent", or who writes it or dissents in the sentence. */
function findJudge(tree: Tree, token: number): number {
  const owner = getEntity(tree, getChild(tree, token, /^nmod:poss$/));
  if (owner >= 0) return owner;
  const { sentences, mentions, mentionAt, entityOf, resolvedEntities, tags } = tree.document;
  if (tags[token] === "VERB") {
    const doer = findHolder(tree, token);
    if (doer >= 0) return doer;
  }
  const { startToken, endToken } = sentences[tree.sentenceOf[token]];
  for (let at = startToken; at < endToken; at++) {
    const mention = mentionAt[at];
    if (mention < 0 || tree.statementAt[at] >= 0 || mentions[mention].headToken !== at) continue;
    const entity = resolvedEntities[entityOf[mention]];
    if (entity?.kind === "person" && entity.isNamed) return entity.index;
  }
  return -1;
}
