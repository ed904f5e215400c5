/**
 * Legal cases: court, applicant, respondents with what each is accused of, the stage and how it came about, who decides next.
 *
 * Moves and charges are found in text order (`find-moves.ts`), gathered into proceedings by court and respondents, and cut
 * where respondents stand at different stages: a case has one stage. Works for any court; knows no affair.
 *
 * Requires the layers up to `statementDrafts` and `dates`; adds `caseDrafts`.
 */
import type { Span } from "../../language/index.ts";
import type { CaseDocument, CaseDraft, CaseSource, ChargeDraft, RespondentDraft, Stage } from "./case-draft.ts";
import { chooseApplicant, chooseCourt } from "./choose-parties.ts";
import { ClauseNavigator } from "./clause-navigator.ts";
import { MoveFinder } from "./find-moves.ts";
import { gatherProceedings } from "./gather-proceedings.ts";
import { FRAME_NOUNS } from "./legal-frames.ts";
import type { LegalMove } from "./legal-move.ts";
import {
  CHARGE_FRAMES,
  INSTRUMENTS,
  OUTCOMES,
  OVERRULING,
  PENALTIES,
  PROCEEDINGS,
  STAGE_OF_VERB,
  toLegalLemma,
  WRONGS,
} from "./legal-words.ts";
import { ReportStanding } from "./report-standing.ts";
import { RespondentFinder } from "./respondent-finder.ts";
import { isLegalCourse, orderMoves, type ToldMove } from "./stage-machine.ts";

const MAX_EVIDENCE = 8;

/** Of courts, whatever they do. */
const OF_COURTS = [
  "rule",
  "defendant",
  "respondent",
  "court",
  "tribunal",
  "judge",
  "justice",
  "guilty",
  "proceedings",
  "inquiry",
  "ombudsman",
  "watchdog",
  "extradite",
  "year",
  "opinion",
  "question",
  "matter",
  "impeach",
  "impeached",
  "remove",
  "dismiss",
  ...FRAME_NOUNS,
  ...WRONGS,
];

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
  ...OF_COURTS,
]);

export function findCases<Given extends CaseSource>(document: Given): Given & CaseDocument {
  return { ...document, caseDrafts: draftCases(document) };
}

function draftCases(document: CaseSource): CaseDraft[] {
  const { sentences, header, lemmas, tokens } = document;
  const marked = sentences.filter(({ start, startToken, endToken }) => {
    if (start < header.bodyStart) return false;
    for (let token = startToken; token < endToken; token++)
      if (TRIGGERS.has(toLegalLemma(tokens[token].text, lemmas[token]))) return true;
    return false;
  });
  if (marked.length === 0) return [];
  const navigator = new ClauseNavigator(document);
  const finder = new MoveFinder(navigator, new RespondentFinder(navigator));
  for (const { startToken, endToken } of marked) finder.read(startToken, endToken);
  finder.finish();
  const proceedings = gatherProceedings(document.resolvedEntities, finder.moves);
  if (proceedings.length === 0) return [];
  const standing = new ReportStanding(navigator);
  const courts = new Set(
    // A chamber that tries an impeachment is no court of anything else.
    finder.moves.filter(({ court, kind }) => court >= 0 && kind !== "impeachment").map(({ court }) => court),
  );
  const onlyCourt = courts.size === 1 ? [...courts][0] : -1;
  return proceedings
    .flatMap((moves) => toCases(navigator, standing, moves, proceedings.length === 1, onlyCourt))
    .filter((draft) => isTold(navigator, draft))
    .sort((a, b) => a.evidence[0].start - b.evidence[0].start);
}

/** A stage alone tells nothing: who asks, who must answer, or which court decided has to be known. */
function isTold({ document }: ClauseNavigator, draft: CaseDraft): boolean {
  const { applicant, respondents, court, stage, score, isByCourt, isPast, kind } = draft;
  const isNamed = (entity: number): boolean => entity >= 0 && document.resolvedEntities[entity].isNamed;
  const isDecided = isByCourt && isNamed(court) && (stage !== "requested" || kind === "lawsuit");
  // "X had once been sued": a fact beside the report.
  if (isPast && !isNamed(applicant) && respondents.every(({ charges }) => charges.length === 0)) return false;
  return score >= MIN_SCORE && (isNamed(applicant) || respondents.length > 0 || isDecided);
}

/** A stage and a respondent alone: on news of all kinds most such cases were none. */
const MIN_SCORE = 0.5;

/** One case a stage: respondents whose proceedings went different ways part. */
/**
 * @param onlyCourt The court of all moves that tell of one, where they tell of one alone; else -1.
 * @param isOnly Whether the report tells of no other proceeding: then its court is that of the case.
 */
