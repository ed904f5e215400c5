/**
 * How a case may move from stage to stage, and where it stands after the moves that a report tells of.
 *
 * News tells the last move first and the story afterwards, so the order of the words is not that of the law: moves are put
 * into an order that the law allows. `docs/legal-stages.md` names the moves in words.
 */
import type { Stage, StageDraft } from "./case-draft.ts";

/** From each stage the stages that may come next. */
const LEGAL_MOVES: Readonly<Record<Stage, readonly Stage[]>> = {
  requested: ["issued", "refused", "withdrawn", "ended"],
  issued: ["executed", "appealed", "withdrawn", "ended"],
  refused: ["appealed", "requested", "ended"],
  appealed: ["issued", "refused", "ended", "withdrawn"],
  executed: ["ended", "appealed"],
  withdrawn: ["requested"],
  ended: ["appealed"],
};

/** Whether every step is one that the law allows. */
export function isLegalCourse(stages: readonly Stage[]): boolean {
  return stages.every((stage, i) => i === 0 || LEGAL_MOVES[stages[i - 1]].includes(stage));
}

/** A move as the report tells it. */
export interface ToldMove extends StageDraft {
  /** A court with a name that made the move or is asked for it; -1 for none. */
  readonly court: number;
  readonly token: number;
  /** Told as lying before something else: "had sought". */
  readonly isEarlier: boolean;
  /** Counts only where no other move decides. */
  readonly isWeak?: boolean;
}

/** How far along a stage is, where words and dates leave the order open. */
const PROGRESS: Readonly<Record<Stage, number>> = {
  requested: 0,
  refused: 1,
  issued: 1,
  executed: 2,
  ended: 3,
  appealed: 4,
  withdrawn: 5,
};

/** The moves in the order of the law, one for each stage; the last is where the case stands. */
export function orderMoves(moves: readonly ToldMove[]): StageDraft[] {
  const firstOf = new Map<Stage, ToldMove>();
  const isDecided = moves.some(
    ({ stage, isWeak, isEarlier }) => !isWeak && !isEarlier && /^(issued|refused|ended|executed)$/.test(stage),
  );
  for (const move of moves) {
    if (move.isWeak && isDecided) continue;
    const known = firstOf.get(move.stage);
    // The first telling counts, unless only a later one has a date.
    const isDated =
      known !== undefined && known.when === null && move.when !== null && (!move.isEarlier || known.isEarlier);
    if (known === undefined || isDated) firstOf.set(move.stage, move);
  }
  const ordered = [...firstOf.values()].sort(
    (a, b) => compareDates(a, b) || PROGRESS[a.stage] - PROGRESS[b.stage] || a.token - b.token,
  );
  // An appeal that was decided is told first by what was decided; one that is pending, by itself.
  const appealed = firstOf.get("appealed");
  const decided = [firstOf.get("ended"), firstOf.get("refused")].find((move) => move !== undefined);
  if (
    appealed !== undefined &&
    decided !== undefined &&
    ordered.at(-1) === appealed &&
    compareDates(appealed, decided) === 0
  ) {
    if (decided.token < appealed.token && appealed.isEarlier && !decided.isEarlier) {
      ordered.splice(ordered.indexOf(appealed), 1);
      ordered.splice(ordered.indexOf(decided), 0, appealed);
    }
  }
  // What is told as earlier does not undo what is not.
  const last = ordered.at(-1);
  const lastToldNow = ordered.findLast(({ isEarlier, stage }) => !isEarlier && stage !== "requested");
  if (last?.isEarlier && lastToldNow !== undefined && compareDates(last, lastToldNow) === 0) {
    ordered.splice(ordered.indexOf(lastToldNow), 1);
    ordered.push(lastToldNow);
  }
  // "refused to stop the work. The groups had asked the court": who is asked decides afterwards.
  const answered = [firstOf.get("refused"), firstOf.get("issued"), firstOf.get("ended")].find(
    (move) => move !== undefined && move.court >= 0 && move.court === appealed?.court,
  );
  if (appealed !== undefined && answered !== undefined && compareDates(appealed, answered) <= 0) {
    ordered.splice(ordered.indexOf(answered), 1);
    ordered.splice(ordered.indexOf(appealed) + 1, 0, answered);
  }
  return ordered.map(({ stage, when, evidence }) => ({ stage, when, evidence }));
}

function compareDates(a: ToldMove, b: ToldMove): number {
  if (a.when === null || b.when === null) return 0;
  const length = Math.min(a.when.length, b.when.length);
  const one = a.when.slice(0, length);
  const other = b.when.slice(0, length);
  return one < other ? -1 : one > other ? 1 : 0;
}
