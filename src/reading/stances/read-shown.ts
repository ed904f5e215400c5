/** Judgements in what a thing has or does: "has no basis in law", "would have bad consequences", "sends the wrong message". */
import { judgePhrase } from "./judge-phrase.ts";
import type { MakeSign } from "./read-wants.ts";
import { getChildren, getEntity, getPreposition, isNegated, type StanceSign, type Tree } from "./stance-document.ts";

/** Verbs by which a thing shows its worth in their object: "would have bad consequences", "sends a strong message". */
export const SHOWING = new Set([
  "have",
  "make",
  "send",
  "give",
  "bring",
  "mark",
  "represent",
  "set",
  "cause",
  "create",
  "do",
]);
/** What a thing that "has no" such is denied: its force or its grounds. */
const WORTH = new Set(
  "meaning merit basis validity justification legitimacy value place force effect authority jurisdiction credibility significance foundation grounds sense point".split(
    " ",
  ),
);
/** "has no meaning", "would have bad consequences". */
export function readShown(
  tree: Tree,
  head: number,
  subject: number,
  isDisputed: boolean,
  make: MakeSign,
  had?: number,
): StanceSign | undefined {
  const { lemmas, relations, resolvedEntities, tags } = tree.document;
  // The parser takes an object in quotation marks for something else.
  const object =
    had ??
    getChildren(tree, head).find(
      (child) => child > head && /^(?:obj|obl|nsubj)/.test(relations[child]) && getPreposition(tree, child) === "",
    );
  const owner = getEntity(tree, subject);
  // What people have or do tells of their lot; what a thing has tells what it is worth.
  if (
    object === undefined ||
    (owner >= 0 && /^(?:person|group|organisation|state|place)$/.test(resolvedEntities[owner].kind))
  )
    return undefined;
  // "made him the best recruiter": what became of him.
  if (lemmas[head] === "make" && getChildren(tree, head).some((child) => child > head && tags[child] === "PRON"))
    return undefined;
  if (WORTH.has(lemmas[object].toLowerCase()))
    return isNegated(tree, object) || isNegated(tree, head) ? make(subject, -1, 0.8, "judgement") : undefined;
  let judged = 0;
  for (const child of getChildren(tree, object)) {
    if (relations[child] === "amod") judged += judgePhrase(tree, child);
  }
  if (isNegated(tree, head) || isNegated(tree, object)) judged = -judged;
  return Math.abs(judged) < (isDisputed ? 1 : 2)
    ? undefined
    : make(subject, judged, 0.3 + Math.abs(judged) / 5, isDisputed ? "judgement" : "opinion");
}
