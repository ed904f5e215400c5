/** A case as the reading gives it, with ids for its entities. */
import type { LegalCase } from "../schema.ts";
import type { CaseDraft } from "./case-draft.ts";

/** @param toId Gives the id of a resolved entity, `null` for one that the reading does not list. */
export function toLegalCase(draft: CaseDraft, index: number, toId: (entity: number) => string | null): LegalCase {
  const {
    court,
    applicant,
    treaty,
    respondents,
    nonMembers,
    stages,
    evidence,
    isByCourt: _court,
    isPast: _past,
    ...same
  } = draft;
  return {
    id: `c${index + 1}`,
    kind: same.kind,
    court: toId(court),
    applicant: toId(applicant),
    stage: same.stage,
    stages: stages.map(({ stage, when, evidence: words }) => ({ stage, when, evidence: [{ ...words }] })),
    standard: same.standard,
    respondents: respondents.flatMap(({ entity, charges }) => {
      const person = toId(entity);
      if (person === null) return [];
      const allegations = charges.map((charge) => ({ ...charge, evidence: [{ ...charge.evidence }] }));
      return [{ person, allegations }];
    }),
    decidedBy: same.decidedBy,
    enforcedBy: same.enforcedBy,
    memberStates: same.memberStates,
    nonMembers: nonMembers.flatMap((entity) => toId(entity) ?? []),
    treaty: toId(treaty),
    evidence: evidence.map((span) => ({ ...span })),
    score: same.score,
  };
}
