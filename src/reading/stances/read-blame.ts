/** Judgements of persons and bodies in what others say of them: "the minister is a liar", "the ministry failed the families". */
import { judgePhrase, rate } from "./judge-phrase.ts";
import type { MakeSign } from "./read-wants.ts";
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

/** Verbs that blame whoever did it; "failed", "lied" and "broke" only with what follows them. */
const FAULTS = new Set(
  "ignore betray mislead deceive neglect mishandle mismanage misjudge misread mistake bungle botch squander cheat disregard overstep".split(
    " ",
  ),
);
/** What one breaks, and is to blame for it. */
const PLEDGES = /^(?:promise|pledge|word|law|rule|trust|agreement|commitment)s?$/;
/** What somebody feels or is by no fault of his own, though it is rated as badly as faults are. */
export const STATES =
  /^(?:dead|ill|sick|injured|wounded|hurt|sad|angry|afraid|worried|upset|sorry|glad|happy|unhappy|lonely|poor|tired|shocked|scared|frightened|furious|proud|alive|lucky|unlucky|victim|refugee|winner|loser|friend|survivor|prisoner|criminal|killer|suspect|sure|ready|aware|free|fine|ok|okay|grateful|thankful|safe|eligible|anxious|nervous|excited|welcome)$/;
/** Many, whom a body may serve or fail. */
export const PEOPLE =
  /^(?:family|child|people|patient|resident|worker|voter|victim|parent|citizen|public|country|nation|community|woman|man|member|taxpayer|student|pupil|consumer|customer|passenger)$/;
/** Least rating of a noun or adjective that a person is said to be. */
const MIN_RATING = 1.7;

/** @param subject In the same clause; nothing is read of those who are no entity, or not a person or body. */
export function readBlame(tree: Tree, head: number, subject: number, make: MakeSign): StanceSign | undefined {
  const { tags, lemmas, tokens, resolvedEntities } = tree.document;
  const owner = getEntity(tree, subject);
  if (owner < 0 || !/^(?:person|group|organisation|state|court)$/.test(resolvedEntities[owner].kind)) return undefined;
  if (tags[subject] === "PRON" || getPreposition(tree, subject) !== "") return undefined;
  if (tags[head] === "VERB")
    return isFault(tree, head) && !isOpen(tree, head) ? make(subject, -1, 0.7, "opinion") : undefined;
  // "is under threat", "was satisfied": how things are with them.
  const isState = getPreposition(tree, head) !== "" || (tags[head] === "ADJ" && /ed$/.test(tokens[head].text));
  if (getChild(tree, head, /^cop$/) < 0 || isState || STATES.test(lemmas[head].toLowerCase())) return undefined;
  // "is a free agent": a quality in a kind, unless the kind says no more than that it is somebody.
  const own = rate(tokens[head].text, lemmas[head], tags[head]);
  if (
    Math.abs(own) < 1.3 &&
    !/^(?:man|woman|guy|person|leader|politician|president|minister|mayor|king|job)$/.test(lemmas[head])
  )
    return undefined;
  const judged = judgePhrase(tree, head);
  return Math.abs(judged) < MIN_RATING || isOpen(tree, head) ? undefined : make(subject, judged, 0.6, "opinion");
}

/** Negated, supposed or asked for. */
function isOpen(tree: Tree, head: number): boolean {
  return (
    isNegated(tree, head) ||
    getChildren(tree, head).some(
      (child) =>
        child < head && /^(?:may|might|could|would|should|must|if|whether)$/i.test(tree.document.tokens[child].text),
    )
  );
}

function isFault(tree: Tree, verb: number): boolean {
  const { lemmas, tokens, relations, tags } = tree.document;
  const { text } = tokens[verb];
  const lemma = /^(?:lied|lying)$/i.test(text)
    ? "lie"
    : /^misled$/i.test(text)
      ? "mislead"
      : lemmas[verb].toLowerCase();
  if (getChild(tree, verb, /^(?:nsubj:pass|aux:pass)$/) >= 0) return false;
  const object = findObject(tree, verb);
  if (FAULTS.has(lemma)) return object > verb;
  // "lied to us", "lied about it"; who "lies on the coast" does not.
  if (lemma === "lie") return /^(?:to|about)$/.test(tokens[verb + 1]?.text ?? "");
  if (lemma === "break") return object > verb && PLEDGES.test(lemmas[object]);
  // "failed the families"; who "failed the test" or "failed to appear" is not blamed by it.
  if (lemma !== "fail" || object < verb || relations[object] !== "obj") return false;
  return (
    /^(?:us|them|you|him|her|me)$/i.test(tokens[object].text) || (tags[object] !== "PROPN" && isOfPeople(tree, object))
  );
}

function isOfPeople(tree: Tree, object: number): boolean {
  const { lemmas, tokens, resolvedEntities } = tree.document;
  const entity = getEntity(tree, object);
  if (entity >= 0 && /^(?:person|group|state)$/.test(resolvedEntities[entity].kind)) return true;
  return tokens[object].text === "people" || PEOPLE.test(lemmas[object]);
}
