/**
 * Reads a list of charges: "murder, extermination and the taking of hostages", from the words behind "accused of" or the like.
 *
 * Each act keeps the report's words without article, "alleged" and circumstances ("during the war"); classes ("the war crime
 * of", "which is a crime against humanity") are kept apart. A class by itself is a charge only where no act is named.
 */
import type { ChargeDraft } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { ACT_CLASSES, EMPTY_ACTS } from "./legal-words.ts";

const MAX_ITEM_TOKENS = 16;
const MAX_ITEMS = 16;

/** Words that begin an item without being of the act. */
const LEADING = new Set(
  "the a an alleged other further several various multiple numerous many two three four five six seven eight nine ten suspected allegedly also his her their its of both any some such for crime crimes count counts charge charges offence offences offense offenses acts act with including include involving allegations".split(
    " ",
  ),
);
/** Prepositions that add circumstances, not what the act is. */
const CIRCUMSTANCES = new Set(
  "in during over after from since between with by at before under through throughout within while when as amid following near across around alongside until per ahead where because via".split(
    " ",
  ),
);
const STOPS = new Set(
  "who which that whose whom after when while because but although though if so where since before as according despite".split(
    " ",
  ),
);
const SEPARATORS = /^(,|and|or|;|&|nor)$/;

/** "mail fraud stemming from": where an act comes from. */
const ORIGINS = /^(stemming|relating|related|arising|connected|linked|resulting|dating|tied|punishable|carrying)$/;
/** Says nothing without what it is in. */
const INCOMPLETE = /^(acting|engaging|participating|assisting|interfering|trading|dealing)$/;

export interface ChargeList {
  readonly charges: ChargeDraft[];
  /** Token behind the list. */
  readonly endToken: number;
}

/**
 * @param startToken First token of the list.
 * @param endToken Token behind the last that it may have, where that is known.
 */
export function readCharges(navigator: ClauseNavigator, startToken: number, endToken?: number): ChargeList {
  const { sentences } = navigator.document;
  const sentenceEnd = endToken ?? sentences[navigator.sentenceOf(startToken)].endToken;
  const charges: ChargeDraft[] = [];
  const generic: ChargeDraft[] = [];
  let cls: string | null = null;
  let isGerundList = false;
  let at = startToken;
  for (let items = 0; at < sentenceEnd && items < MAX_ITEMS; items++) {
    const item = readItem(navigator, at, sentenceEnd, items === 0);
    if (item === undefined) break;
    // "for a breach of secrecy, sparking a debate": what came of it.
    if (items === 0) isGerundList = isGerundAt(navigator, item.startToken);
    else if (!isGerundList && isGerundAt(navigator, item.startToken) && navigator.word(item.startToken - 1) === ",")
      break;
    at = item.nextToken;
    let start = item.startToken;
    // "the crimes against humanity of murder, …": a class, then acts of that class.
    for (let more = true; more; ) {
      more = false;
      start = skipLeading(navigator, start, item.endToken);
      const named = matchClass(navigator, start, item.endToken);
      if (named === undefined) break;
      cls = named.name;
      const behind = navigator.word(named.endToken);
      if (named.endToken < item.endToken && /^(of|including|such|involving)$/.test(behind)) {
        start = named.endToken + (behind === "such" ? 2 : 1);
        more = true;
      } else {
        generic.push({ name: cls, class: cls, evidence: navigator.toSpan(start, named.endToken) });
        // "crimes against humanity and war crimes including murder": no class for what follows two of them.
        if (navigator.word(named.endToken) !== "") cls = generic.length > 1 ? null : cls;
        start = item.endToken;
      }
    }
    if (start >= item.endToken) {
      const word = navigator.word(at);
      if (/^(including|include|such|involving|for)$/.test(word)) {
        at += word === "such" ? 2 : 1;
        cls = generic.length > 1 ? null : cls;
      } else if (!item.isFollowed) break;
      continue;
    }
    let end = trimItem(navigator, start, item.endToken);
    // "corruption charges": the act is named before.
    while (end - start > 1 && /^(charges?|counts?|allegations?|offences?|offenses?)$/.test(navigator.word(end - 1)))
      end -= 1;
    // "and a third man, X, was charged": people are no acts.
    if (charges.length > 0 && (isPerson(navigator, start, item.endToken) || isNamedBehind(navigator, item))) break;
    const charge = end > start ? toCharge(navigator, start, end, cls) : undefined;
    if (charge !== undefined) charges.push(charge);
    // "in connection with a probe into A and B": what follows is of the circumstance.
    if (/^(in|relating|related|stemming|arising)$/.test(navigator.word(end)) && end < item.endToken) {
      if (navigator.word(end) !== "in" || /^(connection|relation)$/.test(navigator.word(end + 1))) break;
    }
    if (!item.isFollowed) break;
  }
  const later = findLaterClass(navigator, at, sentenceEnd);
  const listed = charges.length > 0 ? charges : generic;
  return {
    charges: later === null ? listed : listed.map((charge) => ({ ...charge, class: charge.class ?? later })),
    endToken: at,
  };
}

