/** What courts do by verbs of everyday use: suspend somebody, take up or leave a case, get somebody handed over. */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { isCourt, isCourtProper } from "./legal-bench.ts";
import { isLegalNoun } from "./legal-noun.ts";
import { BENCH_ACTS } from "./legal-words.ts";
import type { RespondentFinder } from "./respondent-finder.ts";
import type { VerbFrame, VerbStage } from "./verb-frame.ts";

const MAX_TO_DOCKET = 14;
const MAX_TO_COURT = 20;
/** From "turned to" to the court. */
const MAX_TO_TURNED = 6;
/** What a bench may refuse to do to a case. */
const OF_BENCH =
  /^(hear|consider|review|take|grant|intervene|block|stop|halt|lift|overturn|rule|issue|allow|release|dismiss|reopen|suspend|order|reinstate|throw|let|reverse|delay|postpone|extend|free|quash|strike|accept|approve|enforce|force|annul|revive|recogni[sz]e|admit|unseal|set|put|step|revisit|reconsider|ban|bar|remove|disqualify|convict|sentence|give|hand|extradite)$/;

/** "The committee suspended X", "X was disqualified by the court". */
export function findByBenchAct(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, lemma, agent }: VerbFrame,
): VerbStage | undefined {
  if (!BENCH_ACTS.has(lemma) || !isCourt(navigator, agent)) return undefined;
  const parties = respondents.resolveAt(navigator.findObject(verb));
  return parties.length > 0 ? { by: "act", stage: "issued", noun: -1, parties } : undefined;
}

/** "declined to hear the case", "let the ruling stand", "agreed to hear X's appeal": what a court takes up or leaves. */
export function findByDocket(
  navigator: ClauseNavigator,
  { verb, lemma, agent, sentenceEnd }: VerbFrame,
): VerbStage | undefined {
  const { tags } = navigator.document;
  // Committees too hear and refuse; only courts do so with cases.
  if (!isCourtProper(navigator, agent)) return undefined;
  const isRefusing = /^(refuse|decline)$/.test(lemma) && navigator.word(verb + 1) === "to";
  const isTaking = /^(hear|consider|review)$/.test(lemma);
  // "declined to hear": told by what it declines.
  if (isTaking && /^(refuse|decline)$/.test(navigator.lemma(navigator.document.heads[verb]))) return undefined;
  const isLeaving = /^(let|leave)$/.test(lemma);
  if (!isRefusing && !isTaking && !isLeaving) return undefined;
  // "declined to comment", "judges who refuse to retire"
  if (isRefusing && !OF_BENCH.test(navigator.lemma(verb + 2))) return undefined;
  let noun = -1;
  for (let token = verb + 1; token < Math.min(sentenceEnd, verb + MAX_TO_DOCKET) && noun < 0; token++) {
    if (/^[,;:.]$/.test(navigator.word(token))) break;
    if (tags[token] === "NOUN" && isLegalNoun(navigator, token)) noun = token;
  }
  // "leaving lower rulings in place": what courts do in many affairs.
  if (!isRefusing && noun >= 0 && navigator.mentionAt(noun)?.plural && !isDefinite(navigator, noun)) return undefined;
  if (isLeaving) {
    let isLeft = false;
    for (let token = verb + 1; token < Math.min(sentenceEnd, verb + MAX_TO_DOCKET); token++)
      isLeft ||= /^(stand|place|intact|effect)$/.test(navigator.word(token));
    return isLeft ? { by: "docket", stage: "refused", noun, parties: [] } : undefined;
  }
  if (isRefusing) return { by: "docket", stage: "refused", noun, parties: [] };
  const docketed = noun < 0 ? "" : navigator.lemma(noun);
  if (docketed === "appeal") return { by: "docket", stage: "appealed", noun, parties: [] };
  if (!/^(case|challenge|lawsuit|suit|dispute|petition|claim|application)$/.test(docketed)) return undefined;
  return { by: "docket", stage: "requested", noun, parties: [] };
}

function isDefinite(navigator: ClauseNavigator, noun: number): boolean {
  const mention = navigator.mentionAt(noun);
  return mention !== undefined && (mention.determiner === "definite" || mention.possessor >= 0);
}

/** "arrested on a warrant", "handed over to the court", "took X to court". */
export function findByHandover(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, lemma, agent, sentenceEnd }: VerbFrame,
): VerbStage | undefined {
  const isArrest = lemma === "arrest";
  if (!isArrest && !/^(surrender|hand|transfer|deliver|take|bring|haul|drag)$/.test(lemma)) return undefined;
  const isMoved = /^(surrender|hand|transfer|deliver)$/.test(lemma);
  const object = navigator.findObject(verb);
  const parties = object < 0 ? [] : respondents.resolveAt(object);
  if (parties.length === 0) return undefined;
  for (let token = verb + 1; token < Math.min(sentenceEnd - 1, verb + MAX_TO_COURT); token++) {
    const word = navigator.word(token);
    if (isArrest) {
      if (word === "warrant") return { by: "handover", stage: "executed", noun: -1, parties };
      continue;
    }
    if (!/^(to|before)$/.test(word)) continue;
    const isToCourt = [1, 2, 3, 4].some((step) => token + step < sentenceEnd && isCourtAt(navigator, token + step));
    if (isMoved) return isToCourt ? { by: "handover", stage: "executed", noun: -1, parties } : undefined;
    return isToCourt && agent >= 0 && !isCourt(navigator, agent)
      ? { by: "handover", stage: "requested", noun: -1, parties }
      : undefined;
  }
  return undefined;
}

/** "has gone to court to challenge the ban", "turned to the tribunal": who asks a court. */
export function findByTurning(
  navigator: ClauseNavigator,
  { verb, lemma, agent, sentenceEnd }: VerbFrame,
): VerbStage | undefined {
  if (!/^(go|turn)$/.test(lemma) || agent < 0 || isCourt(navigator, agent)) return undefined;
  const last = Math.min(sentenceEnd - 1, verb + MAX_TO_TURNED);
  let court = verb + 1;
  if (navigator.word(court) !== "to" && navigator.word(court) !== "before") return undefined;
  while (court < last && !isCourtAt(navigator, court)) court += 1;
  if (!isCourtAt(navigator, court)) return undefined;
  // "went to court on Monday" may be to listen.
  const why = navigator.mentionAt(court)?.endToken ?? court + 1;
  const isAsking = /^(to|over|against|in)$/.test(navigator.word(why)) && !/day$/.test(navigator.word(why + 1));
  return isAsking ? { by: "petition", stage: "requested", noun: -1, parties: [] } : undefined;
}

function isCourtAt(navigator: ClauseNavigator, token: number): boolean {
  return /^(court|tribunal)$/.test(navigator.lemma(token)) || navigator.mentionAt(token)?.kind === "court";
}
