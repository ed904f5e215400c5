/** How often people agreed with the reader, by how sure it was. */
import type { ItemKind, Judgement } from "../../record/index.ts";

export interface AgreementBand {
  /** Scores from here on, 0 to 1, up to `to`. */
  from: number;
  to: number;
  judged: number;
  accepted: number;
}

const BORDERS = [0, 0.5, 0.7, 0.9, 1.0001];

/** The last judgement of each item counts; those undone do not. */
export function measureAgreement(judgements: readonly Judgement[], kind: ItemKind | undefined): AgreementBand[] {
  const bands = BORDERS.slice(1).map((to, index) => ({
    from: BORDERS[index],
    to: Math.min(1, to),
    judged: 0,
    accepted: 0,
  }));
  const seen = new Set<string>();
  for (const { verdict, undoneBy, anchor, key, before } of judgements) {
    if (undoneBy !== null || key === null || seen.has(key)) continue;
    if (verdict !== "accept" && verdict !== "reject" && verdict !== "correct") continue;
    if (kind !== undefined && anchor?.kind !== kind) continue;
    seen.add(key);
    const score = getScore(before);
    if (score === undefined) continue;
    const band = bands[BORDERS.findLastIndex((border) => border <= score)];
    band.judged++;
    if (verdict === "accept") band.accepted++;
  }
  return bands;
}

function getScore(before: unknown): number | undefined {
  const score = before !== null && typeof before === "object" && "score" in before ? before.score : undefined;
  return typeof score === "number" && score >= 0 && score <= 1 ? score : undefined;
}
