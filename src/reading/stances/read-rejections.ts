/**
 * What somebody turns down who rejects what others say of a thing or ask for: "rejected claims that the trial was unfair" is for
 * the trial, "rejected calls to scrap the toll" for the toll, "rejected calls for an inquiry" against the inquiry.
 */
import { findHolder, isDenied, toSign } from "./act-signs.ts";
import { isDisputable } from "./disputed-nouns.ts";
import { isEndingNoun, isEndingVerb } from "./ending-words.ts";
import { judgePhrase } from "./judge-phrase.ts";
import {
  findObject,
  getChild,
  getChildren,
  getPreposition,
  isNegated,
  type StanceSign,
  SUBJECT,
  type Tree,
} from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

const REJECTING = /^(?:reject|dismiss|deny|refute|rebut|dispute|resist|rebuff|spurn|ignore|contest)$/;
const CLAIM =
  /^(?:claim|suggestion|accusation|allegation|charge|notion|idea|assertion|rumou?r|argument|insinuation|assumption|perception|narrative)$/;
const CRITICISM = /^(?:criticism|complaint|objection|opposition|concern|fear|attack)$/;
const CALL =
  /^(?:call|plea|appeal|demand|request|pressure|suggestion|bid|push|attempt|effort|motion|proposal|petition)$/;
/** What a thing is blamed for that ratings of feeling leave out. */
const TAINTED =
  /^(?:political|politici[sz]ed|motivated|biased|partisan|rigged|flawed|illegal|unlawful|unconstitutional|unsafe|unfair|excessive|disproportionate|selective|discriminatory|racist|corrupt|a? ?sham)$/i;
const MIN_BLAME = 1;

export function isRejecting(lemma: string): boolean {
  return REJECTING.test(lemma);
}

/** `undefined` where what is rejected is neither a claim nor a call about something else. */
export function readRejection(tree: Tree, verb: number, object: number): StanceSign | undefined {
  const { lemmas } = tree.document;
  if (isDenied(tree, verb)) return undefined;
  if (object < 0 || object < verb) return lemmas[verb] === "deny" ? readClaim(tree, verb, verb) : undefined;
  const noun = lemmas[object].toLowerCase();
  if (CLAIM.test(noun)) {
    const claim = readClaim(tree, verb, object);
    if (claim !== undefined) return claim;
  }
  if (CRITICISM.test(noun)) return readCriticism(tree, verb, object);
  return CALL.test(noun) ? readCall(tree, verb, object) : undefined;
}

/** "that the trial was unfair": for the trial, which somebody blames. */
function readClaim(tree: Tree, verb: number, owner: number): StanceSign | undefined {
  const { tokens } = tree.document;
  const clause = [owner, verb]
    .map((of) => getChild(tree, of, /^(?:acl|ccomp|xcomp|advcl)/, owner))
    .find((at) => at > owner);
  if (clause === undefined) return undefined;
  const subject = getChild(tree, clause, SUBJECT);
  if (subject < 0 || !isDisputable(tree, subject)) return undefined;
  const judged = TAINTED.test(tokens[clause].text) ? -2 : judgePhrase(tree, clause);
  if (Math.abs(judged) < MIN_BLAME) return undefined;
  const value = isNegated(tree, clause) && TAINTED.test(tokens[clause].text) ? 1 : judged;
  return toRejection(tree, verb, subject, value < 0 ? 1 : -1);
}

/** "rejected criticism of the toll". */
function readCriticism(tree: Tree, verb: number, object: number): StanceSign | undefined {
  const of = findPhrase(tree, verb, object, /^(?:of|over|about|to|on)$/);
  return of < 0 ? undefined : toRejection(tree, verb, of, 1);
}

function readCall(tree: Tree, verb: number, object: number): StanceSign | undefined {
  const { lemmas, tokens, tags } = tree.document;
  const deed = tokens[object + 1]?.text === "to" && tags[object + 2] === "VERB" ? object + 2 : -1;
  if (deed >= 0) {
    const lemma = lemmas[deed].toLowerCase();
    const done = findObject(tree, deed);
    const isAgainst = isEndingVerb(lemma) || getStanceWord(lemma).verb === STANCE_CLASS.oppose;
    if (done > deed && isAgainst) return toRejection(tree, verb, done, 1);
    return toRejection(tree, verb, deed, -1);
  }
  const asked = findPhrase(tree, verb, object, /^for$/);
  if (asked < 0) return undefined;
  // "calls for an end to the siege": for the siege.
  const ended = isEndingNoun(lemmas[asked]) ? findPhrase(tree, asked, asked, /^(?:of|to)$/) : -1;
  return ended >= 0 ? toRejection(tree, verb, ended, 1) : toRejection(tree, verb, asked, -1);
}

function findPhrase(tree: Tree, verb: number, object: number, preposition: RegExp): number {
  return (
    [...getChildren(tree, object), ...getChildren(tree, verb)].find(
      (child) => child > object && preposition.test(getPreposition(tree, child)),
    ) ?? -1
  );
}

function toRejection(tree: Tree, verb: number, target: number, value: number): StanceSign | undefined {
  return toSign(tree, verb, { holder: findHolder(tree, verb), target, value, strength: 0.7, kind: "act" });
}
