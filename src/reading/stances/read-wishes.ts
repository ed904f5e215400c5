/** Stances in what somebody asks for: "called for talks", "urged states to reject the plan", "demanded the minister’s resignation". */
import { findHolder, findTargetOf, isDenied, toSign } from "./act-signs.ts";
import { isEndingNoun, isEndingVerb, isLeavingNoun } from "./ending-words.ts";
import { isContested } from "./issue.ts";
import { findLeaver, isLeaving } from "./read-promises.ts";
import {
  findObject,
  getChild,
  getChildren,
  getEntity,
  getMark,
  getPreposition,
  isNegated,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

/** "called for talks", "called on states to enforce it". */
export function readCallFor(tree: Tree, verb: number): StanceSign | undefined {
  const ended = findEnded(tree, verb);
  if (ended >= 0) return toWish(tree, verb, ended, -1);
  const clause = getChild(tree, verb, /^(?:xcomp|ccomp|advcl)$/, verb);
  // Who is called on is only addressed; what for, the clause tells.
  if (tree.document.tokens[verb + 1].text === "on") {
    const wanted = clause >= 0 ? clause : findClauseOfAddressed(tree, verb);
    return wanted < 0 ? undefined : readWish(tree, verb, wanted);
  }
  const wanted = findTargetOf(tree, verb, verb);
  // "phones to call for help": shouted, not demanded.
  if (/^(?:help|backup|assistance|details|bids)$/i.test(tree.document.tokens[verb + 2]?.text ?? "")) return undefined;
  if (wanted >= 0 && ASKED.test(tree.document.lemmas[wanted])) return undefined;
  return wanted < 0 ? undefined : (readForClause(tree, verb, wanted) ?? withClause(tree, readWish(tree, verb, wanted)));
}

/** What one is asked for and tells. */
const ASKED = /^(?:advice|answer|detail|information|comment|explanation|clarification|confirmation|response)$/;

export function readCall(tree: Tree, verb: number, object: number): StanceSign | undefined {
  const ended = findEnded(tree, verb);
  if (ended >= 0) return toWish(tree, verb, ended, -1);
  const own = getChild(tree, verb, /^(?:xcomp|ccomp|advcl)$/, verb);
  // "urged the ministry to release it", where the clause hangs on the ministry.
  const after = own < 0 && object > verb && getEntity(tree, object) >= 0 ? findInfinitive(tree, object) : own;
  const mark = after < 0 ? "" : getMark(tree, after);
  // "pushed him after being shown", "pressed him, raising concerns": when and how, not what for.
  const isWanted =
    after >= 0 && (mark === "to" || (/^(?:that|)$/.test(mark) && tree.document.relations[after] === "ccomp"));
  const clause = isWanted ? after : -1;
  const phrase = findTargetOf(tree, verb, verb);
  const isFor = phrase >= 0 && getPreposition(tree, phrase) === "for";
  const forClause = clause < 0 && isFor ? readForClause(tree, verb, phrase) : undefined;
  if (forClause !== undefined) return forClause;
  // "urged the ministry to hold off", "to think again": with what, the words do not say.
  if (clause >= 0 && isHoldingOff(tree, clause)) return undefined;
  // "sought a loan", "pushed the ball": to want a thing is no stance unless others may want it not to be.
  const isDisputed =
    object >= 0 &&
    (isContested(tree, object, undefined) ||
      (tree.document.lemmas[verb] === "demand" && tree.document.tags[object] === "NOUN") ||
      isEndingNoun(tree.document.lemmas[object]) ||
      isLeavingNoun(tree.document.lemmas[object]));
  const wanted = clause >= 0 ? clause : isDisputed ? object : isFor ? phrase : -1;
  if (wanted >= 0 && ASKED.test(tree.document.lemmas[wanted])) return undefined;
  return wanted < 0 || isSilence(tree, wanted) ? undefined : readWish(tree, verb, wanted);
}

/** "hold off", "think again": an end or a delay of something that is not named. */
export function isHoldingOff(tree: Tree, clause: number): boolean {
  const { lemmas, tokens } = tree.document;
  const next = tokens[clause + 1]?.text.toLowerCase() ?? "";
  return (
    (/^(?:hold|back|stand|step)$/.test(lemmas[clause]) && /^(?:off|back|down)$/.test(next)) ||
    (/^(?:think|look)$/.test(lemmas[clause]) && next === "again") ||
    /^(?:wait|refrain|reconsider|rethink|desist)$/.test(lemmas[clause])
  );
}

function toWish(tree: Tree, verb: number, target: number, side: number): StanceSign | undefined {
  // Who does not ask for a thing need not be against it.
  if (isDenied(tree, verb)) return undefined;
  return toSign(tree, verb, { holder: findHolder(tree, verb), target, value: side, strength: 0.8, kind: "wish" });
}

/** "calling for more votes to be counted", where the parser hung the clause elsewhere: what is wanted ends with it. */
function withClause(tree: Tree, sign: StanceSign | undefined): StanceSign | undefined {
  if (sign === undefined) return undefined;
  const { tokens, tags } = tree.document;
  const to = sign.targetEnd;
  let deed = to + 1;
  while (tags[deed] === "AUX") deed++;
  if (tokens[to]?.text !== "to" || tags[deed] !== "VERB") return sign;
  const end = Math.max(deed, tree.last[deed]) + 1;
  return { ...sign, targetEnd: end, endToken: Math.max(end, sign.endToken) };
}

/** "demanded the “cancellation of all permits”": the permits, whatever the parser makes of the marks; -1 for none. */
function findEnded(tree: Tree, verb: number): number {
  const { tokens, tags, lemmas } = tree.document;
  for (let token = verb + 1; token < verb + 7 && token + 1 < tokens.length; token++) {
    if (tags[token] !== "NOUN" || !/^(?:of|to)$/.test(tokens[token + 1].text) || !isEndingNoun(lemmas[token])) continue;
    return getChild(tree, token, /^nmod/, token);
  }
  return -1;
}

/** "called on the director to quit", where the clause hangs on the director; -1 for none. */
function findClauseOfAddressed(tree: Tree, verb: number): number {
  const addressed = getChild(tree, verb, /^(?:obl|obj)/, verb);
  return addressed < 0 ? -1 : findInfinitive(tree, addressed);
}

export function findInfinitive(tree: Tree, noun: number): number {
  const { tags, tokens } = tree.document;
  // Straight behind the noun, wherever the parser hung it: "urged the president not to sign".
  let to = noun + 1;
  if (/^not$/i.test(tokens[to]?.text ?? "")) to++;
  if (tokens[to]?.text === "to" && tags[to + 1] === "VERB") return to + 1;
  for (const child of getChildren(tree, noun))
    if (child > noun && tags[child] === "VERB" && getMark(tree, child) === "to") return child;
  return -1;
}

/** The last token of the clause that is no mark. */
function lastBefore(tree: Tree, clause: number): number {
  let token = tree.last[clause];
  while (token > clause && /^["“”‘’'.,;]+$/.test(tree.document.tokens[token].text)) token--;
  return token;
}

function isSomebody(tree: Tree, token: number): boolean {
  const entity = getEntity(tree, token);
  return entity >= 0 && /^(?:person|organisation|group|court|state)$/.test(tree.document.resolvedEntities[entity].kind);
}

/** "called for the toll to be scrapped", "for the ministry to release the minutes": the clause, not its subject, is what is wanted. */
function readForClause(tree: Tree, verb: number, subject: number): StanceSign | undefined {
  const { lemmas } = tree.document;
  let clause = findInfinitive(tree, subject);
  if (clause < 0) {
    const own = getChild(tree, verb, /^(?:xcomp|advcl|ccomp)$/, subject);
    if (own >= 0 && getMark(tree, own) === "to") clause = own;
  }
  if (clause < 0) return undefined;
  const { verb: stance } = getStanceWord(lemmas[clause]);
  const isPassive = getChild(tree, clause, /^(?:aux:pass|nsubj:pass)$/) >= 0;
  const isAgainst = stance === STANCE_CLASS.oppose || isEndingVerb(lemmas[clause].toLowerCase());
  const isLeaver = isLeaving(tree, clause) && getEntity(tree, subject) >= 0;
  const turned = isNegated(tree, clause) ? -1 : 1;
  const sign = toWish(tree, verb, subject, (isPassive && isAgainst) || isLeaver ? -turned : turned);
  if (sign === undefined || isLeaver) return sign;
  // "called for the directors to be prosecuted": for that, and not for the directors.
  if (isPassive && !isAgainst && isSomebody(tree, subject)) {
    const end = Math.max(clause, lastBefore(tree, clause)) + 1;
    return { ...sign, targetEnd: end, endToken: Math.max(end, sign.endToken) };
  }
  if (isPassive) return { ...sign, targetEnd: tree.first[clause] > subject ? tree.first[clause] : subject + 1 };
  const object = findObject(tree, clause);
  if (object >= 0 && isAgainst && isContested(tree, object, undefined)) return toWish(tree, verb, object, -turned);
  return { ...sign, targetEnd: Math.max(sign.targetEnd, tree.last[clause] + 1), endToken: tree.last[clause] + 1 };
}

/** "declined to comment" is no stance. */
export function isSilence(tree: Tree, clause: number): boolean {
  return /^(?:comment|say|answer|respond|elaborate|discuss|speculate|identify|name|disclose|confirm|give|be|draw|detail|reveal|specify|provide|explain|describe)$/.test(
    tree.document.lemmas[clause],
  );
}

/** "to stop paying the subsidy": against paying it; -1 for other clauses. */
function findStopped({ document }: Tree, deed: number): number {
  const { tokens, tags, lemmas } = document;
  if (!/^(?:stop|cease|quit|end|halt|avoid|refrain|desist)$/.test(lemmas[deed])) return -1;
  const gerund = deed + (/^from$/i.test(tokens[deed + 1]?.text ?? "") ? 2 : 1);
  return tags[gerund] === "VERB" && /ing$/.test(tokens[gerund].text) ? gerund : -1;
}

/** "demanded to know when she learned of it": against who is asked to account for it; `null` where nobody is. */
function readAccount(tree: Tree, verb: number, deed: number): StanceSign | undefined | null {
  const { tokens, lemmas, tags, resolvedEntities } = tree.document;
  if (!/^(?:know|learn|hear|see|understand)$/.test(lemmas[deed])) return undefined;
  if (lemmas[verb] !== "demand") return null;
  for (let token = deed + 1; token < deed + 8 && token < tokens.length && tags[token] !== "PUNCT"; token++) {
    const entity = getEntity(tree, token);
    if (entity < 0 && tags[token] === "NOUN" && getChild(tree, token, /^det$/) >= 0 && tags[token + 1] === "VERB")
      return toWish(tree, verb, token, -1) ?? null;
    const isAnswerable =
      entity >= 0 && /^(?:person|organisation|state|court|group)$/.test(resolvedEntities[entity].kind);
    if (isAnswerable) return toWish(tree, verb, token, -1) ?? null;
  }
  return null;
}

/** What is asked for is supported, unless it is itself against something: "urged states to reject the plan". */
function readWish(tree: Tree, verb: number, wanted: number): StanceSign | undefined {
  const { lemmas, tags } = tree.document;
  const word = getStanceWord(lemmas[wanted]);
  const isDeed = tags[wanted] === "VERB";
  const account = isDeed ? readAccount(tree, verb, wanted) : undefined;
  if (account !== undefined) return account ?? undefined;
  const stopped = isDeed && !isNegated(tree, wanted) ? findStopped(tree, wanted) : -1;
  if (stopped >= 0) return toWish(tree, verb, stopped, -1);
  const leaver = isDeed ? findLeaver(tree, verb, wanted) : findRemoved(tree, wanted);
  if (leaver >= 0) return toWish(tree, verb, leaver, -1);
  const inner = isDeed ? word.verb : word.noun;
  const object = isDeed ? findObject(tree, wanted) : getChild(tree, wanted, /^nmod(?!:)/);
  const isSide = inner === STANCE_CLASS.oppose || inner === STANCE_CLASS.support;
  // "to scrap the plan" is against the plan, "to quit the club" is not against the club.
  const isEnding = isDeed ? isEndingVerb(lemmas[wanted].toLowerCase()) : isEndingNoun(lemmas[wanted]);
  const isEnd = isEnding && object >= 0 && (isContested(tree, object, undefined) || lemmas[wanted] === "end");
  const isAgainst = inner === STANCE_CLASS.oppose || isEnd;
  if (isDenied(tree, verb)) return undefined;
  const isTurned = isNegated(tree, wanted);
  const value = isAgainst === isTurned ? 1 : -1;
  return toSign(tree, verb, {
    holder: findHolder(tree, verb),
    target: object >= 0 && (isSide || isEnd) ? object : wanted,
    value,
    strength: 0.7,
    kind: "wish",
  });
}

/** "the resignation of the director", "her removal": who is to leave; -1 for what is no office holder's end. */
function findRemoved(tree: Tree, noun: number): number {
  const { lemmas, resolvedEntities } = tree.document;
  if (!isLeavingNoun(lemmas[noun])) return -1;
  for (const child of getChildren(tree, noun)) {
    const isOf = child > noun && getPreposition(tree, child) === "of";
    if (!isOf && tree.document.relations[child] !== "nmod:poss") continue;
    const entity = getEntity(tree, child);
    if (entity >= 0 && /^(?:person|group)$/.test(resolvedEntities[entity].kind)) return child;
  }
  return -1;
}