function toCases(
  navigator: ClauseNavigator,
  standing: ReportStanding,
  moves: readonly LegalMove[],
  isOnly: boolean,
  onlyCourt: number,
): CaseDraft[] {
  const respondents: number[] = [];
  for (const { parties } of moves)
    for (const entity of parties) if (!respondents.includes(entity)) respondents.push(entity);
  const accused = respondents.filter((entity) => isAccused(moves, entity));
  // Who is accused in the same proceeding without a move of his own stands where the proceeding stands.
  const whole = orderMoves(toldMoves(moves, -1)).at(-1);
  const byStage = new Map<Stage, number[]>();
  for (const entity of accused) {
    const isMoved = moves.some(({ stage, isWeak, parties }) => stage !== null && !isWeak && parties.includes(entity));
    const stage = (isMoved ? orderMoves(toldMoves(moves, entity)).at(-1) : whole)?.stage;
    if (stage === undefined) continue;
    const list = byStage.get(stage);
    if (list === undefined) byStage.set(stage, [entity]);
    else list.push(entity);
  }
  if (byStage.size === 0) {
    const told = toldMoves(moves, -1);
    return told.length === 0 ? [] : [toCase(navigator, standing, moves, told, [], isOnly, onlyCourt)];
  }
  return [...byStage.values()].map((entities) => {
    const moved = entities.find((entity) =>
      moves.some(({ stage, isWeak, parties }) => stage !== null && !isWeak && parties.includes(entity)),
    );
    const told = toldMoves(moves, moved ?? -1);
    const own = moves.filter(
      ({ parties }) => parties.length === 0 || parties.some((entity) => entities.includes(entity)),
    );
    return toCase(navigator, standing, own, told, entities, isOnly, onlyCourt);
  });
}

/** Who also asks the court is accused where the report says so more often, or first. */
function isAccused(moves: readonly LegalMove[], entity: number): boolean {
  const asked = moves.filter(({ applicant }) => applicant === entity);
  const answered = moves.filter(({ parties }) => parties.includes(entity));
  if (asked.length === 0 || answered.length > 1) return true;
  return asked.length === 1 && answered[0].token < asked[0].token;
}

function toldMoves(moves: readonly LegalMove[], entity: number): ToldMove[] {
  return moves.flatMap(({ stage, parties, when, evidence, token, isEarlier, court, isWeak }) => {
    if (stage === null) return [];
    if (parties.length > 0 && entity >= 0 && !parties.includes(entity)) return [];
    return [{ stage, when, evidence, token, isEarlier, court, isWeak }];
  });
}

function toCase(
  navigator: ClauseNavigator,
  standing: ReportStanding,
  moves: readonly LegalMove[],
  told: readonly ToldMove[],
  entities: readonly number[],
  isOnly: boolean,
  onlyCourt: number,
): CaseDraft {
  const stages = orderMoves(told);
  const court = chooseCourt(navigator, standing, moves, isOnly, onlyCourt);
  const asking = chooseApplicant(navigator, standing, moves, entities);
  // A body that opens a procedure of its own decides in it.
  const applicant = asking === court ? -1 : asking;
  const evidence: Span[] = [];
  for (const move of moves) if (evidence.length < MAX_EVIDENCE && move.stage !== null) evidence.push(move.evidence);
  if (evidence.length === 0) evidence.push(moves[0].evidence);
  const kind =
    moves.find((move) => move.kind !== null && move.kind !== "case" && move.stage !== null)?.kind ??
    // What a bench finds in a dispute is no crime.
    (moves.some((move) => move.charges.length > 0 && move.stage !== null && move.kind !== "case")
      ? "criminal charges"
      : null) ??
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
    standard: standing.standard,
    respondents,
    ...standing.of(court, isOnly ? undefined : moves),
    evidence,
    // By hand: no annotated set tells how many cases are right. A court, an applicant and charges each speak for one.
    isPast: moves.every(({ stage, isEarlier, isLongAgo }) => stage === null || isEarlier || isLongAgo),
    isByCourt: moves.some(
      (move) =>
        (move.court === court || move.bench === "known") && move.stage !== null && !move.isEarlier && !move.isLongAgo,
    ),
    score:
      (isLegalCourse(stages.map(({ stage }) => stage)) ? 0.45 : 0.3) +
      (hasCourt ? 0.2 : moves.some(({ bench }) => bench !== undefined) ? 0.05 : 0) +
      (hasCharges ? 0.15 : 0) +
      (applicant >= 0 ? 0.1 : 0) +
      // "has been sued", "was banned for life": a suit or sanction is one by its word.
      (/^(lawsuit|ban|fine)$/.test(kind) ? 0.05 : 0),
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
