/** Who gives a figure that stands in no statement: "the ministry put the toll at 40", "1,200 arrests were recorded by the union". */
import type { FigureMention } from "./find-figures.ts";
import { findFirst } from "./find-first.ts";
import type { ResolvedDocument } from "./resolve-mentions.ts";

/** Verbs whose subject answers for a number, with the word that leads to the number where the verb alone says too little. */
const GIVING_VERBS: ReadonlyMap<string, RegExp | null> = new Map<string, RegExp | null>([
  ["put", /^(?:at|above|below|over|under|around|between|close|closer|near|nearer|higher|lower|as)$/],
  ["stand", /^at$/],
  ["collect", /^(?:names?|reports?)$/],
  ["list", null],
  ["accuse", /^of$/],
  ["speak", /^of$/],
  ["give", /^as$/],
  ["place", /^at$/],
  ["set", /^at$/],
  ["revise", /^to$/],
  ["correct", /^to$/],
  ["pencil", /^in$/],
  ["pencill", /^in$/],
  ["factor", /^in$/],
  ["peg", /^at$/],
  ...words(
    "count estimate record register report tally document verify confirm measure calculate reckon log acknowledge admit recount cite expect predict forecast project claim",
  ),
]);

function words(list: string): [string, null][] {
  return list.split(" ").map((word) => [word, null]);
}

export function isGivingVerb(lemma: string | undefined): boolean {
  return lemma !== undefined && GIVING_VERBS.get(lemma.toLowerCase()) === null;
}

/** Whose subject sets a rate or a sum and so answers for it: "raised its tariffs to 40%". */
const SETTING_VERBS = new Set("raise lower lift cut increase reduce slash set".split(" "));

/** Whose subject asks for a sum or a term in prison. */
const ASKING_VERBS = new Set("seek demand request ask".split(" "));
/** Verbs of reporting: what hangs on them in the tree is theirs, also where no statement was found. */
const REPORTING =
  /^(?:say|tell|claim|warn|promise|vow|allege|predict|expect|report|announce|hold|find|rule|add|note|estimate|reply|suggest|maintain|confirm|believe|reckon|argue|insist|calculate)$/;
/** Nouns whose owner gives the number: "its own tally stood at 40". */
const TALLY = /^(?:tally|count|estimate|figure|number|toll|statistic|data|total)$/;

/** Most steps in the tree from the number up to the verb of who gives it. */
const MAX_STEPS = 6;

export interface FigureGiver {
  /** A resolved entity, or -1. */
  readonly entity: number;
  /** Whether a pronoun gives it that was not resolved: "It had earlier reported 3,000". */
  readonly isPronoun: boolean;
}

const NOBODY: FigureGiver = { entity: -1, isPronoun: false };

/** Who gives a figure by the verb above or before it. Requires the layers up to `entityOf`. */
export function findFigureGiver(document: ResolvedDocument, figure: FigureMention): FigureGiver {
  const verb = findGivingVerb(document, figure);
  if (verb < 0) return NOBODY;
  const agent = findAgent(document, verb);
  if (agent >= 0) return { entity: findEntity(document, agent), isPronoun: false };
  // "is projected to cost $9m": by somebody who is not told.
  const isPassive = [verb - 1, verb - 2].some((at) =>
    /^(?:is|are|was|were|be|been|being)$/i.test(document.tokens[at]?.text ?? ""),
  );
  if (verb >= figure.startToken || isPassive) return NOBODY;
  const subject = findSubject(document, verb);
  if (document.lemmas[verb].toLowerCase() === "stand")
    return { entity: findTallyOwner(document, verb), isPronoun: false };
  const entity = subject < 0 ? -1 : findEntity(document, subject);
  if (entity >= 0) return { entity, isPronoun: false };
  const isPronoun = subject >= 0 && /^(?:it|they|he|she)$/i.test(document.tokens[subject].text);
  return { entity: isPronoun ? -1 : findEntityRightBefore(document, verb), isPronoun };
}

