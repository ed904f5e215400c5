/** "The court ruled that X had breached the treaty": what a bench finds, and of whom. */
import type { ChargeDraft } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { courtOf, isCourt, isSomeBench } from "./legal-bench.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { WRONGS } from "./legal-words.ts";
import { readCharges } from "./read-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const MAX_GAP = 8;
const MAX_TO_WRONG = 10;
/** "the right to a fair trial of the opposition leader X" */
const MAX_TO_HARMED = 13;
/** "found, by nine votes to four, that" */
const MAX_TO_THAT = 10;

/** @param verb One of finding. */
export function readFinding(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  moves: readonly LegalMove[],
  verb: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  const agent = findFinder(navigator, verb);
  const before = isIt(navigator, agent) ? moves.findLast(({ bench }) => bench !== undefined) : undefined;
  // "it found" of a ministry that the words just told of.
  const meant = isIt(navigator, agent) ? navigator.document.resolvedEntities[navigator.entityAt(agent)] : undefined;
  const isOther = meant?.isNamed === true && meant.index !== before?.court && meant.kind !== "court";
  const isByCourtBefore = before !== undefined && !isOther && navigator.sentenceOf(verb) - before.sentence <= 1;
  const isDecision = /^(decision|ruling|judgment|judgement|verdict|opinion)$/.test(navigator.lemma(agent));
  if (
    agent < 0 ||
    (!isByCourtBefore && !isCourt(navigator, agent) && !isInquiry(navigator, agent) && !isDecision) ||
    navigator.isNegated(verb) ||
    navigator.isUnreal(verb)
  )
    return undefined;
  let that = verb + 1;
  while (that < Math.min(sentenceEnd, verb + MAX_TO_THAT) && navigator.word(that) !== "that") that += 1;
  if (navigator.word(that) !== "that" || that + 1 >= sentenceEnd) return undefined;
  const { entities, endToken } = respondents.resolveList(that + 1, true);
  let parties = entities.filter((entity) => respondents.mayRespond(entity));
  const wrong = findWrong(navigator, endToken, sentenceEnd);
  // "that Tesmark's tariffs on steel broke the rules": whose they are.
  if (wrong < 0 || parties.length === 0) {
    const far = findWrong(navigator, that + 1, sentenceEnd, MAX_TO_WRONG);
    const subject = far < 0 ? -1 : navigator.childWith(far, /^nsubj(?!:pass)/);
    if (subject <= that) {
      const known = parties.filter((entity) => respondents.known.includes(entity));
      if (known.length === 0 || (!isByCourtBefore && !isCourt(navigator, agent))) return undefined;
      return toHeard(navigator, verb, agent, known, readDeeds(navigator, endToken, sentenceEnd));
    }
    parties = respondents.resolveAt(subject).filter((entity) => respondents.mayRespond(entity));
    if (parties.length === 0) parties = respondents.resolveOwner(subject);
    return parties.length === 0 ? undefined : toFinding(navigator, verb, agent, far, parties);
  }
  return toFinding(navigator, verb, agent, wrong, parties);
}

/** Who finds; "the five judges found", with the verb taken for a participle, too. */
function findFinder(navigator: ClauseNavigator, verb: number): number {
  const agent = navigator.findAgent(verb);
  if (agent >= 0 || !isCourt(navigator, verb - 1)) return agent;
  return /^acl/.test(navigator.document.relations[verb]) && navigator.word(verb + 1) !== "by" ? verb - 1 : agent;
}

function isIt(navigator: ClauseNavigator, token: number): boolean {
  return /^(it|they|he|she)$/.test(navigator.word(token));
}

/** The verb that says what somebody did wrong, close behind a token; -1 for none. */
function findWrong(navigator: ClauseNavigator, startToken: number, sentenceEnd: number, reach?: number): number {
  const { tags } = navigator.document;
  for (let token = startToken; token < Math.min(sentenceEnd, startToken + (reach ?? MAX_GAP)); token++) {
    if (/^(VERB|ADJ)$/.test(tags[token]) && WRONGS.has(navigator.lemma(token))) return token;
    // "had knowingly and repeatedly": adverbs, also in quotation marks; "was" and "could" say something else.
    const isBetween = /^(had|has|have|and|“|”|"|,)$/.test(navigator.word(token));
    if (reach === undefined && !isBetween && tags[token] !== "ADV") return -1;
    if (/^(AUX|VERB|PUNCT)$/.test(tags[token]) && !isBetween) return -1;
  }
  return -1;
}

function isInquiry(navigator: ClauseNavigator, agent: number): boolean {
  return /^(inquiry|enquiry|ombudsman|watchdog)$/.test(navigator.lemma(agent));
}

/** "The court found that X had taken the money": which court it is that X stands before. */
function toHeard(
  navigator: ClauseNavigator,
  verb: number,
  agent: number,
  parties: readonly number[],
  charges: readonly ChargeDraft[],
): MoveDraft {
  const evidence = navigator.toSpan(verb, verb + 1);
  const court = courtOf(navigator, agent);
  return { token: verb, stage: null, kind: null, court, applicant: -1, parties, charges, evidence };
}

/** "had used a banned drug and had tampered with the test": what was done, each deed behind its "had". */
function readDeeds(navigator: ClauseNavigator, startToken: number, sentenceEnd: number): ChargeDraft[] {
  const { tags } = navigator.document;
  const isHad = (token: number): boolean => navigator.word(token) === "had" && tags[token + 1] === "VERB";
  const deeds: ChargeDraft[] = [];
  for (let token = startToken; token < sentenceEnd - 1; token++) {
    if (!isHad(token)) continue;
    let end = token + 2;
    while (end < sentenceEnd && !isHad(end) && !/^[,;:.–—]$/.test(navigator.word(end))) end += 1;
    if (isHad(end)) while (/^(and|,)$/.test(navigator.word(end - 1))) end -= 1;
    deeds.push(...readCharges(navigator, token + 1, end).charges.slice(0, 1));
  }
  return deeds;
}

function toFinding(
  navigator: ClauseNavigator,
  verb: number,
  agent: number,
  wrong: number,
  parties: readonly number[],
): MoveDraft {
  const { charges } = readCharges(navigator, wrong);
  const evidence = navigator.toSpan(verb, wrong + 1);
  const court = isInquiry(navigator, agent) ? navigator.entityAt(agent) : courtOf(navigator, agent);
  const bench = isSomeBench(navigator, agent) ? "some" : "known";
  const applicant = findHarmed(navigator, wrong, parties);
  return { token: verb, stage: "issued", kind: "case", court, bench, applicant, parties, charges, evidence };
}

/** "had violated the rights of X": who complained of it; -1 for nobody named. */
export function findHarmed(navigator: ClauseNavigator, wrong: number, parties: readonly number[]): number {
  const { resolvedEntities, entityOf } = navigator.document;
  for (let right = wrong + 1; right < wrong + MAX_GAP; right++) {
    if (navigator.lemma(right) !== "right") continue;
    const [holder] = navigator.mentionsIn(right - 3, right + MAX_TO_HARMED).filter(({ by, index }) => {
      const entity = resolvedEntities[entityOf[index]];
      return by === "name" && entity?.kind === "person" && entity.isNamed && !parties.includes(entity.index);
    });
    return holder === undefined ? -1 : entityOf[holder.index];
  }
  return -1;
}
