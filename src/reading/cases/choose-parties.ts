/** Which court a case is before and who brings it, where its moves tell of several. */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { isProsecutor, isRegulator } from "./legal-bench.ts";
import type { LegalMove } from "./legal-move.ts";
import { isLegalWord } from "./legal-words.ts";
import type { ReportStanding } from "./report-standing.ts";

/** The court that most moves name; else the named court of the report that is spoken of most. */
export function chooseCourt(
  navigator: ClauseNavigator,
  standing: ReportStanding,
  moves: readonly LegalMove[],
  isOnly: boolean,
  onlyCourt: number,
): number {
  const votes = new Map<number, number>();
  for (const move of moves) {
    const { stage, bench } = move;
    // "A federal judge ruled. Judge X, of the court of Arden, said"
    const court = move.court < 0 && bench === "some" ? standing.findNamedCourt([move], false) : move.court;
    if (court < 0) continue;
    const weight = (bearsName(navigator, court) ? 4 : 1) + (stage === null ? 0 : 1);
    votes.set(court, (votes.get(court) ?? 0) + weight);
  }
  let best = -1;
  const isMore = (court: number, count: number): boolean => {
    // Of courts without names that which the words tell most of: "the special tax court", not "a court".
    const isBare = !bearsName(navigator, court) && !bearsName(navigator, best);
    const more = isBare ? tellsOf(navigator, court) - tellsOf(navigator, best) : 0;
    return more > 0 || (more === 0 && count > (votes.get(best) ?? 0));
  };
  for (const [court, count] of votes) if (best < 0 || isMore(court, count)) best = court;
  if (best >= 0 && bearsName(navigator, best)) return best;
  // "The financial regulator has fined X. The Markets Authority also"
  if (isRegulator(navigator, best)) {
    // "An arbitration panel has ruled. The award by the Court of Trade": a panel may be of a court.
    const own = navigator.nounOf(best) === "panel" ? standing.findNamedCourt(moves, isOnly) : -1;
    return own >= 0 ? own : standing.findNamedBody(moves, best);
  }
  // "X was fined" by whoever watches over the affair: no court.
  const isFine = moves.some(({ kind, stage, bench }) => kind === "fine" && stage === "issued" && bench !== undefined);
  if (best < 0 && isFine) return standing.findNamedBody(moves, -1);
  // "a federal judge": a court that is named close by, or not at all.
  const isBySome = moves.some(({ bench }) => bench === "some") && !moves.some(({ bench }) => bench === "known");
  const named = standing.findNamedCourt(moves, isOnly && !isBySome);
  if (named >= 0) return named;
  if (best < 0) return onlyCourt >= 0 || !isBrought(moves) ? onlyCourt : findDecidingBody(navigator, standing, moves);
  return isBySome && tellsOf(navigator, best) === 0 ? standing.findTellingCourt(moves, best) : best;
}

/** Whether a court decides or is asked here, so that the court close by is meant. */
function isBrought(moves: readonly LegalMove[]): boolean {
  return moves.some(({ stage }) => stage !== null);
}

/** The court that is only described close by; else the body that has opened a procedure of its own; -1 for none. */
function findDecidingBody(navigator: ClauseNavigator, standing: ReportStanding, moves: readonly LegalMove[]): number {
  const court = standing.findDescribedCourt(moves);
  if (court >= 0) return court;
  const opened = moves.find(({ stage, kind, applicant }) => stage === "requested" && kind === "case" && applicant >= 0);
  if (opened === undefined) return -1;
  const { resolvedEntities } = navigator.document;
  const body = resolvedEntities[opened.applicant];
  const isBody = body.kind === "organisation" && /\b(?:commission|authority|regulator|agency|board)\b/i.test(body.name);
  return isBody && body.isNamed ? body.index : -1;
}

/** Whether a court has a name, be it one that was taken for a description: "The Special Tribunal". */
function bearsName({ document: { mentions, resolvedEntities, tokens } }: ClauseNavigator, court: number): boolean {
  const { isNamed, mentions: own } = resolvedEntities[court];
  const { headToken, startToken } = mentions[own[0]];
  return isNamed || (headToken > startToken && /^[A-Z][a-z]/.test(tokens[headToken].text));
}

/** How many words tell of what kind a court is: not articles and not the state, which the report is about anyway. */
function tellsOf({ document: { mentions, resolvedEntities, tokens, tags } }: ClauseNavigator, court: number): number {
  const { startToken, headToken } = mentions[resolvedEntities[court].mentions[0]];
  let count = 0;
  for (let token = startToken; token < headToken; token++)
    count += Number(/^(?:ADJ|NOUN)$/.test(tags[token]) && /^[a-z]/.test(tokens[token].text));
  return count;
}

export function chooseApplicant(
  navigator: ClauseNavigator,
  standing: ReportStanding,
  moves: readonly LegalMove[],
  respondents: readonly number[],
): number {
  const { resolvedEntities } = navigator.document;
  const votes = new Map<number, number>();
  for (const { applicant, stage } of moves) {
    if (applicant < 0 || respondents.includes(applicant)) continue;
    const { kind, isNamed } = resolvedEntities[applicant];
    if (/^(court|law|treaty|event)$/.test(kind) || (!isNamed && kind === "other")) continue;
    const noun = navigator.nounOf(applicant);
    // Who speaks for a party asks in its name; "the case began after": no case asks a court.
    if (!isNamed && (/^(lawyer|counsel|defen[cs]e|attorney|barrister)$/.test(noun) || isLegalWord(noun))) continue;
    const weight = (isNamed ? 3 : 1) + (isProsecutor(navigator, applicant) ? 3 : 0) + (stage === null ? 0 : 1);
    votes.set(applicant, (votes.get(applicant) ?? 0) + weight);
  }
  let best = -1;
  for (const [entity, count] of votes) if (best < 0 || count > (votes.get(best) ?? 0)) best = entity;
  if (best >= 0 && resolvedEntities[best].isNamed) return best;
  // "warrants sought by the court's prosecutor": the report names him elsewhere.
  const isByProsecutor =
    best < 0
      ? moves.some(
          ({ charges, kind }) => charges.length > 0 || kind === "arrest warrant" || kind === "criminal charges",
        )
      : resolvedEntities[best].kind === "person" && /^(prosecutor|attorney)$/.test(navigator.nounOf(best));
  const named = standing.namedProsecutor;
  return isByProsecutor && named >= 0 && !respondents.includes(named) ? named : best;
}
