/** What somebody wants or says is needed: "wants the toll abolished", "wants to scrap it", "we need an inquiry". */
import { findHolder, isDenied, toSign } from "./act-signs.ts";
import { isDisputable } from "./disputed-nouns.ts";
import { isEndingVerb } from "./ending-words.ts";
import { isLeaving } from "./read-promises.ts";
import { VIEWING } from "./read-wants.ts";
import { findInfinitive } from "./read-wishes.ts";
import {
  findNounBehind,
  findObject,
  getChild,
  getChildren,
  getEntity,
  isNegated,
  type StanceSign,
  SUBJECT,
  type Tree,
} from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

const HOLDING = /^(?:person|group|organisation|state|court)$/;
/** Verbs that say too little of what is to be done. */
const BARE =
  /^(?:be|have|get|go|do|make|take|give|know|learn|say|tell|ask|hear|help|try|keep|stay|live|work|come|thank|talk|speak|discuss|meet|win|lose|see|find|look|show|send|use|play|buy|sell)$/;

const LASTING = /^(?:pass|hold|succeed|work|last|survive|prevail|win|stand)$/;

export function isWanting(lemma: string): boolean {
  return lemma === "want" || lemma === "need" || lemma === "hope" || lemma === "wish";
}

export function readNeed(tree: Tree, verb: number, lemma: string): StanceSign | undefined {
  const { relations } = tree.document;
  if (/^(?:hope|wish)$/.test(lemma)) return readHope(tree, verb);
  const holder = lemma === "want" ? findHolder(tree, verb) : findSpeaker(tree, verb);
  if (holder < 0 || relations[verb].endsWith(":relcl")) return undefined;
  const side = isDenied(tree, verb) ? -1 : 1;
  return readDeed(tree, verb, holder, side) ?? readThing(tree, verb, holder, side);
}

const FAILING = /^(?:fail|collapse|fall|lose)$/;
const LONGEST_HOPE = 10;

