/**
 * What a bench rules of somebody, whether the clause stands behind the verb or before it: that he must pay, may be handed over,
 * did wrong, or that what is his was not as it should be.
 */
import type { Stage } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import {
  type Content,
  FAULT,
  findBenchBefore,
  findContent,
  hasModal,
  isInquiry,
  LEADING_TO,
  mayRule,
} from "./find-ruling.ts";
import { findBehind } from "./legal-arguments.ts";
import { benchOf, isCourtEntity, isSomeBench } from "./legal-bench.ts";
import { HANDING_OVER } from "./legal-frames.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { readCharges } from "./read-charges.ts";
import { readDeeds } from "./read-deeds.ts";
import { findHarmed } from "./read-finding.ts";
import type { RespondentFinder } from "./respondent-finder.ts";
import { isWrongAt } from "./wrongs.ts";

const RULING = /^(rule|find|hold|conclude|decide|determine|say|tell|announce|recommend|order|allege|accuse|suspect)$/;
/** What everybody does; only a bench by that name rules by it. */
const SAYING = /^(say|tell|announce|recommend|order)$/;
/** From "by" over what describes somebody to the name. */
const MAX_TO_NAMED = 8;
/** From a ruling to the move that tells who asked for it. */
const MAX_SENTENCES_TO_ASKER = 3;

/** @param moves Those found so far. */
export function readRuling(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  moves: readonly LegalMove[],
  verb: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  const lemma = navigator.lemma(verb);
  if (!RULING.test(lemma) || navigator.isNegated(verb)) return undefined;
  const passive = navigator.isPassive(verb) ? readFoundToHave(navigator, respondents, verb, sentenceEnd) : undefined;
  if (passive !== undefined && navigator.isUnreal(verb)) return undefined;
  if (passive !== undefined || /^(allege|accuse|suspect)$/.test(lemma)) return passive;
  const isSaying = SAYING.test(lemma);
  const told = navigator.findAgent(verb);
  const isTold = told >= 0 && mayRule(navigator, told, isSaying);
  const agent = isTold ? told : isSaying ? -1 : findBenchBefore(navigator, verb);
  // Of a bench that the tree has lost, it cannot say whether the clause is a fact.
  if (agent < 0 || (isTold && navigator.isUnreal(verb))) return undefined;
  const content = findContent(navigator, verb, agent, sentenceEnd);
  if (content === undefined) return undefined;
  const found =
    readObligation(navigator, respondents, content, sentenceEnd) ??
    readHandover(navigator, respondents, content, sentenceEnd) ??
    readCustody(navigator, respondents, content, sentenceEnd) ??
    readWrong(navigator, respondents, content, sentenceEnd) ??
    (SAYING.test(lemma) ? undefined : readLost(navigator, respondents, moves, content));
  if (found === undefined) return undefined;
  const first = Math.min(verb, content.verb);
  return {
    token: verb,
    court: isInquiry(navigator, agent) ? navigator.entityAt(agent) : benchOf(navigator, agent),
    bench: isSomeBench(navigator, agent) ? "some" : "known",
    evidence: navigator.toSpan(first, Math.max(verb, content.verb) + 1),
    ...found,
  };
}

type Found = Pick<MoveDraft, "stage" | "kind" | "applicant" | "parties" | "charges" | "isWeak">;

function resolve(navigator: ClauseNavigator, respondents: RespondentFinder, token: number): number[] {
  return respondents
    .resolveAt(token)
    .filter((entity) => respondents.mayRespond(entity) && !isCourtEntity(navigator, entity));
}

/** "X must pay the singer 200,000 for defamation": X answers, and whoever is paid asked. */
function readObligation(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, subject }: Content,
  sentenceEnd: number,
): Found | undefined {
  const isBound = hasModal(navigator, verb, /^(must|should|shall)$/);
  const isHaving = navigator.lemma(verb) === "have" && navigator.word(verb + 1) === "to";
  if ((!isBound && !isHaving) || navigator.isPassive(verb)) return undefined;
  const parties = resolve(navigator, respondents, subject);
  if (parties.length === 0) return undefined;
  const deed = isHaving ? verb + 2 : verb;
  // "must get a tenth": to whom something is due does not answer.
  if (/^(get|receive|have|keep|be|remain|win|benefit|stay|know)$/.test(navigator.lemma(deed))) return undefined;
  const isPaying = /^(pay|compensate|reimburse|refund|reinstate)$/.test(navigator.lemma(deed));
  const applicant = isPaying ? findPaid(navigator, deed, sentenceEnd) : -1;
  const reason = isPaying ? findBehind(navigator, deed, sentenceEnd, /^(for|over)$/) : -1;
  const charges = reason < 0 ? [] : readCharges(navigator, reason, sentenceEnd).charges;
  return {
    stage: "issued",
    kind: "order",
    applicant: parties.includes(applicant) ? -1 : applicant,
    parties,
    charges,
  };
}

