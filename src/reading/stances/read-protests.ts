/**
 * Deeds by which somebody takes a side: resigning over a thing, walking out of it, going on strike, recalling an envoy, blocking
 * or signing it, going to court to stop it.
 */
import { findHolder, isDenied, toSign } from "./act-signs.ts";
import { isDisputable } from "./disputed-nouns.ts";
import { isEndingVerb } from "./ending-words.ts";
import { isAgreement } from "./read-agreements.ts";
import { findNounBehind, findObject, getChild, getMark, type StanceSign, type Tree } from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

const QUITTING = /^(?:resign|quit|walk|storm|step|strike|demonstrate|rally|march|protest|go)$/;
const RECALLING = /^(?:recall|withdraw|summon|expel)$/;
const ENVOY = /^(?:ambassador|envoy|diplomat|negotiator|consul|delegation|charg[ée])s?$/;
const BLOCKING =
  /^(?:block|obstruct|thwart|filibuster|torpedo|derail|boycott|stall|scupper|stonewall|shun|snub|flout|defy|disobey)$/;
const SIGNING = /^(?:sign|co-?sign|ratify|initial|adopt|approve|pass|honou?r)$/;
const SUING =
  /^(?:file|bring|join|launch|mount|start|campaign|lobby|fight|petition|rally|march|sue|battle|vote|organi[sz]e)$/;
const SUIT = /^(?:lawsuit|suit|petition|challenge|campaign|appeal|action|case|bid|fight|drive|effort|battle)$/;
/** Verbs for keeping or getting a thing, in campaigns. */
const SAVING = /^(?:save|keep|protect|preserve|defend|support|back|restore|secure|win|rescue)$/;
const REACH = 10;

const PROTESTING = new Set<string>();
for (const pattern of [QUITTING, RECALLING, BLOCKING, SIGNING, SUING])
  for (const lemma of pattern.source.match(/[a-z]+/g) ?? []) PROTESTING.add(lemma);

export function isProtesting(lemma: string): boolean {
  return PROTESTING.has(lemma) || BLOCKING.test(lemma) || SIGNING.test(lemma) || SUING.test(lemma);
}

export function readProtest(tree: Tree, verb: number, lemma: string, object: number): StanceSign | undefined {
  const { lemmas, tags } = tree.document;
  if (QUITTING.test(lemma)) {
    const over = isWalkout(tree, verb, lemma) && !isDenied(tree, verb) ? findCause(tree, verb, lemma) : -1;
    if (over >= 0) return toAct(tree, verb, over, -1, 0.8);
  }
  if (RECALLING.test(lemma)) {
    const isEnvoy = object > verb && ENVOY.test(lemmas[object].toLowerCase());
    const over = isEnvoy && !isDenied(tree, verb) ? findCause(tree, object, lemma) : -1;
    return over < 0 ? undefined : toAct(tree, verb, over, -1, 0.7);
  }
  if (BLOCKING.test(lemma) || SIGNING.test(lemma)) {
    const thing = object >= 0 ? object : findNounBehind(tree, verb);
    const isSigned = thing >= 0 && SIGNING.test(lemma) && isAgreement(lemmas[thing]);
    if (thing < 0 || !(isSigned || isDisputable(tree, thing)) || tags[verb] !== "VERB" || isPurpose(tree, verb))
      return undefined;
    const side = SIGNING.test(lemma) ? 1 : -1;
    return toAct(tree, verb, thing, isDenied(tree, verb) ? -side : side, 0.8);
  }
  return SUING.test(lemma) ? readSuit(tree, verb, object) : undefined;
}

/** "a strike to thwart the regime", "a chance to sign the deal": what something is for. */
function isPurpose(tree: Tree, verb: number): boolean {
  return /^(?:acl|advcl)$/.test(tree.document.relations[verb]) && getMark(tree, verb) === "to";
}

/** "resigned", "walked out", "stormed out", "stepped down", "went on strike". */
function isWalkout(tree: Tree, verb: number, lemma: string): boolean {
  const { tokens } = tree.document;
  const next = tokens[verb + 1]?.text.toLowerCase() ?? "";
  if (/^(?:walk|storm)$/.test(lemma)) return next === "out" || next === "off";
  if (lemma === "step") return next === "down" || next === "aside";
  if (lemma === "go") return next === "on" && /^strike$/i.test(tokens[verb + 2]?.text ?? "");
  return true;
}

/** "over the deal", "in protest at it", "out of the talks"; or -1. */
function findCause(tree: Tree, from: number, lemma: string): number {
  const { tokens, tags, sentences } = tree.document;
  const end = Math.min(sentences[tree.sentenceOf[from]].endToken, from + REACH);
  for (let token = from + 1; token + 1 < end; token++) {
    const { text } = tokens[token];
    if (/^[,;:.]$/.test(text) || tags[token] === "SCONJ") return -1;
    const isProtest = /^protest$/i.test(text) && /^in$/i.test(tokens[token - 1].text);
    const isOver = text === "over" || (text === "against" && !/^(?:walk|step)$/.test(lemma));
    const isOut = text === "of" && tokens[token - 1].text === "out" && /^(?:walk|storm)$/.test(lemma);
    const opening =
      isProtest && /^(?:at|over|against|of|to)$/.test(tokens[token + 1].text)
        ? token + 2
        : isOver || isOut
          ? token + 1
          : -1;
    if (opening >= 0) return findNoun(tree, opening, end);
  }
  return -1;
}

/** What is walked out of. */
const MEETING =
  /^(?:talks?|meeting|session|debate|hearing|summit|conference|ceremony|speech|vote|assembly|coalition|round|plenary)$/;

/** The head of the phrase that opens at the token, or -1. */
function findNoun(tree: Tree, opening: number, end: number): number {
  const { tags, tokens } = tree.document;
  let token = opening;
  while (
    token < end &&
    (/^(?:DET|ADJ|NUM|PROPN)$/.test(tags[token]) || /^(?:['’]s?|["“”]|his|her|its|their)$/i.test(tokens[token].text))
  )
    token++;
  if (tags[token] !== "NOUN") return -1;
  while (token + 1 < end && tags[token + 1] === "NOUN") token++;
  return isDisputable(tree, token) || MEETING.test(tree.document.lemmas[token]) ? token : -1;
}

/** "filed a lawsuit to block the merger", "campaigned to save the library". */
function readSuit(tree: Tree, verb: number, object: number): StanceSign | undefined {
  const { tokens, tags, lemmas } = tree.document;
  const before = Math.max(object, verb);
  if (object > verb && !SUIT.test(lemmas[object].toLowerCase())) return undefined;
  const deed = before + 2;
  if (tokens[before + 1]?.text !== "to" || tags[deed] !== "VERB" || isDenied(tree, verb)) return undefined;
  const lemma = lemmas[deed].toLowerCase();
  const done = findObject(tree, deed);
  if (done < deed) return undefined;
  const isAgainst = isEndingVerb(lemma) || BLOCKING.test(lemma) || getStanceWord(lemma).verb === STANCE_CLASS.oppose;
  if (!isAgainst && !SAVING.test(lemma)) return undefined;
  // "voted to win the seat".
  if (!isAgainst && getChild(tree, done, /^(?:det|nmod:poss|amod)/) < 0) return undefined;
  return toAct(tree, verb, done, isAgainst ? -1 : 1, 0.7);
}

function toAct(tree: Tree, verb: number, target: number, value: number, strength: number): StanceSign | undefined {
  return toSign(tree, verb, { holder: findHolder(tree, verb), target, value, strength, kind: "act" });
}
