/**
 * Which stage of a case a verb reaches, and by which frame: with a legal noun as its object, by what a party gains, by what a
 * court does to a plan or asks of somebody, or by itself.
 */
import type { Stage } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findUnnamed } from "./find-unnamed.ts";
import { isCourt, isCourtSentence, isProsecutorAt } from "./legal-bench.ts";
import { findLegalObject, isLegalNoun } from "./legal-noun.ts";
import {
  OUTCOMES,
  OVERRULING,
  PROCEEDINGS,
  STAGE_OF_VERB,
  STAGE_OF_VERB_WITH_OBJECT,
  VERBS_WITH_FOR,
} from "./legal-words.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const MAX_GAP = 8;
const BEGINNING = /^(bring|launch|initiate|open|institute|pursue|start|press|take)$/;
/** What a party gains or loses, and where the case then stands. */
const GAINS: ReadonlyMap<string, readonly [nouns: RegExp, stage: Stage][]> = new Map(
  ["gain", "obtain", "secure", "win", "get", "lose"].map((verb) => [
    verb,
    verb === "lose"
      ? [[/^(appeal|case|challenge|lawsuit|suit|petition)$/, "refused"]]
      : [
          [/^(injunction|warrant|subpoena)$/, "issued"],
          ...(verb === "win" ? ([[/^(appeal|case|lawsuit|suit)$/, "ended"]] as [RegExp, Stage][]) : []),
        ],
  ]),
);

/** What a verb does to a case. */
export interface VerbStage {
  readonly by: "object" | "order" | "gain" | "plan" | "ruling" | "petition" | "verb";
  readonly stage: Stage;
  /** The legal noun that the verb acts on; -1 for none. */
  readonly noun: number;
  /** Against whom, where the verb itself says so. */
  readonly parties: readonly number[];
}

/** A verb in its clause. */
export interface VerbFrame {
  readonly verb: number;
  readonly lemma: string;
  /** Who does it, or whose decision does; -1 for none. */
  readonly agent: number;
  readonly sentenceEnd: number;
}

export function findStageOfVerb(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  frame: VerbFrame,
): VerbStage | undefined {
  return (
    findByOrder(navigator, respondents, frame) ??
    findByObject(navigator, frame) ??
    findByGain(navigator, frame) ??
    findByPlan(navigator, respondents, frame) ??
    findByRuling(navigator, respondents, frame) ??
    findByPetition(navigator, frame) ??
    findByVerb(navigator, respondents, frame)
  );
}

/** "ordered X to": X must answer. */
function findByOrder(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, lemma, agent }: VerbFrame,
): VerbStage | undefined {
  if (lemma !== "order" || !isCourt(navigator, agent)) return undefined;
  const object = navigator.findObject(verb);
  const parties = isLegalNoun(navigator, object) ? [] : respondents.resolveAt(object);
  return parties.length > 0 ? { by: "order", stage: "issued", noun: -1, parties } : undefined;
}

/** "filed a suit", "granted the injunction". */
function findByObject(navigator: ClauseNavigator, frame: VerbFrame): VerbStage | undefined {
  const { verb, lemma, agent, sentenceEnd } = frame;
  const withObject = STAGE_OF_VERB_WITH_OBJECT.get(lemma);
  const isWithFor = VERBS_WITH_FOR.has(lemma);
  if (withObject === undefined && !isWithFor) return undefined;
  const isBench = isCourt(navigator, agent);
  const noun = findLegalObject(navigator, verb, isWithFor, isBench);
  if (noun < 0) return undefined;
  const object = navigator.lemma(noun);
  // "submitted a drug application to the agency": no court is near.
  if (object === "application" && !isCourtSentence(navigator, verb)) {
    let isOfLaw = false;
    for (let token = noun + 1; token < Math.min(sentenceEnd, noun + MAX_GAP); token++)
      isOfLaw ||= isLegalNoun(navigator, token);
    if (!isOfLaw) return undefined;
  }
  if (lemma === "withdraw" && navigator.word(verb + 1) === "from") return undefined;
  // A suit is brought; relief, an order or a ban are not begun.
  if (BEGINNING.test(lemma) && !PROCEEDINGS.has(object)) return undefined;
  if (lemma === "take" && !/^(action|proceeding|case)$/.test(object)) return undefined;
  let stage = withObject ?? "requested";
  if (stage === "issued" && agent >= 0 && !isBench) {
    // "issued a lawsuit": who is no court brings one.
    if (/^(lawsuit|suit|writ|complaint|proceeding)$/.test(object)) stage = "requested";
    else if (OUTCOMES.has(object)) return undefined;
  }
  // "lodged an appeal" is an appeal.
  if (stage === "requested" && object === "appeal") stage = "appealed";
  return { by: "object", stage, noun, parties: [] };
}