/** "pay the singer X 200,000", "pay 1.2 billion to the group X": who is paid; -1 for nobody told. */
function findPaid(navigator: ClauseNavigator, verb: number, sentenceEnd: number): number {
  const { entityOf, resolvedEntities } = navigator.document;
  const to = findBehind(navigator, verb, sentenceEnd, /^to$/);
  for (const from of [verb + 1, to]) {
    if (from < 0) continue;
    const [first, second] = navigator.mentionsIn(from, Math.min(sentenceEnd, from + 6));
    if (first === undefined || first.phraseStart > from) continue;
    for (const mention of [first, second]) {
      const entity = resolvedEntities[entityOf[mention?.index ?? -1]];
      if (mention === undefined || entity === undefined || mention.phraseStart > first.endToken + 1) continue;
      const isSomebody = /^(person|organisation|state|group)$/.test(entity.kind);
      if (isSomebody && (entity.isNamed || mention === second)) return entity.index;
    }
  }
  return -1;
}

/** "X can be extradited to Norland": where to is who asked for it. */
function readHandover(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, subject }: Content,
  sentenceEnd: number,
): Found | undefined {
  if (!HANDING_OVER.test(navigator.lemma(verb)) || !navigator.isPassive(verb)) return undefined;
  const isNot = navigator.isNegated(verb);
  if (!hasModal(navigator, verb, /^(can|could|may|might|must|should|shall|cannot|will)$/)) return undefined;
  const parties = resolve(navigator, respondents, subject).filter(
    (entity) => navigator.document.resolvedEntities[entity].kind === "person",
  );
  const to = findBehind(navigator, verb, sentenceEnd, /^to$/);
  const { entityOf, resolvedEntities } = navigator.document;
  const [place] = to < 0 ? [] : navigator.mentionsIn(to, Math.min(sentenceEnd, to + 6));
  const state = place === undefined ? undefined : resolvedEntities[entityOf[place.index]];
  const isAbroad = state !== undefined && /^(state|place)$/.test(state.kind) && place.phraseStart <= to + 1;
  if (parties.length === 0 || (!isAbroad && navigator.lemma(verb) !== "extradite")) return undefined;
  const stage: Stage = isNot ? "refused" : "issued";
  return { stage, kind: "extradition", applicant: isAbroad ? state.index : -1, parties, charges: [] };
}

/** "X be kept in detention", "X should be freed": what becomes of whoever is held. */
function readCustody(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, subject }: Content,
  sentenceEnd: number,
): Found | undefined {
  const lemma = navigator.lemma(verb);
  const isFreeing = /^(release|free)$/.test(lemma);
  if (!isFreeing && !/^(keep|hold|remand|detain|jail|imprison|remain|stay|place)$/.test(lemma)) return undefined;
  if (!isFreeing && !/^(detain|jail|imprison|remand)$/.test(lemma)) {
    const where = findBehind(navigator, verb, sentenceEnd, /^(in|under|behind)$/);
    if (where < 0) return undefined;
    const isCustody = [0, 1, 2, 3].some((step) =>
      /^(detention|custody|prison|jail|arrest|bars)$/.test(navigator.word(where + step)),
    );
    if (!isCustody) return undefined;
  }
  const parties = resolve(navigator, respondents, subject).filter(
    (entity) => navigator.document.resolvedEntities[entity].kind === "person",
  );
  if (parties.length === 0 || navigator.isNegated(verb)) return undefined;
  const on = findBehind(navigator, verb, sentenceEnd, /^(on)$/);
  const charges =
    on >= 0 && /^(suspicion|charges)$/.test(navigator.word(on)) && navigator.word(on + 1) === "of"
      ? readCharges(navigator, on + 2, sentenceEnd).charges
      : [];
  return { stage: isFreeing ? "ended" : "issued", kind: "order", applicant: -1, parties, charges };
}

