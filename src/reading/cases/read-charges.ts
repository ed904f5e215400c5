/**
 * Reads a list of charges: "murder, extermination and the taking of hostages", from the words behind "accused of" or the like.
 *
 * Each act keeps the report's words without article, "alleged" and circumstances ("during the war"); classes ("the war crime
 * of", "which is a crime against humanity") are kept apart. A class by itself is a charge only where no act is named.
 */
import type { ChargeDraft } from "./case-draft.ts";
import { type ChargeItem, isGerundAt, readItem } from "./charge-item.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { ACT_CLASSES, EMPTY_ACTS } from "./legal-words.ts";
import { trimItem } from "./trim-charge.ts";

const MAX_ITEMS = 16;
/** From an act over a clause about it to the next. */
const MAX_TO_REPEATED = 16;

/** Words that begin an item without being of the act. */
const LEADING = new Set(
  "the a an all alleged other further several various multiple numerous many two three four five six seven eight nine ten suspected allegedly also his her their its of both any some such for crime crimes count counts charge charges offence offences offense offenses acts act with including include involving allegations".split(
    " ",
  ),
);
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
  const leading = /^(of|for|with|on)$/.exec(navigator.word(startToken - 1))?.[0];
  let at = skipCalled(navigator, startToken, sentenceEnd);
  for (let items = 0; at < sentenceEnd && items < MAX_ITEMS; items++) {
    const item = readItem(navigator, at, sentenceEnd, items === 0, leading);
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
    // "breaking the pact by failing to warn and by taking": each of them.
    const by = leading === undefined || !isGerundList ? -1 : findMeans(navigator, item.startToken, item.endToken);
    let end = trimItem(navigator, start, by >= 0 ? by - 1 : item.endToken);
    // "corruption charges": the act is named before.
    while (end - start > 1 && /^(charges?|counts?|allegations?|offences?|offenses?)$/.test(navigator.word(end - 1))) {
      if (/^(and|or)$/.test(navigator.word(end - 3))) break;
      end -= 1;
    }
    // "in Arden, Corby and Tollan and failing to": more of where it was done.
    if (charges.length > 0 && isPlace(navigator, start, item.endToken)) {
      if (!item.isFollowed) break;
      continue;
    }
    // "and a third man, X, was charged": people are no acts.
    // ", the Sports Panel announced": who says so is no act.
    if (charges.length > 0 && isActing(navigator, start, item.endToken)) break;
    if (charges.length > 0 && (isPerson(navigator, start, item.endToken) || isNamedBehind(navigator, item))) break;
    const charge = end > start ? toCharge(navigator, start, end, cls) : undefined;
    if (charge !== undefined) charges.push(charge);
    // "in connection with a probe into A and B": what follows is of the circumstance.
    if (/^(in|relating|related|stemming|arising)$/.test(navigator.word(end)) && end < item.endToken) {
      if (navigator.word(end) !== "in" || /^(connection|relation)$/.test(navigator.word(end + 1))) break;
    }
    if (by >= 0) {
      const means = readMeans(navigator, by, sentenceEnd);
      charges.push(...means);
      if (means.length > 0) break;
    }
    if (!item.isFollowed) {
      const next = leading === undefined ? -1 : findRepeated(navigator, at, sentenceEnd, leading);
      if (next < 0) break;
      at = next;
    }
  }
  const later = findLaterClass(navigator, at, sentenceEnd);
  const listed = charges.length > 0 ? charges : generic;
  return {
    charges: later === null ? listed : listed.map((charge) => ({ ...charge, class: charge.class ?? later })),
    endToken: at,
  };
}

/** From "what" to the verb of "for what the regulator called". */
const MAX_TO_CALLED = 6;

