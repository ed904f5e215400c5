/** Scores the figures and the legal cases of a reading against a key made by hand. */
import type { Reading } from "../../src/reading/index.ts";
import { isSameName, isSameText } from "./score-reading.ts";

type Figure = Reading["figures"][number];
type LegalCase = Reading["cases"][number];

interface KeyedCase {
  court: string;
  applicant?: string | null;
  stage: string;
  respondents?: string[];
  /** What each respondent is accused of, by name. */
  allegations?: Record<string, string[]>;
  standard?: string | null;
  memberStates?: number | null;
  nonMembers?: string[];
  treaty?: string | null;
}

export interface FactsKey {
  figures?: { value: number; bound: string; source?: string | null }[];
  proceeding?: KeyedCase;
  proceedings?: KeyedCase[];
}

export interface FactCounts {
  figures: number;
  figuresFound: number;
  /** Court, applicant, stage, each respondent, each allegation and so on: every fact that the key gives of a case. */
  slots: number;
  slotsRight: number;
}

export function scoreFacts(key: FactsKey, reading: Reading): FactCounts {
  const names = new Map(reading.entities.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null): string | undefined => (id === null ? undefined : names.get(id));
  const used = new Set<Figure>();
  for (const { value, bound, source } of key.figures ?? []) {
    const found = reading.figures.find(
      (figure) =>
        !used.has(figure) &&
        figure.value === value &&
        figure.bound === bound &&
        (!source || isSameName(source, nameOf(figure.source))),
    );
    if (found !== undefined) used.add(found);
  }
  const slots = (key.proceedings ?? (key.proceeding ? [key.proceeding] : [])).flatMap((wanted) =>
    checkCase(wanted, findCase(wanted, reading.cases, nameOf), nameOf),
  );
  return {
    figures: key.figures?.length ?? 0,
    figuresFound: used.size,
    slots: slots.length,
    slotsRight: slots.filter((isRight) => isRight).length,
  };
}

type NameOf = (id: string | null) => string | undefined;

/** The case at the court of the key with one of its respondents. */
function findCase(
  { court, respondents }: KeyedCase,
  cases: readonly LegalCase[],
  nameOf: NameOf,
): LegalCase | undefined {
  return cases.find(
    (given) =>
      isSameName(court, nameOf(given.court)) &&
      (!respondents?.length ||
        given.respondents.some(({ person }) => respondents.some((name) => isSameName(name, nameOf(person))))),
  );
}

/** Whether each fact of the key is right, in its order. */
function checkCase(wanted: KeyedCase, given: LegalCase | undefined, nameOf: NameOf): boolean[] {
  const isNamed = (name: string, id: string | null | undefined): boolean => isSameName(name, nameOf(id ?? null));
  const slots = [given !== undefined, given?.stage === wanted.stage];
  if (wanted.applicant) slots.push(isNamed(wanted.applicant, given?.applicant));
  for (const name of wanted.respondents ?? []) {
    const respondent = given?.respondents.find(({ person }) => isNamed(name, person));
    slots.push(respondent !== undefined);
    for (const act of wanted.allegations?.[name] ?? [])
      slots.push(respondent?.allegations.some((allegation) => isSameText(allegation.name, act)) === true);
  }
  if (wanted.standard) slots.push(isSameText(given?.standard ?? "", wanted.standard));
  if (wanted.memberStates) slots.push(given?.memberStates === wanted.memberStates);
  for (const name of wanted.nonMembers ?? []) slots.push(given?.nonMembers.some((id) => isNamed(name, id)) === true);
  if (wanted.treaty) slots.push(isNamed(wanted.treaty, given?.treaty));
  return slots;
}
