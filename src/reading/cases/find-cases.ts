/**
 * Legal cases: court, applicant, respondents with what each is accused of, the stage and how it came about, who decides next.
 *
 * Moves and charges are found in text order (`find-moves.ts`), gathered into proceedings by court and respondents, and cut
 * where respondents stand at different stages: a case has one stage. Works for any court; knows no affair.
 *
 * Requires the layers up to `statementDrafts` and `dates`; adds `caseDrafts`.
 */
import type { Span } from "../../language/index.ts";
import type { Mention } from "../mention.ts";
import type { CaseDocument, CaseDraft, CaseSource, ChargeDraft, RespondentDraft, Stage } from "./case-draft.ts";
import { ClauseNavigator } from "./clause-navigator.ts";
import { findDecider, findEnforcer, findStandard } from "./find-course.ts";
import { findMembership } from "./find-membership.ts";
import { MoveFinder } from "./find-moves.ts";
import { isProsecutor } from "./legal-bench.ts";
import type { LegalMove } from "./legal-move.ts";
import {
  CHARGE_FRAMES,
  INSTRUMENTS,
  OUTCOMES,
  OVERRULING,
  PENALTIES,
  PROCEEDINGS,
  STAGE_OF_VERB,
  WRONGS,
} from "./legal-words.ts";
import { RespondentFinder } from "./respondent-finder.ts";
import { isLegalCourse, orderMoves, type ToldMove } from "./stage-machine.ts";

const MAX_EVIDENCE = 8;
/** So near stands what a report tells of another proceeding of the same kind. */
const MAX_SENTENCES_TO_NEXT = 2;
const MAX_SENTENCES_TO_ONLY_COURT = 5;

/** Lemmas without which a sentence can hold no move and no charge. */
const TRIGGERS = new Set([
  ...INSTRUMENTS,
  ...PROCEEDINGS,
  ...OUTCOMES,
  ...STAGE_OF_VERB.keys(),
  ...CHARGE_FRAMES.keys(),
  ...PENALTIES.keys(),
  ...WRONGS,
  ...OVERRULING.keys(),
  "rule",
  "defendant",
]);

export function findCases<Given extends CaseSource>(document: Given): Given & CaseDocument {
  return { ...document, caseDrafts: draftCases(document) };
}

function draftCases(document: CaseSource): CaseDraft[] {
  const { sentences, header, lemmas } = document;
  const marked = sentences.filter(({ start, startToken, endToken }) => {
    if (start < header.bodyStart) return false;
    for (let token = startToken; token < endToken; token++) if (TRIGGERS.has(lemmas[token].toLowerCase())) return true;
    return false;
  });
  if (marked.length === 0) return [];
  const navigator = new ClauseNavigator(document);
  const finder = new MoveFinder(navigator, new RespondentFinder(navigator));
  for (const { startToken, endToken } of marked) finder.read(startToken, endToken);
  return gatherProceedings(navigator, finder.moves)
    .flatMap((moves, _, all) => toCases(navigator, moves, all.length === 1))
    .filter((draft) => isTold(navigator, draft))
    .sort((a, b) => a.evidence[0].start - b.evidence[0].start);
}

/** A stage alone tells nothing: who asks, who must answer, or which court decided has to be known. */
function isTold({ document }: ClauseNavigator, { applicant, respondents, court, stage, score }: CaseDraft): boolean {
  const isNamed = (entity: number): boolean => entity >= 0 && document.resolvedEntities[entity].isNamed;
  const isDecided = isNamed(court) && stage !== "requested";
  return score >= MIN_SCORE && (isNamed(applicant) || respondents.length > 0 || isDecided);
}

/** A stage and a respondent alone: on news of all kinds most such cases were none. */
const MIN_SCORE = 0.5;

