/** The tables, as both stores have them. `nr` is a row's number; `id` is what the outside knows it by. */
import type { Kysely } from "kysely";

/** A report. Its number begins with the day of its report, so that the order of numbers is the order of time. */
export interface ReportTable {
  nr: number;
  id: string;
  title: string | null;
  outlet: string | null;
  /** In lower case. */
  outlet_key: string | null;
  byline: string | null;
  url: string | null;
  published_at: string | null;
  language: string;
  form: string;
  text: string;
  /** The report's header and the reading but for the text, compressed. */
  found: Uint8Array;
  is_read: number;
  reader: string;
  origin: string | null;
  added_at: string;
  copy_of: string | null;
  /** MinHash minima and their number of runs; null for short texts. */
  signature: Uint8Array | null;
  shingle_count: number;
  word_count: number;
  statement_count: number;
}

/** A line of the record: an item of one reading with judgements applied, and the columns that lists are filtered by. */
export interface ItemTable {
  /** Day of the report, then `seq`. */
  nr: number;
  /** The order of adding; 0 for items of a report that was read again. */
  seq: number;
  report_nr: number;
  local_id: string;
  kind: string;
  /** Of statements, `speech` or `attitude`; of events, their status. */
  sort: string | null;
  /** Act, stance, class or stage. */
  label: string | null;
  /** Of statements, their mode; of stances, the local id of the statement that they rest on. */
  mode: string | null;
  /** Entities: speaker, holder, actor, court, giver; and the second one. */
  who: number | null;
  whom: number | null;
  status: string;
  is_copy: number;
  score: number;
  utterance: number | null;
  /** The item's JSON. */
  data: string;
}

export interface EntityTable {
  nr: number;
  id: string;
  kind: string;
  name: string;
  country: string | null;
  /** JSON list of all names. */
  names: string;
  /** The entity that a judgement merged it into; null where it stands for itself. */
  merged_into: number | null;
  report_count: number;
  statement_count: number;
}

/** An entity of one reading: which of the record the machine took it for (`base`), and which it counts as (`entity`). */
export interface AppearanceTable {
  report_nr: number;
  local_id: string;
  base: number;
  entity: number;
  name: string;
  reason: string;
  because: string;
  mention_start: number | null;
  mention_end: number | null;
}

export interface RoleTable {
  report_nr: number;
  local_id: string;
  base: number;
  entity: number;
  title: string;
  title_key: string;
  of_entity: number | null;
  day: number;
  evidence: string;
}

export interface JudgementTable {
  nr: number;
  id: string;
  verdict: string;
  made_by: string;
  made_at: string;
  note: string | null;
  report_id: string | null;
  /** JSON of the anchor. */
  anchor: string | null;
  /** The item in the present reading that it holds to. */
  local_id: string | null;
  entity_id: string | null;
  into_id: string | null;
  correction: string | null;
  authority: string | null;
  identifier: string | null;
  undoes: string | null;
  before: string | null;
}

export interface Tables {
  report: ReportTable;
  report_words: { nr: number; stems: string };
  item: ItemTable;
  item_words: { nr: number; stems: string };
  bucket: { bucket: number; report_nr: number };
  utterance_key: { hash: number; item_nr: number };
  entity: EntityTable;
  entity_key: { key: string; entity: number };
  entity_word: { word: string; entity: number };
  appearance: AppearanceTable;
  role: RoleTable;
  affair: {
    nr: number;
    id: string;
    name: string;
    description: string | null;
    query: string | null;
    created_at: string;
  };
  /** `way`: query, hand, or out (left out by hand). */
  affair_report: { affair_nr: number; report_nr: number; way: string };
  issue: { nr: number; id: string; affair_nr: number; proposition: string; words: string | null };
  /** `holder`: the item's `who`, null where the stance does not count (a copy, or rejected); `label`: the item's. */
  issue_stance: {
    issue_nr: number;
    item_nr: number;
    is_turned: number;
    fit: number;
    holder: number | null;
    label: string | null;
  };
  /**
   * Of a report: its items by their kind; `spoken`: statements that have a speaker; `named`: numbers of the entities it names, in
   * order; `speakers`: `12:3` for three statements of entity 12 that count.
   */
  tally: {
    report_nr: number;
    statements: number;
    stances: number;
    events: number;
    cases: number;
    figures: number;
    spoken: number;
    named: string;
    speakers: string;
  };
  judgement: JudgementTable;
  watch: { id: string; kind: string; subject: string; deliver_to: string | null; created_at: string; state: string };
  counter: { name: string; value: number };
  user_account: { name: string; role: string; password_hash: string | null; created_at: string };
  user_token: { id: string; user_name: string; label: string; hash: string; created_at: string };
  user_session: { hash: string; user_name: string; expires_at: string };
}

export type Database = Kysely<Tables>;
