/**
 * Which stage of a case a verb reaches, and by which frame: with a legal noun as its object, by what a party gains, by what a
 * court does to a plan or asks of somebody, or by itself.
 */
import type { Stage } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findUnnamed } from "./find-unnamed.ts";
import { isCourt, isCourtProper, isCourtSentence, isProsecutorAt } from "./legal-bench.ts";
import { BODY } from "./legal-frames.ts";
import { findLegalObject, isLegalNoun } from "./legal-noun.ts";
import {
  OUTCOMES,
  OVERRULED,
  OVERRULING,
  PROCEEDINGS,
  STAGE_OF_VERB,
  STAGE_OF_VERB_WITH_OBJECT,
  VERBS_WITH_FOR,
} from "./legal-words.ts";
import type { RespondentFinder } from "./respondent-finder.ts";
import { findByBenchAct, findByDocket, findByHandover, findByTurning } from "./stage-of-court-act.ts";
import type { VerbFrame, VerbStage } from "./verb-frame.ts";

const MAX_GAP = 8;
const MAX_TO_COURT = 20;
const MAX_SENTENCES_TO_COURT = 4;
/** What such a body orders. */
const OF_BODY =
  /^(pay|repay|refund|compensate|reimburse|stop|cease|halt|suspend|withdraw|recall|shut|close|sell|divest)$/;
/** What a body that watches over an affair is asked to do where it is to decide a case. */
const ASKED_OF_BODY =
  /^(annul|cancel|void|invalidate|declare|disqualify|sanction|punish|fine|ban|bar|block|suspend|revoke|rule|order|find|dismiss|uphold|lift|expel|strike|remove)$/;
const BEGINNING = /^(bring|launch|initiate|open|institute|pursue|start|press|take)$/;
/** What a party gains or loses, and where the case then stands. */
const GAINS: ReadonlyMap<string, readonly [nouns: RegExp, stage: Stage][]> = new Map(
  ["gain", "obtain", "secure", "receive", "win", "get", "lose"].map((verb) => [
    verb,
    verb === "lose"
      ? [[/^(appeal|case|challenge|lawsuit|suit|petition)$/, "refused"]]
      : [
          [/^(injunction|warrant|subpoena|order)$/, "issued"],
          ...(verb === "win" ? ([[/^(appeal|case|lawsuit|suit|dispute|battle)$/, "ended"]] as [RegExp, Stage][]) : []),
        ],
  ]),
);

export function findStageOfVerb(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  frame: VerbFrame,
): VerbStage | undefined {
  return (
    findByOrder(navigator, respondents, frame) ??
    findByClearing(navigator, frame) ??
    findByObject(navigator, frame) ??
    findByGain(navigator, frame) ??
    findByPlan(navigator, respondents, frame) ??
    findByRuling(navigator, respondents, frame) ??
    findByPetition(navigator, respondents, frame) ??
    findByBenchAct(navigator, respondents, frame) ??
    findByDocket(navigator, frame) ??
    findByHandover(navigator, respondents, frame) ??
    findByTurning(navigator, frame) ??
    findByVerb(navigator, respondents, frame)
  );
}

/** "ordered X to": X must answer. */
function findByOrder(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, lemma, agent }: VerbFrame,
): VerbStage | undefined {
  const isOrdering = /^(instruct|direct|compel|require|command)$/.test(lemma) && isCourtProper(navigator, agent);
  // "has told Norland not to expel him": a court, not a judge who speaks to somebody.
  const isTelling = lemma === "tell" && agent >= 0 && /^(court|tribunal)$/.test(kindAt(navigator, agent));
  if (lemma !== "order" && !isOrdering && !isTelling) return undefined;
  // "was ordered to pay": by a court, where nobody is named.
  const isToPay =
    agent < 0 &&
    navigator.isPassive(verb) &&
    /^to (pay|stand|serve|compensate)$/.test(`${navigator.word(verb + 1)} ${navigator.word(verb + 2)}`);
  // "was ordered by the authority to repay": bodies that watch over an affair have sums paid and deeds stopped.
  const isByBody =
    isBody(navigator, agent) &&
    [1, 2, 3, 4, 5, 6].some(
      (step) => navigator.word(verb + step) === "to" && OF_BODY.test(navigator.lemma(verb + step + 1)),
    );
  if (!isCourt(navigator, agent) && !isToPay && !isByBody) return undefined;
  // "ordered her jailed for two months"
  const { entities, endToken } = respondents.resolveList(verb + 1);
  const done = navigator.word(endToken);
  let told = entities.filter((entity) => respondents.mayRespond(entity));
  // A pronoun means who was just told to be accused, sooner than somebody else.
  const isPronoun = /^(him|her|them)$/.test(navigator.word(verb + 1));
  if (isPronoun && told.every((entity) => !respondents.known.includes(entity)) && respondents.lastGroup.length === 1)
    told = [...respondents.lastGroup];
  if (told.length > 0 && /^(jailed|detained|held|arrested|imprisoned|extradited|deported|tried|remanded)$/.test(done))
    return { by: "order", stage: "issued", noun: -1, parties: told };
  if (told.length > 0 && /^(released|freed)$/.test(done))
    return { by: "order", stage: "ended", noun: -1, parties: told };
  const object = navigator.findObject(verb);
  if (isTelling && !/^(to|not)$/.test(done)) return undefined;
  // "told Norland not to": whom it is told.
  if (object < 0 && isTelling && told.length > 0 && /^(to|not)$/.test(done))
    return { by: "order", stage: "issued", noun: -1, parties: told };
  if (object < 0 || isLegalNoun(navigator, object)) return undefined;
  const parties = respondents.resolveAt(object);
  // "ordered lawmakers to redraw the map": whom the report does not name.
  const mention = navigator.mentionAt(object);
  const isTold = navigator.word(mention?.endToken ?? object + 1) === "to" && isCourtProper(navigator, agent);
  return parties.length > 0 || isTold ? { by: "order", stage: "issued", noun: -1, parties } : undefined;
}