interface Item {
  readonly startToken: number;
  readonly endToken: number;
  readonly nextToken: number;
  /** Whether a comma or "and" leads on to another item. */
  readonly isFollowed: boolean;
}

function readItem(navigator: ClauseNavigator, from: number, sentenceEnd: number, isFirst: boolean): Item | undefined {
  const { tags, relations } = navigator.document;
  let start = from;
  while (start < sentenceEnd && /^(and|or|,|as|well|also|both|[“"‘'`]+|to|then)$/.test(navigator.word(start))) {
    if (navigator.word(start) === "as" && navigator.word(start + 1) !== "well" && navigator.word(start - 1) !== "well")
      return undefined;
    start += 1;
  }
  // "for the war crime of A and for the crimes against humanity of B": the preposition comes again.
  if (!isFirst && /^(for|of|with|on)$/.test(navigator.word(start))) start += 1;
  if (start >= sentenceEnd || !startsItem(navigator, start, isFirst)) return undefined;
  const isGerund = isGerundAt(navigator, start);
  let end = start;
  while (end < sentenceEnd && end - start < MAX_ITEM_TOKENS) {
    const word = navigator.word(end);
    // "starvation as a method of warfare": what it is used as lies between the act and the next.
    if (end > start && word === "as" && /^an?$/.test(navigator.word(end + 1))) {
      end += 2;
      continue;
    }
    if (SEPARATORS.test(word)) {
      if (!isGerund || word === "," || isGerundAt(navigator, skipSeparators(navigator, end, sentenceEnd))) break;
      if (tags[end + 1] === "VERB" && !isGerundAt(navigator, end + 1)) break;
    }
    if (/^[.:;()–—!?”“"»«]$/.test(word) || word === "''" || word === "``" || /^--?$/.test(word)) {
      if (word === "-" && isTight(navigator, end)) {
        end += 1;
        continue;
      }
      break;
    }
    if (end > start && (STOPS.has(word) || (tags[end] === "AUX" && !isGerund))) break;
    if (end > start && /^(including|involving)$/.test(word)) break;
    if (word === "such" && navigator.word(end + 1) === "as") break;
    // "as well as" leads on as "and" does.
    if (end > start && tags[end] === "VERB" && /VerbForm=Fin/.test(navigator.document.features[end]) && !isGerund)
      break;
    end += 1;
  }
  if (end === start) return undefined;
  // ", and the judge said": the subject of a new clause is no act.
  if (!isFirst) {
    for (let token = start; token < end; token++) {
      const head = navigator.document.heads[token];
      // "charges of A and B were laid against": the list is itself the subject.
      if (
        head >= end &&
        /^nsubj/.test(relations[token]) &&
        !/^(lay|bring|file|press|drop)$/.test(navigator.lemma(head))
      )
        return undefined;
    }
  }
  const quote = /^[”"»’]$/.test(navigator.word(end)) || navigator.word(end) === "''" ? 1 : 0;
  const behind = navigator.word(end + quote);
  const isAsWell =
    navigator.word(end) === "as" && navigator.word(end + 1) === "well" && navigator.word(end + 2) === "as";
  return {
    startToken: start,
    endToken: end,
    nextToken: isAsWell ? end + 3 : end + quote,
    isFollowed: isAsWell || SEPARATORS.test(behind) || /^(including|involving|such)$/.test(behind),
  };
}

function isPerson(navigator: ClauseNavigator, start: number, end: number): boolean {
  const { mentions, mentionAt, resolvedEntities, entityOf } = navigator.document;
  const head = mentions[mentionAt[end - 1]];
  if (head === undefined || head.possessor >= 0 || head.phraseStart > start + 1) return false;
  const entity = resolvedEntities[entityOf[head.index]];
  return head.kind === "person" || (entity?.kind === "person" && entity.isNamed);
}

/** "a third man, X," */
function isNamedBehind(navigator: ClauseNavigator, { startToken, endToken }: Item): boolean {
  const { tags, mentions } = navigator.document;
  if (tags[startToken] !== "DET" || navigator.word(endToken) !== ",") return false;
  const behind = navigator
    .mentionsIn(endToken + 1, Math.min(endToken + 7, tags.length))
    .find(({ by }) => by === "name");
  return behind !== undefined && mentions[behind.index].kind === "person" && behind.phraseStart === endToken + 1;
}

function startsItem(navigator: ClauseNavigator, token: number, isFirst: boolean): boolean {
  const tag = navigator.document.tags[token];
  const word = navigator.word(token);
  if (STOPS.has(word)) return false;
  // ", and repeatedly denied bail": another clause.
  const { tags } = navigator.document;
  if (!isFirst && tag === "ADV" && tags[token + 1] === "VERB" && !isGerundAt(navigator, token + 1)) return false;
  if (tag === "PRON" && !/^(his|her|their|its|other)$/.test(word)) return false;
  // Nouns of acts misread after "to": "guilty to bribery".
  if (tag === "VERB" && isFirst && /(ry|tion|sion|ment|cy|ity|ism|ing)$/.test(word)) return true;
  // "attempted murder" is an act; "and agreed to cooperate" is what the accused did next.
  if (
    tag === "VERB" &&
    !isGerundAt(navigator, token) &&
    !(/(ed|en)$/.test(word) && (isFirst || isAttribute(navigator, token)))
  )
    return false;
  return tag !== "AUX" && tag !== "SCONJ" && (isFirst || (tag !== "ADP" && tag !== "PUNCT"));
}

function isAttribute({ document: { relations, features } }: ClauseNavigator, token: number): boolean {
  return /^(amod|compound)/.test(relations[token]) && !/VerbForm=Fin/.test(features[token]);
}

function isGerundAt(navigator: ClauseNavigator, token: number): boolean {
  const { tags } = navigator.document;
  return (
    /..ing$/.test(navigator.word(token)) &&
    (tags[token] === "VERB" || tags[token] === "AUX") &&
    navigator.word(token) !== "including"
  );
}

function skipSeparators(navigator: ClauseNavigator, from: number, end: number): number {
  let token = from;
  while (token < end && SEPARATORS.test(navigator.word(token))) token += 1;
  return token;
}

function isTight({ document: { tokens } }: ClauseNavigator, token: number): boolean {
  return token > 0 && tokens[token - 1].end === tokens[token].start && tokens[token].end === tokens[token + 1]?.start;
}

function skipLeading(navigator: ClauseNavigator, from: number, end: number): number {
  let token = from;
  // "three counts of fraud and one of perjury".
  if (navigator.document.tags[token] === "NUM" && navigator.word(token + 1) === "of") token += 2;
  else if (navigator.document.tags[token] === "NUM" && /^counts?$/.test(navigator.word(token + 1))) token += 2;
  const { tags } = navigator.document;
  let noun = token;
  while (noun < end - 2 && /^(DET|ADJ|NUM|ADV)$/.test(tags[noun])) noun += 1;
  const isCounted = /^(acts?|counts?|charges?|offences?|offenses?|allegations?)$/.test(navigator.word(noun));
  if (noun > token && isCounted && navigator.word(noun + 1) === "of" && matchClass(navigator, noun, end) === undefined)
    token = noun + 2;
  while (token < end && LEADING.has(navigator.word(token))) {
    // "counts of", "crimes against": a class is not to be skipped into.
    if (matchClass(navigator, token, end) !== undefined) break;
    token += 1;
  }
  return token;
}

function matchClass(
  navigator: ClauseNavigator,
  token: number,
  end: number,
): { name: string; endToken: number } | undefined {
  for (const [lemmas, name] of ACT_CLASSES) {
    if (token + lemmas.length <= end && lemmas.every((lemma, i) => isLemma(navigator, token + i, lemma)))
      return { name, endToken: token + lemmas.length };
  }
  return undefined;
}

function isLemma(navigator: ClauseNavigator, token: number, lemma: string): boolean {
  return navigator.lemma(token) === lemma || navigator.word(token) === lemma || navigator.word(token) === `${lemma}s`;
}

/** Cuts circumstances and what else follows the act. */
function trimItem(navigator: ClauseNavigator, start: number, end: number): number {
  const { relations } = navigator.document;
  const isUse = navigator.lemma(start) === "use" || navigator.lemma(start) === "using";
  const isGerund = isGerundAt(navigator, start);
  for (let token = start + 1; token < end; token++) {
    const word = navigator.word(token);
    if (ORIGINS.test(word)) return token;
    // "an injury he suffered": a clause about the act.
    if (!isGerund && /^(he|she|it|they|who|that|which)$/.test(word) && navigator.document.tags[token] === "PRON")
      return token;
    if (word === "in" && token === start + 1 && INCOMPLETE.test(navigator.word(start))) continue;
    // "the use of X as Y": what X is used as belongs to the act; elsewhere "as" adds a remark.
    if (CIRCUMSTANCES.has(word) && !(isUse && word === "as")) {
      // "using torture in prisons", "conspiring with others": complements of a verb stay while they are short.
      if (
        isGerund &&
        token - start < 6 &&
        !isBeforeCourt(navigator, token, end) &&
        !/^(in|during|after|over|since|between|while|when|before)$/.test(word)
      )
        continue;
      return token;
    }
    if (
      /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(word) &&
      /^(obl|nmod)/.test(relations[token])
    )
      return navigator.word(token - 1) === "on" ? token - 1 : token;
    // "fraud last year": when.
    if (
      /^(last|this|next|earlier)$/.test(word) &&
      /^(year|month|week|summer|spring|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
        navigator.word(token + 1),
      )
    )
      return token;
  }
  return end;
}

/** "at a disciplinary hearing": where it was judged. */
function isBeforeCourt(navigator: ClauseNavigator, preposition: number, end: number): boolean {
  for (let token = preposition + 1; token < Math.min(end, preposition + 8); token++)
    if (/^(hearing|trial|court|tribunal|panel)$/.test(navigator.lemma(token))) return true;
  return false;
}

function toCharge(navigator: ClauseNavigator, start: number, end: number, cls: string | null): ChargeDraft | undefined {
  const { text, tags } = navigator.document;
  // "sued for $10 million", "over the sensible": a sum and a word without its noun are no acts.
  if (/^[$€£¥]/.test(navigator.word(start)) || (end - start === 1 && tags[start] === "ADJ")) return undefined;
  // "pleaded not guilty on Monday".
  if (end - start === 1 && /^(mon|tues|wednes|thurs|fri|satur|sun)day$/.test(navigator.word(start))) return undefined;
  if (end - start === 1 && EMPTY_ACTS.has(navigator.lemma(start))) return undefined;
  if (end - start === 1 && (tags[start] === "NUM" || tags[start] === "ADP" || tags[start] === "PRON")) return undefined;
  const evidence = navigator.toSpan(start, end);
  const name = text
    .slice(evidence.start, evidence.end)
    .replace(/\s+/g, " ")
    .replace(/^[“"‘']+|[”"’']+$/g, "");
  if (!/\p{L}{3}/u.test(name)) return undefined;
  return { name, class: /^genocide$/i.test(name) ? "genocide" : cls, evidence };
}

/** ", each of which is a war crime": a class named behind the list is that of all. */
function findLaterClass(navigator: ClauseNavigator, from: number, sentenceEnd: number): string | null {
  const end = Math.min(sentenceEnd, from + 12);
  let isOpen = false;
  for (let token = from; token < end; token++) {
    const word = navigator.word(token);
    if (/^(which|as|amounting|amount)$/.test(word)) isOpen = true;
    if (!isOpen) continue;
    const named = matchClass(navigator, token, end);
    if (named !== undefined) return named.name;
  }
  return null;
}
