/** Whether what a verb says is left open where it stands: chosen between, thought unlikely, or denied further up. */
import { getChild, getEntity, getMark, isNegated, SUBJECT, type Tree } from "./stance-document.ts";

/** Words under which a deed is only weighed or feared, or may be done by nobody. */
const WEIGHING =
  /^(?:unlikely|likely|choose|consider|whether|ponder|contemplate|mull|decide|risk|pretend|option|chance|opportunity|ability|right|power|force|compel|oblige|require|able|doubt|question|deny)$/;
/** Nouns for what somebody else says or supposes: "the claim that they back it". */
const SUPPOSITION =
  /^(?:claim|notion|narrative|theory|idea|suggestion|rumou?r|speculation|possibility|perception|assumption|myth|fear|hope|likelihood|prospect|explanation|impression)$/;
/** Verbs under which what others will do is only foreseen: "hoped that the public would welcome it". */
const FORESEEING =
  /^(?:hope|wish|expect|fear|predict|assume|suppose|imagine|guess|believe|think|suspect|warn|bet|confident|sure|certain|hopeful|optimistic|afraid|worried)$/;
/** What somebody is told to do, or is let do: "were asked to vote for it". */
const TOLD = /^(?:ask|urge|tell|invite|expect|allow|permit|instruct|order|persuade|encourage|advise)$/;
/** Words under which it is not done. */
const UNWILLING = /^(?:unwilling|reluctant|loath|hesitant|unable)$/;
/** Levels of the tree looked up. */
const REACH = 3;

/** "can have confidence", "if they back it": able to, or in case. */
const ABLE = /^(?:can|if|unless|whether|neither|perhaps|maybe|possibly)$/i;
const WILL = /^(?:will|would)$/i;
const FUTURE = /^(?:will|would|could|wo|'ll|’ll)$/i;

/** @param verb An act by which somebody would take a side. */
export function isOpen(tree: Tree, verb: number): boolean {
  const { heads, relations, lemmas, tokens, tags } = tree.document;
  if (isAsked(tree, verb) || hasBefore(tree, verb, ABLE)) return true;
  // "If they hear it, workers will refuse": in that case.
  const { startToken } = tree.document.sentences[tree.sentenceOf[verb]];
  if ((isIf(tokens[startToken].text) || isIf(tokens[startToken + 1]?.text ?? "")) && hasBefore(tree, verb, WILL))
    return true;
  let token = verb;
  for (let steps = 0; steps < REACH && heads[token] >= 0; steps++) {
    const relation = relations[token];
    // "a chance to approve or reject it": what is open for the first is open for the second.
    if (relation === "conj" && steps === 0) {
      token = heads[token];
      if (getMark(tree, token) === "to") continue;
      return false;
    }
    if (!/^(?:xcomp|ccomp|advcl|csubj|acl$|obl)/.test(relation)) return false;
    // "whether they were ready to accept it".
    if (steps > 0 && /^(?:whether|if)$/.test(getMark(tree, token))) return true;
    token = heads[token];
    const lemma = lemmas[token].toLowerCase();
    if (WEIGHING.test(lemma)) return true;
    if (/^(?:acl|ccomp)$/.test(relation) && SUPPOSITION.test(lemma) && tags[token] === "NOUN") return true;
    // "refused to defend or to appeal it": not done.
    if (relation === "xcomp" && /^(?:refuse|decline|fail|neglect)$/.test(lemma)) return true;
    if (relation === "xcomp" && TOLD.test(lemma) && getChild(tree, token, /^aux:pass$/) >= 0) return true;
    if (
      relation === "ccomp" &&
      FORESEEING.test(lemma) &&
      hasBefore(tree, verb, FUTURE) &&
      isOfAnother(tree, verb, token)
    )
      return true;
    // "has not gone so far as to endorse it", "stopped short of endorsing it".
    if (/^far$/i.test(tokens[token].text) && heads[token] >= 0 && isNegated(tree, heads[token])) return true;
    if (/^short$/i.test(tokens[token].text)) return true;
    if (lemma === "go" && isNegated(tree, token) && hasBetween(tree, token, verb, /^far$/i)) return true;
    if (/^(?:stop|fall)$/.test(lemma) && hasBetween(tree, token, verb, /^short$/i)) return true;
    // "did not mean that he would": not said to be so.
    if (/^(?:ccomp|acl)$/.test(relation) && isNegated(tree, token)) return true;
  }
  return false;
}

function isIf(text: string): boolean {
  return text.length === 2 && text.toLowerCase() === "if";
}

function hasBefore({ document, childStart, children }: Tree, token: number, word: RegExp): boolean {
  for (let at = childStart[token]; at < childStart[token + 1] && children[at] < token; at++)
    if (word.test(document.tokens[children[at]].text)) return true;
  return false;
}

function hasBetween({ document }: Tree, from: number, to: number, word: RegExp): boolean {
  for (let token = from + 1; token < to; token++) if (word.test(document.tokens[token].text)) return true;
  return false;
}

/** Whether the clause has a subject other than that of the verb it hangs on: "she hopes that they will". */
function isOfAnother(tree: Tree, verb: number, above: number): boolean {
  const own = getChild(tree, verb, SUBJECT);
  if (own < 0) return hasBetween(tree, above, verb, /^(?:that|majority|most|some|many)$/i);
  if (/^(?:i|we|it|he|she|they)$/i.test(tree.document.tokens[own].text)) return false;
  const entity = getEntity(tree, own);
  return entity < 0 || entity !== getEntity(tree, getChild(tree, above, SUBJECT));
}

/** "unwilling to accept": it is refused. */
export function isUnwilling(tree: Tree, verb: number): boolean {
  const { heads, relations, tokens } = tree.document;
  const above = heads[verb];
  return (
    above >= 0 &&
    /^(?:xcomp|ccomp|advcl|csubj)$/.test(relations[verb]) &&
    UNWILLING.test(tokens[above].text.toLowerCase())
  );
}

/** Part of a question. */
export function isAsked({ lastQuestion, sentenceOf }: Tree, token: number): boolean {
  return lastQuestion[sentenceOf[token]] > token;
}
