/**
 * Stances in what somebody does: "welcomed the decision", "voiced support for", "was condemned by", "voted against", "called
 * the move outrageous". The verb's class tells the side, its object the target, its subject the holder.
 */
import { judgePhrase, rate } from "./judge-phrase.ts";
import {
  findDoer,
  getChild,
  getChildren,
  getEntity,
  getPreposition,
  isNegated,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

const CALLING = new Set([
  "call",
  "describe",
  "brand",
  "label",
  "term",
  "deem",
  "consider",
  "find",
  "dub",
  "declare",
  "regard",
]);
/** Verbs that lend a noun of stance its verb: "voiced support". */
const LIGHT = new Set([
  "voice",
  "express",
  "give",
  "offer",
  "reiterate",
  "show",
  "announce",
  "declare",
  "draw",
  "win",
  "have",
  "get",
  "pledge",
]);
const REFUSING = new Set(["veto", "boycott", "snub", "shun"]);
const TARGET_PREPOSITIONS = /^(?:for|of|to|against|over|at|with|about|on|behind|towards?|in)$/;
/** "fight against impunity" speaks for the fight, "vote against the bill" is against the bill. */
const VOTING = new Set(["vote", "lobby", "campaign", "argue"]);

export function findActs(tree: Tree): StanceSign[] {
  const { document } = tree;
  const { tokens, tags, lemmas, header } = document;
  const signs: StanceSign[] = [];
  for (let token = 0; token < tokens.length; token++) {
    const tag = tags[token];
    if ((tag !== "VERB" && tag !== "NOUN" && tag !== "ADJ") || tokens[token].start < header.bodyStart) continue;
    const lemma = lemmas[token].toLowerCase();
    const sign =
      tag === "VERB" ? readVerb(tree, token, lemma) : tag === "NOUN" ? readNoun(tree, token, lemma) : undefined;
    if (sign !== undefined) signs.push(sign);
  }
  return signs;
}

interface Reading {
  holder: number;
  target: number;
  value: number;
  strength: number;
  score: number;
}

function toSign(
  tree: Tree,
  token: number,
  { holder, target, value, strength, score }: Reading,
): StanceSign | undefined {
  const { document, first, last, statementAt, cueAt } = tree;
  if (holder < 0 || (target >= 0 && /^(?:which|who|whom|what)$/i.test(document.tokens[target].text))) return undefined;
  // What the content of a statement says of others is as sure as its speaker.
  const statement = statementAt[token] >= 0 ? statementAt[token] : cueAt[token];
  const hedge = isHedged(tree, token) ? 0.6 : 1;
  const start = Math.min(token, target < 0 ? token : first[target]);
  const end = Math.max(token, target < 0 ? token : last[target]) + 1;
  return {
    holder,
    targetStart: target < 0 ? -1 : first[target],
    targetEnd: target < 0 ? -1 : last[target] + 1,
    value,
    strength: strength * hedge,
    statement,
    startToken: start,
    endToken: end,
    score: document.heads[token] === undefined ? score : score * (hedge < 1 ? 0.85 : 1),
  };
}

/** "may support", "could back". */
function isHedged(tree: Tree, token: number): boolean {
  return hasChildWord(tree, token, /^(?:may|might|could)$/i);
}

function hasChildWord(tree: Tree, token: number, word: RegExp): boolean {
  return getChildren(tree, token).some((child) => child < token && word.test(tree.document.tokens[child].text));
}

function readVerb(tree: Tree, verb: number, lemma: string): StanceSign | undefined {
  const { document } = tree;
  const { relations, tokens } = document;
  const negated = isNegated(tree, verb) ? -1 : 1;
  const isPassive = getChild(tree, verb, /^(?:nsubj:pass|aux:pass)$/) >= 0;
  const holderOf = (): number => {
    const doer = findDoer(tree, verb);
    const cue = tree.cueAt[verb];
    return doer < 0 && cue >= 0 ? document.statementDrafts[cue].speaker : doer;
  };
  // What somebody must do, somebody else wants: the judgement of the statement's speaker, if of anybody.
  if (hasChildWord(tree, verb, /^(?:must|should|ought|if|unless|whether)$/i)) return undefined;
  const isCallFor = lemma === "call" && (tokens[verb + 1]?.text === "for" || tokens[verb + 1]?.text === "on");
  if (isCallFor && !isPassive) {
    const wish = findTargetOf(tree, verb, verb);
    const clause = getChild(tree, verb, /^(?:xcomp|ccomp|advcl)$/, verb);
    // Who is called on is only addressed; what for, the clause tells.
    const wanted = tokens[verb + 1].text === "on" ? clause : wish;
    return wanted < 0 ? undefined : readWish(tree, verb, wanted, holderOf(), negated);
  }
  if (CALLING.has(lemma) && !isCallFor) return readCalling(tree, verb);
  const object = isPassive ? getChild(tree, verb, /^nsubj/) : getChild(tree, verb, /^obj$/);
  if (lemma === "abstain") {
    const target = findTargetOf(tree, verb, verb);
    return toSign(tree, verb, { holder: holderOf(), target, value: 0, strength: 0.6, score: 0.8 });
  }
  if (VOTING.has(lemma)) return readVote(tree, verb);
  const { verb: stance } = getStanceWord(lemma);
  if (lemma === "doubt" && object < 0 && negated > 0) {
    const clause = getChild(tree, verb, /^ccomp$/);
    const target = clause < 0 ? -1 : getChild(tree, clause, /^nsubj/);
    return target < 0
      ? undefined
      : toSign(tree, verb, { holder: holderOf(), target, value: -1, strength: 0.6, score: 0.6 });
  }
  if (tree.cueAt[verb] >= 0 && document.statementDrafts[tree.cueAt[verb]].act === "accuse" && object >= 0) {
    const isNamed = getEntity(tree, object) >= 0 && negated > 0;
    return isNamed
      ? toSign(tree, verb, { holder: holderOf(), target: object, value: -1, strength: 0.8, score: 0.7 })
      : undefined;
  }
  if (LIGHT.has(lemma) && object >= 0) {
    const side = sideOfNoun(tree, object);
    if (side === 0) return undefined;
    const target = findTargetOf(tree, object, verb);
    // "drew condemnation from Y": Y holds it.
    const giver = getChildren(tree, verb).find(
      (c) => relations[c].startsWith("obl") && getPreposition(tree, c) === "from",
    );
    const holder = /^(?:draw|win|get)$/.test(lemma) ? (giver === undefined ? -1 : getEntity(tree, giver)) : holderOf();
    return toSign(tree, verb, { holder, target, value: side * negated, strength: 0.7, score: 0.75 });
  }
  if (REFUSING.has(lemma) && object >= 0)
    return toSign(tree, verb, { holder: holderOf(), target: object, value: -negated, strength: 0.9, score: 0.8 });
  if (stance === STANCE_CLASS.support || stance === STANCE_CLASS.oppose) {
    // Who does not object, or neither praises nor blames, takes no side.
    const isOpen = negated < 0 && (stance === STANCE_CLASS.oppose || hasChildWord(tree, verb, /^(?:neither|nor)$/i));
    const value = isOpen ? 0 : (stance === STANCE_CLASS.support ? 1 : -1) * negated;
    // "refused to enforce", "rejected calls to": what it refuses is the verb after it.
    const target = object >= 0 ? object : findTargetOf(tree, verb, verb);
    if (target < 0) {
      const clause = getChild(tree, verb, /^(?:xcomp|ccomp)$/);
      if (clause < 0 || getChild(tree, clause, /^mark$/) < 0 || tree.cueAt[verb] >= 0) return undefined;
      if (tokens[verb + 1]?.text.toLowerCase() !== "to") return undefined;
      return isSilence(tree, clause)
        ? undefined
        : toSign(tree, verb, { holder: holderOf(), target: clause, value, strength: 0.7, score: 0.6 });
    }
    // Support that is not given is weaker than opposition.
    return toSign(tree, verb, { holder: holderOf(), target, value, strength: negated < 0 ? 0.5 : 0.85, score: 0.8 });
  }
  if (stance === STANCE_CLASS.call && !isPassive) {
    const clause = getChild(tree, verb, /^(?:xcomp|ccomp|advcl)$/, verb);
    const wanted = clause >= 0 ? clause : object >= 0 ? object : findTargetOf(tree, verb, verb);
    if (wanted < 0 || /^(?:ask|suggest|hope|need|insist|apply)$/.test(lemma) || isSilence(tree, wanted))
      return undefined;
    return readWish(tree, verb, wanted, holderOf(), negated);
  }
  return undefined;
}

/** "declined to comment" is no stance. */
function isSilence(tree: Tree, clause: number): boolean {
  return /^(?:comment|say|answer|respond|elaborate|discuss|speculate|identify|name|disclose|confirm|give|be)$/.test(
    tree.document.lemmas[clause],
  );
}

/** What is asked for is supported, unless it is itself against something: "urged states to reject the plan". */
function readWish(tree: Tree, verb: number, wanted: number, holder: number, negated: number): StanceSign | undefined {
  const { lemmas, tags } = tree.document;
  const inner = tags[wanted] === "VERB" ? getStanceWord(lemmas[wanted]).verb : getStanceWord(lemmas[wanted]).noun;
  const object = getChild(tree, wanted, /^obj$/);
  const value = (isNegated(tree, wanted) ? -1 : 1) * negated;
  const target = object >= 0 && inner !== 0 ? object : wanted;
  return toSign(tree, verb, {
    holder,
    target,
    value: inner === STANCE_CLASS.oppose ? -value : value,
    strength: 0.7,
    score: 0.65,
  });
}

/** "called the move outrageous", "described it as a step". */
function readCalling(tree: Tree, verb: number): StanceSign | undefined {
  const { document, cueAt } = tree;
  const { relations } = document;
  const object = getChild(tree, verb, /^(?:obj|nsubj:pass)$/);
  let judged = 0;
  for (const child of getChildren(tree, verb)) {
    if (child > verb && child !== object && /^(?:xcomp|obl|ccomp|advcl|conj)$/.test(relations[child]))
      judged += judgePhrase(tree, child);
  }
  // The parser may take the judgement for the object.
  if (judged === 0 && object > verb) judged = judgePhrase(tree, object);
  if (judged === 0 && object >= 0) judged = judgeAfterAs(tree, object);
  if (judged === 0 || isPlaceholder(tree, object)) return undefined;
  const doer = findDoer(tree, verb);
  const holder = doer < 0 && cueAt[verb] >= 0 ? document.statementDrafts[cueAt[verb]].speaker : doer;
  const strength = Math.min(1, 0.4 + Math.abs(judged) / 4);
  // "called it shocking that ...": the clause is what is judged.
  const isEmpty = object >= 0 && /^it$/i.test(document.tokens[object].text);
  const clause = isEmpty ? findThatClause(tree, object) : -1;
  const target = clause >= 0 ? clause : object;
  return toSign(tree, verb, { holder, target, value: Math.sign(judged), strength, score: 0.75 });
}

/** The head of the clause with "that" or "to" shortly after the token, or -1. */
function findThatClause({ document, first }: Tree, after: number): number {
  const { tokens, tags } = document;
  const end = Math.min(after + 18, tokens.length);
  let mark = after + 1;
  while (mark < Math.min(after + 7, end) && !/^(?:that|to)$/.test(tokens[mark].text)) mark++;
  for (let token = mark + 1; token < end && tokens[token].text !== "."; token++)
    if (first[token] === mark && /^(?:VERB|ADJ|NOUN)$/.test(tags[token])) return token;
  return -1;
}

/** "described the case as “incomplete and misleading”", where quotation marks break the tree. */
function judgeAfterAs({ document, last }: Tree, object: number): number {
  const { tokens, lemmas, tags } = document;
  const as = last[object] + 1;
  let sum = 0;
  if (tokens[as]?.text !== "as") return 0;
  for (let token = as + 1; token < Math.min(as + 7, tokens.length); token++) {
    if (/^[.,;]/.test(tokens[token].text)) break;
    if (tags[token] !== "NOUN") sum += rate(tokens[token].text, lemmas[token], tags[token]);
  }
  return sum;
}

/** "what she termed", "which he called": the words that are judged stand elsewhere. */
function isPlaceholder({ document }: Tree, object: number): boolean {
  return object >= 0 && /^(?:what|which|that|who|whom)$/i.test(document.tokens[object].text);
}

/** "voted for", "lobbied against", "voted in favour of". */
function readVote(tree: Tree, verb: number): StanceSign | undefined {
  const { tokens, relations } = tree.document;
  for (const child of getChildren(tree, verb)) {
    if (!relations[child].startsWith("obl") && relations[child] !== "advmod") continue;
    const word = tokens[child].text.toLowerCase();
    const preposition = getPreposition(tree, child) || word;
    const isFor = preposition === "for" || /^favou?r$/.test(word) || word === "yes";
    if (!isFor && preposition !== "against") continue;
    const target = /^favou?r$/.test(word) ? getChild(tree, child, /^nmod/) : child;
    return toSign(tree, verb, {
      holder: findDoer(tree, verb),
      target,
      value: isFor ? 1 : -1,
      strength: 0.9,
      score: 0.8,
    });
  }
  return undefined;
}

/** "X's criticism of Y", "condemnation by X", and "against", "in favour of" as predicates. */
function readNoun(tree: Tree, noun: number, lemma: string): StanceSign | undefined {
  const { relations } = tree.document;
  if (/^favou?r$/.test(lemma) && getPreposition(tree, noun) === "in") {
    const subject = getChild(tree, noun, /^nsubj/);
    const target = getChild(tree, noun, /^nmod/);
    if (subject < 0 || target < 0) return undefined;
    const value = isNegated(tree, noun) ? -1 : 1;
    return toSign(tree, noun, { holder: getEntity(tree, subject), target, value, strength: 0.8, score: 0.8 });
  }
  if (/^obj/.test(relations[noun])) return undefined;
  // Rated nouns name deeds as well: "the army's war on the rebels".
  const side = getStanceWord(lemma).noun === STANCE_CLASS.none ? 0 : sideOfNoun(tree, noun);
  const owner = getChild(tree, noun, /^nmod:poss$/);
  const target = side === 0 || owner < 0 ? -1 : findTargetOf(tree, noun, noun);
  if (target < 0) return undefined;
  return toSign(tree, noun, { holder: getEntity(tree, owner), target, value: side, strength: 0.6, score: 0.6 });
}

function sideOfNoun(tree: Tree, noun: number): number {
  const { noun: stance, valence } = getStanceWord(tree.document.lemmas[noun].toLowerCase());
  const side =
    stance === STANCE_CLASS.support
      ? 1
      : stance === STANCE_CLASS.oppose
        ? -1
        : Math.abs(valence) >= 1.5
          ? Math.sign(valence)
          : 0;
  return isNegated(tree, noun) ? -side : side;
}

/** The phrase that the word's preposition points at, of the word itself or else of the verb that carries it. */
function findTargetOf(tree: Tree, word: number, verb: number): number {
  const { relations } = tree.document;
  for (const owner of word === verb ? [word] : [word, verb]) {
    for (const child of getChildren(tree, owner)) {
      if (
        child > owner &&
        /^(?:nmod|obl)$/.test(relations[child]) &&
        TARGET_PREPOSITIONS.test(getPreposition(tree, child))
      )
        return child;
    }
  }
  return -1;
}
