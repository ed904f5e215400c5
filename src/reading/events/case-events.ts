/** What a legal case tells as events: the court and the applicant accuse the respondents, the applicant asks the court. */
import type { CaseDocument, CaseDraft } from "../cases/case-draft.ts";
import type { EventDraft, EventfulDocument } from "./draft-events.ts";
import { ACTING } from "./entity-finder.ts";
import type { EventClass } from "./event-model.ts";

/** Of events told by less sure cases in fresh news three of ten were right, of others seven of nine. */
const MIN_CASE_SCORE = 0.75;

/** Kinds of cases whose respondents are accused of a crime or a wrong, rather than told to do something. */
const ACCUSING = /warrant|charges|indictment|trial|prosecution|lawsuit|complaint|case|extradition/;

/** Kinds where a prosecutor accuses before the court and asks it for nothing of its own. */
const CRIMINAL = /charges|indictment|trial|prosecution/;

export function findCaseEvents({
  caseDrafts,
  entityFinder,
  resolvedEntities,
}: EventfulDocument & CaseDocument): EventDraft[] {
  return caseDrafts.flatMap((draft) => {
    const { court, respondents, stages, evidence, score } = draft;
    if (score < MIN_CASE_SCORE) return [];
    const applicant = draft.applicant < 0 ? -1 : entityFinder.toPrincipal(draft.applicant);
    const told: [actor: number, EventClass, cameo: string, recipient: number][] = [];
    const isIssued = stages.some(({ stage }) => stage === "issued");
    for (const { entity } of respondents) {
      told.push([applicant, "ACCUSE", "115", entity]);
      if (!isIssued) continue;
      told.push(ACCUSING.test(draft.kind) ? [court, "ACCUSE", "112", entity] : [court, "REQUEST", "100", entity]);
    }
    if (!CRIMINAL.test(draft.kind)) told.push([applicant, "REQUEST", "100", court]);
    return told
      .filter(([actor, , , recipient]) => actor >= 0 && recipient >= 0 && actor !== recipient)
      .filter(([actor]) => ACTING.has(resolvedEntities[actor].kind))
      .map(([actor, cls, cameo, recipient]) => ({
        class: cls,
        cameo,
        actor,
        recipient,
        status: "asserted" as const,
        statement: -1,
        when: findStageDate(draft, actor === court ? "issued" : "requested"),
        where: -1,
        evidence,
        score,
        basis: "case" as const,
      }));
  });
}

function findStageDate({ stages }: CaseDraft, wanted: CaseDraft["stage"]): string | null {
  return stages.find(({ stage }) => stage === wanted)?.when ?? null;
}
