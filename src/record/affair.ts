/** Affairs: a named set of reports, the issues in it, and what its reports say together. */
import type { CaseLine, EntityRef, FigureLine, StanceLine, StatementLine } from "./record-line.ts";

/** Which reports belong to an affair by themselves: every condition given must hold. */
export interface AffairQuery {
  /** Words that the report has, all of them; "-word" for one that it must not have. */
  readonly words?: string;
  readonly entityIds?: readonly string[];
  readonly outlet?: string;
  /** ISO dates or prefixes, both included. */
  readonly from?: string;
  readonly to?: string;
}

export interface NewAffair {
  readonly name: string;
  readonly description?: string;
  readonly query?: AffairQuery;
}

/** A proposition that people are for or against: "the warrants should be issued". */
export interface Issue {
  readonly id: string;
  readonly affairId: string;
  readonly proposition: string;
  /** Further words for the same matter, matched like the proposition's. */
  readonly words: string | null;
  readonly stanceCount: number;
}

export interface Affair {
  /** Made from the name: lower case, words joined by hyphens. */
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly query: AffairQuery | null;
  readonly createdAt: string;
  readonly reportCount: number;
  readonly issues: readonly Issue[];
}

/** A stance towards an issue's proposition; `stance` is the line's own, turned round where its target denies the proposition. */
export interface IssueStance {
  readonly line: StanceLine;
  readonly stance: StanceLine["stance"];
  readonly isTurned: boolean;
  /** How well the stance's target fits the proposition, 0 to 1. */
  readonly fit: number;
}

/** One holder on one issue, in order of time. */
export interface StanceHistory {
  readonly holder: EntityRef;
  readonly issue: Pick<Issue, "id" | "proposition">;
  /** The newest stance. */
  readonly current: StanceLine["stance"];
  readonly stances: readonly IssueStance[];
  /** Where one stance follows another that differs: indexes into `stances`. */
  readonly turningPoints: readonly number[];
}

/** A row a holder, a column an issue. Copies are counted once. */
export interface StanceBoard {
  readonly affairId: string;
  readonly issues: readonly Issue[];
  readonly rows: readonly StanceBoardRow[];
}

export interface StanceBoardRow {
  readonly holder: EntityRef;
  /** The holder's own, ISO 3166-1 alpha-2; null where the record knows none. */
  readonly country: string | null;
  /** What a person is, as the reports tell it. */
  readonly role: HolderRole | null;
  /** One for each issue, in order; null where the holder has no stance on it. */
  readonly cells: readonly (StanceBoardCell | null)[];
}

export interface HolderRole {
  readonly title: string;
  readonly of: EntityRef | null;
  /** ISO 3166-1 alpha-2, of what it is held of. */
  readonly country: string | null;
}

export interface StanceBoardCell {
  readonly current: StanceLine["stance"];
  readonly since: string | null;
  readonly count: number;
  /** Whether the holder once stood elsewhere. */
  readonly hasTurned: boolean;
  /** Key of the newest stance. */
  readonly newestKey: string;
}

/** One case as all reports tell it. */
export interface CaseTrack {
  readonly id: string;
  readonly kind: string;
  readonly court: EntityRef | null;
  readonly applicant: EntityRef | null;
  readonly respondents: readonly EntityRef[];
  readonly stage: CaseLine["stage"];
  /** The stages in order of time, each with the first report that tells it. */
  readonly stages: readonly {
    readonly stage: CaseLine["stage"];
    readonly since: string | null;
    readonly line: CaseLine;
  }[];
  readonly lines: readonly CaseLine[];
}

/** What is counted, in one place, by whoever gives a number of it. */
export interface FigureSeries {
  readonly what: string;
  readonly class: FigureLine["class"];
  readonly where: EntityRef | null;
  readonly givers: readonly {
    readonly source: EntityRef | null;
    /** In order of time; `revises` is set where the giver's number differs from the one before. */
    readonly points: readonly {
      readonly line: FigureLine;
      readonly at: string | null;
      readonly revises: number | null;
    }[];
  }[];
  /** Givers whose newest numbers do not agree, as their bounds have it. */
  readonly disagreements: readonly {
    readonly one: EntityRef | null;
    readonly other: EntityRef | null;
    readonly oneKey: string;
    readonly otherKey: string;
  }[];
}

/** The same utterance as several reports have it. */
export interface UtteranceGroup {
  readonly id: string;
  readonly speaker: EntityRef | null;
  /** The longest wording first; in a list of groups, the first 12. */
  readonly versions: readonly UtteranceVersion[];
  /** How many wordings there are. */
  readonly count: number;
}

export interface UtteranceVersion {
  readonly line: StatementLine;
  /** How it stands beside the longest wording. */
  readonly relation: "fullest" | "same" | "trimmed" | "indirect";
  /** Words of the longest wording that this version leaves out: spans into the longest version's `text`. */
  readonly leftOut: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}
