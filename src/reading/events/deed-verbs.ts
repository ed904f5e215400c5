/** The verbs that lead from whoever acts down to what he does, and what the outer ones make of it. */

import type { ResolvedDocument } from "../resolve-mentions.ts";
import { findChild, type TreeIndex } from "../tree-index.ts";
import type { EventClass } from "./event-model.ts";

/** Tokens of one party, or none. */
export type Party = ReadonlySet<number>;

/** Verbs that only tell what somebody says. */
const REPORTING = new Set("say tell report add state note claim confirm".split(" "));
/** Verbs beneath which the deed stands: "began to withdraw". */
const OPENING = new Set("announce declare reiterate be want try begin start continue".split(" "));
const INTENDING = new Set(
  "plan intend prepare prepared ready willing expect set due aim decide vow swear pledge".split(" "),
);
const FUTURE = /^(?:will|would|['’]ll|wo|shall)$/i;
const NECESSITY = /^(?:must|should|ought)$/i;
const NEGATION = /^(?:not|n['’]t|never)$/i;
/** What is intended of these is a threat, what is intended of others an agreement, as PLOVER defines them. */
const HOSTILE: ReadonlySet<EventClass> = new Set([
  "ACCUSE",
  "SANCTION",
  "COERCE",
  "ASSAULT",
  "MOBILIZE",
  "PROTEST",
  "REJECT",
  "THREATEN",
] as const);
const MAX_STEPS = 8;
const MAX_VERBS = 5;

export function isReporting(lemma: string): boolean {
  return REPORTING.has(lemma);
}

/**
 * The verb that whoever acts is said of: the next one above his phrase that does more than report. Without one, the verb of
 * the sentence beneath its verbs of reporting; -1 for none.
 */
export function findDeedVerb(document: ResolvedDocument, tree: TreeIndex, sentence: number, actor: Party): number {
  const { heads, tags, lemmas, sentences } = document;
  for (const token of actor) {
    let verb = actor.has(heads[token]) ? -1 : heads[token];
    for (let steps = 0; verb >= 0 && steps < MAX_STEPS; steps++, verb = heads[verb])
      if (tags[verb] === "VERB" && !REPORTING.has(lemmas[verb].toLowerCase()) && !actor.has(verb)) return verb;
  }
  const { startToken, endToken } = sentences[sentence];
  let root = startToken;
  while (root < endToken && heads[root] >= 0) root++;
  if (root === endToken) return -1;
  while (REPORTING.has(lemmas[root].toLowerCase())) {
    const said = findChild(document, tree, root, ["ccomp", "parataxis"]);
    if (said < 0) break;
    root = said;
  }
  return root;
}

/** The verb that another governs: "agreed to withdraw"; -1 for none. */
export function findGoverned(document: ResolvedDocument, tree: TreeIndex, verb: number, actor: Party): number {
  const governed = findChild(document, tree, verb, ["xcomp", "ccomp"]);
  return actor.has(governed) ? -1 : governed;
}

/**
 * The class that the outer verbs set: refusing, asking, threatening or agreeing to something is none of that thing.
 *
 * @param toClass Class of a verb by the dictionary.
 * @param getContent Class of what is done, told only where it is wanted.
 */
export function classifyByVerbs(
  document: ResolvedDocument,
  tree: TreeIndex,
  first: number,
  actor: Party,
  toClass: (token: number) => EventClass | undefined,
  getContent: () => EventClass,
): EventClass {
  const { lemmas, tags } = document;
  let isIntended = false;
  let isNegated = false;
  let verb = first;
  for (let step = 0; verb >= 0 && step < MAX_VERBS; step++) {
    const lemma = lemmas[verb].toLowerCase();
    const governed = findGoverned(document, tree, verb, actor);
    const isFuture = hasChild(document, tree, verb, "aux", FUTURE);
    const isIntending = INTENDING.has(lemma);
    if (hasChild(document, tree, verb, "advmod", NEGATION)) isNegated = true;
    if (hasChild(document, tree, verb, "aux", NECESSITY)) return "REQUEST";
    if ((lemma === "have" || lemma === "need") && governed >= 0) return "REQUEST";
    if (isFuture || isIntending) isIntended = true;
    const cls = toClass(verb);
    if (isNegated && (isIntended || cls === "AGREE")) return "REJECT";
    if (!isFuture && (cls === "REQUEST" || cls === "REJECT" || cls === "THREATEN")) return cls;
    if (cls === "AGREE" && !isIntending) return cls;
    const isOuter = REPORTING.has(lemma) || OPENING.has(lemma) || isIntending || tags[verb] !== "VERB";
    verb = isOuter ? governed : -1;
  }
  const content = getContent();
  if (!isIntended) return content;
  return HOSTILE.has(content) ? "THREATEN" : "AGREE";
}

function hasChild(
  { relations, tokens }: ResolvedDocument,
  { childStart, children }: TreeIndex,
  token: number,
  relation: string,
  word: RegExp,
): boolean {
  for (let i = childStart[token]; i < childStart[token + 1]; i++)
    if (relations[children[i]] === relation && word.test(tokens[children[i]].text)) return true;
  return false;
}
