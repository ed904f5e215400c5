/** What a legal case tells as events: the court and the applicant accuse the respondents, the applicant asks the court. */
import type { CaseDocument, CaseDraft } from "../cases/case-draft.ts";
import type { EventDraft, EventfulDocument } from "./draft-events.ts";
import { ACTING } from "./entity-finder.ts";
import type { EventClass } from "./event-model.ts";

/** Of events told by less sure cases in fresh news three of ten were right, of others seven of nine. */
const MIN_CASE_SCORE = 0.75;

/** Kinds of cases in which a court itself accuses whom it moves against, rather than telling him to do something. */
const ACCUSING = /warrant|charges|indictment|trial|prosecution|extradition/;

/** Kinds where a prosecutor accuses on behalf of all: once the court has decided, what it did is told. */
const CRIMINAL = /warrant|charges|indictment|trial|prosecution/;

/** Kinds where who goes to the court asks it for something, rather than accusing another before it. */
const ASKING = /warrant|opinion|petition|appeal|application|review|referral/;

/** Kinds by which a body punishes. */
const PUNISHING = /^(?:fine|penalty|ban|sanctions?)$/;

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
    const isDecided = isIssued || draft.stage === "ended" || draft.stage === "refused" || draft.stage === "executed";
    for (const { entity } of respondents) {
      if (!isDecided || !CRIMINAL.test(draft.kind)) told.push([applicant, "ACCUSE", "115", entity]);
      if (!isIssued) continue;
      if (PUNISHING.test(draft.kind)) told.push([court, "SANCTION", "163", entity]);
      else told.push(ACCUSING.test(draft.kind) ? [court, "ACCUSE", "112", entity] : [court, "REQUEST", "100", entity]);
    }
    const isAsked = draft.kind.includes("opinion") || !isDecided;
    if (isAsked && ASKING.test(draft.kind)) told.push([applicant, "REQUEST", "100", court]);
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
