/**
 * What the report tells of how somebody takes a thing: verbs, adjectives and nouns of support and opposition wherever they
 * stand, silence and reserve. Signs that name their target are read elsewhere; here the report's issue is meant.
 */

import { isEndingVerb } from "./ending-words.ts";
import { FEELING, isDeclining } from "./find-acts.ts";
import { type Bodies, findReacting } from "./find-reacting.ts";
import { isOpen } from "./is-open.ts";
import { judgePhrase, rate } from "./judge-phrase.ts";
import type { LeaningKind, Leanings } from "./leanings.ts";
import { BRINGING, HARSH, LAWFUL, MOVE_AGAINST, REACTION, RESTRAINED, STRIKING_BACK, WARM } from "./reaction-words.ts";
import { readRequest } from "./read-request.ts";
import { readReserve } from "./read-reserve.ts";
import { isSilence } from "./read-wishes.ts";
import { rememberWords } from "./remember-words.ts";
import {
  findObject,
  getChild,
  getChildren,
  getEntity,
  getMark,
  isNegated,
  SUBJECT,
  type Tree,
} from "./stance-document.ts";
import { getStanceWord, STANCE_CLASS } from "./stance-words.ts";

/** What a verb of support or opposition is worth, a milder one, a mood. */
const SIDE = 1.5;
const MILD = 1;
const MOOD = 1;
const BOTH = 3;
const REFUSAL = 0.8;
const LAWFUL_WORD = 1.5;
const CONTRAST = /^(?:but|although|though|yet|while|however)$/i;
/** Verbs outside the learnt classes by which somebody defends himself or strikes back. */
const RESISTING = /^(?:contest|challenge|protest|resist|defy|sue|resign|bristle|scoff|complain|lament|threaten)$/;
/** Verbs by which somebody does as others did. */
const FOLLOWING = /^(?:follow|echo|join|concur)$/;
/** What one who is against a thing does not do with it. */
const TAKING = /^(?:accept|tolerate|agree|buy|swallow|want|like|trust|believe|share|see)$/;
/** Nouns for what somebody has against a thing, beside those formed of verbs. */
const COMPLAINT = /^(?:complaint|concern|reservation|misgiving|unease|grievance|outrage|anger|dismay|fury|alarm)$/;

/** What somebody is said to feel as his own. */
const FELT = new Set(
  "satisfaction approval relief delight pleasure joy pride disappointment frustration irritation contempt".split(" "),
);

export interface Bit {
  readonly kind: LeaningKind;
  readonly value: number;
}

export function weighTold(tree: Tree, leanings: Leanings, bodies: Bodies): void {
  const { tokens, header } = tree.document;
  const before = new Map<number, { token: number; value: number }>();
  for (let token = 0; token < tokens.length; token++) {
    if (tokens[token].start < header.bodyStart) continue;
    const bit = readBit(tree, token);
    if (bit === undefined) continue;
    for (const holder of findReacting(tree, token, bodies)) {
      const statement = tree.statementAt[token] >= 0 ? tree.statementAt[token] : tree.cueAt[token];
      leanings.add(bit.kind, { holder, value: bit.value, startToken: token, endToken: token + 1, statement });
      if (bit.kind !== "side") continue;
      // "praised the judges but complained": both, however strong each is.
      const other = before.get(holder);
      if (other !== undefined && other.value * bit.value < 0 && isContrasted(tree, other.token, token))
        leanings.add("both", { holder, value: BOTH, startToken: other.token, endToken: token + 1, statement });
      before.set(holder, { token, value: bit.value });
    }
  }
}

/** In one sentence, with "but" or the like between. */
function isContrasted({ document, sentenceOf }: Tree, from: number, to: number): boolean {
  if (sentenceOf[from] !== sentenceOf[to]) return false;
  for (let token = from; token < to; token++) if (CONTRAST.test(document.tokens[token].text)) return true;
  return false;
}

/** Tags of words that tell no side by themselves. */
const CLOSED: ReadonlySet<string> = new Set(["PUNCT", "DET", "ADP", "PRON", "CCONJ", "PART", "NUM", "SYM"]);

function readBit(tree: Tree, token: number): Bit | undefined {
  const { tags, lemmas, tokens } = tree.document;
  if (CLOSED.has(tags[token]) && tokens[token].text !== "opposed") return undefined;
  const { lemma, isOfSide } = readWord(lemmas[token]);
  const reserve = readReserve(tree, token, lemma);
  if (reserve !== undefined) return reserve;
  if (tags[token] === "VERB") return readVerb(tree, token, lemma);
  if (tokens[token].text === "opposed" && tags[token] !== "NOUN")
    return { kind: "side", value: isNear(tree, token) ? MILD : -SIDE };
  if (isOfSide && RESTRAINED.test(tokens[token - 1]?.text ?? "")) return { kind: "both", value: SIDE };
  if (tags[token] === "NOUN" || tags[token] === "INTJ") return readNoun(tree, token, lemma);
  return tags[token] === "ADJ" ? readMood(tree, token) : undefined;
}

