/** Carries what a person decides about a report of the archive to the archive, and earlier decisions from there into the page. */
import type { Correction, Judgement, StoredReport } from "../../record/index.ts";
import type { Decision, JudgementKeeper, SavedDecision } from "../read/judgement-log.svelte.ts";
import { sendJudgement, undoJudgement } from "../review/send-judgement.ts";

type EntityIds = StoredReport["entityIds"];

/** @param entityIds For each entity of the reading, the entity of the record. */
export function makeKeeper(reportId: string, entityIds: EntityIds): JudgementKeeper {
  return {
    async save(decision) {
      const { itemId, verdict } = decision;
      const judgement = await sendJudgement(`${reportId}/${itemId}`, verdict, toCorrection(decision, entityIds));
      return judgement.id;
    },
    async unsave(savedAs) {
      await undoJudgement(savedAs);
    },
  };
}

function toCorrection({ verdict, speaker, content }: Decision, entityIds: EntityIds): Correction | undefined {
  if (verdict !== "correct") return undefined;
  return {
    ...(speaker === undefined ? {} : { speaker: speaker === null ? null : (entityIds[speaker] ?? speaker) }),
    ...(content === undefined ? {} : { content }),
  };
}

/**
 * Judgements that still hold, the oldest first. A speaker that the reading does not know is left out: the page cannot show it in
 * the report, lists can.
 *
 * @param judgements The newest first, as the archive gives them.
 */
export function toDecisions(judgements: readonly Judgement[], reportId: string, entityIds: EntityIds): SavedDecision[] {
  const localIds = new Map(Object.entries(entityIds).map(([local, id]) => [id, local]));
  const decisions: SavedDecision[] = [];
  for (const { id, verdict, key, correction, undoneBy } of [...judgements].reverse()) {
    if (undoneBy !== null || key === null || !key.startsWith(`${reportId}/`)) continue;
    if (verdict !== "accept" && verdict !== "reject" && verdict !== "correct") continue;
    const decision: Decision = { itemId: key.slice(reportId.length + 1), verdict };
    const { speaker, content } = correction ?? {};
    if (speaker === null) decision.speaker = null;
    else if (speaker !== undefined && localIds.has(speaker)) decision.speaker = localIds.get(speaker)!;
    if (content !== undefined) decision.content = content.map(({ start, end }) => ({ start, end }));
    decisions.push({ decision, savedAs: id });
  }
  return decisions;
}
