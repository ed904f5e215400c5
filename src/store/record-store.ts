/**
 * What an archive can do, whatever it is kept in. Every implementation passes the same suite.
 *
 * Lists come in pages of at most `limit` items (50 where it is left open, 500 at most), the newest report first unless a
 * method says otherwise; undated reports last. A copy of a report gives no lines of its own unless `copies` asks for them.
 */
import type {
  AddedReport,
  Affair,
  AffairQuery,
  ArchiveLine,
  CaseLine,
  CaseTrack,
  EntityFilter,
  EntityLine,
  EventLine,
  FigureLine,
  FigureSeries,
  Issue,
  ItemKind,
  Judgement,
  LineStatus,
  NewAffair,
  NewJudgement,
  NewWatch,
  Page,
  QuotingOutlets,
  RecordEntity,
  ReportLine,
  ReportToAdd,
  RestoreOutcome,
  StanceBoard,
  StanceHistory,
  StanceLine,
  StatementLine,
  StoredReport,
  UtteranceGroup,
  Watch,
  WatchState,
} from "../record/index.ts";

import type { AccessStore } from "./access-store.ts";

export interface PageOptions {
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface ReportFilter {
  /** Words that the report has, all of them, whatever their endings; "-word" for one that it must not have. */
  readonly words?: string;
  /** In any letter case. */
  readonly outlet?: string;
  readonly language?: string;
  readonly affairId?: string;
  readonly entityId?: string;
  /** ISO dates or prefixes, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly copies?: boolean;
}

/** Conditions on lines of the record; all that are given must hold. */
export interface LineFilter {
  readonly affairId?: string;
  readonly reportId?: string;
  readonly outlet?: string;
  /** ISO dates or prefixes of the report, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly minScore?: number;
  /** What is rejected is left out unless asked for. */
  readonly status?: LineStatus;
  readonly copies?: boolean;
}

export interface StatementFilter extends LineFilter {
  /** As in `ReportFilter`, of what was said. */
  readonly words?: string;
  /** Id of an entity of the record. */
  readonly speaker?: string;
  readonly kind?: StatementLine["kind"];
  readonly act?: StatementLine["act"];
  readonly mode?: StatementLine["mode"];
  /** Statements on which a stance of this kind rests. */
  readonly stance?: StanceLine["stance"];
}

export interface StanceFilter extends LineFilter {
  readonly holder?: string;
  readonly issueId?: string;
  readonly stance?: StanceLine["stance"];
}

export interface EventFilter extends LineFilter {
  readonly entity?: string;
  readonly class?: EventLine["class"];
}

export interface CaseFilter extends LineFilter {
  readonly entity?: string;
  readonly stage?: CaseLine["stage"];
}

export interface FigureFilter extends LineFilter {
  readonly source?: string;
  readonly class?: FigureLine["class"];
}

export interface ReviewFilter extends LineFilter {
  readonly kind?: Exclude<ItemKind, "entity" | "designation">;
}

/** A line that waits for a person's judgement. */
export type ReviewItem =
  | { readonly kind: "statement"; readonly line: StatementLine }
  | { readonly kind: "stance"; readonly line: StanceLine }
  | { readonly kind: "event"; readonly line: EventLine }
  | { readonly kind: "case"; readonly line: CaseLine }
  | { readonly kind: "figure"; readonly line: FigureLine };

export interface JudgementFilter {
  readonly reportId?: string;
  readonly entityId?: string;
  /** Of one item: `<report id>/<id in the reading>`. */
  readonly key?: string;
  readonly by?: string;
}

export interface ArchiveStats {
  readonly reports: number;
  readonly copies: number;
  readonly unread: number;
  readonly words: number;
  readonly statements: number;
  readonly statementsWithSpeaker: number;
  readonly stances: number;
  readonly events: number;
  readonly cases: number;
  readonly figures: number;
  readonly entities: number;
  readonly persons: number;
  readonly affairs: number;
  readonly judgements: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  readonly outlets: readonly { readonly outlet: string; readonly reports: number }[];
  /** `sqlite` or `postgres`. */
  readonly engine: string;
}

/** Something that does not hold: what, and where. */
export interface IntegrityFault {
  readonly where: string;
  readonly message: string;
}

export interface RecordStore extends AccessStore {
  /**
   * Adds reports in one transaction: when it resolves, they are on the disk; when the process dies before, none is.
   *
   * A report that is there already changes nothing, unless another reader's findings come with it: these replace the
   * machine's, and every judgement is kept and finds its item again.
   */
  addReports(reports: readonly ReportToAdd[]): Promise<AddedReport[]>;
  /** Of the ids given, those of reports that this reader has read already: what an interrupted `add` may skip. */
  findKnown(ids: readonly string[], reader: string): Promise<ReadonlySet<string>>;
  getReport(id: string): Promise<StoredReport | undefined>;
  findReports(filter?: ReportFilter, page?: PageOptions): Promise<Page<ReportLine>>;

  /** Reports in the order of their ids, one after another, as they stand when the list is begun or later. */
  eachReport(filter?: ReportFilter): AsyncIterable<StoredReport>;

  findStatements(filter?: StatementFilter, page?: PageOptions): Promise<Page<StatementLine>>;
  /** Counts to `max` and no further. */
  countStatements(filter: StatementFilter, max: number): Promise<number>;
  /** Statements in the order in which they were added, those after a cursor: for watches. */
  findNewStatements(
    filter: StatementFilter,
    page?: PageOptions,
  ): Promise<Page<StatementLine> & { readonly last: string }>;
  /** Takes an `utteranceId`. */
  getUtterance(id: string): Promise<UtteranceGroup | undefined>;
  /** Utterances of an affair that several reports have, the most widely reported first. */
  findUtterances(filter: { affairId?: string; speaker?: string }, page?: PageOptions): Promise<Page<UtteranceGroup>>;
  findStances(filter?: StanceFilter, page?: PageOptions): Promise<Page<StanceLine>>;
  findEvents(filter?: EventFilter, page?: PageOptions): Promise<Page<EventLine>>;
  findCases(filter?: CaseFilter, page?: PageOptions): Promise<Page<CaseLine>>;
  findFigures(filter?: FigureFilter, page?: PageOptions): Promise<Page<FigureLine>>;

  /** The entities that most reports name first. */
  findEntities(filter?: EntityFilter, page?: PageOptions): Promise<Page<EntityLine>>;
  /** An id that was merged into another gives that other one. */
  getEntity(id: string): Promise<RecordEntity | undefined>;
  /** Which outlets carry an entity's statements, copies of reports included. */
  findQuotingOutlets(id: string): Promise<QuotingOutlets | undefined>;

  /** @throws {StoreError} `affair_exists`, `invalid_value` */
  createAffair(affair: NewAffair): Promise<Affair>;
  /** Sets what is given. A new query finds its reports anew; those added or left out by hand stay so. */
  updateAffair(
    id: string,
    changes: { name?: string; description?: string | null; query?: AffairQuery | null },
  ): Promise<Affair>;
  removeAffair(id: string): Promise<void>;
  findAffairs(): Promise<readonly Affair[]>;
  getAffair(id: string): Promise<Affair | undefined>;
  /** By hand: in, or (`isIn` false) out even where the query finds them. */
  setReportsInAffair(id: string, reportIds: readonly string[], isIn: boolean): Promise<void>;
  addIssue(affairId: string, issue: { proposition: string; words?: string }): Promise<Issue>;
  removeIssue(issueId: string): Promise<void>;
  /** The holders with the most stances, at most `limit` (100). */
  getStanceBoard(affairId: string, limit?: number): Promise<StanceBoard | undefined>;
  /** Of one holder on one issue. */
  getStanceHistory(holder: string, issueId: string): Promise<StanceHistory | undefined>;
  findCaseTracks(filter: CaseFilter): Promise<readonly CaseTrack[]>;
  findFigureSeries(filter: FigureFilter): Promise<readonly FigureSeries[]>;

  /** @throws {StoreError} `not_found`, `invalid_value` */
  judge(judgement: NewJudgement): Promise<Judgement>;
  /** @throws {StoreError} `not_found`, `already_undone` */
  undoJudgement(id: string, by: string): Promise<Judgement>;
  /** The newest first, undone ones and undoings among them: the audit trail. */
  findJudgements(filter?: JudgementFilter, page?: PageOptions): Promise<Page<Judgement>>;
  /** What nobody has judged yet, the least sure first. */
  findToReview(filter?: ReviewFilter, page?: PageOptions): Promise<Page<ReviewItem>>;

  addWatch(watch: NewWatch): Promise<Watch>;
  findWatches(): Promise<readonly Watch[]>;
  setWatchState(id: string, state: WatchState): Promise<void>;
  removeWatch(id: string): Promise<void>;

  /**
   * Everything that was put in: reports in the order in which they were added, affairs, judgements, watches. With a
   * filter, the reports that meet it, what was judged of them, and no watches; of affairs, `affairId` alone, if it is given.
   *
   * Memory: 16 bytes a report, and one report.
   */
  dump(filter?: ReportFilter): AsyncIterable<ArchiveLine>;
  /**
   * Puts lines of a dump in, all or none. What is there already stays as it is; what only bears the same number gets another.
   *
   * @throws {StoreError} `not_found`, `invalid_value`
   */
  restore(lines: readonly ArchiveLine[]): Promise<readonly RestoreOutcome[]>;

  getStats(): Promise<ArchiveStats>;
  /** Names the state of the record: equal where nothing has changed since, in this process or another. */
  getRevision(): Promise<string>;
  /** Goes through everything: every span against its text, every index row against its reading. Empty where all is well. */
  check(): AsyncIterable<IntegrityFault>;
  close(): Promise<void>;
}
