/** Whether a deed happened, by the words around it: said plainly, by somebody, denied, planned or only thought of. */
import type { ResolvedDocument } from "../resolve-mentions.ts";
import type { Event } from "../schema.ts";
import { findChild, type TreeIndex } from "../tree-index.ts";
import type { EventFrame } from "./event-frame.ts";

/** `undefined`: the words say that it did not happen, or ask. */
export type Mood = Exclude<Event["status"], "claimed"> | undefined;

const NEGATIONS = new Set(["not", "n't", "n’t", "never", "neither", "nor", "no", "without"]);
const FUTURE = new Set(["will", "shall", "'ll", "’ll", "wo"]);
const MODALS = new Set(["would", "could", "may", "might", "should", "must", "can", "ca", "ought", "'d", "’d"]);
const CONDITIONS = new Set(["if", "unless", "whether", "should", "lest"]);
/** Verbs that govern what is to come, what is only wished, what is denied; and those after which it is done. */
const PLANNING = new Set(
  "plan intend prepare expect schedule set due aim decide agree promise pledge vow commit propose announce arrange ready vote".split(
    " ",
  ),
);
/** Nouns for what is to come. */
const PLANS = new Set(
  "plan decision intention promise pledge vow agreement deal move order arrangement aim".split(" "),
);
const WISHING = new Set(
  "want hope wish seek urge ask call demand threaten consider suggest order tell request warn try attempt need allow let invite encourage press advise require bid lobby fail".split(
    " ",
  ),
);
const DENYING = new Set("deny refuse decline reject refute dismiss avoid prevent stop".split(" "));
const DOING = new Set(
  "begin start continue go help manage proceed resume keep use join prompt force lead cause drive compel".split(" "),
);
/** Verbs that say of a deed that it was done: "admitted shelling". */
const TELLING = new Set(
  "admit confess report regret recall describe remember mention enjoy end finish quit".split(" "),
);
/** Prepositions before a gerund that is not told as done. */
const UNSURE = new Set(["of", "from", "with", "about", "against"]);
/** "the first to help" have helped. */
const FIRST = new Set(["first", "last", "latest", "only"]);
/** Verbs by which a body makes up its mind, whose infinitive the tree may take for a purpose. */
const RESOLVING = new Set(["vote", "agree", "decide"]);
const MAX_STEPS = 4;

/**
 * @param isDeniedBySpeaker Whether it stands in a statement that denies.
 * @param isReported Whether it stands in somebody's words told by the report, where "would" is what "will" was.
 */
export function findMood(
  document: ResolvedDocument,
  tree: TreeIndex,
  frame: EventFrame,
  isDeniedBySpeaker: boolean,
  isReported: boolean,
): Mood {
  const { heads, relations, lemmas, tags, tokens } = document;
  let mood: Mood = "asserted";
  const weaken = (to: Mood): void => {
    if (mood === "asserted" || (mood === "planned" && to === "hypothetical")) mood = to;
  };
  let token = frame.trigger;
  for (let steps = 0; token >= 0 && steps < MAX_STEPS; steps++) {
    const { childStart, children } = tree;
    for (let i = childStart[token]; i < childStart[token + 1]; i++) {
      const child = children[i];
      const relation = relations[child];
      const word = tokens[child].text.toLowerCase();
      if (relation === "det" && word === "any" && steps === 0 && frame.isNoun) weaken("hypothetical");
      if (relation === "advmod" || relation === "cc:preconj" || relation === "det") {
        // "cannot kill", "will not release", "a decision not to ban": no more than an intent.
        if (NEGATIONS.has(word))
          return isDeniedBySpeaker || (steps === 0 && !isUnreal(document, tree, token)) ? "denied" : undefined;
      } else if (relation === "aux") {
        if (FUTURE.has(word)) weaken("planned");
        else if (isReported && word === "would") weaken("planned");
        else if (MODALS.has(word)) weaken("hypothetical");
      } else if (relation === "mark" && CONDITIONS.has(word)) weaken("hypothetical");
      else if (relation === "mark" && word === "without") return undefined;
    }
    if (frame.object >= 0 && steps === 0 && findNegation(document, tree, frame.object)) return undefined;
    const head = heads[token];
    const relation = relations[token];
    if (head < 0) break;
    const governor = lemmas[head].toLowerCase();
    const isInfinitive = toMark(document, tree, token) === "to";
    if (
      relation === "xcomp" ||
      relation === "ccomp" ||
      relation === "obj" ||
      relation === "acl" ||
      relation === "obl"
    ) {
      if (DENYING.has(governor))
        return relation === "obl" ? mood : governor === "deny" || governor === "refute" ? "denied" : undefined;
      if (relation !== "obl" && relation !== "obj" && PLANNING.has(governor) && isInfinitive) weaken("planned");
      else if (
        relation !== "obl" &&
        WISHING.has(governor) &&
        (isInfinitive || relation === "obj" || relation === "ccomp")
      )
        weaken("hypothetical");
      else if (relation !== "obl" && isGerund(document, token) && !DOING.has(governor) && !TELLING.has(governor))
        weaken("hypothetical");
      else if (isInfinitive && !DOING.has(governor)) {
        // "the decision to close"; "the chance to meet", "efforts to sway" tell of no plan.
        weaken(relation === "acl" && PLANS.has(governor) ? "planned" : "hypothetical");
      }
    } else if (relation === "advcl" && isInfinitive && !FIRST.has(governor))
      weaken(RESOLVING.has(governor) ? "planned" : "hypothetical");
    // "convicted of killing", "kept from arresting"; what is done "by" or "after" shelling was done.
    else if (relation === "advcl" && UNSURE.has(toMark(document, tree, token)) && steps === 0) weaken("hypothetical");
    // A noun's verb and a conjunct's first verb say more; a subordinate clause does not say it of its main one.
    if (relation === "advcl" || relation === "acl:relcl" || relation === "parataxis" || relation === "acl") break;
    if (relation === "ccomp" && tags[token] === "VERB") break;
    token = head;
  }
  return mood;
}

/** "They endorsed shelling Estaria": shelling is thought of, not told. */
function isGerund({ features, relations }: ResolvedDocument, token: number): boolean {
  return /^[xc]comp$/.test(relations[token]) && features[token].includes("VerbForm=Ger");
}

/** Whether a verb stands with a modal, "will" or "to". */
function isUnreal(
  { relations, tokens }: ResolvedDocument,
  { childStart, children }: TreeIndex,
  token: number,
): boolean {
  for (let i = childStart[token]; i < childStart[token + 1]; i++) {
    const word = tokens[children[i]].text.toLowerCase();
    if (relations[children[i]] === "mark" ? word === "to" : FUTURE.has(word) || MODALS.has(word)) return true;
  }
  return false;
}

function findNegation({ tokens }: ResolvedDocument, { childStart, children }: TreeIndex, noun: number): boolean {
  for (let i = childStart[noun]; i < childStart[noun + 1]; i++)
    if (tokens[children[i]].text.toLowerCase() === "no") return true;
  return false;
}

function toMark(document: ResolvedDocument, tree: TreeIndex, token: number): string {
  const mark = findChild(document, tree, token, ["mark"]);
  return mark < 0 ? "" : document.tokens[mark].text.toLowerCase();
}