/** Moves that belong together: the same court, or none, and respondents in common. */
function gatherProceedings({ document }: ClauseNavigator, moves: readonly LegalMove[]): LegalMove[][] {
  const groups: { court: number; parties: Set<number>; moves: LegalMove[] }[] = [];
  const isNamed = (entity: number) => entity >= 0 && document.resolvedEntities[entity].isNamed;
  for (const move of moves) {
    const court = isNamed(move.court) ? move.court : -1;
    const byParty = groups.find(
      ({ court: other, parties }) =>
        (court < 0 || other < 0 || other === court || move.stage === "appealed") &&
        move.parties.some((entity) => parties.has(entity)),
    );
    const byCourt = groups.find(
      ({ court: other, parties }) =>
        (court >= 0 && other === court) ||
        (court < 0 && (move.parties.length === 0 || parties.size === 0)) ||
        (court < 0 && move.applicant >= 0 && groups.some((g) => g.moves.some((m) => m.applicant === move.applicant))),
    );
    // "A second warrant names X": one more of what the words before told of.
    const byKind = groups.find(
      ({ moves: own }) =>
        move.stage === null &&
        court < 0 &&
        move.kind !== null &&
        move.kind !== "case" &&
        own.some(({ kind, sentence }) => kind === move.kind && move.sentence - sentence <= MAX_SENTENCES_TO_NEXT),
    );
    const group =
      byParty ??
      byCourt ??
      byKind ??
      (groups.length > 0 && court < 0 && move.parties.length === 0 ? groups[0] : undefined);
    if (group === undefined) {
      groups.push({ court, parties: new Set(move.parties), moves: [move] });
      continue;
    }
    if (group.court < 0) group.court = court;
    for (const entity of move.parties) group.parties.add(entity);
    group.moves.push(move);
  }
  return groups.filter(({ moves: own }) => own.some(({ stage }) => stage !== null)).map(({ moves: own }) => own);
}

/** One case a stage: respondents whose proceedings went different ways part. */
/** @param isOnly Whether the report tells of no other proceeding: then its court is that of the case. */
function toCases(navigator: ClauseNavigator, moves: readonly LegalMove[], isOnly: boolean): CaseDraft[] {
  const respondents: number[] = [];
  for (const { parties } of moves)
    for (const entity of parties) if (!respondents.includes(entity)) respondents.push(entity);
  const applicants = new Set(moves.map(({ applicant }) => applicant));
  const accused = respondents.filter(
    (entity) => !applicants.has(entity) || moves.filter(({ parties }) => parties.includes(entity)).length > 1,
  );
  // Who is accused in the same proceeding without a move of his own stands where the proceeding stands.
  const whole = orderMoves(toldMoves(moves, -1)).at(-1);
  const byStage = new Map<Stage, number[]>();
  for (const entity of accused) {
    const isMoved = moves.some(({ stage, parties }) => stage !== null && parties.includes(entity));
    const stage = (isMoved ? orderMoves(toldMoves(moves, entity)).at(-1) : whole)?.stage;
    if (stage === undefined) continue;
    const list = byStage.get(stage);
    if (list === undefined) byStage.set(stage, [entity]);
    else list.push(entity);
  }
  if (byStage.size === 0) {
    const told = toldMoves(moves, -1);
    return told.length === 0 ? [] : [toCase(navigator, moves, told, [], isOnly)];
  }
  return [...byStage.values()].map((entities) => {
    const moved = entities.find((entity) =>
      moves.some(({ stage, parties }) => stage !== null && parties.includes(entity)),
    );
    const told = toldMoves(moves, moved ?? -1);
    const own = moves.filter(
      ({ parties }) => parties.length === 0 || parties.some((entity) => entities.includes(entity)),
    );
    return toCase(navigator, own, told, entities, isOnly);
  });
}

function toldMoves(moves: readonly LegalMove[], entity: number): ToldMove[] {
  return moves.flatMap(({ stage, parties, when, evidence, token, isEarlier }) => {
    if (stage === null) return [];
    if (parties.length > 0 && entity >= 0 && !parties.includes(entity)) return [];
    return [{ stage, when, evidence, token, isEarlier }];
  });
}

