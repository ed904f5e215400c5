/** A report as the archive keeps it: as it came, with its reading and what the archive knows of it. */
import type { Reading, ReadReport } from "../reading/index.ts";

/** What is handed to the archive. */
export interface ReportToAdd {
  readonly report: ReadReport;
  /** Null where the report was not read, because its language is not English. */
  readonly reading: Reading | null;
  /** Name of the version that read it; another one's findings replace the machine's findings, never a judgement. */
  readonly reader: string;
  /** The file or address that it came from, as the user named it. */
  readonly origin: string | null;
}

/** `added`: new; `known`: there already, nothing changed; `reread`: there already, its findings replaced. */
export interface AddedReport {
  readonly reportId: string;
  readonly outcome: "added" | "known" | "reread";
  /** The report that this one copies, wholly or in the main. */
  readonly copyOf: string | null;
}

/** What lists say of a report. */
export interface ReportLine {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly language: string;
  readonly form: ReadReport["form"];
  /** ISO time in UTC. */
  readonly addedAt: string;
  readonly origin: string | null;
  readonly copyOf: string | null;
  readonly wordCount: number;
  readonly statementCount: number;
}

export interface StoredReport extends ReportLine {
  readonly report: ReadReport;
  /** What the machine found, untouched by judgements; null where it was not read. */
  readonly reading: Reading | null;
  readonly reader: string;
  /** For each entity of the reading (`e1`), the entity of the record. */
  readonly entityIds: Readonly<Record<string, string>>;
  /** Reports that are copies of this one, or of the same one. */
  readonly copies: readonly ReportLine[];
  /** Affairs that it belongs to. */
  readonly affairIds: readonly string[];
}
