/** Those who take no side: "took note", "takes no position", "would not be drawn", "declined to say whether", "is studying the text". */
import { getChild, getChildren, getMark, isNegated, type Tree } from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";
import type { Bit } from "./weigh-told.ts";

const RESERVE = 1.2;
/** Said in so many words. */
const SURE: Bit = { kind: "open", value: 2.5 };
const OPEN: Bit = { kind: "open", value: RESERVE };
/** What is watched or looked at, and not yet judged. */
const WATCHED =
  /^(?:file|dossier|event|development|situation|matter|case|text|ruling|decision|judgment|judgement|implication|document|proposal|report|detail|order|content|wording|position)s?$/;
const WATCHING = /^(?:follow|watch|consider|weigh|look)$/;
const STUDYING = /^(?:study|monitor|examine|review|assess|analy[sz]e)$/;

const SIDES: ReadonlySet<string> = new Set(["side", "sides", "parties"]);

export function readReserve(tree: Tree, token: number, lemma: string): Bit | undefined {
  const { tokens, tags } = tree.document;
  if (tags[token] === "VERB") return readReserveOfVerb(tree, token, lemma);
  const isOfSides = tags[token] === "NOUN" && SIDES.has(tokens[token].text.toLowerCase());
  return isOfSides && /^(?:both|all)$/i.test(tokens[token - 1]?.text ?? "") ? readBothSides(tree, token) : undefined;
}

function readReserveOfVerb(tree: Tree, token: number, lemma: string): Bit | undefined {
  const { tokens, lemmas } = tree.document;
  const word = (at: number): string => tokens[at]?.text.toLowerCase() ?? "";
  if (lemma === "take" && (word(token + 1) === "note" || isNoSide(word(token + 1), word(token + 2)))) return SURE;
  if (lemma === "draw" && isNegated(tree, token) && getChild(tree, token, /^aux:pass$/) >= 0) return SURE;
  if (/^(?:remain|stay|stand)$/.test(lemma) && /^(?:neutral|aside)$/.test(word(token + 1))) return SURE;
  if (lemma === "abstain") return OPEN;
  if (lemma === "judge" && getChild(tree, token, /^aux$/) >= 0) return OPEN;
  if (lemma === "offer" && hasWithin(tree, token, /^(?:offices|mediate|mediation|host)$/)) return OPEN;
  if (lemma === "read" && /ing$/.test(word(token)) && hasWithin(tree, token, WATCHED)) return OPEN;
  if (lemma === "choose" && word(token + 1) === "between") return SURE;
  if (
    /^(?:say|comment|decide)$/.test(lemma) &&
    isNegated(tree, token) &&
    /^(?:if|whether|on|how|yet)$/.test(word(token + 1))
  )
    return OPEN;
  if (lemma === "take" && hasWithin(tree, token, /^neither$/)) return SURE;
  if (/^(?:decline|refuse)$/.test(lemma)) {
    const clause = getChild(tree, token, /^(?:xcomp|ccomp|advcl)$/, token);
    return clause >= 0 && /^(?:say|comment|speculate|take|judge|elaborate)$/.test(lemmas[clause])
      ? { kind: "open", value: 0.8 }
      : undefined;
  }
  // "respected the independence of the court".
  if (/^(?:respect|recogni[sz]e|acknowledge)$/.test(lemma) && hasWithin(tree, token, /^independen(?:ce|t)$/))
    return { kind: "open", value: 2 };
  // "was studying the measure", not what somebody studied long ago.
  if (STUDYING.test(lemma) && /ing$/.test(word(token)) && getChild(tree, token, /^aux$/) >= 0) return SURE;
  const isLooking = WATCHING.test(lemma) || getStanceWord(lemma).verb === STANCE_CLASS.weigh;
  if (isLooking && !isNegated(tree, token) && hasWithin(tree, token, WATCHED)) return OPEN;
  return undefined;
}

function isNoSide(next: string, after: string): boolean {
  return next === "no" && /^(?:sides?|position|stance|view)$/.test(after);
}

/** "urged both sides to": of whoever urges. */
function readBothSides(tree: Tree, noun: number): Bit | undefined {
  const { heads, lemmas, relations } = tree.document;
  const above = heads[noun];
  if (above < 0 || !/^(?:obj|obl|iobj)/.test(relations[noun])) return undefined;
  const { verb } = getStanceWord(lemmas[above]);
  return verb === STANCE_CLASS.call || /^call$/.test(lemmas[above]) ? OPEN : undefined;
}

function hasWithin(tree: Tree, token: number, word: RegExp): boolean {
  const { tokens, sentences } = tree.document;
  const end = Math.min(sentences[tree.sentenceOf[token]].endToken, token + 8);
  for (let at = token + 1; at < end; at++) if (word.test(tokens[at].text.toLowerCase())) return true;
  return getChildren(tree, token).some(
    (child) => child < token && getMark(tree, child) === "" && word.test(tokens[child].text.toLowerCase()),
  );
}
