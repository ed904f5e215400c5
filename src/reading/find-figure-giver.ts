/** Who gives a figure that stands in no statement: "the ministry put the toll at 40", "1,200 arrests were recorded by the union". */
import type { FigureMention } from "./find-figures.ts";
import { findFirst } from "./find-first.ts";
import type { ResolvedDocument } from "./resolve-mentions.ts";

/** Verbs whose subject answers for a number, with the word that leads to the number where the verb alone says too little. */
const GIVING_VERBS: ReadonlyMap<string, string | null> = new Map([
  ["put", "at"],
  ["speak", "of"],
  ["give", "as"],
  ["place", "at"],
  ["revise", "to"],
  ["correct", "to"],
  ...words("count estimate record register report tally document verify confirm measure calculate reckon log"),
]);

function words(list: string): [string, null][] {
  return list.split(" ").map((word) => [word, null]);
}

/** Whose subject sets a rate or a sum and so answers for it: "raised its tariffs to 40%". */
const SETTING_VERBS = new Set("raise lower lift cut increase reduce slash set".split(" "));

/** Most steps in the tree from the number up to the verb of who gives it. */
const MAX_STEPS = 6;

/** The resolved entity that gives a figure by the verb above or before it, or -1. Requires the layers up to `entityOf`. */
export function findFigureGiver(document: ResolvedDocument, figure: FigureMention): number {
  const verb = findGivingVerb(document, figure);
  if (verb < 0) return -1;
  const agent = findAgent(document, verb);
  if (agent >= 0) return findEntity(document, agent);
  if (verb >= figure.startToken) return -1;
  const subject = findSubject(document, verb);
  const entity = subject < 0 ? -1 : findEntity(document, subject);
  return entity >= 0 ? entity : findEntityRightBefore(document, verb);
}

function findGivingVerb(document: ResolvedDocument, figure: FigureMention): number {
  const { heads, sentences, tags, tokens } = document;
  let token = figure.endToken - 1;
  for (let steps = 0; token >= 0 && steps <= MAX_STEPS; steps++, token = heads[token]) {
    if (isGiving(document, token, figure)) return token;
  }
  // Where the tree is wrong: the verb before the number, with none between or with a clause of its own behind "that".
  const { startToken } = sentences[findFirst(sentences, figure.startToken + 1, ({ endToken }) => endToken)];
  let hasVerb = false;
  for (token = figure.startToken - 1; token >= startToken; token--) {
    if (isGiving(document, token, figure)) return token;
    if (tokens[token].text.toLowerCase() === "that") hasVerb = false;
    else if (tags[token] === "VERB") hasVerb = true;
    if (hasVerb) return -1;
  }
  return -1;
}

function isGiving(document: ResolvedDocument, token: number, figure: FigureMention): boolean {
  const { lemmas, tags, tokens } = document;
  if (tags[token] !== "VERB") return false;
  const { startToken, class: cls } = figure;
  const lemma = lemmas[token].toLowerCase();
  // "Aid workers say about 300 people": right before the number only, since elsewhere much else may be said.
  if (lemma === "say") return startToken > token && startToken - token <= MAX_TOKENS_FROM_SAYING;
  if (SETTING_VERBS.has(lemma) && (cls === "share" || cls === "money"))
    return /^(?:to|at)$/i.test(tokens[startToken - 1]?.text ?? "") && startToken > token;
  const leading = GIVING_VERBS.get(lemma);
  if (leading === undefined) return false;
  if (leading === null) return true;
  for (let at = token + 1; at < startToken; at++) if (tokens[at].text.toLowerCase() === leading) return true;
  return false;
}

/** The name that ends right before the verb, its auxiliaries and a comma: "Jon Berg, the mayor, has put". */
function findEntityRightBefore({ entityOf, mentions, tags, tokens }: ResolvedDocument, verb: number): number {
  let end = verb;
  while (end > 0 && (tags[end - 1] === "AUX" || tags[end - 1] === "ADV" || tokens[end - 1].text === ",")) end -= 1;
  let i = findFirst(mentions, end, ({ headToken }) => headToken) - 1;
  for (; i >= 0 && mentions[i].headToken >= end - MAX_NAME; i--) {
    const { endToken, index, by, kind } = mentions[i];
    const isSomebody = kind !== "place" && kind !== "law";
    if (endToken === end && by === "name" && isSomebody && entityOf[index] >= 0) return entityOf[index];
  }
  return -1;
}

/** "say", two words of a bound, and the number. */
const MAX_TOKENS_FROM_SAYING = 3;
/** No name is longer than so many tokens. */
const MAX_NAME = 12;

/** The subject of a verb, or of the verb that it is joined to: "raised the alarm and put the toll at 40". */
function findSubject({ heads, relations, sentences }: ResolvedDocument, verb: number): number {
  const { startToken } = sentences[findFirst(sentences, verb + 1, ({ endToken }) => endToken)];
  for (let at = verb, steps = 0; at >= 0 && steps < 3; steps++, at = heads[at]) {
    for (let token = startToken; token < at; token++) {
      if (heads[token] !== at) continue;
      if (relations[token] === "nsubj") return token;
      if (relations[token].startsWith("nsubj")) return -1;
    }
    if (relations[at] !== "conj") return -1;
  }
  return -1;
}

function findAgent({ heads, relations, sentences, tokens }: ResolvedDocument, verb: number): number {
  const sentence = sentences[findFirst(sentences, verb + 1, ({ endToken }) => endToken)];
  let by = -1;
  for (let token = verb + 1; token < sentence.endToken; token++) {
    if (tokens[token].text.toLowerCase() === "by" && relations[token] === "case") by = heads[token];
    if (token === by && heads[token] === verb && relations[token].startsWith("obl")) return token;
  }
  return -1;
}

/** The entity named by the mention that hangs in the tree at a token: somebody who can count, not a place or a thing. */
function findEntity({ entityOf, mentions, relations, heads, sentences }: ResolvedDocument, token: number): number {
  const sentence = sentences[findFirst(sentences, token + 1, ({ endToken }) => endToken)];
  const from = findFirst(mentions, sentence.startToken, ({ headToken }) => headToken);
  for (let i = from; i < mentions.length && mentions[i].headToken < sentence.endToken; i++) {
    const { attachment, headToken, index, kind } = mentions[i];
    const beside = heads[headToken] === token && /^(flat|appos|compound)/.test(relations[headToken]);
    if (attachment !== token && headToken !== token && !beside) continue;
    if (kind === "place" || kind === "law") continue;
    if (entityOf[index] >= 0) return entityOf[index];
  }
  return -1;
}
