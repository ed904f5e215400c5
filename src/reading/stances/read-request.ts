/** What somebody's appeal tells of the issue: "urged the prosecutor to hold off", "asked the chamber to declare it void". */
import { isEndingVerb } from "./ending-words.ts";
import { rate } from "./judge-phrase.ts";
import { findInfinitive, isHoldingOff } from "./read-wishes.ts";
import { findObject, getChild, isNegated, type Tree } from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";
import type { Bit } from "./weigh-told.ts";

const ASKED_TO_STOP = 1.2;
const REACH = 8;
/** With "off", "back" or "out" an end or a delay. */
const PHRASAL = /^(?:put|call|pull)$/;
const STOPPING = /^(?:delay|postpone|annul|overturn|quash|void)$/;

const AGREEING = /^(?:sign|adopt|ratify|approve|follow|enforce|execute|implement|uphold|pass)$/;

export function readRequest(tree: Tree, verb: number): Bit | undefined {
  const { tokens, tags, lemmas, sentences } = tree.document;
  if (isNegated(tree, verb)) return undefined;
  const object = findObject(tree, verb);
  const own = getChild(tree, verb, /^(?:xcomp|ccomp|advcl)$/, verb);
  const clause = own < 0 && object > verb ? findInfinitive(tree, object) : own;
  if (clause < 0) return undefined;
  const end = Math.min(sentences[tree.sentenceOf[verb]].endToken, clause + REACH);
  const lemma = lemmas[clause].toLowerCase();
  const isPhrasal = PHRASAL.test(lemma) && /^(?:off|out)$/i.test(tokens[clause + 1]?.text ?? "");
  const turned = isNegated(tree, clause) ? -1 : 1;
  const { verb: stance } = getStanceWord(lemma);
  if (
    isPhrasal ||
    isHoldingOff(tree, clause) ||
    STOPPING.test(lemma) ||
    isEndingVerb(lemma) ||
    stance === STANCE_CLASS.oppose
  )
    return { kind: "side", value: -ASKED_TO_STOP * turned };
  if (stance === STANCE_CLASS.support || AGREEING.test(lemma)) return { kind: "side", value: ASKED_TO_STOP * turned };
  let sum = 0;
  for (let token = clause + 1; token < end; token++)
    if (tags[token] === "ADJ") sum += rate(tokens[token].text, lemmas[token], "ADJ");
  return Math.abs(sum) < 1.2 ? undefined : { kind: "side", value: Math.sign(sum) * turned };
}