/** Who owns the count that is the subject, or -1. */
function findTallyOwner({ entityOf, lemmas, mentions, mentionAt, sentences }: ResolvedDocument, verb: number): number {
  const { startToken } = sentences[findFirst(sentences, verb + 1, ({ endToken }) => endToken)];
  // By the order of the words: what lies between the count and its verb breaks trees.
  for (let noun = startToken; noun < verb; noun++) {
    if (!TALLY.test(lemmas[noun].toLowerCase())) continue;
    const possessor = mentions[mentionAt[noun]]?.possessor ?? -1;
    return possessor < 0 ? -1 : entityOf[possessor];
  }
  return -1;
}

function findGivingVerb(document: ResolvedDocument, figure: FigureMention): number {
  const { heads, sentences, tags, tokens } = document;
  let token = figure.endToken - 1;
  for (let steps = 0; token >= 0 && steps <= MAX_STEPS; steps++, token = heads[token]) {
    if (isGiving(document, token, figure)) return token;
    // Of a clause that hangs on what somebody says: "told the station that she had spoken for 40 seconds".
    const head = heads[token];
    const isSaid = head >= 0 && head < token && /^ccomp/.test(document.relations[token]) && tags[head] === "VERB";
    if (isSaid && REPORTING.test(document.lemmas[head].toLowerCase())) return head;
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
  if (lemma === "say" && startToken > token && startToken - token <= MAX_TOKENS_FROM_SAYING) return true;
  if (SETTING_VERBS.has(lemma) && (cls === "share" || cls === "money"))
    return /^(?:to|at)$/i.test(tokens[startToken - 1]?.text ?? "") && startToken > token;
  // "claimed 40 lives"
  if (lemma === "claim" && /^(?:li[fv]es?|victims?)$/i.test(tokens[figure.endToken]?.text ?? "")) return false;
  if (ASKING_VERBS.has(lemma))
    return startToken - token > 0 && startToken - token <= MAX_TOKENS_FROM_SAYING && isAskedFor(document, figure);
  const leading = GIVING_VERBS.get(lemma);
  if (leading === undefined) return false;
  if (leading === null) return true;
  for (let at = token + 1; at < startToken; at++) if (leading.test(tokens[at].text.toLowerCase())) return true;
  return false;
}

function isAskedFor({ lemmas }: ResolvedDocument, { class: cls, endToken }: FigureMention): boolean {
  return cls === "money" || /^(?:year|month)$/i.test(lemmas[endToken] ?? "");
}

/** The name that ends right before the verb, its auxiliaries and a comma: "Jon Berg, the mayor, has put". */
function findEntityRightBefore({ entityOf, mentions, tags, tokens }: ResolvedDocument, verb: number): number {
  let end = verb;
  while (end > 0 && (tags[end - 1] === "AUX" || tags[end - 1] === "ADV" || tokens[end - 1].text === ",")) end -= 1;
  // "The group X, which ran a count of its own, put"
  if (tokens[end]?.text === ",") {
    for (let at = end - 1; at > Math.max(0, end - MAX_RELATIVE); at--) {
      if (!/^(?:which|who|whose)$/i.test(tokens[at].text)) continue;
      if (tokens[at - 1]?.text === ",") end = at - 1;
      break;
    }
  }
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
/** No clause about a name that is skipped is longer. */
const MAX_RELATIVE = 16;
/** No name is longer than so many tokens. */
const MAX_NAME = 12;

/** The subject of a verb, or of the verb that it is joined to: "raised the alarm and put the toll at 40". */
function findSubject({ heads, relations, sentences, tokens }: ResolvedDocument, verb: number): number {
  const { startToken } = sentences[findFirst(sentences, verb + 1, ({ endToken }) => endToken)];
  for (let at = verb, steps = 0; at >= 0 && steps < 3; steps++, at = heads[at]) {
    for (let token = startToken; token < at; token++) {
      if (heads[token] !== at) continue;
      // "Prosecutors, who had sought 20 years"
      const isRelative = /^(?:who|which|that)$/i.test(tokens[token].text) && heads[at] >= 0 && heads[at] < token;
      if (relations[token] === "nsubj") return isRelative ? heads[at] : token;
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
