/** One item of a list of charges: where it begins and ends, and whether another follows. */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { CRIMES, WRONGS } from "./legal-words.ts";

const MAX_ITEM_TOKENS = 16;
const STOPS = new Set(
  "who which that whose whom after when while because but although though if so where since before as according despite".split(
    " ",
  ),
);
/** Nouns that say too little without what stands before them. */
const JOINED = /^(offen[cs]e|crime|violation|law|rule|activity|misconduct|practice)$/;
const SEPARATORS = /^(,|and|or|;|&|nor)$/;

export interface ChargeItem {
  readonly startToken: number;
  readonly endToken: number;
  readonly nextToken: number;
  /** Whether a comma or "and" leads on to another item. */
  readonly isFollowed: boolean;
}

/** @param leading The preposition that leads to the list, if one does. */
export function readItem(
  navigator: ClauseNavigator,
  from: number,
  sentenceEnd: number,
  isFirst: boolean,
  leading = "",
): ChargeItem | undefined {
  const { tags, relations } = navigator.document;
  let start = from;
  while (
    start < sentenceEnd &&
    /^(and|or|,|as|well|also|both|[“"‘'`]+|to|then|including|involving)$/.test(navigator.word(start))
  ) {
    if (navigator.word(start) === "as" && navigator.word(start + 1) !== "well" && navigator.word(start - 1) !== "well")
      return undefined;
    start += 1;
  }
  // "for the war crime of A and for the crimes against humanity of B": the preposition comes again.
  if (!isFirst && /^(for|of|with|on)$/.test(navigator.word(start))) {
    // "cleared of fraud, for lack of proof": another one says why.
    if (navigator.word(start - 1) === "," && leading !== "" && navigator.word(start) !== leading) return undefined;
    start += 1;
  }
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
    if (SEPARATORS.test(word) && joinsModifiers(navigator, start, end)) {
      end += 1;
      continue;
    }
    if (SEPARATORS.test(word)) {
      const behind = skipSeparators(navigator, end, sentenceEnd);
      if (!isGerund || word === "," || isGerundAt(navigator, behind) || isCrimeAt(navigator, behind)) break;
      // "of taking bribes and of obstructing": the preposition comes again.
      if (/^(of|for|with)$/.test(navigator.word(behind)) && isGerundAt(navigator, behind + 1)) break;
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
    const isFiniteVerb = tags[end] === "VERB" && /VerbForm=Fin/.test(navigator.document.features[end]);
    if (end > start && isFiniteVerb && (!isGerund || navigator.document.heads[end] < start)) break;
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

/** "making false statements and tax fraud": a crime by its name is an act of its own. */
export function isCrimeAt(navigator: ClauseNavigator, token: number): boolean {
  const { tags } = navigator.document;
  let noun = token;
  while (/^(ADJ|NOUN)$/.test(tags[noun]) && tags[noun + 1] === "NOUN" && noun < token + 3) noun += 1;
  return tags[noun] === "NOUN" && CRIMES.has(navigator.lemma(noun));
}

/** "drug and firearm offences", "securities and tax fraud": one noun for both. */
function joinsModifiers(navigator: ClauseNavigator, start: number, separator: number): boolean {
  const { tags } = navigator.document;
  if (!/^(and|or)$/.test(navigator.word(separator))) return false;
  for (let token = start; token < separator; token++) if (!/^(NOUN|ADJ|DET|NUM)$/.test(tags[token])) return false;
  const head = separator + 2;
  return (
    /^(NOUN|ADJ)$/.test(tags[head - 1]) &&
    JOINED.test(navigator.lemma(head)) &&
    !JOINED.test(navigator.lemma(separator - 1))
  );
}

function startsItem(navigator: ClauseNavigator, token: number, isFirst: boolean): boolean {
  const tag = navigator.document.tags[token];
  const word = navigator.word(token);
  if (STOPS.has(word) || /^(by|at|from|during|until|because|in)$/.test(word)) return false;
  // ", and repeatedly denied bail": another clause.
  const { tags } = navigator.document;
  if (!isFirst && tag === "ADV" && tags[token + 1] === "VERB" && !isGerundAt(navigator, token + 1)) return false;
  if (tag === "PRON" && !/^(his|her|their|its|other)$/.test(word)) return false;
  // "found that X broke the rules"
  if (tag === "VERB" && isFirst && WRONGS.has(navigator.lemma(token))) return true;
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

export function isGerundAt(navigator: ClauseNavigator, token: number): boolean {
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
