/**
 * Lines of the record: what the readings of all reports say, one line an item, with the report and the words that prove it.
 *
 * A line shows judgements applied: a corrected speaker is the speaker. `status` says whether a person has judged it.
 */
import type { Span } from "../language/index.ts";
import type { Reading } from "../reading/index.ts";

type Found<Name extends keyof Reading> = Reading[Name] extends readonly (infer Item)[] ? Item : never;
type FoundEntity = Found<"entities">;
type FoundStatement = Found<"statements">;
type FoundStance = Found<"stances">;
type FoundEvent = Found<"events">;
type FoundCase = Found<"cases">;
type FoundFigure = Found<"figures">;

export const ITEM_KINDS = ["statement", "stance", "event", "case", "figure", "designation", "entity"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export type EntityKind = FoundEntity["kind"];

/** Whether people have judged it; `unjudged` is the machine's word alone. */
export type LineStatus = "unjudged" | "accepted" | "corrected" | "rejected";

/** An entity of the record, named. */
export interface EntityRef {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
}

/** The report that a line comes from, as far as a list shows it. */
export interface ReportRef {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  /** The report that it copies; its lines are counted once, there. */
  readonly copyOf: string | null;
}

export interface RecordLine {
  /** `<report id>/<id in the reading>`: names the item in every command and address. */
  readonly key: string;
  readonly report: ReportRef;
  /** Spans into the report's text. */
  readonly evidence: readonly Span[];
  /** The words of the evidence, joined by " … ". */
  readonly quote: string;
  readonly score: number;
  readonly status: LineStatus;
}

export interface StatementLine extends RecordLine {
  readonly kind: FoundStatement["kind"];
  readonly act: FoundStatement["act"];
  readonly mode: FoundStatement["mode"];
  readonly polarity: FoundStatement["polarity"];
  readonly speaker: EntityRef | null;
  readonly text: string;
  readonly content: readonly Span[];
  /** ISO date or prefix of when it was said, where the report tells. */
  readonly when: string | null;
  /** Statements of one utterance, in this or other reports, share it. */
  readonly utteranceId: string;
}

export interface StanceLine extends RecordLine {
  readonly holder: EntityRef;
  readonly target: { readonly text: string; readonly entity: EntityRef | null };
  readonly stance: FoundStance["stance"];
  readonly strength: number;
  /** Key of the statement that it rests on. */
  readonly statementKey: string | null;
}

export interface EventLine extends RecordLine {
  readonly class: FoundEvent["class"];
  readonly cameo: string | null;
  readonly actor: EntityRef | null;
  readonly recipient: EntityRef | null;
  readonly eventStatus: FoundEvent["status"];
  readonly when: string | null;
  readonly statementKey: string | null;
}

export interface CaseLine extends RecordLine {
  readonly kind: string;
  readonly court: EntityRef | null;
  readonly applicant: EntityRef | null;
  readonly stage: FoundCase["stage"];
  readonly standard: string | null;
  readonly respondents: readonly { readonly person: EntityRef; readonly allegations: readonly string[] }[];
  /** Who decides and who must carry it out, in the words of the report. */
  readonly decidedBy: string | null;
  readonly enforcedBy: string | null;
  /** How many states are members of the court, and states that the report says are not. */
  readonly memberStates: number | null;
  readonly nonMembers: readonly EntityRef[];
}

export interface FigureLine extends RecordLine {
  readonly value: number;
  readonly bound: FoundFigure["bound"];
  readonly what: string;
  readonly class: FoundFigure["class"];
  /** Who gives it; null where the report gives it itself. */
  readonly source: EntityRef | null;
  readonly when: string | null;
  readonly where: EntityRef | null;
}

/** A piece of a list. `next` asks for the following piece, and is null at the end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
