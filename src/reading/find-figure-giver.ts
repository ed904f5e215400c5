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

/** Most steps in the tree from the number up to the verb of who gives it. */
const MAX_STEPS = 6;

/** The resolved entity that gives a figure by the verb above it, or -1. Requires the layers up to `entityOf`. */
export function findFigureGiver(document: ResolvedDocument, figure: FigureMention): number {
  const { heads, lemmas, tags, tokens } = document;
  let token = figure.endToken - 1;
  for (let steps = 0; token >= 0 && steps <= MAX_STEPS; steps++, token = heads[token]) {
    if (tags[token] !== "VERB") continue;
    const leading = GIVING_VERBS.get(lemmas[token].toLowerCase());
    if (leading === undefined) continue;
    // Only what stands behind its verb is given by it, or what the verb was turned around for: "40 were counted by the union".
    const agent = findAgent(document, token);
    if (agent >= 0) return findEntity(document, agent);
    if (token >= figure.startToken) continue;
    const between = tokens.slice(token + 1, figure.startToken);
    if (leading !== null && !between.some(({ text }) => text.toLowerCase() === leading)) continue;
    const subject = findSubject(document, token);
    return subject < 0 ? -1 : findEntity(document, subject);
  }
  return -1;
}

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