function toCase(
  navigator: ClauseNavigator,
  moves: readonly LegalMove[],
  told: readonly ToldMove[],
  entities: readonly number[],
  isOnly: boolean,
): CaseDraft {
  const stages = orderMoves(told);
  const court = chooseCourt(navigator, moves, isOnly);
  const standing = findStanding(navigator, court, isOnly ? undefined : moves);
  const applicant = chooseApplicant(navigator, moves, entities);
  const evidence: Span[] = [];
  for (const move of moves) if (evidence.length < MAX_EVIDENCE && move.stage !== null) evidence.push(move.evidence);
  if (evidence.length === 0) evidence.push(moves[0].evidence);
  const kind =
    moves.find((move) => move.kind !== null && move.kind !== "case" && move.stage !== null)?.kind ??
    (moves.some(({ charges, stage }) => charges.length > 0 && stage !== null) ? "criminal charges" : null) ??
    moves.find((move) => move.kind !== null)?.kind ??
    (moves.some(({ charges }) => charges.length > 0) ? "criminal charges" : "case");
  const respondents = entities.map((entity): RespondentDraft => ({ entity, charges: gatherCharges(moves, entity) }));
  const hasCourt = court >= 0;
  const hasCharges = respondents.some(({ charges }) => charges.length > 0);
  return {
    kind,
    court,
    applicant,
    stage: stages.at(-1)!.stage,
    stages,
    standard: findStandard(navigator)?.standard ?? null,
    respondents,
    ...standing,
    evidence,
    // By hand: no annotated set tells how many cases are right. A court, an applicant and charges each speak for one.
    score:
      (isLegalCourse(stages.map(({ stage }) => stage)) ? 0.45 : 0.3) +
      (hasCourt ? 0.2 : 0) +
      (hasCharges ? 0.15 : 0) +
      (applicant >= 0 ? 0.1 : 0),
  };
}

/** Charges of one respondent, the same act once. */
function gatherCharges(moves: readonly LegalMove[], entity: number): ChargeDraft[] {
  const charges: ChargeDraft[] = [];
  for (const move of moves) {
    // Charges of nobody in particular are those of everybody.
    if (move.parties.length > 0 && !move.parties.includes(entity)) continue;
    for (const charge of move.charges) {
      const same = charges.findIndex(({ name }) => name.toLowerCase() === charge.name.toLowerCase());
      if (same < 0) charges.push(charge);
      else if (charges[same].class === null) charges[same] = { ...charges[same], class: charge.class };
    }
  }
  // A class by itself says less than the acts of the class.
  const acts = charges.filter(({ name, class: cls }) => name !== cls || name === "genocide");
  return acts.length > 0 ? acts : charges;
}

/** The court that most moves name; else the named court of the report that is spoken of most. */
function chooseCourt({ document }: ClauseNavigator, moves: readonly LegalMove[], isOnly: boolean): number {
  const { resolvedEntities, mentions: all } = document;
  const votes = new Map<number, number>();
  for (const { court, stage } of moves) {
    if (court < 0) continue;
    const weight = (resolvedEntities[court].isNamed ? 4 : 1) + (stage === null ? 0 : 1);
    votes.set(court, (votes.get(court) ?? 0) + weight);
  }
  let best = -1;
  for (const [court, count] of votes) if (best < 0 || count > (votes.get(best) ?? 0)) best = court;
  if (best >= 0 && resolvedEntities[best].isNamed) return best;
  // Of several courts only one named close by.
  const isOnlyCourt = resolvedEntities.filter(({ kind, isNamed }) => kind === "court" && isNamed).length === 1;
  const reach = isOnlyCourt ? MAX_SENTENCES_TO_ONLY_COURT : MAX_SENTENCES_TO_NEXT;
  let named = -1;
  for (const { index, kind, isNamed, mentions } of resolvedEntities) {
    if (kind !== "court" || !isNamed) continue;
    if (!isOnly && !mentions.some((mention) => isNear(moves, all[mention].sentence, reach))) continue;
    if (named < 0 || mentions.length > resolvedEntities[named].mentions.length) named = index;
  }
  return named >= 0 ? named : best;
}