/** "gained an injunction", "lost an appeal": who asked, and what came of it. */
function findByGain(navigator: ClauseNavigator, { verb, lemma, agent }: VerbFrame): VerbStage | undefined {
  const gains = agent >= 0 && !isCourt(navigator, agent) ? GAINS.get(lemma) : undefined;
  const noun = gains === undefined ? -1 : findLegalObject(navigator, verb, false, true);
  const stage = noun < 0 ? undefined : gains?.find(([nouns]) => nouns.test(navigator.lemma(noun)))?.[1];
  return stage === undefined ? undefined : { by: "gain", stage, noun, parties: [] };
}

/** "blocked the ministry's plan": what a court does to a law, a plan or a decision. */
function findByPlan(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, lemma, agent }: VerbFrame,
): VerbStage | undefined {
  const stage = OVERRULING.get(lemma);
  if (stage === undefined || !isCourt(navigator, agent)) return undefined;
  const object = navigator.findObject(verb);
  const parties = object < verb ? [] : respondents.resolveOwner(object);
  return parties.length > 0 ? { by: "plan", stage, noun: -1, parties } : undefined;
}

/** "ruled against X" */
function findByRuling(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, lemma, agent }: VerbFrame,
): VerbStage | undefined {
  if (lemma !== "rule" || !/^(against|for)$/.test(navigator.word(verb + 1)) || !isCourt(navigator, agent))
    return undefined;
  const parties = respondents.resolveList(verb + 2).entities.filter((entity) => respondents.mayRespond(entity));
  return parties.length > 0 ? { by: "ruling", stage: "ended", noun: -1, parties } : undefined;
}

/** "asked the court to overturn the ban" */
function findByPetition(
  navigator: ClauseNavigator,
  { verb, lemma, agent, sentenceEnd }: VerbFrame,
): VerbStage | undefined {
  if (!/^(ask|urge|petition)$/.test(lemma) || agent < 0) return undefined;
  const object = navigator.findObject(verb);
  if (!isCourt(navigator, object)) return undefined;
  let to = object + 1;
  while (to < Math.min(sentenceEnd - 1, object + 4) && navigator.word(to) !== "to") to += 1;
  if (navigator.word(to) !== "to") return undefined;
  const isAgain = /^(overturn|reverse|review|reconsider|quash)$/.test(navigator.lemma(to + 1));
  return { by: "petition", stage: isAgain ? "appealed" : "requested", noun: -1, parties: [] };
}

/** "sued X", "X was convicted", "appealed against": moves by themselves. */
function findByVerb(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, lemma, agent, sentenceEnd }: VerbFrame,
): VerbStage | undefined {
  const stage = STAGE_OF_VERB.get(lemma);
  if (stage === undefined) return undefined;
  // "in one sentence", misread as a verb.
  if (lemma === "sentence" && !/^sentenc(ed|es|ing)$/.test(navigator.word(verb))) return undefined;
  if (stage === "appealed")
    return isLegalAppeal(navigator, verb, sentenceEnd) ? { by: "verb", stage, noun: -1, parties: [] } : undefined;
  if (lemma === "clear" && !isCourt(navigator, agent)) return undefined;
  // "charged the committee with a task": only a court or a prosecutor charges.
  if (lemma === "charge" && agent >= 0 && !isCourt(navigator, agent) && !isProsecutorAt(navigator, agent))
    return undefined;
  const object = navigator.findObject(verb);
  let parties = object < 0 ? [] : respondents.resolveAt(object);
  if (parties.length === 0 && navigator.isPassive(verb))
    parties = object < 0 ? respondents.resolveBefore(verb) : findUnnamed(navigator, navigator.mentionAt(object));
  if (parties.length === 0 && !isSuitAlone(navigator, verb, lemma)) return undefined;
  return { by: "verb", stage, noun: -1, parties };
}

/** "The committee sued over its records": against whom the report tells elsewhere. */
function isSuitAlone(navigator: ClauseNavigator, verb: number, lemma: string): boolean {
  return lemma === "sue" && !navigator.isPassive(verb) && /^(over|to|for|in|,|\.|on)$/.test(navigator.word(verb + 1));
}

/** "appealed against the ban", "will appeal": not "appealed for calm". */
function isLegalAppeal(navigator: ClauseNavigator, verb: number, sentenceEnd: number): boolean {
  for (let token = verb + 1; token < Math.min(sentenceEnd, verb + 6); token++) {
    const word = navigator.word(token);
    if (word === "for" || word === "on") return false;
    const isToCourt = [1, 2, 3].some((step) => isCourt(navigator, token + step));
    if (word === "to" && !isToCourt) return false;
    if (/^(against|to)$/.test(word) || isLegalNoun(navigator, token)) return true;
  }
  return false;
}