/** "Zipp had unfairly dismissed him": a wrong, and whose it is. */
function readWrong(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, subject, isMisread }: Content,
  sentenceEnd: number,
): Found | undefined {
  const nominal = readNominalWrong(navigator, respondents, { verb, subject });
  if (nominal !== undefined) return nominal;
  if (
    !isWrongAt(navigator, verb) ||
    (navigator.isPassive(verb) && isMisread !== true) ||
    navigator.isNegated(verb) ||
    isPossible(navigator, verb)
  )
    return undefined;
  const own = resolve(navigator, respondents, subject);
  const parties = own.length > 0 ? own : respondents.resolveOwner(subject);
  if (parties.length === 0) return undefined;
  const charges = readDeeds(navigator, verb, sentenceEnd);
  return { stage: "issued", kind: "case", applicant: findHarmed(navigator, verb, parties), parties, charges };
}

/** "neglect by the operator X contributed to the death": a wrong told by a noun. */
function readNominalWrong(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  { verb, subject }: Content,
): Found | undefined {
  if (!FAULT.test(navigator.lemma(subject))) return undefined;
  if (!LEADING_TO.test(navigator.lemma(verb)) || navigator.isNegated(verb)) return undefined;
  const by = findBehind(navigator, subject, verb, /^(by|of|at)$/);
  const own = respondents.resolveOwner(subject);
  const named = by < 0 ? [] : navigator.mentionsIn(by, Math.min(verb, by + MAX_TO_NAMED));
  const told = named.filter((mention) => mention.by === "name");
  const meant = (told.length > 0 ? told : named).flatMap(({ headToken }) => respondents.resolveAt(headToken));
  const parties = own.length > 0 ? own : meant.slice(0, 1);
  const able = parties.filter((entity) => respondents.mayRespond(entity));
  if (able.length === 0) return undefined;
  const evidence = navigator.toSpan(subject, subject + 1);
  const charges = [{ name: navigator.word(subject), class: null, evidence }];
  return { stage: "issued", kind: "case", applicant: -1, parties: able, charges };
}

function isPossible(navigator: ClauseNavigator, verb: number): boolean {
  return hasModal(navigator, verb, /^(may|might|could|would|can)$/);
}

/** "X was found to have misled": a finding told of whom it is about. */
function readFoundToHave(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  verb: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  const { tags } = navigator.document;
  const lemma = navigator.lemma(verb);
  if (lemma !== "find" && lemma !== "allege" && lemma !== "accuse" && lemma !== "suspect") return undefined;
  const to = verb + 1;
  if (navigator.word(to) !== "to" || navigator.word(to + 1) !== "have") return undefined;
  let deed = to + 2;
  while (tags[deed] === "ADV") deed += 1;
  const object = navigator.findObject(verb);
  const parties = object < 0 ? respondents.resolveBefore(verb) : resolve(navigator, respondents, object);
  if (tags[deed] !== "VERB" || parties.length === 0) return undefined;
  const isKnown = parties.every((entity) => respondents.known.includes(entity));
  // "is alleged to have": of nobody who must answer, it is talk.
  if (lemma === "find" ? !isWrongAt(navigator, deed) : !isKnown) return undefined;
  const agent = navigator.findAgent(verb);
  return {
    token: verb,
    stage: lemma === "find" ? "issued" : null,
    kind: lemma === "find" ? "case" : null,
    court: agent < 0 ? -1 : benchOf(navigator, agent),
    bench: agent < 0 ? undefined : isSomeBench(navigator, agent) ? "some" : "known",
    applicant: -1,
    parties,
    charges: readDeeds(navigator, deed, sentenceEnd),
    evidence: navigator.toSpan(verb, deed + 1),
  };
}

/** "won an injunction, when a judge ruled that the guild's ballot": of a request against nobody named, whose fault is ruled on. */
function readLost(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  moves: readonly LegalMove[],
  { verb, subject }: Content,
): Found | undefined {
  const asked = moves.findLast(({ applicant }) => applicant >= 0);
  if (asked === undefined || asked.parties.length > 0) return undefined;
  // "ruled that the state could not sue": what somebody may do is no fault.
  if (hasModal(navigator, verb, /^(may|might|could|would|can|should|must|will)$/)) return undefined;
  if (navigator.sentenceOf(verb) - asked.sentence > MAX_SENTENCES_TO_ASKER) return undefined;
  if (asked.stage !== "issued" && asked.stage !== "requested") return undefined;
  const own = resolve(navigator, respondents, subject);
  const parties = (own.length > 0 ? own : respondents.resolveOwner(subject)).filter(
    (entity) =>
      entity !== asked.applicant &&
      /^(organisation|state|other)$/.test(navigator.document.resolvedEntities[entity].kind),
  );
  if (parties.length === 0) return undefined;
  return { stage: "ended", kind: null, applicant: asked.applicant, parties, charges: [], isWeak: true };
}