function kindAt(navigator: ClauseNavigator, token: number): string {
  return navigator.document.resolvedEntities[navigator.entityAt(token)]?.kind ?? "";
}

/** A body with a name that watches over an affair. */
function isBody(navigator: ClauseNavigator, token: number): boolean {
  const entity = token < 0 ? undefined : navigator.document.resolvedEntities[navigator.entityAt(token)];
  return entity?.isNamed === true && entity.kind === "organisation" && BODY.test(entity.name);
}

/** Whether one of the sentences right before is of a court. */
function isCourtNear(navigator: ClauseNavigator, verb: number): boolean {
  const { sentences } = navigator.document;
  const sentence = navigator.sentenceOf(verb);
  for (let index = sentence - 1; index >= Math.max(0, sentence - MAX_SENTENCES_TO_COURT); index--)
    if (isCourtSentence(navigator, sentences[index].startToken)) return true;
  return false;
}

/** "removed the last hurdle to the extradition of X", "cleared the way for": what a court lets happen. */
function findByClearing(
  navigator: ClauseNavigator,
  { verb, lemma, agent, sentenceEnd }: VerbFrame,
): VerbStage | undefined {
  if (!/^(remove|clear|open|pave|lift)$/.test(lemma) || !isCourt(navigator, agent)) return undefined;
  let isWay = false;
  for (let token = verb + 1; token < Math.min(sentenceEnd, verb + MAX_GAP); token++) {
    isWay ||= /^(hurdle|obstacle|barrier|way|path)$/.test(navigator.lemma(token));
    if (isWay && isLegalNoun(navigator, token)) return { by: "object", stage: "issued", noun: token, parties: [] };
  }
  return undefined;
}

