/** Set ways of saying what a thing is worth: "there is no place for it", "goes too far", "would ruin the port", "is a step back". */

import { isDisputable } from "./disputed-nouns.ts";
import { isEndingVerb } from "./ending-words.ts";
import { type Issue, isContested } from "./issue.ts";
import { judgePhrase, rate } from "./judge-phrase.ts";
import { type MakeSign, VIEWING } from "./read-wants.ts";
import {
  findObject,
  getChild,
  getChildren,
  getEntity,
  getPreposition,
  isNegated,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

/** What there is none of for a thing that one is against. */
const ROOM =
  /^(?:place|room|justification|excuse|need|case|reason|basis|ground|grounds|mandate|support|appetite|point)$/;

/** "There is no justification for this decision". */
export function readAbsence(tree: Tree, head: number, make: MakeSign): StanceSign | undefined {
  const { lemmas, relations, tokens } = tree.document;
  if (lemmas[head] !== "be" || getChild(tree, head, /^expl$/) < 0) return undefined;
  const what = getChildren(tree, head).find((child) => child > head && /^(?:nsubj|obj|xcomp)/.test(relations[child]));
  if (what === undefined || !ROOM.test(lemmas[what]) || isNegated(tree, what) === isNegated(tree, head))
    return undefined;
  const target = [what, head]
    .flatMap((owner) => getChildren(tree, owner))
    .find((child) => child > what && /^(?:for|in)$/.test(getPreposition(tree, child)));
  // "there is no need for alarm": nothing that anybody wants.
  const isNamed =
    target !== undefined &&
    /^(?:a|an|the|this|that|such|any|his|her|its|their)$/i.test(tokens[tree.first[target] + 1]?.text ?? "");
  return target === undefined || !isNamed ? undefined : make(target, -1, 0.8, "judgement");
}

/** "It is time to scrap the toll", "it is time for the council to act". */
export function readTime(tree: Tree, head: number, make: MakeSign): StanceSign | undefined {
  const { lemmas, tokens, tags } = tree.document;
  if (!/^time$/i.test(tokens[head].text) || getChild(tree, head, /^cop$/) < 0 || isNegated(tree, head))
    return undefined;
  let to = head + 1;
  while (to < head + 8 && to < tokens.length && tokens[to].text !== "to") to++;
  const isStraight = to === head + 1 || /^for$/.test(tokens[head + 1]?.text ?? "");
  const deed = to + 1;
  if (!isStraight || tokens[to]?.text !== "to" || tags[deed] !== "VERB") return undefined;
  const lemma = lemmas[deed].toLowerCase();
  if (VIEWING.test(lemma)) return undefined;
  const { verb } = getStanceWord(lemma);
  const isAgainst = isEndingVerb(lemma) || verb === STANCE_CLASS.oppose;
  const object = findObject(tree, deed);
  if (object > deed && (isAgainst || verb === STANCE_CLASS.support))
    return make(object, isAgainst ? -1 : 1, 0.8, "demand");
  const sign = make(deed, 1, 0.7, "demand");
  return tree.first[deed] >= head && tree.last[deed] > deed ? sign : undefined;
}

/** "goes too far", "does not go far enough"; 0 for other verbs. */
export function judgeReach(tree: Tree, head: number): number {
  const { lemmas, tokens } = tree.document;
  if (lemmas[head] !== "go") return 0;
  const far = [head + 1, head + 2].find((token) => /^far$/i.test(tokens[token]?.text ?? ""));
  if (far === undefined) return 0;
  if (/^too$/i.test(tokens[far - 1].text)) return isNegated(tree, head) ? 0 : -1.5;
  return isNegated(tree, head) && /^enough$/i.test(tokens[far + 1]?.text ?? "") ? -1.2 : 0;
}

/** Words for what comes of a thing, in one's own forecast: "would ruin the port", "will protect children". */
const EFFECT = 1.5;

/** Verbs that tell what befalls or moves their subject. */
const LOT = /^(?:lose|suffer|struggle|die|win|gain|benefit|need|want|like|love|hate|fear|enjoy|face|miss)$/;

/** Above 0 for a good effect that the thing is said to have or to be going to have, below 0 for a bad one; 0 for none. */
export function judgeEffect(tree: Tree, head: number, subject: number): number {
  const { tags, lemmas, tokens, relations, resolvedEntities } = tree.document;
  // What people will gain or suffer is their lot, not their worth.
  const owner = getEntity(tree, subject);
  if (tags[subject] === "PRON" || (owner >= 0 && /^(?:person|group)$/.test(resolvedEntities[owner].kind))) return 0;
  if (tags[head] !== "VERB" || getChild(tree, head, /^aux:pass$/) >= 0) return 0;
  const isForecast = getChildren(tree, head).some(
    (child) => child < head && /^(?:will|would|'ll|’ll|wo|could)$/i.test(tokens[child].text),
  );
  if (!isForecast) return 0;
  const outcome = judgeOutcome(tree, head);
  if (outcome !== 0) return outcome;
  const hasObject = getChildren(tree, head).some((child) => child > head && /^(?:obj|iobj)/.test(relations[child]));
  if (LOT.test(lemmas[head])) return 0;
  const rating = rate(tokens[head].text, lemmas[head], "VERB");
  if (!hasObject || Math.abs(rating) < EFFECT) return 0;
  // "will not hurt anybody" is no praise.
  return isNegated(tree, head) ? Math.min(0, -rating) : rating;
}

/** "would lead to chaos", "will result in misery". */
function judgeOutcome(tree: Tree, head: number): number {
  if (!/^(?:lead|amount|result|contribute)$/.test(tree.document.lemmas[head]) || isNegated(tree, head)) return 0;
  const outcome = getChildren(tree, head).find(
    (child) => child > head && /^(?:to|in)$/.test(getPreposition(tree, child)),
  );
  const rating = outcome === undefined ? 0 : judgePhrase(tree, outcome);
  return Math.abs(rating) < EFFECT ? 0 : rating;
}

/** Nouns for a change to the better, unless it goes back or wrong. */
const STEPS = /^(?:step|milestone|breakthrough|improvement)s?$/;

/** "is a step in the right direction", "was a step backwards"; 0 for other words. */
export function judgeStep(tree: Tree, head: number): number {
  const { tokens } = tree.document;
  if (!STEPS.test(tokens[head].text) || getChild(tree, head, /^cop$/) < 0) return 0;
  for (let token = tree.first[head]; token <= Math.min(tree.last[head], head + 6); token++)
    if (/^(?:back|backwards?|wrong|bad|poor|false|retrograde)$/i.test(tokens[token].text)) return -1.5;
  return isNegated(tree, head) ? -1.5 : 1.5;
}

/** The gerund of which the judged noun is the object: in "Closing the port would be a mistake" the closing; -1 for none. */
export function findGerund(tree: Tree, subject: number): number {
  const { tokens, tags } = tree.document;
  const before = tree.first[subject] - 1;
  if (before < 0 || tags[before] !== "VERB" || !/ing$/i.test(tokens[before].text)) return -1;
  if (tree.statementAt[before] !== tree.statementAt[subject]) return -1;
  // Only what opens its clause: "critics of closing the port would be".
  const opening = tokens[before - 1]?.text ?? ".";
  return /^(?:["“‘'.,:;]|that|said|says|but|and)/i.test(opening) ? before : -1;
}

/** A gerund hung on the judgement as something else: the first word of its clause, or -1. */
export function findOpeningGerund(tree: Tree, head: number): number {
  const { tokens, tags, relations } = tree.document;
  for (const child of getChildren(tree, head))
    if (
      child < head &&
      tags[child] === "VERB" &&
      /ing$/i.test(tokens[child].text) &&
      /^(?:csubj|advcl|aux|dep|nsubj|ccomp)/.test(relations[child])
    )
      return child;
  return -1;
}

/** Whether a thing is disputed in this report, or is itself a deed somebody may do or leave. */
export function isProposal(tree: Tree, subject: number, issue: Issue | undefined): boolean {
  return (
    isContested(tree, subject, issue) ||
    isDisputable(tree, subject) ||
    (tree.document.tags[subject] === "VERB" && /ing$/i.test(tree.document.tokens[subject].text))
  );
}
