/** Questions put to a court and its answers: "declared in an advisory opinion", "The question was put to the court by X". */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findNamedSubject } from "./find-asker.ts";
import { courtOf, findForum, isCourt, isCourtProper, isSomeBench } from "./legal-bench.ts";
import type { MoveDraft } from "./legal-move.ts";

const ANSWERING = /^(say|declare|find|rule|hold|state|conclude|advise|issue|deliver|give|publish|hand)$/;
const ASKING = /^(ask|request|seek|want)$/;
const REFERRING = /^(put|refer|submit|send|bring)$/;
/** What is put to a court. */
const MATTER = /^(question|matter|request|issue|dispute|case)$/;

/**
 * The move that a verb tells of an opinion or a reference.
 *
 * @returns `undefined` where it tells none, or only plans or denies one.
 */
export function readOpinion(navigator: ClauseNavigator, verb: number, sentenceEnd: number): MoveDraft | undefined {
  const lemma = navigator.lemma(verb);
  if (navigator.isNegated(verb)) return undefined;
  if (ANSWERING.test(lemma)) return readAnswer(navigator, verb, sentenceEnd);
  if (navigator.isUnreal(verb)) return undefined;
  if (REFERRING.test(lemma)) return readReference(navigator, verb, sentenceEnd);
  return ASKING.test(lemma) ? readQuestion(navigator, verb, sentenceEnd) : undefined;
}

/** "The court declared on Friday in an advisory opinion that" */
function readAnswer(navigator: ClauseNavigator, verb: number, sentenceEnd: number): MoveDraft | undefined {
  const found = navigator.findAgent(verb);
  // "…, the court declared in": a name right before the verb, whatever the tree makes of what is said.
  const agent = isCourtProper(navigator, found) ? found : (navigator.mentionAt(verb - 1)?.headToken ?? -1);
  if (!isCourtProper(navigator, agent) || /^(will|would|may|might|could|to)$/.test(navigator.word(verb - 1)))
    return undefined;
  const opinion = findOpinion(navigator, verb, sentenceEnd, true);
  if (opinion < 0) return undefined;
  const bench = isSomeBench(navigator, agent) ? "some" : "known";
  return { ...toMove(navigator, verb, "issued"), court: courtOf(navigator, agent), bench };
}

/** "had asked the court for the opinion": beside a court only. */
function readQuestion(navigator: ClauseNavigator, verb: number, sentenceEnd: number): MoveDraft | undefined {
  const agent = navigator.findAgent(verb);
  const opinion = findOpinion(navigator, verb, sentenceEnd, false);
  if (agent < 0 || isCourt(navigator, agent) || opinion < 0) return undefined;
  const court = findForum(navigator, verb, sentenceEnd, false);
  return court < 0
    ? undefined
    : { ...toMove(navigator, verb, "requested"), court, applicant: findNamedSubject(navigator, agent) };
}

/** "The question was put to the court by X", "X referred the matter to the court". */
function readReference(navigator: ClauseNavigator, verb: number, sentenceEnd: number): MoveDraft | undefined {
  const object = navigator.findObject(verb);
  if (object < 0 || !MATTER.test(navigator.lemma(object)) || navigator.mentionAt(object)?.plural) return undefined;
  let to = verb + 1;
  while (to < Math.min(sentenceEnd - 1, verb + 5) && !/^(to|before)$/.test(navigator.word(to))) to += 1;
  if (!/^(to|before)$/.test(navigator.word(to)) || ![1, 2, 3, 4, 5].some((step) => isCourtProper(navigator, to + step)))
    return undefined;
  const court = findForum(navigator, verb, sentenceEnd, false);
  const agent = navigator.findAgent(verb);
  if (agent < 0 || isCourt(navigator, agent)) return undefined;
  const applicant = navigator.subjectEntity(agent);
  return {
    ...toMove(navigator, verb, "requested"),
    kind: tellsOfOpinion(navigator) ? OPINION : "case",
    court,
    applicant,
  };
}

const OPINION = "advisory opinion";

function toMove(navigator: ClauseNavigator, verb: number, stage: "requested" | "issued"): MoveDraft {
  const evidence = navigator.toSpan(verb, verb + 1);
  return { token: verb, stage, kind: OPINION, court: -1, applicant: -1, parties: [], charges: [], evidence };
}

/** "an advisory opinion" in the rest of the sentence; -1 for none. */
function findOpinion(navigator: ClauseNavigator, verb: number, sentenceEnd: number, isNamed: boolean): number {
  for (let token = verb + 1; token < sentenceEnd; token++) {
    if (navigator.lemma(token) !== "opinion" || navigator.document.quotationAt[token] >= 0) continue;
    if (navigator.word(token - 1) === "advisory") return token;
    if (!isNamed && navigator.word(token - 1) === "the" && tellsOfOpinion(navigator)) return token;
  }
  return -1;
}

function tellsOfOpinion({ document: { lemmas } }: ClauseNavigator): boolean {
  return lemmas.some((lemma, token) => lemma === "opinion" && lemmas[token - 1]?.toLowerCase() === "advisory");
}