/** "filed a suit", "granted the injunction". */
function findByObject(navigator: ClauseNavigator, frame: VerbFrame): VerbStage | undefined {
  const { verb, lemma, agent, sentenceEnd } = frame;
  const withObject = STAGE_OF_VERB_WITH_OBJECT.get(lemma);
  const isWithFor = VERBS_WITH_FOR.has(lemma);
  if (withObject === undefined && !isWithFor) return undefined;
  const isBench = isCourt(navigator, agent);
  let noun = withObject === undefined ? -1 : findLegalObject(navigator, verb, false, isBench);
  if (noun < 0 && isWithFor) noun = findLegalObject(navigator, verb, true, isBench);
  if (noun < 0) return undefined;
  if (lemma === "turn" && !/^(away|down)$/.test(navigator.word(verb + 1))) return undefined;
  // "enforcing the mandate as the suit goes on"
  if (withObject === "executed" && navigator.findObject(verb) !== noun) return undefined;
  const object = navigator.lemma(noun);
  // "submitted a drug application to the agency": no court is near.
  const isKnown = navigator.word(noun - 1) === "the" && isCourtNear(navigator, verb);
  if (object === "application" && !isKnown && !isCourtSentence(navigator, verb)) {
    let isOfLaw = false;
    for (let token = noun + 1; token < Math.min(sentenceEnd, noun + MAX_GAP); token++)
      isOfLaw ||= isLegalNoun(navigator, token);
    if (!isOfLaw) return undefined;
  }
  // "pressed on that claim by a reporter"
  if (lemma === "press" && navigator.isPassive(verb)) return undefined;
  if (lemma === "withdraw" && navigator.word(verb + 1) === "from") return undefined;
  // A suit is brought; relief, an order or a ban are not begun.
  if (BEGINNING.test(lemma) && !PROCEEDINGS.has(object)) return undefined;
  // "the defence opened its case": a step of the trial.
  if (
    lemma === "open" &&
    object === "case" &&
    agent >= 0 &&
    /^(defen[cs]e|prosecution|lawyer|counsel|state|side)$/.test(navigator.lemma(agent))
  )
    return undefined;
  // "launched an appeal for 20 million dollars"
  if (object === "appeal" && navigator.word(noun + 1) === "for" && !isCourtSentence(navigator, verb)) return undefined;
  if (lemma === "take" && !/^(action|proceeding|case)$/.test(object)) return undefined;
  // "cut the ban to two years": a penalty, not a claim.
  if (
    /^(reduce|cut|halve|shorten|lengthen)$/.test(lemma) &&
    (!isBench || !/^(ban|sentence|fine|suspension|award|penalty)$/.test(object))
  )
    return undefined;
  let stage = withObject ?? "requested";
  // "revoked his release"
  if (stage === "withdrawn" && !isLegalNoun(navigator, noun)) return undefined;
  if (stage === "issued" && agent >= 0 && !isBench) {
    // "issued a lawsuit": who is no court brings one.
    if (/^(lawsuit|suit|writ|complaint|proceeding)$/.test(object)) stage = "requested";
    else if (OUTCOMES.has(object)) return undefined;
  }
  // "a ruling issued by the court" is no more than that it ruled.
  if (stage === "issued" && /^(ruling|decision|verdict|judge?ment)$/.test(object))
    return { by: "object", stage: "ended", noun, parties: [], isWeak: true };
  // "takes cases": courts bring none.
  if (stage === "requested" && lemma !== "open" && isCourtProper(navigator, agent)) return undefined;
  // "lodged an appeal" is an appeal.
  if (stage === "requested" && object === "appeal") stage = "appealed";
  return { by: "object", stage, noun, parties: [] };
}

/** "gained an injunction", "lost an appeal": who asked, and what came of it. */
function findByGain(navigator: ClauseNavigator, { verb, lemma, agent }: VerbFrame): VerbStage | undefined {
  const gains = agent >= 0 && !isCourt(navigator, agent) ? GAINS.get(lemma) : undefined;
  let noun = gains === undefined ? -1 : findLegalObject(navigator, verb, false, true);
  // "an order of beer"
  if (noun >= 0 && navigator.lemma(noun) === "order" && navigator.word(noun - 1) !== "court") noun = -1;
  // "winning a court battle with X"
  const object = gains === undefined || noun >= 0 ? -1 : navigator.findObject(verb);
  if (/^(battle|order)$/.test(navigator.lemma(object)) && /^(court|legal)$/.test(navigator.word(object - 1)))
    noun = object;
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
  if (object < 0) return undefined;
  // "upheld X's claim": who asked for it.
  if (/^(demand|claim|right|argument|appeal|complaint|challenge)$/.test(navigator.lemma(object)))
    return { by: "plan", stage, noun: object, parties: [], isWeak: lemma === "uphold" };
  // "stayed his own order": a judge is no party.
  const deciding = navigator.entityAt(agent);
  let parties = respondents
    .resolveOwner(object)
    .filter((entity) => entity !== deciding && !navigator.judges.has(entity));
  // "barred X from running"
  if (parties.length === 0 && /^(block|bar|halt|enjoin)$/.test(lemma)) parties = respondents.resolveAt(object);
  if (parties.length === 0 && !OVERRULED.has(navigator.lemma(object))) return undefined;
  return { by: "plan", stage, noun: -1, parties };
}