/** What readings ask of a lemma whatever stands beside it. */
const readWord = rememberWords((word) => {
  const lemma = findKnownForm(word.toLowerCase());
  return { lemma, isOfSide: isOfSide(lemma) };
});

/** "applaude" for "applauded": a lemma that was cut wrong, mended where one of its forms tells a side. */
function findKnownForm(lemma: string): string {
  const isKnown = (word: string): boolean => getStanceWord(word).verb !== STANCE_CLASS.none;
  if (isKnown(lemma)) return lemma;
  return [lemma.replace(/e$/, ""), `${lemma}e`].find(isKnown) ?? lemma;
}

function side(value: number): Bit {
  return { kind: "side", value };
}

function readVerb(tree: Tree, token: number, lemma: string): Bit | undefined {
  const { relations } = tree.document;
  if (isOpen(tree, token) || /^(?:amod|compound)/.test(relations[token]) || FEELING.test(lemma) || lemma === "argue")
    return undefined;
  // "people accused of fraud": by whom, is not said.
  if (relations[token] === "acl" && /ed$/.test(tree.document.tokens[token].text)) return undefined;
  if (isDeclining(tree, token, findObject(tree, token))) return undefined;
  const isTurned = isNear(tree, token);
  const { verb } = getStanceWord(lemma);
  if (verb === STANCE_CLASS.support || lemma === "defend") return side(isTurned ? -MILD : SIDE);
  // Who does not object need not be for it.
  if (verb === STANCE_CLASS.oppose) return side(isTurned ? 0.3 : -SIDE);
  if (verb === STANCE_CLASS.accuse || RESISTING.test(lemma)) return isTurned ? undefined : side(-MILD);
  if (isTurned && TAKING.test(lemma)) return side(-SIDE);
  const refusal = readRefusal(tree, token, lemma);
  if (refusal !== undefined) return refusal;
  const against = readMoveAgainst(tree, token, lemma);
  if (against !== undefined) return isTurned ? undefined : against;
  if (FOLLOWING.test(lemma)) return isTurned || getChild(tree, token, /^obj/) >= 0 ? undefined : side(MILD);
  const isNaming = lemma === "call" && !/^(?:for|on|upon)$/i.test(tree.document.tokens[token + 1]?.text ?? "");
  if (verb === STANCE_CLASS.call && !isNaming) return readRequest(tree, token);
  return readImage(tree, token, lemma) ?? readMood(tree, token);
}

/** "would not negotiate", "wants it repealed". */
function readRefusal(tree: Tree, verb: number, lemma: string): Bit | undefined {
  const { tokens, tags, lemmas } = tree.document;
  if (lemma === "want")
    for (let token = verb + 1; token < verb + 6 && token < tokens.length; token++)
      if (tags[token] === "VERB" && isEndingVerb(lemmas[token].toLowerCase())) return { kind: "side", value: -SIDE };
  if (!isNegated(tree, verb) || isSilence(tree, verb) || /^(?:be|have|affect|change|happen|mean)$/.test(lemma))
    return undefined;
  const isWill = getChildren(tree, verb).some(
    (child) => child < verb && /^(?:will|would|wo|can|could)$/i.test(tokens[child].text),
  );
  return isWill ? side(-REFUSAL) : undefined;
}

/** "lodged an appeal", "would appeal", "joined the challenge", "expelled its diplomats", "struck back", "refused to obey". */
function readMoveAgainst(tree: Tree, verb: number, lemma: string): Bit | undefined {
  const { lemmas, tokens } = tree.document;
  const object = findObject(tree, verb);
  const next = tokens[verb + 1]?.text.toLowerCase() ?? "";
  const bit: Bit = { kind: "side", value: -MILD };
  if (BRINGING.test(lemma) && object > verb && MOVE_AGAINST.test(lemmas[object].toLowerCase())) return bit;
  if (lemma === "appeal" && !/^(?:for|to)$/.test(next)) return bit;
  const isStrike =
    lemma !== "recall" || (object > verb && /^(?:ambassador|envoy|diplomat|negotiator)$/.test(lemmas[object]));
  if (
    (STRIKING_BACK.test(lemma) && isStrike) ||
    (/^(?:hit|strike|fire|lash|push)$/.test(lemma) && /^(?:back|out)$/.test(next))
  )
    return bit;
  if (!/^(?:refuse|decline)$/.test(lemma)) return undefined;
  const clause = getChild(tree, verb, /^(?:xcomp|ccomp|advcl)$/, verb);
  return clause >= 0 && getMark(tree, clause) === "to" && !isSilence(tree, clause) ? bit : undefined;
}

