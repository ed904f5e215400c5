/** A legal case in the words of a person at a terminal: what it is and where it stands, then a row for each thing known. */
import type { Reading } from "../reading/index.ts";

type LegalCase = Reading["cases"][number];

export interface CaseDescription {
  readonly heading: string;
  readonly rows: readonly { readonly label: string; readonly words: string }[];
}

/** @param toName Gives the name of an entity by its id; what has none is left out. */
export function describeCase(legalCase: LegalCase, toName: (id: string) => string | undefined): CaseDescription {
  const name = (id: string | null): string | undefined => (id === null ? undefined : toName(id));
  const { kind, stage, stages, court, applicant, standard, respondents } = legalCase;
  const steps = stages.map((step) => (step.when === null ? step.stage : `${step.stage} ${step.when}`));
  const rows: [label: string, words: string | null | undefined][] = [
    ["court", name(court)],
    ["applicant", name(applicant)],
    ["course", steps.length > 1 ? steps.join(" → ") : undefined],
    ...respondents.map(({ person, allegations }): [string, string | undefined] => {
      const charges = allegations.map((charge) =>
        charge.class === null || charge.class === charge.name ? charge.name : `${charge.name} (${charge.class})`,
      );
      const who = name(person);
      return ["against", who && [who, charges.join(", ")].filter((part) => part !== "").join(": ")];
    }),
    ["standard", standard],
    ["decides", legalCase.decidedBy],
    ["enforces", legalCase.enforcedBy],
    ["members", legalCase.memberStates === null ? undefined : `${legalCase.memberStates} states`],
    ["outside", legalCase.nonMembers.flatMap((id) => toName(id) ?? []).join(", ")],
    ["treaty", name(legalCase.treaty)],
  ];
  return {
    heading: `${kind} · ${stage}`,
    rows: rows.flatMap(([label, words]) => (words ? [{ label, words }] : [])),
  };
}