/** "ruled against X"; "ruled that", "declared the law void": that is an end where nothing else is told to be one. */
function findByRuling(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, lemma, agent, sentenceEnd }: VerbFrame,
): VerbStage | undefined {
  if (/^(rule|hold|declare|deem|find)$/.test(lemma) && isCourt(navigator, agent)) {
    const isThat =
      lemma === "rule" &&
      !/\b(out|against|for|in)\b/.test([1, 2, 3].map((step) => navigator.word(verb + step)).join(" "));
    let isVoid = false;
    for (let token = verb + 1; token < Math.min(sentenceEnd, verb + MAX_TO_COURT); token++)
      isVoid ||=
        /^(unconstitutional|illegal|unlawful|invalid|void)$/.test(navigator.word(token)) &&
        !/^(NOUN|PROPN)$/.test(navigator.document.tags[token + 1]);
    if (isVoid || isThat) return { by: "ruling", stage: "ended", noun: -1, parties: [], isWeak: !isVoid };
  }
  if (lemma !== "rule" || !isCourt(navigator, agent)) return undefined;
  // "ruled on Friday against"
  let against = verb + 1;
  if (navigator.word(against) === "on" && /day$/.test(navigator.word(against + 1))) against += 2;
  if (!/^(against|for)$/.test(navigator.word(against))) return undefined;
  const parties = respondents.resolveList(against + 1).entities.filter((entity) => respondents.mayRespond(entity));
  // "ruled against the ministry's move"
  return { by: "ruling", stage: "ended", noun: -1, parties, isWeak: parties.length === 0 };
}

/** "asked the court to overturn the ban", "asked the judges to sentence X" */
function findByPetition(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, lemma, agent, sentenceEnd }: VerbFrame,
): VerbStage | undefined {
  if (!/^(ask|urge|petition)$/.test(lemma) || agent < 0) return undefined;
  const object = navigator.findObject(verb);
  if (!isCourt(navigator, object)) return undefined;
  let to = object + 1;
  // "asked the court in March to": not "for papers to be admitted", a step of the proceeding.
  while (to < Math.min(sentenceEnd - 1, object + 7) && !/^(to|for|about|whether)$/.test(navigator.word(to))) to += 1;
  if (navigator.word(to) !== "to") return undefined;
  const isAgain = /^(overturn|reverse|review|reconsider|quash)$/.test(navigator.lemma(to + 1));
  // "urged the commission to hurry": what is asked of a body that is no court may be anything.
  if (!isAgain && !isCourtProper(navigator, object) && !ASKED_OF_BODY.test(navigator.lemma(to + 1))) return undefined;
  const isAgainst = /^(sentence|convict|jail|imprison|ban|block|stop|bar|order|fine|extradite|disqualify|dissolve)$/;
  const parties = isAgainst.test(navigator.lemma(to + 1))
    ? respondents.resolveList(to + 2).entities.filter((entity) => respondents.mayRespond(entity))
    : [];
  return { by: "petition", stage: isAgain ? "appealed" : "requested", noun: -1, parties };
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
  // "the scheme that involved X were sentenced": the subject lies further off.
  const isCutShort =
    parties.length === 1 && navigator.isPassive(verb) && navigator.isPlural(verb) && isPerson(navigator, parties[0]);
  if (isCutShort && isCourt(navigator, agent)) return { by: "verb", stage, noun: -1, parties: [] };
  if (isCutShort) return undefined;
  if (parties.length === 0 && navigator.isPassive(verb))
    parties = object < 0 ? respondents.resolveBefore(verb) : findUnnamed(navigator, navigator.mentionAt(object));
  if (parties.length === 0 && !isSuitAlone(navigator, verb, lemma)) return undefined;
  return { by: "verb", stage, noun: -1, parties };
}

/** "the federation's appeal board" */
function isBoard(navigator: ClauseNavigator, token: number): boolean {
  return navigator.lemma(token) === "board" && /^appeals?$/.test(navigator.word(token - 1));
}

function isPerson({ document }: ClauseNavigator, entity: number): boolean {
  return document.resolvedEntities[entity].kind === "person";
}

/** "The committee sued over its records": against whom the report tells elsewhere. */
function isSuitAlone(navigator: ClauseNavigator, verb: number, lemma: string): boolean {
  return lemma === "sue" && !navigator.isPassive(verb) && /^(over|to|for|in|,|\.|on)$/.test(navigator.word(verb + 1));
}

/** "appealed against the ban", "will appeal": not "appealed for calm". */
function isLegalAppeal(navigator: ClauseNavigator, verb: number, sentenceEnd: number): boolean {
  // "The ministry appealed.", not "while it appeals."
  if (verb + 2 >= sentenceEnd && navigator.findAgent(verb) >= 0) return navigator.childWith(verb, /^mark/) < 0;
  for (let token = verb + 1; token < Math.min(sentenceEnd, verb + 6); token++) {
    const word = navigator.word(token);
    if (word === "for" || word === "on") return false;
    if (
      word === "to" &&
      ![1, 2, 3].some((step) => isCourt(navigator, token + step)) &&
      ![2, 3, 4, 5].some((step) => isBoard(navigator, token + step))
    )
      return false;
    if (/^(against|to)$/.test(word) || isLegalNoun(navigator, token)) return true;
  }
  return false;
}