/** "hopes the bill will pass": for the bill. */
function readHope(tree: Tree, verb: number): StanceSign | undefined {
  const { tokens, tags, lemmas, sentences } = tree.document;
  const end = Math.min(sentences[tree.sentenceOf[verb]].endToken, verb + LONGEST_HOPE);
  let thing = -1;
  for (let token = verb + 1; token < end && tags[token] !== "PUNCT"; token++) {
    if (thing < 0 && isDisputable(tree, token)) thing = token;
    if (thing < 0 || !/^(?:will|would|can|could)$/.test(tokens[token].text)) continue;
    let fate = token + 1;
    const isTurned = /^(?:not|n't|n’t)$/.test(tokens[fate]?.text ?? "");
    if (isTurned) fate++;
    const side = LASTING.test(lemmas[fate]) ? 1 : FAILING.test(lemmas[fate]) ? -1 : 0;
    if (side === 0 || tags[fate] !== "VERB") return undefined;
    return before(toWish(tree, verb, findHolder(tree, verb), thing, isTurned ? -side : side), thing);
  }
  return undefined;
}

/** Who says that something is needed; what "you need" is advice to anybody. */
function findSpeaker(tree: Tree, verb: number): number {
  const { tokens, statementDrafts } = tree.document;
  const statement = tree.statementAt[verb];
  const subject = getChild(tree, verb, SUBJECT);
  if (statement < 0 || subject < 0 || /^you$/i.test(tokens[subject].text)) return -1;
  const { speaker, polarity } = statementDrafts[statement];
  // "drivers will need to drink less": foreseen, and not asked for.
  const isForeseen = getChildren(tree, verb).some(
    (child) => child < verb && /^(?:will|would|may|might|'ll|’ll)$/i.test(tokens[child].text),
  );
  if (isForeseen) return -1;
  return polarity === "affirmed" ? speaker : -1;
}

/** "wants to scrap the toll". */
function readDeed(tree: Tree, verb: number, holder: number, side: number): StanceSign | undefined {
  const { tokens, tags, lemmas } = tree.document;
  const deed = verb + 2;
  if (tokens[verb + 1]?.text.toLowerCase() !== "to" || tags[deed] !== "VERB") return undefined;
  const object = findObject(tree, deed);
  const lemma = lemmas[deed].toLowerCase();
  if (object < deed || VIEWING.test(lemma) || isLeaving(tree, deed)) return undefined;
  const { verb: stance } = getStanceWord(lemma);
  const isAgainst = isEndingVerb(lemma) || stance === STANCE_CLASS.oppose;
  if (!isDisputable(tree, object)) return undefined;
  if (isAgainst || stance === STANCE_CLASS.support) return toWish(tree, verb, holder, object, isAgainst ? -side : side);
  return BARE.test(lemma) || stance === STANCE_CLASS.weigh ? undefined : toWish(tree, verb, holder, deed, side);
}

/** "wants the toll abolished", "wants fines to be linked to profits", "wants the mayor to resign", "needs an inquiry". */
function readThing(tree: Tree, verb: number, holder: number, side: number): StanceSign | undefined {
  const { lemmas, resolvedEntities } = tree.document;
  const given = findObject(tree, verb);
  const object = given > verb ? given : findNounBehind(tree, verb);
  if (object < 0) return undefined;
  const clause = findClause(tree, verb, object);
  if (clause < 0) return isDisputable(tree, object) ? toWish(tree, verb, holder, object, side) : undefined;
  const lemma = lemmas[clause].toLowerCase();
  const turned = isNegated(tree, clause) ? -side : side;
  const isAgainst = isEndingVerb(lemma) || getStanceWord(lemma).verb === STANCE_CLASS.oppose;
  const entity = getEntity(tree, object);
  const isSomebody = entity >= 0 && HOLDING.test(resolvedEntities[entity].kind);
  if (isLeaving(tree, clause)) return isSomebody ? toWish(tree, verb, holder, object, -turned) : undefined;
  if (isPassive(tree, clause)) {
    if (isAgainst) return before(toWish(tree, verb, holder, object, -turned), object);
    const sign = toWish(tree, verb, holder, object, turned);
    return sign === undefined ? undefined : withEnd(sign, Math.max(clause, tree.last[clause]) + 1);
  }
  // "wants the bill to pass".
  if (LASTING.test(lemma) && isDisputable(tree, object))
    return before(toWish(tree, verb, holder, object, turned), object);
  if (VIEWING.test(lemma) || BARE.test(lemma)) return undefined;
  const done = findObject(tree, clause);
  if (isAgainst) return done > clause ? toWish(tree, verb, holder, done, -turned) : undefined;
  return toWish(tree, verb, holder, clause, turned);
}

/** What is to be done with the thing, or by it: behind it, with "to" or as a bare participle; or -1. */
function findClause(tree: Tree, verb: number, object: number): number {
  const { tags, tokens, relations } = tree.document;
  const infinitive = findInfinitive(tree, object);
  if (infinitive >= 0) return infinitive;
  if (tokens[object + 1]?.text === "to" && tokens[object + 2]?.text === "be" && tags[object + 3] === "VERB")
    return object + 3;
  return (
    [...getChildren(tree, object), ...getChildren(tree, verb)].find(
      (child) =>
        child > object &&
        tags[child] === "VERB" &&
        /^(?:acl|xcomp|ccomp|advcl)$/.test(relations[child]) &&
        (/(?:ed|en|ut)$/.test(tokens[child].text) || tokens[tree.first[child]].text === "to"),
    ) ?? -1
  );
}

function isPassive(tree: Tree, clause: number): boolean {
  const { tokens } = tree.document;
  return (
    getChild(tree, clause, /^(?:aux:pass|nsubj:pass)$/) >= 0 ||
    tokens[clause - 1]?.text === "be" ||
    (/(?:ed|en)$/.test(tokens[clause].text) && tokens[clause - 1]?.text !== "to")
  );
}

/** Without the clause, which the parser may hang on the thing. */
function before(sign: StanceSign | undefined, object: number): StanceSign | undefined {
  return sign === undefined ? undefined : { ...sign, targetEnd: Math.max(sign.targetStart + 1, object + 1) };
}

function withEnd(sign: StanceSign, end: number): StanceSign {
  return { ...sign, targetEnd: end, endToken: Math.max(end, sign.endToken) };
}

function toWish(tree: Tree, verb: number, holder: number, target: number, value: number): StanceSign | undefined {
  return toSign(tree, verb, { holder, target, value, strength: 0.7, kind: "wish" });
}