/** "called the trial a circus": what is called by another name without praise is mocked more often than not. */
function readImage(tree: Tree, verb: number, lemma: string): Bit | undefined {
  if (!/^(?:call|find|brand|label|dub|liken|compare|describe|declare|deem|term)$/.test(lemma)) return undefined;
  const { tags, tokens, sentences } = tree.document;
  const end = Math.min(sentences[tree.sentenceOf[verb]].endToken, verb + 12);
  let isImage = false;
  let isQuoted = false;
  let rating = 0;
  for (let token = verb + 1; token < end; token++) {
    const { text } = tokens[token];
    if (/^["“‘]$/.test(text)) isImage = isQuoted = true;
    else if (/^["”’]$/.test(text)) isQuoted = false;
    // "called it historic, but added".
    else if (!isQuoted && token > verb + 1 && /^[,;]$/.test(text)) break;
    if (/^but$/i.test(tokens[token].text)) rating = 0;
    if (tags[token] !== "NOUN" && tags[token] !== "ADJ") continue;
    if (LAWFUL.test(tokens[token].text)) rating += LAWFUL_WORD;
    const own = rate(tokens[token].text, tree.document.lemmas[token], tags[token]);
    // What is pleasant in itself may be meant in mockery.
    rating += tags[token] === "NOUN" && own > 0 ? own * 0.6 : own;
  }
  if (/^(?:for|on|upon|up|out|back|off|itself|himself|herself|themselves)$/i.test(tokens[verb + 1]?.text ?? ""))
    return undefined;
  if (Math.abs(rating) >= 1.2) return { kind: "side", value: Math.sign(rating) };
  return isImage ? { kind: "side", value: -MILD } : undefined;
}

/** "had serious concerns", "her satisfaction". */
function readNoun(tree: Tree, token: number, lemma: string): Bit | undefined {
  if (COMPLAINT.test(lemma)) return isNear(tree, token) ? undefined : { kind: "side", value: -MILD };
  return readFeeling(tree, token, lemma);
}

/** Whether the word, as verb or noun, names support or opposition. */
function isOfSide(lemma: string): boolean {
  const { noun, verb } = getStanceWord(lemma);
  return [noun, verb].some((stance) => stance === STANCE_CLASS.support || stance === STANCE_CLASS.oppose);
}

/** "made no secret of her satisfaction". */
function readFeeling(tree: Tree, token: number, lemma: string): Bit | undefined {
  if (!FELT.has(lemma) || getChild(tree, token, /^nmod:poss$/) < 0) return undefined;
  return { kind: "side", value: rate(lemma, lemma, "NOUN") < 0 || lemma === "contempt" ? -MOOD : MOOD };
}

/** "was grateful", "is angry", "was more cautious": of the subject. */
function readMood(tree: Tree, token: number): Bit | undefined {
  const { tokens, lemmas, tags } = tree.document;
  const subject = getChild(tree, token, SUBJECT);
  // "was deeply concerned", however it is tagged.
  if (subject < 0 || getChild(tree, token, tags[token] === "VERB" ? /^(?:cop|aux:pass)$/ : /^cop$/) < 0)
    return undefined;
  if (tags[token] === "VERB" && !HARSH.test(tokens[token].text) && !WARM.test(tokens[token].text)) return undefined;
  const isOfReaction = REACTION.test(lemmas[subject].toLowerCase());
  if (!isOfReaction && getEntity(tree, subject) < 0) return undefined;
  const before = tokens[token - 1].text;
  if (RESTRAINED.test(tokens[token].text)) return { kind: "both", value: MOOD };
  if (/^(?:as|so|too)$/i.test(before)) return undefined;
  const { text } = tokens[token];
  const known = HARSH.test(text) ? -2 : WARM.test(text) ? 2 : 0;
  const rating = known || rate(text, lemmas[token], "ADJ") || judgePhrase(tree, token);
  if (Math.abs(rating) < 1.2) return undefined;
  const isTurned = isNear(tree, token) || /^less$/i.test(before);
  return { kind: "side", value: Math.sign(rating) * (isTurned ? -1 : 1) * MOOD };
}

/** Negated, or with "hardly", "less" or "no" straight before it. */
function isNear(tree: Tree, token: number): boolean {
  if (isNegated(tree, token)) return true;
  const { tokens } = tree.document;
  return [token - 1, token - 2].some((at) => at >= 0 && /^(?:hardly|no|not|never|scarcely)$/i.test(tokens[at].text));
}
