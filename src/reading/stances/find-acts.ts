/**
 * Stances in what somebody does: "welcomed the decision", "voiced support for", "was condemned by", "drafted the text". The
 * verb's class tells the side, its object the target, its subject the holder.
 */

import { PROCEEDINGS } from "../cases/legal-words.ts";
import { findHolder, findTargetOf, hasChildWord, isDenied, toSign } from "./act-signs.ts";
import { findCounsel, findFellows } from "./find-fellows.ts";
import { isOpen } from "./is-open.ts";
import { isContested } from "./issue.ts";
import { isAccusing, readAccusation, readProceeding } from "./read-accusations.ts";
import { isSiding, readSiding } from "./read-against.ts";
import { findPartner, isConsenting, readConsent } from "./read-agreements.ts";
import { readAside } from "./read-asides.ts";
import { readAttitude } from "./read-attitude.ts";
import { isCalling, readCalling } from "./read-calling.ts";
import { isDrawing, readCarried } from "./read-carried.ts";
import { isFeeling, readHurt, readTrust } from "./read-feelings.ts";
import { isWanting, readNeed } from "./read-needs.ts";
import { readNoun } from "./read-noun.ts";
import { isPromising, isSetting, readMeasure, readPromise } from "./read-promises.ts";
import { isProtesting, readProtest } from "./read-protests.ts";
import { isRejecting, readRejection } from "./read-rejections.ts";
import { readDisbelief } from "./read-silence.ts";
import { isVoting, readVote } from "./read-votes.ts";
import { isSilence, readCall, readCallFor } from "./read-wishes.ts";
import { rememberWords } from "./remember-words.ts";
import {
  findNounBehind,
  findObject,
  findSubject,
  getChild,
  getPreposition,
  isNegated,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

/** Verbs of the dictionary that greet, comfort or put off, and take no side. */
export const FEELING = /^(?:forgive|pardon|greet|reassure|comfort|curse|weep|mourn|defer|bargain)$/;
/** Verbs by which proceedings are brought. */
const BRINGING = new Set(["file", "lodge", "bring", "launch"]);
/** Verbs by which somebody brings something forward. */
const PROPOSING = /^(?:draft|(?:co-?)?(?:sponsor|author))e?$/;

function isProposing(lemma: string): boolean {
  return PROPOSING.test(lemma);
}

export function findActs(tree: Tree): StanceSign[] {
  const { document } = tree;
  const { tokens, tags, lemmas, header } = document;
  const signs: StanceSign[] = [];
  for (let token = 0; token < tokens.length; token++) {
    const tag = tags[token];
    if ((tag !== "VERB" && tag !== "NOUN" && tag !== "ADJ") || tokens[token].start < header.bodyStart) continue;
    const sign = readAside(tree, token) ?? readWord(tree, token, tag, lemmas[token]);
    if (sign === undefined) continue;
    signs.push(sign);
    const counsel = findCounsel(tree, sign);
    if (counsel >= 0) signs.push({ ...sign, holder: counsel });
    if (tag !== "VERB") continue;
    for (const holder of findFellows(tree, token, sign.holder)) signs.push({ ...sign, holder });
    const partner = findPartner(tree, token, sign);
    if (partner >= 0) signs.push({ ...sign, holder: partner });
  }
  return signs;
}

function readWord(tree: Tree, token: number, tag: string, lemma: string): StanceSign | undefined {
  const { tokens } = tree.document;
  if (tag === "NOUN") return readNoun(tree, token, lemma);
  const isAttitude = tag === "ADJ" || (tokens[token].text === "opposed" && tokens[token + 1]?.text === "to");
  const felt = readHurt(tree, token);
  if (felt !== undefined) return felt;
  if (isAttitude) return readAttitude(tree, token);
  const known = canAct(lemma) ? lemma.toLowerCase() : mendLemma(tokens[token].text);
  return canAct(known) ? readVerb(tree, token, known) : undefined;
}

/** Whether any reading of the verb shows a stance. */
const canAct = rememberWords((word) => {
  const lemma = word.toLowerCase();
  const isKnown = getStanceWord(lemma).verb !== STANCE_CLASS.none;
  return isKnown || isCalling(lemma) || isVoting(lemma) || isMore(lemma) || isSiding(lemma);
});

/** "boycot" for "boycotted", "blam" for "blamed": lemmas that were cut wrong, found again from the word. */
const mendLemma = rememberWords((word) => {
  const text = word.toLowerCase();
  if (!text.endsWith("ed")) return text;
  return [text.slice(0, -2), text.slice(0, -1)].find((lemma) => canAct(lemma)) ?? text;
});

function readVerb(tree: Tree, verb: number, lemma: string): StanceSign | undefined {
  const { document } = tree;
  const { tokens, relations } = document;
  const { verb: stance } = getStanceWord(lemma);
  const isCall = lemma === "call" && /^(?:for|on)$/.test(tokens[verb + 1]?.text);
  // "rising calls", "the proposed bill": a quality of something.
  if (relations[verb] === "amod" || relations[verb] === "compound" || isQualifier(tree, verb)) return undefined;
  if (isOpen(tree, verb) || isParticiple(tree, verb)) return undefined;
  // What somebody must do, somebody else wants: the judgement of the statement's speaker, if of anybody.
  if (hasChildWord(tree, verb, /^(?:must|should|ought|if|unless|whether)$/i)) return undefined;
  const isPassive = getChild(tree, verb, /^(?:nsubj:pass|aux:pass)$/) >= 0;
  if (isCall) return isPassive ? undefined : readCallFor(tree, verb);
  if (isCalling(lemma)) return readCalling(tree, verb);
  if (isVoting(lemma)) return readVote(tree, verb) ?? readProtest(tree, verb, lemma, -1);
  if (isSiding(lemma)) {
    const side = readSiding(tree, verb, lemma);
    if (side !== undefined || lemma === "appeal") return side;
  }
  const object = isPassive ? findSubject(tree, verb, /^nsubj/) : findObject(tree, verb);
  const more = readMore(tree, verb, lemma, object, isPassive);
  if (more !== undefined) return more;
  if (lemma === "doubt") return object < 0 ? readDoubt(tree, verb) : undefined;
  if (isProposing(lemma)) return readProposal(tree, verb, object);
  if (stance === STANCE_CLASS.accuse || isAccusing(tree, verb)) return readAccusation(tree, verb, object);
  if (object >= 0 && PROCEEDINGS.has(document.lemmas[object].toLowerCase())) {
    const against = readProceeding(tree, verb, object);
    if (against !== undefined) return against;
  }
  if (object >= 0 && (stance === STANCE_CLASS.express || isDrawing(lemma) || lemma === "have")) {
    const carried = readCarried(tree, verb, object, lemma);
    if (carried !== undefined) return carried;
  }
  if (isPromising(lemma)) return isPassive ? undefined : readPromise(tree, verb);
  if (isSetting(lemma)) return isPassive ? undefined : readMeasure(tree, verb);
  // "accepted the findings", not "accepted a lift".
  if (lemma === "accept" && object < 0) return readDisbelief(tree, verb);
  if (lemma === "accept")
    return object >= 0 && isContested(tree, object, undefined)
      ? readSide(tree, verb, object, STANCE_CLASS.support)
      : undefined;
  if ((stance === STANCE_CLASS.support || stance === STANCE_CLASS.oppose) && !FEELING.test(lemma))
    return readSide(tree, verb, object, stance);
  if (
    stance === STANCE_CLASS.call &&
    !isPassive &&
    !/^(?:ask|suggest|hope|need|insist|desire|hint|beg|seek)$/.test(lemma)
  )
    return readCall(tree, verb, object);
  return undefined;
}

/** Verbs outside the learnt classes, and of these those that speak of what somebody else says or asks. */
function readMore(tree: Tree, verb: number, lemma: string, object: number, isPassive: boolean): StanceSign | undefined {
  // "Child Trust Fund": part of a name.
  const { tokens, sentences } = tree.document;
  const isName = /^[A-Z]/.test(tokens[verb].text) && sentences[tree.sentenceOf[verb]].startToken < verb - 1;
  if (isPassive || (isName && !/^["“‘]/.test(tokens[verb - 1].text))) return undefined;
  if (isWanting(lemma)) return readNeed(tree, verb, lemma);
  if (isConsenting(lemma)) return readConsent(tree, verb);
  const rejected = isRejecting(lemma) ? readRejection(tree, verb, object) : undefined;
  if (rejected !== undefined) return rejected;
  const felt = isFeeling(lemma) ? readTrust(tree, verb, lemma, object) : undefined;
  if (felt !== undefined) return felt;
  return isProtesting(lemma) ? readProtest(tree, verb, lemma, object) : undefined;
}

/** "Pressed for details, she": what is done to her. */
function isParticiple(tree: Tree, verb: number): boolean {
  const { relations, tokens, sentences } = tree.document;
  const { startToken } = sentences[tree.sentenceOf[verb]];
  return (
    (verb === startToken || /^(?:advcl|acl|obl|dep)$/.test(relations[verb]) || isFelt(tree, verb)) &&
    /ed$/.test(tokens[verb].text) &&
    getChild(tree, verb, /^(?:nsubj|aux|mark|obj)/) < 0
  );
}

/** "the unions' bargaining power", "their supporting role": what kind of thing they have. */
function isQualifier({ document }: Tree, verb: number): boolean {
  const { tokens, tags } = document;
  return (
    tags[verb + 1] === "NOUN" &&
    /ing$/.test(tokens[verb].text) &&
    /^(?:['’]s?|his|her|its|their|our|my|your)$/i.test(tokens[verb - 1]?.text ?? "")
  );
}

/** "may feel urged to": what is done to who feels it. */
function isFelt(tree: Tree, verb: number): boolean {
  const { relations, heads, lemmas } = tree.document;
  const above = heads[verb];
  return above >= 0 && relations[verb] === "xcomp" && /^(?:feel|get|become|seem|look|appear)$/.test(lemmas[above]);
}

/** Verbs outside the learnt classes that are read as well. */
function isMore(lemma: string): boolean {
  return (
    lemma === "doubt" ||
    lemma === "accept" ||
    lemma === "have" ||
    BRINGING.has(lemma) ||
    isDrawing(lemma) ||
    isPromising(lemma) ||
    isSetting(lemma) ||
    isWanting(lemma) ||
    isRejecting(lemma) ||
    isProtesting(lemma) ||
    isConsenting(lemma) ||
    isFeeling(lemma) ||
    isProposing(lemma)
  );
}

/** "doubted that it would pay": against the subject of the clause. */
function readDoubt(tree: Tree, verb: number): StanceSign | undefined {
  const clause = isNegated(tree, verb) ? -1 : getChild(tree, verb, /^ccomp$/);
  const target = clause < 0 ? -1 : getChild(tree, clause, /^nsubj/);
  // "doubts that she will come": nothing against her.
  const { tags } = tree.document;
  if (target < 0 || (tags[target] !== "PRON" && !isContested(tree, target, undefined))) return undefined;
  return toSign(tree, verb, { holder: findHolder(tree, verb), target, value: -1, strength: 0.6, kind: "judgement" });
}

/** "Whoever drafted the text" is for it. */
function readProposal(tree: Tree, verb: number, object: number): StanceSign | undefined {
  // "the text, which the two had drafted".
  const { heads, tokens, relations } = tree.document;
  const isRelative = object >= 0 && /^(?:which|that)$/i.test(tokens[object].text) && relations[verb].endsWith(":relcl");
  return object < 0 || isNegated(tree, verb) || !isDraft(tree, isRelative ? heads[verb] : object)
    ? undefined
    : toSign(tree, verb, { holder: findHolder(tree, verb), target: object, value: 1, strength: 0.7, kind: "proposal" });
}

/** What can be voted on; not a report or a letter. */
function isDraft({ document }: Tree, token: number): boolean {
  return /^(?:text|draft|resolution|bill|law|motion|amendment|treaty|proposal|legislation|declaration)$/i.test(
    document.lemmas[token],
  );
}

/** Verbs for going along with a thing. */
const GOING_ALONG =
  /^(?:sign|accept|support|back|endorse|ratify|adopt|approve|recognise|recognize|honour|honor|respect)$/;

/** "refused to sign the deal", "declined to back her". */
function readRefusal(tree: Tree, verb: number, holder: number, isDeniedHere: boolean): StanceSign | undefined {
  const { lemmas } = tree.document;
  const clause = /^(?:refuse|decline)$/.test(lemmas[verb]) ? getChild(tree, verb, /^(?:xcomp|ccomp|advcl)$/, verb) : -1;
  if (clause < 0 || isDeniedHere || !GOING_ALONG.test(lemmas[clause])) return undefined;
  // "refused to back away from it": another verb.
  if (/^(?:off|away|down|up|out)$/i.test(tree.document.tokens[clause + 1]?.text ?? "")) return undefined;
  const target = findObject(tree, clause);
  return target < 0 ? undefined : toSign(tree, verb, { holder, target, value: -1, strength: 0.8, kind: "act" });
}

/** "favours reforming the law", "opposes closing the port": the gerund straight behind the verb, or -1. */
function findGerundBehind(tree: Tree, verb: number): number {
  const { tokens, tags, heads } = tree.document;
  const gerund = verb + 1;
  return tags[gerund] === "VERB" && /ing$/.test(tokens[gerund].text) && heads[gerund] === verb ? gerund : -1;
}

/** "declined the chance to comment". */
export function isDeclining({ document }: Tree, verb: number, object: number): boolean {
  return (
    object >= 0 &&
    /^(?:comment|request|interview|invitation|offer|chance|opportunity)$/.test(document.lemmas[object]) &&
    /^(?:decline|refuse)$/.test(document.lemmas[verb])
  );
}

function readSide(tree: Tree, verb: number, given: number, stance: number): StanceSign | undefined {
  const { tokens } = tree.document;
  const holder = findHolder(tree, verb);
  const isDeniedHere = isDenied(tree, verb);
  // "back off the plan", "hold up the bill": other verbs.
  if (/^(?:off|away|down|up|out)$/i.test(tokens[verb + 1]?.text ?? "") && given !== verb + 1) return undefined;
  // "may not support", "is not supporting the rebels": not known, or what is not done.
  if (isDeniedHere && (hasChildWord(tree, verb, /^(?:may|might)$/i) || /ing$/.test(tokens[verb].text)))
    return undefined;
  // Who does not object, or neither praises nor blames, takes no side.
  const isOpen = isDeniedHere && (stance === STANCE_CLASS.oppose || hasChildWord(tree, verb, /^(?:neither|nor)$/i));
  const side = stance === STANCE_CLASS.support ? 1 : -1;
  const value = isOpen ? 0 : isDeniedHere ? -side : side;
  const found = given >= 0 ? -1 : findTargetOf(tree, verb, verb);
  // "wept for the victims": not against them.
  const phrase = found >= 0 && stance === STANCE_CLASS.oppose && getPreposition(tree, found) === "for" ? -1 : found;
  const noun = given >= 0 || phrase >= 0 ? given : findNounBehind(tree, verb);
  const object = noun < 0 || noun > verb + 1 ? (findGerundBehind(tree, verb) >= 0 ? verb + 1 : noun) : noun;
  // "lectured on history", "wept in the square": what about, or where.
  const isAbout = phrase >= 0 && /^(?:on|in|of|behind)$/.test(getPreposition(tree, phrase));
  const target = object >= 0 ? object : isAbout ? -1 : phrase;
  // A quality of a kind of people: "lawmakers who might support it".
  if (tree.document.relations[verb].endsWith(":relcl") && hasChildWord(tree, verb, /^(?:may|might|could|would)$/i))
    return undefined;
  // Support that is not given is weaker than opposition.
  if (isDeclining(tree, verb, target)) return undefined;
  if (target >= 0)
    return toSign(tree, verb, { holder, target, value, strength: isDeniedHere ? 0.5 : 0.85, kind: "act" });
  const refused = readRefusal(tree, verb, holder, isDeniedHere);
  if (refused !== undefined) return refused;
  // "refused to enforce": what it refuses is the verb after it.
  const clause = getChild(tree, verb, /^(?:xcomp|ccomp)$/);
  if (clause < 0 || getChild(tree, clause, /^mark$/) < 0 || tree.cueAt[verb] >= 0) return undefined;
  if (tokens[verb + 1]?.text.toLowerCase() !== "to" || isSilence(tree, clause)) return undefined;
  // "regret to announce": a way of telling it.
  if (/^(?:announce|inform|report|learn|tell|hear|see)$/.test(tree.document.lemmas[clause])) return undefined;
  return toSign(tree, verb, { holder, target: clause, value, strength: 0.7, kind: "wish" });
}