/** "for what it called “prolonged” failures": the token at which the act itself begins. */
function skipCalled(navigator: ClauseNavigator, startToken: number, sentenceEnd: number): number {
  if (navigator.word(startToken) !== "what") return startToken;
  const { tags } = navigator.document;
  let at = startToken + 1;
  while (
    at < sentenceEnd &&
    at < startToken + MAX_TO_CALLED &&
    !/^(called|termed|described|says|said)$/.test(navigator.word(at))
  )
    at += 1;
  if (!/^(called|termed|described|says|said)$/.test(navigator.word(at))) return startToken;
  at += 1;
  while (/^(as|was|were|is)$/.test(navigator.word(at))) at += 1;
  // What stands in quotation marks before a noun judges the act.
  if (/^["“‘]$|^``$/.test(navigator.word(at))) {
    let end = at + 1;
    while (end < sentenceEnd && /^(ADJ|ADV|CCONJ|VERB)$/.test(tags[end])) end += 1;
    if (/^["”’]$|^''$/.test(navigator.word(end)) && tags[end + 1] === "NOUN") return end + 1;
  }
  return at;
}

/** "breaking the pact by failing to warn": the token behind "by"; -1 for none. */
function findMeans(navigator: ClauseNavigator, start: number, end: number): number {
  for (let token = start + 1; token < end; token++)
    if (navigator.word(token) === "by" && isGerundAt(navigator, token + 1)) return token + 1;
  return -1;
}

/** The deeds joined behind "by". */
function readMeans(navigator: ClauseNavigator, from: number, sentenceEnd: number): ChargeDraft[] {
  const charges: ChargeDraft[] = [];
  let start = from;
  for (let token = from + 1; token <= sentenceEnd; token++) {
    const isNext =
      /^(and|,)$/.test(navigator.word(token)) && navigator.word(token + 1) === "by" && isGerundAt(navigator, token + 2);
    const isEnd = token === sentenceEnd || /^[.;:]$/.test(navigator.word(token));
    if (!isNext && !isEnd) continue;
    const charge = toCharge(navigator, start, trimItem(navigator, start, token), null);
    if (charge !== undefined) charges.push(charge);
    if (isEnd) break;
    start = token + 2;
  }
  return charges;
}

/** "of breaking the limit when it joined and of taking bribes": where the same preposition leads on, behind a clause; -1 for nowhere. */
function findRepeated(navigator: ClauseNavigator, from: number, sentenceEnd: number, leading: string): number {
  for (let token = from; token < Math.min(sentenceEnd - 2, from + MAX_TO_REPEATED); token++) {
    if (/^[;:.“”"–—]$/.test(navigator.word(token))) return -1;
    if (navigator.word(token) !== "and" || navigator.word(token + 1) !== leading) continue;
    return isGerundAt(navigator, token + 2) ? token : -1;
  }
  return -1;
}

function isPlace({ document }: ClauseNavigator, start: number, end: number): boolean {
  const mention = document.mentions[document.mentionAt[end - 1]];
  return (
    mention?.by === "name" &&
    mention.phraseStart === start &&
    /^(place|state)$/.test(document.resolvedEntities[document.entityOf[mention.index]]?.kind ?? "")
  );
}

function isPerson(navigator: ClauseNavigator, start: number, end: number): boolean {
  const { mentions, mentionAt, resolvedEntities, entityOf } = navigator.document;
  const head = mentions[mentionAt[end - 1]];
  // "a journalist jailed in May": whom the words before named.
  const [first] = navigator.document.tags[start] === "DET" ? navigator.mentionsIn(start, end) : [];
  if (first?.kind === "person" && first.by === "description" && first.phraseStart === start) return true;
  if (head === undefined || head.possessor >= 0 || head.phraseStart > start + 1) return false;
  const entity = resolvedEntities[entityOf[head.index]];
  return head.kind === "person" || (entity?.kind === "person" && entity.isNamed);
}

function isActing({ document }: ClauseNavigator, start: number, end: number): boolean {
  const { mentions, mentionAt, tags, resolvedEntities, entityOf } = document;
  for (let token = start; token < end; token++) {
    const mention = mentions[mentionAt[token]];
    if (mention?.by !== "name" || mention.phraseStart > start) continue;
    const kind = resolvedEntities[entityOf[mention.index]]?.kind ?? "";
    return /^(organisation|court|person)$/.test(kind) && /^(VERB|AUX)$/.test(tags[mention.endToken] ?? "");
  }
  return false;
}

/** "a third man, X," */
function isNamedBehind(navigator: ClauseNavigator, { startToken, endToken }: ChargeItem): boolean {
  const { tags, mentions } = navigator.document;
  if (tags[startToken] !== "DET" || navigator.word(endToken) !== ",") return false;
  const behind = navigator
    .mentionsIn(endToken + 1, Math.min(endToken + 7, tags.length))
    .find(({ by }) => by === "name");
  return behind !== undefined && mentions[behind.index].kind === "person" && behind.phraseStart === endToken + 1;
}

function skipLeading(navigator: ClauseNavigator, from: number, end: number): number {
  let token = from;
  // "three counts of fraud and one of perjury".
  if (navigator.document.tags[token] === "NUM" && navigator.word(token + 1) === "of") token += 2;
  else if (navigator.document.tags[token] === "NUM" && /^counts?$/.test(navigator.word(token + 1))) token += 2;
  const { tags } = navigator.document;
  // "52 breaches of the rules"
  if (tags[token] === "NUM" && tags[token + 1] === "NOUN" && navigator.word(token + 2) === "of") token += 1;
  let noun = token;
  while (noun < end - 2 && /^(DET|ADJ|NUM|ADV)$/.test(tags[noun])) noun += 1;
  const isCounted = /^(acts?|counts?|charges?|offences?|offenses?|allegations?)$/.test(navigator.word(noun));
  if (noun > token && isCounted && navigator.word(noun + 1) === "of" && matchClass(navigator, noun, end) === undefined)
    token = noun + 2;
  const first = token;
  while (token < end && LEADING.has(navigator.word(token))) {
    // "counts of", "crimes against": a class is not to be skipped into.
    if (matchClass(navigator, token, end) !== undefined) break;
    token += 1;
  }
  if (token > first && /^(charge|allegation|count|offen[cs]e)$/.test(navigator.lemma(token - 1))) {
    // "charges relating to fraud"
    if (/^(relating|related)$/.test(navigator.word(token)) && navigator.word(token + 1) === "to") token += 2;
    // "charges brought by prosecutors of fraud"
    if (/^(brought|filed|laid|pressed|made)$/.test(navigator.word(token))) {
      let of = token;
      while (of < end && navigator.word(of) !== "of") of += 1;
      token = Math.min(end, of + 1);
    }
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

function toCharge(navigator: ClauseNavigator, start: number, end: number, cls: string | null): ChargeDraft | undefined {
  const { text, tags } = navigator.document;
  // "sued for $10 million", "over the sensible": a sum and a word without its noun are no acts.
  if (
    /^[$€£¥]/.test(navigator.word(start)) ||
    isSum(navigator, start, end) ||
    (end - start === 1 && tags[start] === "ADJ")
  )
    return undefined;
  // "pleaded not guilty on Monday".
  if (end - start === 1 && /^(mon|tues|wednes|thurs|fri|satur|sun)day$/.test(navigator.word(start))) return undefined;
  if (end - start === 1 && EMPTY_ACTS.has(navigator.lemma(start))) return undefined;
  // "of tampering with witnesses in his Arden, criminal trial"
  if (navigator.lemma(start) === "conviction") return undefined;
  if (/^(trial|hearing|court|lawsuit|verdict)$/.test(navigator.lemma(end - 1)) && !isGerundAt(navigator, start))
    return undefined;
  if (end - start === 1 && (tags[start] === "NUM" || tags[start] === "ADP" || tags[start] === "PRON")) return undefined;
  const evidence = navigator.toSpan(start, end);
  const name = text
    .slice(evidence.start, evidence.end)
    .replace(/\s+/g, " ")
    .replace(/^[“"‘']+|[”"’']+$/g, "");
  if (!/\p{L}{3}/u.test(name)) return undefined;
  return { name, class: /^genocide$/i.test(name) ? "genocide" : cls, evidence };
}

/** "28 billion", "10 million dollars" */
function isSum({ document: { tags } }: ClauseNavigator, start: number, end: number): boolean {
  if (tags[start] === "NUM" && tags[start + 1] === "NUM") return true;
  for (let token = start; token < end - 1; token++) if (tags[token] !== "NUM") return false;
  return tags[start] === "NUM" && end - start > 1;
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
