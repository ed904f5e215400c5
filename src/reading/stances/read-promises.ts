/** Stances in what somebody promises or will do: "promised to put the proposal into law", "said it would impose a tariff". */
import { findHolder, isDenied, toSign } from "./act-signs.ts";
import { isDisputable } from "./disputed-nouns.ts";
import { isContested } from "./issue.ts";
import {
  findObject,
  getChild,
  getChildren,
  getEntity,
  getMark,
  isNegated,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

/** Verbs that bind those who say them. */
const PROMISING = new Set(["promise", "pledge", "vow"]);
/** Verbs by which a rule or burden comes into force. */
const SETTING = new Set(["impose", "introduce", "enact", "adopt", "approve", "ratify"]);
/** Verbs for acting against a thing, however they are rated. */
const FIGHTING = /^(?:fight|combat|tackle|curb|destroy|defeat|crush|punish|confront|reverse|repeal|scrap|stop|block)$/;
/** Verbs by which somebody leaves office. */
const LEAVING = /^(?:resign|quit|step|go)$/;

export function isPromising(lemma: string): boolean {
  return PROMISING.has(lemma);
}

/** "promised to put the proposal into law": for it, or against what is to be ended. */
export function readPromise(tree: Tree, verb: number): StanceSign | undefined {
  const { lemmas } = tree.document;
  const deed = getChild(tree, verb, /^(?:xcomp|ccomp|advcl)$/, verb);
  if (deed < 0 || getMark(tree, deed) !== "to") return readPromised(tree, verb);
  const object = findObject(tree, deed);
  if (object < 0 || !isContested(tree, object, undefined)) return undefined;
  const { verb: stance, valence } = getStanceWord(lemmas[deed]);
  if (stance === STANCE_CLASS.weigh || stance === STANCE_CLASS.call || lemmas[deed] === "take") return undefined;
  const isAgainst =
    stance === STANCE_CLASS.oppose || stance === STANCE_CLASS.end || valence <= -1.5 || FIGHTING.test(lemmas[deed]);
  const value = isAgainst === (isNegated(tree, deed) !== isDenied(tree, verb)) ? 1 : -1;
  return toSign(tree, verb, { holder: findHolder(tree, verb), target: object, value, strength: 0.7, kind: "intent" });
}

/** "promised a public inquiry": for it. */
function readPromised(tree: Tree, verb: number): StanceSign | undefined {
  const object = findObject(tree, verb);
  if (object < verb || !isDisputable(tree, object) || isDenied(tree, verb)) return undefined;
  return toSign(tree, verb, {
    holder: findHolder(tree, verb),
    target: object,
    value: 1,
    strength: 0.7,
    kind: "intent",
  });
}

export function isSetting(lemma: string): boolean {
  return SETTING.has(lemma);
}

/** "said it would impose a tariff": its own measure. */
export function readMeasure(tree: Tree, verb: number): StanceSign | undefined {
  const { tokens, statementDrafts } = tree.document;
  const statement = tree.statementAt[verb];
  const subject = getChild(tree, verb, /^nsubj$/);
  const isMeant = getChildren(tree, verb).some(
    (child) => child < verb && /^(?:will|would|'ll|’ll|shall)$/i.test(tokens[child].text),
  );
  if (statement < 0 || subject < 0 || !isMeant || isNegated(tree, verb)) return undefined;
  const { speaker } = statementDrafts[statement];
  const isOwn = /^(?:i|we|it|they)$/i.test(tokens[subject].text) || getEntity(tree, subject) === speaker;
  const object = findObject(tree, verb);
  if (!isOwn || object < verb || speaker < 0 || tree.document.tags[object] !== "NOUN") return undefined;
  return toSign(tree, verb, { holder: speaker, target: object, value: 1, strength: 0.7, kind: "intent" });
}

/** "demanded that the director resign", "called on him to step down": against who is to leave; -1 for other clauses. */
export function findLeaver(tree: Tree, verb: number, clause: number): number {
  if (!isLeaving(tree, clause)) return -1;
  const subject = getChild(tree, clause, /^nsubj/);
  const before = getChildren(tree, clause).find(
    (child) => child < clause && child > verb && getEntity(tree, child) >= 0,
  );
  const leaver = subject >= 0 ? subject : (before ?? findAddressed(tree, verb));
  return leaver >= 0 && getEntity(tree, leaver) >= 0 ? leaver : -1;
}

/** "resign", "step down", a bare "go". */
export function isLeaving(tree: Tree, verb: number): boolean {
  const { lemmas, tokens } = tree.document;
  const lemma = lemmas[verb].toLowerCase();
  if (!LEAVING.test(lemma) || isNegated(tree, verb)) return false;
  if (lemma === "step" && !/^(?:down|aside)$/.test(tokens[verb + 1]?.text ?? "")) return false;
  return lemma !== "go" || getChildren(tree, verb).every((child) => child < verb || tokens[child].text === ".");
}

/** "called on the director to", "urged the director to". */
function findAddressed(tree: Tree, verb: number): number {
  const object = getChild(tree, verb, /^(?:obj|iobj)$/, verb);
  return object >= 0 ? object : getChild(tree, verb, /^obl/, verb);
}
