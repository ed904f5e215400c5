/**
 * Stances in verbs that tell a side only with what follows them: "spoke out against", "threw her weight behind", "ruled out a
 * merger", "appealed against the ruling", "sued the ministry", "signed a petition against".
 */
import { findHolder, isDenied, toSign } from "./act-signs.ts";
import { isContested } from "./issue.ts";
import {
  findObject,
  getChild,
  getChildren,
  getEntity,
  getPreposition,
  isPhrase,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";

/** Verbs of speech and of gathering: what they are done against is opposed. */
const GATHERING = new Set(
  "speak come march rally demonstrate protest warn advise caution plead petition mobilise mobilize agitate side".split(
    " ",
  ),
);
/** Nouns for what many do against, or for, a thing. */
const MOVEMENTS = /^(?:petition|protest|rally|march|demonstration|campaign|strike|boycott)$/;
const TAKING_PART = /^(?:sign|hold|stage|organise|organize|join|lead|launch|start|begin|back)$/;
/** Verbs by which somebody stands "behind" a thing. */
const BACKING = /^(?:stand|throw|put|get|rally|line|unite)$/;
const DISPUTING = /^(?:challenge|contest)$/;

/** Verbs that this part reads; of others a "against" is not looked for. */
export function isSiding(lemma: string): boolean {
  return (
    GATHERING.has(lemma) ||
    TAKING_PART.test(lemma) ||
    BACKING.test(lemma) ||
    DISPUTING.test(lemma) ||
    /^(?:rule|appeal|sue)$/.test(lemma)
  );
}

/** `undefined` also where the verb's plain meaning is meant: "led the team". */
export function readSiding(tree: Tree, verb: number, lemma: string): StanceSign | undefined {
  if (getChild(tree, verb, /^(?:nsubj:pass|aux:pass)$/) >= 0) return undefined;
  const object = findObject(tree, verb);
  const make = (target: number, value: number, kind: "act" | "accusation" | "wish" = "act"): StanceSign | undefined =>
    isDenied(tree, verb)
      ? undefined
      : toSign(tree, verb, { holder: findHolder(tree, verb), target, value, strength: 0.8, kind });
  if (lemma === "appeal") {
    const against = findPhrase(tree, verb, /^against$/);
    if (against >= 0 || object > verb) return make(against >= 0 ? against : object, -1);
    const wanted = findPhrase(tree, verb, /^for$/, true);
    return wanted < 0 ? undefined : make(wanted, 1, "wish");
  }
  if (lemma === "sue") {
    return object >= 0 && getEntity(tree, object) >= 0 ? make(object, -1, "accusation") : undefined;
  }
  if (lemma === "rule") {
    const isOut = /^out$/i.test(tree.document.tokens[verb + 1]?.text ?? "");
    return isOut && object > verb && tree.document.tags[object] === "NOUN" ? make(object, -1) : undefined;
  }
  if (DISPUTING.test(lemma)) return object > verb && isDecided(tree, object) ? make(object, -1) : undefined;
  if (object >= 0 && TAKING_PART.test(lemma) && MOVEMENTS.test(tree.document.lemmas[object])) {
    const target = getChildren(tree, object).find((child) => child > object && isPhrase(tree, child));
    const of = target ?? findPhrase(tree, verb, /^(?:against|for)$/);
    const preposition = of < 0 ? "" : getPreposition(tree, of);
    return preposition === "against" || preposition === "for" ? make(of, preposition === "for" ? 1 : -1) : undefined;
  }
  if (BACKING.test(lemma)) {
    const behind = findPhrase(tree, verb, /^behind$/);
    const at = behind >= 0 || object < 0 ? behind : findPhrase(tree, object, /^behind$/);
    // "united the people behind her": theirs, if anybody's.
    if (at >= 0 && object >= 0 && !/^(?:throw|put)$/.test(lemma)) return undefined;
    if (at >= 0) return isContested(tree, at, undefined) || getEntity(tree, at) >= 0 ? make(at, 1) : undefined;
  }
  if (!GATHERING.has(lemma)) return undefined;
  const isOut = lemma === "come" || lemma === "speak";
  const out = getChildren(tree, verb).some(
    (child) => child > verb && /^(?:out|up)$/i.test(tree.document.tokens[child].text),
  );
  if (lemma === "come" && !out) return undefined;
  const against = findPhrase(tree, verb, /^against$/);
  if (against >= 0) return withGerund(tree, make(against, -1));
  const favour = isOut && out ? findPhrase(tree, verb, /^in$/) : -1;
  if (favour < 0 || !/^(?:favou?r|support)$/i.test(tree.document.tokens[favour].text)) return undefined;
  const target = getChild(tree, favour, /^nmod/, favour);
  return target < 0 ? undefined : make(target, 1);
}

/** "cautioned against the council closing the port": against the closing. */
function withGerund(tree: Tree, sign: StanceSign | undefined): StanceSign | undefined {
  if (sign === undefined) return undefined;
  const { tokens, tags } = tree.document;
  const gerund = sign.targetEnd;
  if (tags[gerund] !== "VERB" || !/ing$/.test(tokens[gerund]?.text ?? "")) return sign;
  const end = Math.max(gerund, tree.last[gerund]) + 1;
  return { ...sign, targetEnd: end, endToken: Math.max(end, sign.endToken) };
}

/** What somebody else decided or said, unlike "the seat", "the election". */
function isDecided(tree: Tree, object: number): boolean {
  return (
    isContested(tree, object, undefined) &&
    !/^(?:election|seat|vote|poll|title|race|match|cup|by-election|government|state|party)$/.test(
      tree.document.lemmas[object],
    )
  );
}

/** The phrase of the verb with such a preposition, or -1; with `isFree` also of words other than nouns: "for calm". */
function findPhrase(tree: Tree, verb: number, preposition: RegExp, isFree = false): number {
  for (const child of getChildren(tree, verb)) {
    if (child < verb || !preposition.test(getPreposition(tree, child))) continue;
    if (isFree || isPhrase(tree, child)) return child;
  }
  return -1;
}
