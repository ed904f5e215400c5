/**
 * What a suit or whoever brings it alleges: "alleging fraud and breach of contract", "the complaint says the firm hid the leaks",
 * "a lawsuit over unpaid wages". The proceeding itself is told before.
 */
import type { ChargeDraft } from "./case-draft.ts";
import { isGerundAt } from "./charge-item.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { readCharges } from "./read-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const ALLEGING = /^(allege|argue|claim|contend|say|state|assert|maintain)$/;
/** Papers that speak for whoever filed them. */
const PAPERS = /^(lawsuit|suit|complaint|petition|indictment|filing|application|writ)$/;
/** Proceedings and what is asked in them, with what they are about behind "over" or "for". */
const SUITS = /^(lawsuit|suit|complaint|case|claim|action|petition|challenge|damages?|compensation|proceedings?)$/;
const MAX_SENTENCES = 3;
/** From the verb of alleging to the subject of what is alleged. */
const MAX_TO_SUBJECT = 5;
/** From that subject to its verb. */
const MAX_TO_DEED = 5;
/** From a noun of a suit over its parties to "over". */
const MAX_TO_MATTER = 14;

/** @param moves Those found so far. */
export function readAllegation(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  moves: readonly LegalMove[],
  token: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  const told = findTold(navigator, moves, token);
  if (told === undefined) return undefined;
  const charges =
    navigator.document.tags[token] === "NOUN"
      ? readMatter(navigator, token, sentenceEnd)
      : readAlleged(navigator, respondents, told, token, sentenceEnd);
  if (charges.length === 0) return undefined;
  const evidence = navigator.toSpan(token, token + 1);
  return { ...NO_MOVE, token, parties: told.parties, charges, evidence };
}

const NO_MOVE = { stage: null, kind: null, court: -1, applicant: -1 } as const;

/** The move close before that says who must answer. */
function findTold(navigator: ClauseNavigator, moves: readonly LegalMove[], token: number): LegalMove | undefined {
  const last = moves.findLast(({ parties }) => parties.length > 0);
  return last !== undefined && navigator.sentenceOf(token) - last.sentence <= MAX_SENTENCES ? last : undefined;
}

/** "a lawsuit against X over unpaid wages", "seeks damages of $2 million for breach of contract". */
function readMatter(navigator: ClauseNavigator, noun: number, sentenceEnd: number): readonly ChargeDraft[] {
  if (!SUITS.test(navigator.lemma(noun))) return [];
  const isSought = /^(damage|damages|compensation)$/.test(navigator.lemma(noun));
  const { tags, features } = navigator.document;
  for (let token = noun + 1; token < Math.min(sentenceEnd - 1, noun + MAX_TO_MATTER); token++) {
    const word = navigator.word(token);
    if (/^[,;:.]$/.test(word) || (tags[token] === "VERB" && /VerbForm=Fin/.test(features[token]))) return [];
    if (word !== "over" && !(word === "for" && isSought)) continue;
    // "over 40 pages", "for its members"
    if (/^(NUM|SYM|PRON)$/.test(tags[token + 1])) return [];
    return readCharges(navigator, token + 1, sentenceEnd).charges;
  }
  return [];
}

function readAlleged(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { applicant, parties }: LegalMove,
  verb: number,
  sentenceEnd: number,
): readonly ChargeDraft[] {
  const lemma = navigator.lemma(verb);
  if (!ALLEGING.test(lemma) || navigator.isNegated(verb)) return [];
  const isAside = /ing$/.test(navigator.word(verb)) && navigator.word(verb - 1) === ",";
  const subject = navigator.childWith(verb, /^nsubj/);
  const isPaper = subject >= 0 && PAPERS.test(navigator.lemma(subject));
  const isApplicant = subject >= 0 && applicant >= 0 && navigator.entityAt(subject) === applicant;
  if (!isPaper && !isApplicant && !(isAside && /^(allege|argue|claim|contend)$/.test(lemma))) return [];
  const { tags } = navigator.document;
  // "alleging fraud and breach of contract"
  const isNamed = lemma === "allege" && /^(NOUN|ADJ)$/.test(tags[verb + 1]) && !hasClause(navigator, verb, sentenceEnd);
  if (isNamed || (lemma === "allege" && isGerundAt(navigator, verb + 1)))
    return readCharges(navigator, verb + 1, sentenceEnd).charges;
  const from = navigator.word(verb + 1) === "that" ? verb + 2 : verb + 1;
  for (let token = from; token < Math.min(sentenceEnd, from + MAX_TO_SUBJECT); token++) {
    if (!/^nsubj/.test(navigator.document.relations[token])) continue;
    const isIt = /^(it|they|he|she)$/.test(navigator.word(token)) && parties.length === 1;
    const found = respondents.resolveAt(token);
    if (!isIt && !found.some((entity) => parties.includes(entity))) return [];
    const deed = findDeed(navigator, token, sentenceEnd);
    return deed < 0 ? [] : readCharges(navigator, deed, sentenceEnd).charges.slice(0, 1);
  }
  return [];
}

/** Whether what is alleged is a clause: "alleging officials hid". */
function hasClause(navigator: ClauseNavigator, verb: number, sentenceEnd: number): boolean {
  for (let token = verb + 1; token < Math.min(sentenceEnd, verb + MAX_TO_SUBJECT); token++) {
    if (/^[,;.]$/.test(navigator.word(token))) return false;
    if (/^nsubj/.test(navigator.document.relations[token])) return true;
  }
  return false;
}

/** The verb of what somebody is said to have done; -1 where it is a state or something that is to come. */
function findDeed(navigator: ClauseNavigator, subject: number, sentenceEnd: number): number {
  const { tags } = navigator.document;
  for (let token = subject + 1; token < Math.min(sentenceEnd, subject + MAX_TO_DEED); token++) {
    if (/^(will|would|could|should|can|may|might|must|not|n['’]t)$/.test(navigator.word(token))) return -1;
    if (tags[token] === "VERB") return token;
    if (tags[token] !== "AUX" && tags[token] !== "ADV") return -1;
  }
  return -1;
}
