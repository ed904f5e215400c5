/** Which numbers count something of interest: not ages, short spans of time, or the two sides of a thing. */
import type { NumberMention, ParsedDocument } from "../language/index.ts";
import { DURATIONS, isPart } from "./find-figure-class.ts";
import { isGivingVerb } from "./find-figure-giver.ts";
import { findSentence } from "./find-sentence.ts";
import { isPrisonTerm } from "./is-prison-term.ts";
import type { Figure } from "./schema.ts";

/** Spans of time that are figures: a pause of 90 days, an ultimatum of 48 hours. */
const TERMS = new Set(["second", "minute", "hour", "day", "week", "month", "year"]);
/** Before and behind a span of time these tell when, not how long. */
const WHEN_BEFORE =
  /^(?:last|past|next|previous|first|recent|coming|following|every|each|another|of|those|these|his|her|their|its|my|our)$/i;
const WHEN_BEHIND = /^(?:ago|earlier|later|before|after|old|away|since|hence|into|on|running|-)$/i;
/** Nouns that a measured value follows: "a magnitude of 6.3", "magnitude 6.3". */
const MEASURES = new Set(["magnitude", "depth", "height", "strength", "level", "speed", "width", "weight"]);
/** Nouns of parts and respects: two of them are no count of things. */
const RESPECTS = new Set("side part half point way thing end kind sort type front hand other step reason".split(" "));
/** Before a small number these tell that what it counts is known, or no count. */
const KNOWN_BEFORE =
  /^(?:my|our|your|his|her|its|their|'s|’s|-|other|all|both|top|big|best|first|last|next|past|previous|same)$/i;
export const SMALL = 10;
const LARGE = 1000;
/** Numbers behind a name are mostly of the name, or an age. */
const NAMED = 100;

/** @param token The noun that is counted, if `isNoun`; else the token of the number that the rest hangs on. */
export function isWorthCounting(
  document: ParsedDocument,
  number: NumberMention,
  token: number,
  isNoun: boolean,
  bound: Figure["bound"],
): boolean {
  const { heads, lemmas, relations, tags, tokens } = document;
  if (isPrisonTerm(document, number)) return true;
  // "45-year-old", "a 3-point lead": a number inside a compound measures its noun.
  if (isInCompound(tokens, tags, number)) return false;
  if (isMeasured(lemmas, number)) return true;
  const noun = lemmas[token].toLowerCase();
  if (isNoun && DURATIONS.has(noun)) return isTerm(document, number, token, bound) || isTimes(document, number);
  // A number without a noun counts what was named before, if it has a place of its own in its clause; beside a name it is an age.
  const isAge = tokens[number.startToken - 1]?.text === "," && tags[number.startToken - 2] === "PROPN";
  const head = heads[token];
  const isBesideHead =
    head === number.startToken - 1 && !isGivingVerb(lemmas[head]) && lemmas[head]?.toLowerCase() !== "be";
  // "told Station 24": of a name.
  if (!isNoun && tags[number.startToken - 1] === "PROPN" && bound === "exactly" && number.value < NAMED) return false;
  // "captured 12": what is done to people, or in a claim, is done to so many.
  const isObject = isBesideHead && !isNoun && relations[token] === "obj" && DONE_TO.has(lemmas[head].toLowerCase());
  const hasPlace = /^(nsubj|obj|obl|root|ccomp|conj)/.test(relations[token]) && (!isBesideHead || isObject);
  // A large number with a bound counts something, whatever the tree makes of it: "some 25 million - half of all - need aid".
  const isLarge = number.value >= LARGE && (bound !== "exactly" || isSizeOf(document, number));
  const hasSense = isNoun || isLarge || (hasPlace && !isAge) || isPart(document, number);
  // "more than one reason", "below zero" count nothing.
  const isSome = (number.value === 1 && bound === "more than") || (number.value === 0 && !isNoun);
  if (!isNoun && isPutAt(document, number)) return true;
  if (!hasSense || isSome) return false;
  return bound !== "exactly" || number.value >= SMALL || isSmallCount(document, number, noun, isNoun);
}

/** Whose object, a number alone, counts people or things lost. */
const DONE_TO = new Set(
  "kill injure wound capture arrest detain seize take lose free release rescue evacuate destroy sink shoot".split(" "),
);

/** "a nation of 17 million", "estimated the crowd at 15,000": how large something is that stands before. */
function isSizeOf(document: ParsedDocument, number: NumberMention): boolean {
  const before = document.tokens[number.startToken - 1]?.text.toLowerCase();
  return before === "of" && document.tags[number.startToken - 2] === "NOUN";
}

/** So near stands the verb of "put the number of those held at". */
const MAX_TO_PUT = 10;

/** Whether a verb puts something at the number: "put the number at zero", "was estimated at 9,000", "gives the number as 640". */
function isPutAt({ lemmas, sentences, tokens }: ParsedDocument, { startToken }: NumberMention): boolean {
  let at = startToken - 1;
  while (
    at > startToken - 4 &&
    at > 0 &&
    /^(?:about|around|some|least|most|nearly|roughly|over)$/i.test(tokens[at].text)
  )
    at--;
  const isAs = /^as$/i.test(tokens[at]?.text ?? "");
  if (!isAs && !/^at$/i.test(tokens[at]?.text ?? "")) return false;
  const first = sentences[findSentence(sentences, startToken)]?.startToken ?? 0;
  for (let token = at - 1; token >= Math.max(first, at - MAX_TO_PUT); token--)
    if (
      (isAs ? /^(?:give|record|list)$/ : /^(?:put|place|set|estimate|stand|peg|give|remain)$/).test(
        lemmas[token].toLowerCase(),
      )
    )
      return true;
  return false;
}

/** "72 hours", "a truce of ten days", not "the last three years" and "two days before". */
function isTerm(
  { lemmas, tokens }: ParsedDocument,
  { startToken, endToken, value }: NumberMention,
  noun: number,
  bound: Figure["bound"],
): boolean {
  if (!TERMS.has(lemmas[noun].toLowerCase()) || value < 2 || noun - endToken > 1) return false;
  const before = tokens[startToken - 1]?.text ?? "";
  // "a truce of ten days", "a boy of four years"
  const isOf = before.toLowerCase() === "of" && (value >= SMALL || bound !== "exactly");
  return (isOf || !WHEN_BEFORE.test(before)) && !WHEN_BEHIND.test(tokens[noun + 1]?.text ?? "");
}

/** "14 times the level", "three times as many": how much more. */
function isTimes({ tokens }: ParsedDocument, { endToken, value }: NumberMention): boolean {
  return (
    /^times$/i.test(tokens[endToken]?.text ?? "") &&
    (value >= SMALL ||
      /^(?:the|as|more|higher|larger|greater|bigger|its|their)$/i.test(tokens[endToken + 1]?.text ?? ""))
  );
}

/** "Six companies", "two helicopters": a small number is a count where it brings up what it counts; "the two men" are known. */
function isSmallCount(document: ParsedDocument, number: NumberMention, noun: string, isNoun: boolean): boolean {
  const { tags, tokens } = document;
  const { startToken, endToken, value } = number;
  // "1.7 metres"
  if (isNoun && !Number.isInteger(value)) return true;
  if (value < 2) return false;
  if (!isNoun) {
    // "boats, four of which", "26 were hurt, four of them officers"
    const isPartOf = /^(?:whom|which)$/i.test(tokens[endToken + 1]?.text ?? "");
    return isPartOf || (tokens[startToken - 1]?.text === "," && /^them$/i.test(tokens[endToken + 1]?.text ?? ""));
  }
  if (RESPECTS.has(noun)) return false;
  const { text } = tokens[startToken];
  const before = tokens[startToken - 1]?.text ?? "";
  // "the Gang of Eight members", "BBC Two's film": of a name.
  if (/^[A-Z]/.test(text) && /^[\p{L},]/u.test(before)) return false;
  if (tags[startToken - 1] === "DET" || KNOWN_BEFORE.test(before) || /^['’]s$/.test(tokens[endToken]?.text ?? ""))
    return false;
  // "two of the names", "one of the three": of those told of.
  const isOfPronoun = tokens[endToken]?.text.toLowerCase() === "of" && tags[endToken + 1] === "PRON";
  return !isOfPronoun || /^(?:NOUN|ADJ)$/.test(tags[endToken + 2]);
}

/** Before a spaced hyphen a word of tokenised text goes on ("45 - year - old"), unless it is a dash with a clause behind. */
function isInCompound(
  tokens: ParsedDocument["tokens"],
  tags: ParsedDocument["tags"],
  { end, endToken }: NumberMention,
) {
  const next = tokens[endToken];
  if (next === undefined || !/^[-–‑]$/.test(next.text)) return false;
  const behind = tags[endToken + 1];
  return behind === "NOUN" || behind === "ADJ" || (next.start === end && behind !== "ADV" && behind !== "ADP");
}

function isMeasured(lemmas: readonly string[], { startToken }: NumberMention): boolean {
  const before = lemmas[startToken - 1]?.toLowerCase();
  return MEASURES.has(before === "of" ? lemmas[startToken - 2]?.toLowerCase() : before);
}