function chooseApplicant(
  navigator: ClauseNavigator,
  moves: readonly LegalMove[],
  respondents: readonly number[],
): number {
  const { resolvedEntities } = navigator.document;
  const votes = new Map<number, number>();
  for (const { applicant, stage } of moves) {
    if (applicant < 0 || respondents.includes(applicant) || resolvedEntities[applicant].kind === "court") continue;
    const weight =
      (resolvedEntities[applicant].isNamed ? 3 : 1) +
      (isProsecutor(navigator, applicant) ? 3 : 0) +
      (stage === null ? 0 : 1);
    votes.set(applicant, (votes.get(applicant) ?? 0) + weight);
  }
  let best = -1;
  for (const [entity, count] of votes) if (best < 0 || count > (votes.get(best) ?? 0)) best = entity;
  if (best >= 0 && resolvedEntities[best].isNamed) return best;
  // "warrants sought by the court's prosecutor": the report names him elsewhere.
  const isBySomePerson = best < 0 || resolvedEntities[best].kind === "person";
  const named = resolvedEntities.find(({ index, isNamed }) => isNamed && isProsecutor(navigator, index));
  return isBySomePerson && named !== undefined && !respondents.includes(named.index) ? named.index : best;
}

/** Whether a sentence stands beside one that tells of the proceeding. */
function isNear(moves: readonly LegalMove[], sentence: number, reach: number): boolean {
  return moves.some((move) => Math.abs(move.sentence - sentence) <= reach);
}

/** @param moves Beside which a treaty must be named, where the report tells of several proceedings. */
function findStanding(
  navigator: ClauseNavigator,
  court: number,
  moves: readonly LegalMove[] | undefined,
): Pick<CaseDraft, "memberStates" | "nonMembers" | "treaty" | "decidedBy" | "enforcedBy"> {
  const { document } = navigator;
  const { resolvedEntities, entityOf, mentions, sentences } = document;
  const about = new Set<number>();
  let treaty = -1;
  let described = -1;
  for (const mention of mentions) {
    const entity = resolvedEntities[entityOf[mention.index]];
    if (entity === undefined) continue;
    if (entity.index === court || entity.kind === "treaty" || (entity.kind === "court" && !entity.isNamed))
      about.add(mention.sentence);
    if (entity.kind === "treaty" && moves !== undefined && !isNear(moves, mention.sentence, MAX_SENTENCES_TO_NEXT))
      continue;
    if (entity.kind === "treaty" && entity.isNamed && treaty < 0) treaty = entity.index;
    // "the Rome statute" in small letters, "the 1948 genocide convention": a treaty by its description.
    if (entity.kind === "treaty" && described < 0 && isTelling(navigator, mention)) described = entity.index;
  }
  if (treaty < 0) treaty = described;
  let decidedBy: string | null = null;
  let enforcedBy: string | null = null;
  for (const { start, startToken, endToken } of sentences) {
    if (start < document.header.bodyStart) continue;
    decidedBy ??= findDecider(navigator, startToken, endToken);
    enforcedBy ??= findEnforcer(navigator, startToken, endToken);
  }
  return { ...findMembership(navigator, (sentence) => about.has(sentence)), treaty, decidedBy, enforcedBy };
}

/** Whether a description says which treaty is meant: by a name, a year or a noun before its head. */
function isTelling({ document: { tags } }: ClauseNavigator, { headToken, startToken }: Mention): boolean {
  for (let token = headToken - 1; token >= Math.max(startToken, headToken - 4); token--)
    if (tags[token] === "PROPN" || tags[token] === "NOUN") return true;
  return tags[headToken - 1] === "PROPN" || tags[headToken - 1] === "NOUN";
}
