/** Stances in what things are called: "called the move outrageous", "described it as a step". */
import { findHolder, toSign } from "./act-signs.ts";
import { judgeGain } from "./judge-clause.ts";
import { judgePhrase, rate } from "./judge-phrase.ts";
import { getChild, getChildren, getPreposition, isNegated, type StanceSign, type Tree } from "./stance-document.ts";

/** Verbs of naming: in performing them one says what one thinks of their object. */
const CALLING = new Set("call describe brand label term deem dub characterise characterize".split(" "));

/** Least rating of what something is called: "a dilemma" and "destiny" say too little. */
const MIN_JUDGEMENT = 1.2;

export function isCalling(lemma: string): boolean {
  return CALLING.has(lemma);
}

export function readCalling(tree: Tree, verb: number): StanceSign | undefined {
  const { relations, tokens, sentences } = tree.document;
  const object = getChild(tree, verb, /^(?:obj|nsubj:pass)$/);
  if (isPlaceholder(tree, object) || isNamedAside(tree, verb)) return undefined;
  let judged = 0;
  for (const child of getChildren(tree, verb)) {
    if (child <= verb || child === object) continue;
    const isNaming = relations[child] === "obl" && getPreposition(tree, child) === "as";
    const isBeside = relations[child] === "conj" && tree.document.tags[child] === "VERB";
    if (isNaming || (!isBeside && /^(?:xcomp|ccomp|advcl|conj)$/.test(relations[child])))
      judged += judgeGain(tree, child) || judgePhrase(tree, child);
  }
  if (judged === 0) judged = judgeQuoted(tree, verb, object);
  if (judged === 0 && object >= 0) judged = judgeAfterAs(tree, object);
  if (judged === 0) judged = judgeAsStep(tree, verb) || judgeAsGain(tree, verb);
  if (Math.abs(judged) < MIN_JUDGEMENT) return undefined;
  // "called it shocking that ...": the clause is what is judged.
  const isEmpty = object >= 0 && /^it$/i.test(tokens[object].text);
  const end = sentences[tree.sentenceOf[verb]].endToken;
  const clause = isEmpty ? findThatClause(tree, object, end) : -1;
  return toSign(tree, verb, {
    holder: findHolder(tree, verb),
    target: clause >= 0 ? clause : object,
    value: Math.sign(judged),
    strength: Math.min(1, 0.4 + Math.abs(judged) / 4),
    kind: "calling",
  });
}

/** Nouns for a change to the better, unless it goes back or wrong. */
const STEPS = /^(?:step|start|milestone|breakthrough)s?$/;

/** "called it a crucial step", "described it as just the start of a process", "called the bill a step backwards". */
function judgeAsStep(tree: Tree, verb: number): number {
  const { tokens, relations } = tree.document;
  const step = getChildren(tree, verb).find(
    (child) =>
      child > verb &&
      STEPS.test(tokens[child].text) &&
      /^(?:obj|xcomp|ccomp|obl|advcl|parataxis)/.test(relations[child]),
  );
  if (step === undefined) return 0;
  for (let token = tree.first[step]; token <= tree.last[step]; token++)
    if (/^(?:back|backwards?|wrong|bad|poor|false|slow|rocky)$/i.test(tokens[token].text)) return -1.5;
  return isNegated(tree, step) ? -1.5 : 1.5;
}

/** "called the ruling a victory for patients": the noun behind "a" or "as", wherever the parser hung it. */
function judgeAsGain(tree: Tree, verb: number): number {
  const { tokens, sentences } = tree.document;
  const end = Math.min(sentences[tree.sentenceOf[verb]].endToken, verb + REACH);
  for (let token = verb + 2; token < end && !/^[,;.]$/.test(tokens[token].text); token++) {
    const gain = judgeGain(tree, token);
    if (gain !== 0 && /^(?:an?|as)$/i.test(tokens[tree.first[token]]?.text ?? "")) return gain;
    if (gain !== 0 && /^an?$/i.test(tokens[token - 1].text)) return gain;
  }
  return 0;
}

/** The head of the clause with "that" or "to" shortly after the token, or -1. */
function findThatClause({ document, first }: Tree, after: number, end: number): number {
  const { tokens, tags } = document;
  let mark = after + 1;
  while (mark < Math.min(after + 7, end) && !/^(?:that|to)$/.test(tokens[mark].text)) mark++;
  if (mark >= Math.min(after + 7, end)) return -1;
  for (let token = mark + 1; token < end; token++)
    if (first[token] === mark && /^(?:VERB|ADJ|NOUN)$/.test(tags[token])) return token;
  return -1;
}

/** Tokens after the verb within which a quotation judges its object. */
const REACH = 14;
const TOO = 1.5;
const PLEASANT = 0.6;
const LONGEST_JUDGEMENT = 10;

/** "called the warrants “utterly incomprehensible”", where quotation marks break the tree. */
function judgeQuoted({ document, sentenceOf }: Tree, verb: number, object: number): number {
  const { tokens, tags, lemmas, sentences } = document;
  const end = sentences[sentenceOf[verb]].endToken;
  let token = verb + 1;
  while (token < Math.min(verb + REACH, end) && !/^["“‘'`]+$/.test(tokens[token].text)) {
    // "called her to “express regret”": telephoned.
    if (/^(?:[,;.]|to)$/.test(tokens[token].text)) return 0;
    token++;
  }
  // "described the “slow recognition” of it": what is called so, and not what it is called.
  if (token < object && token > verb + 1 && /^(?:the|this|that)$/i.test(tokens[verb + 1].text)) return 0;
  let sum = 0;
  for (const last = Math.min(token + LONGEST_JUDGEMENT, end); token + 1 < last; ) {
    token++;
    const { text } = tokens[token];
    if (/^["”’'.,;]+$/.test(text)) break;
    if (/^(?:not|no|never|n't)$/i.test(text)) return 0;
    // "too little": not as much as there should be.
    const own = rate(text, lemmas[token], tags[token]);
    // "a holiday declared by judges": a thing that is pleasant in itself may be meant in mockery.
    const rating = /^too$/i.test(text) ? -TOO : tags[token] === "NOUN" && own > 0 ? own * PLEASANT : own;
    // "a sad day but a fair one": the second counts.
    if (/^but$/i.test(text)) sum = 0;
    // "miscarriage of justice": the first word judges what follows.
    if (sum * rating >= 0) sum += rating;
  }
  return sum;
}

/** "described the case as incomplete and misleading". */
function judgeAfterAs({ document, last }: Tree, object: number): number {
  const { tokens, lemmas, tags } = document;
  const as = last[object] + 1;
  let sum = 0;
  if (tokens[as]?.text !== "as") return 0;
  for (let token = as + 1; token < Math.min(as + 7, tokens.length); token++) {
    if (/^[.,;]/.test(tokens[token].text)) break;
    sum += rate(tokens[token].text, lemmas[token], tags[token]);
  }
  return sum;
}

/** "what he calls his own answer": a name for it. */
function isNamedAside({ document }: Tree, verb: number): boolean {
  for (let token = verb - 1; token >= Math.max(0, verb - 4); token--)
    if (/^what$/i.test(document.tokens[token].text)) return true;
  return false;
}

/** "what she termed", "which he called": the words that are judged stand elsewhere. */
function isPlaceholder({ document }: Tree, object: number): boolean {
  return object >= 0 && /^(?:what|which|that|who|whom)$/i.test(document.tokens[object].text);
}
