/** Scores figures, stances, events, designations and legal cases of a reading against a key made by hand. */
import type { Reading } from "../../src/reading/index.ts";
import { isSameName, isSameText } from "./score-reading.ts";

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

/** A name, or several of which each will do. */
type Names = string | string[];

export interface FactsKey {
  positions?: { holder: Names; stance: string; optional?: boolean }[];
  events?: { action: string; actor: Names; recipient?: Names | null }[];
  designations?: { of: string; by: string[] }[];
  figures?: { value: number; bound: string; source?: Names | null }[];
  proceeding?: KeyedCase;
  proceedings?: KeyedCase[];
}

export interface FactCounts {
  figures: number;
  figuresFound: number;
  stances: number;
  stancesFound: number;
  events: number;
  eventsFound: number;
  /** Each party that designates counts. */
  designations: number;
  designationsFound: number;
  /** Court, applicant, stage, each respondent, each allegation and so on: every fact that the key gives of a case. */
  slots: number;
  slotsRight: number;
}

export function scoreFacts(key: FactsKey, reading: Reading): FactCounts {
  const names = new Map(reading.entities.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null): string | undefined => (id === null ? undefined : names.get(id));
  const isAny = (wanted: Names | null | undefined, id: string | null): boolean =>
    [wanted ?? []].flat().some((name) => isSameName(name, nameOf(id)));
  const figures = key.figures ?? [];
  const stances = (key.positions ?? []).filter(({ optional }) => optional !== true);
  const events = key.events ?? [];
  const designations = (key.designations ?? []).flatMap(({ of, by }) => by.map((one) => ({ of, by: one })));
  const slots = (key.proceedings ?? (key.proceeding ? [key.proceeding] : [])).flatMap((wanted) =>
    checkCase(wanted, findCase(wanted, reading.cases, nameOf), nameOf),
  );
  return {
    figures: figures.length,
    figuresFound: countFound(
      figures,
      reading.figures,
      ({ value, bound, source }, given) =>
        given.value === value && given.bound === bound && (!source?.length || isAny(source, given.source)),
    ),
    stances: stances.length,
    stancesFound: countFound(
      stances,
      reading.stances,
      ({ holder, stance }, given) => given.stance === stance && isAny(holder, given.holder),
    ),
    events: events.length,
    eventsFound: countFound(
      events,
      reading.events,
      ({ action, actor, recipient }, given) =>
        given.class === action &&
        isAny(actor, given.actor) &&
        (!recipient?.length || isAny(recipient, given.recipient)),
    ),
    designations: designations.length,
    designationsFound: countFound(
      designations,
      reading.designations,
      ({ of, by }, given) => isSameName(of, nameOf(given.of)) && given.by.some((id) => isSameName(by, nameOf(id))),
    ),
    slots: slots.length,
    slotsRight: slots.filter((isRight) => isRight).length,
  };
}

/** How many of those wanted are given, each given one counted once. */
function countFound<W, G>(wanted: readonly W[], given: readonly G[], isSame: (wanted: W, given: G) => boolean): number {
  const used = new Set<G>();
  for (const one of wanted) {
    const found = given.find((other) => !used.has(other) && isSame(one, other));
    if (found !== undefined) used.add(found);
  }
  return used.size;
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
