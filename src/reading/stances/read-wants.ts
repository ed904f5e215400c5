/** What the speaker of a statement wants: that something be done ("must be rejected"), or to do it ("we will enforce the ruling"). */

import { isEndingVerb } from "./ending-words.ts";
import { type Issue, isContested, isOnIssue } from "./issue.ts";
import { isLeaving } from "./read-promises.ts";
import type { SignKind } from "./sign-kinds.ts";
import {
  findObject,
  getChild,
  getChildren,
  getEntity,
  isNegated,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

/** Makes a sign of the statement's speaker in the clause at hand. */
export type MakeSign = (target: number, value: number, strength: number, kind: SignKind) => StanceSign;

const HOLDING = /^(?:person|group|organisation|state|court)$/;
/** Who can be told what to do. */
const ADDRESSED = new Set(["organisation", "state", "court"]);
/** What is to be done about what is bad or not yet known: who asks for it is not for the thing. */
const DEALING =
  /^(?:address|investigate|examine|resolve|solve|tackle|fix|handle|discuss|debate|explain|answer|review|study|assess|see|do|say|know|send|deal|confront|face|clarify|test|check|overcome|meet|prepare|complete)$/;
/** What is done with a thing whatever one thinks of it. */
export const VIEWING =
  /^(?:use|see|view|treat|consider|regard|judge|read|understand|note|remember|recognise|recognize)$/;
const DOUBTING = /^(?:hard|difficult|unlikely|impossible|doubt|unthinkable|inconceivable)$/i;

/** "must be rejected", "the parties should drop the plan". */
export function readDemand(
  tree: Tree,
  head: number,
  subject: number,
  sign: number,
  issue: Issue | undefined,
  make: MakeSign,
): StanceSign | undefined {
  const { lemmas, tags, resolvedEntities, tokens } = tree.document;
  if (tags[head] !== "VERB") return undefined;
  const { verb, valence } = getStanceWord(lemmas[head]);
  const isAgainst = verb === STANCE_CLASS.oppose || isEndingVerb(lemmas[head].toLowerCase());
  // "No ferry should be cancelled": of none of them, so of all not.
  const opening = tree.first[subject];
  const isNone = /^no$/i.test(tokens[opening].text);
  const turned = isNone ? -sign : sign;
  const side = isAgainst ? -turned : turned;
  const owner = getEntity(tree, subject);
  const isHolder = owner >= 0 && HOLDING.test(resolvedEntities[owner].kind);
  if (isLeaving(tree, head)) return isHolder && sign > 0 ? make(subject, -1, 0.9, "demand") : undefined;
  if (getChild(tree, head, /^(?:nsubj:pass|aux:pass)$/) >= 0) {
    // "should not be used for that": against one use of it.
    if (!/^(?:NOUN|PROPN)$/.test(tags[subject]) || VIEWING.test(lemmas[head]) || DEALING.test(lemmas[head]))
      return undefined;
    // "how many beds should be kept", "what kinds of things must be withheld".
    if (isQuestioned(tree, subject)) return undefined;
    // What is to be done to somebody is for or against him only where the deed is good or bad: "should be punished".
    // "should not have been made public": how it was done.
    const isKnownSide = isAgainst || verb === STANCE_CLASS.support;
    if (!isKnownSide && getChildren(tree, head).some((child) => child < head && lemmas[child] === "have"))
      return undefined;
    const isDeedKnown = isAgainst || verb === STANCE_CLASS.support || Math.abs(valence) >= 1;
    if (isHolder && !isDeedKnown) return undefined;
    const value = isHolder && !isAgainst && valence <= -1 ? -side : side;
    const asked = make(subject, value, 0.9, "demand");
    return isNone && opening < subject ? { ...asked, targetStart: opening + 1 } : asked;
  }
  // "The decision should help them": hoped from it; "must be", "must rank": only supposed.
  if (isContested(tree, subject, issue) && !isHolder)
    return sign > 0 && tags[subject] === "NOUN" && getChild(tree, head, /^aux$/) >= 0 && !hasMust(tree, head)
      ? make(subject, 1, 0.4, "judgement")
      : undefined;
  // "You have to read it", "people should know": advice to anybody.
  const isNamed = owner >= 0 && ADDRESSED.has(resolvedEntities[owner].kind) && resolvedEntities[owner].isNamed;
  const isAnswerable = ANSWERABLE.test(lemmas[subject].toLowerCase()) || isOfficer(tree, subject, owner);
  if (!isNamed && !isAnswerable) return undefined;
  // "The court should have waited", "should not have waited": against whoever did not, or did.
  if (isMissed(tree, head)) return make(subject, -1, 0.6, "demand");
  if (!isNamed && (VIEWING.test(lemmas[head]) || KNOWING.test(lemmas[head]))) return undefined;
  const object = findObject(tree, head);
  // "should send the prisoners home": the deed is wanted, and not those it is done to.
  const of = object < 0 ? -1 : getEntity(tree, object);
  const isDone =
    of >= 0 && /^(?:person|group)$/.test(resolvedEntities[of].kind) && !isAgainst && verb !== STANCE_CLASS.support;
  if (object >= 0 && !isDone) return make(object, side, 0.8, "demand");
  return { ...make(head, side, 0.8, "demand"), targetStart: head };
}

/** Those who decide, without a name: "governments should". */
const ANSWERABLE =
  /^(?:government|administration|country|state|nation|leader|employer|company|firm|bank|donor|party|lawmaker|mp|senator|deputy|politician|judge|court|council|parliament|congress|authority|regulator|police|union|board|director|side|army|military|world|community|west|ally|minister|president|commission|ministry|industry|prosecutor)$/;
const KNOWING =
  /^(?:be|have|know|see|expect|understand|remember|learn|wait|worry|fear|feel|think|realise|realize|like|want)$/;

/** "should have": what was not done. */
function isMissed({ document, childStart, children }: Tree, head: number): boolean {
  const { lemmas, relations, tokens } = document;
  for (let at = childStart[head]; at < childStart[head + 1]; at++) {
    const child = children[at];
    if (child < head && /^aux/.test(relations[child]) && lemmas[child] === "have")
      return /^(?:should|ought|must|to|not|n't|n’t|never)$/i.test(tokens[child - 1]?.text ?? "");
  }
  return false;
}

/** A named person, of whom something is asked. */
function isOfficer(tree: Tree, subject: number, owner: number): boolean {
  const { tags, resolvedEntities } = tree.document;
  return tags[subject] === "PROPN" && owner >= 0 && resolvedEntities[owner].kind === "person";
}

/** "we will enforce the ruling": one's own part in what is disputed. */
export function readIntent(
  tree: Tree,
  head: number,
  sign: number,
  issue: Issue | undefined,
  make: MakeSign,
): StanceSign | undefined {
  const { tokens, lemmas } = tree.document;
  const isMeant = getChildren(tree, head).some(
    (child) => child < head && /^(?:will|would|'ll|’ll|shall|wo|must)$/i.test(tokens[child].text),
  );
  const { verb, valence } = getStanceWord(lemmas[head]);
  // "We will look at the plan": takes no side.
  if (!isMeant || verb === STANCE_CLASS.weigh) return undefined;
  const object = findObject(tree, head);
  const target = object > head ? object : getChild(tree, head, /^(?:obl|obj)/, head);
  if (target < 0 || issue === undefined) return undefined;
  const sample = make(target, 1, 0, "intent");
  if (!isOnIssue(tree, sample, issue)) return undefined;
  const isAgainst = verb === STANCE_CLASS.oppose || verb === STANCE_CLASS.end || valence <= -1;
  return make(target, isAgainst !== isDoubted(tree, head) ? -sign : sign, 0.8, "intent");
}

/** "I find it hard to imagine that we would", "it is unlikely that we will". */
function isDoubted(tree: Tree, head: number): boolean {
  const { statementAt, first } = tree;
  const { heads, tokens } = tree.document;
  for (let token = head, steps = 0; steps < 4 && heads[token] >= 0; steps++) {
    token = heads[token];
    if (statementAt[token] !== statementAt[head]) break;
    for (let word = first[token]; word < head; word++) if (DOUBTING.test(tokens[word].text)) return true;
  }
  return false;
}

function isQuestioned(tree: Tree, subject: number): boolean {
  const { tokens } = tree.document;
  const before = Math.max(0, tree.first[subject] - 1);
  for (let token = before; token < subject; token++)
    if (/^(?:how|what|which|whose|whether)$/i.test(tokens[token].text)) return true;
  return false;
}

function hasMust(tree: Tree, head: number): boolean {
  return getChildren(tree, head).some((child) => child < head && /^must$/i.test(tree.document.tokens[child].text));
}

/** "must", "should", "ought". */
export function hasModal(tree: Tree, head: number): boolean {
  const { tokens, relations } = tree.document;
  return getChildren(tree, head).some(
    (child) => child < head && relations[child] === "aux" && /^(?:must|should|ought)$/i.test(tokens[child].text),
  );
}

/** "needs to", "has to". */
export function isNeeded(tree: Tree, head: number): boolean {
  const { tokens, relations, lemmas, heads } = tree.document;
  const above = heads[head];
  return (
    relations[head] === "xcomp" &&
    above >= 0 &&
    !isNegated(tree, above) &&
    // "may have to absorb": foreseen, and not asked for.
    getChildren(tree, above).every(
      (child) => child > above || !/^(?:will|would|may|might|could)$/i.test(tokens[child].text),
    ) &&
    /^(?:need|have)$/.test(lemmas[above]) &&
    tokens[above + 1]?.text.toLowerCase() === "to"
  );
}
