/** Consent: "agreed to the plan", "signed the contract with Halden Energy", and with whom. */
import { findHolder, hasChildWord, isDenied, toSign } from "./act-signs.ts";
import {
  findObject,
  getChildren,
  getEntity,
  getMark,
  getPreposition,
  isTime,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";

const CONSENTING = /^(?:agree|consent|assent)$/;
/** Verbs by which two make an agreement, and nouns for one. */
const CONCLUDING = /^(?:sign|co-?sign|initial|ratify|conclude|renew|extend)e?$/;
const AGREEMENT =
  /^(?:agreement|deal|pact|accord|treaty|contract|truce|cease-?fire|memorandum|protocol|convention|declaration|partnership|alliance|settlement|lease)$/;
/** What people agree to without being for anything. */
const APPOINTMENT = /^(?:interview|meeting|date|comment|call|question|appointment|extent|degree|point)$/;
const BODY = /^(?:person|organisation|state|court|group)$/;

export function isConsenting(lemma: string): boolean {
  return CONSENTING.test(lemma);
}

/** "agreed to the plan"; of "would agree" and "until they agree" nothing is known. */
export function readConsent(tree: Tree, verb: number): StanceSign | undefined {
  const { tokens, tags, lemmas } = tree.document;
  if (tokens[verb + 1]?.text !== "to" || hasChildWord(tree, verb, /^(?:would|can|until|till|before|once|when|that)$/i))
    return undefined;
  // "urged both to agree to it": they need not.
  if (getMark(tree, verb) === "to") return undefined;
  const target = getChildren(tree, verb).find((child) => child > verb && getPreposition(tree, child) === "to");
  if (target === undefined || tags[target] !== "NOUN" || isTime(tree, target)) return undefined;
  if (APPOINTMENT.test(lemmas[target]) || isSomebody(tree, getEntity(tree, target), /^(?:person|group)$/))
    return undefined;
  const value = isDenied(tree, verb) ? -1 : 1;
  return toSign(tree, verb, { holder: findHolder(tree, verb), target, value, strength: 0.7, kind: "act" });
}

/** Whether what is signed or concluded is an agreement. */
export function isAgreement(lemma: string): boolean {
  return AGREEMENT.test(lemma);
}

/** With whom an agreement is made that somebody signs: who is for it as well; -1 for nobody named. */
export function findPartner(tree: Tree, verb: number, sign: StanceSign): number {
  const { lemmas } = tree.document;
  const object = findObject(tree, verb);
  if (sign.value <= 0 || object < verb || !CONCLUDING.test(lemmas[verb]) || !AGREEMENT.test(lemmas[object])) return -1;
  for (const owner of [object, verb])
    for (const child of getChildren(tree, owner)) {
      if (child < object || getPreposition(tree, child) !== "with") continue;
      const entity = getEntity(tree, child);
      return isSomebody(tree, entity, BODY) && entity !== sign.holder ? entity : -1;
    }
  return -1;
}

function isSomebody({ document }: Tree, entity: number, kinds: RegExp): boolean {
  return entity >= 0 && document.resolvedEntities[entity].isNamed && kinds.test(document.resolvedEntities[entity].kind);
}
